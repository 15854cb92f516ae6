//! From the words of a source to a record: the one place where all readers meet.

use std::collections::BTreeMap;

use super::columns::Column;
use super::context::Context;
use super::file_tags::file_tags;
use super::origin::Origin;
use super::raw_record::RawRecord;
use super::rejection_reason::RejectionReason;
use super::remark::Remark;
use super::words::Words;
use super::{SourceFile, values};
use crate::domain::vocabulary::session_days;
use crate::domain::{Doubt, DoubtReason, Identity, Kind, Mechanism, Paragraph, Position, Recommendation, Said, Source};
use crate::text::asks::{Ask, GUESSED, ask_of};

/// Makes a record of a row that stands at a place of a file; says what was odd about it.
///
/// # Errors
/// The reason why the row cannot be a record: no text, or an artefact of an export.
pub(super) fn finish(
    raw: &RawRecord,
    context: &Context<'_>,
    file: &SourceFile,
    place: &str,
) -> Result<(Recommendation, Vec<Remark>), RejectionReason> {
    let mut remarks = Vec::new();
    let origin = Origin::of(raw, context, &file.name, &mut remarks);
    let words = Words::of(raw, origin.mechanism, context.states, &mut remarks)?;
    let source = source(raw, file, place);
    // The record keeps the doubt in any case; in running text a bracket may hold anything.
    let unknown = words.unknown_states.iter().filter(|_| !raw.is_read);
    remarks.extend(unknown.map(|name| Remark::UnknownRecommendingState { name: name.clone() }));
    let kind = kind_of(raw, origin.mechanism, &words.whole);
    let unread = unread_position(raw);
    let unread = [(Column::Position, unread), (Column::Paragraph, unread_number(raw))];
    let unread = || unread.iter().filter_map(|(column, words)| Some((column.name().to_owned(), words.clone()?)));
    remarks.extend(unread().map(|(field, words)| Remark::NotUnderstood { field, words }));
    let published = values::published(&raw.published);
    let dated = published.or_else(|| origin.session.and_then(session_days).map(|days| days.last));
    let record = Recommendation {
        id: identity(kind, &origin, &words, &source).id(),
        kind,
        doubts: doubts(raw, &origin, &words, unread()),
        history: None,
        tags: file_tags(raw, &words.whole, dated, context.entities, &mut remarks),
        mechanism: origin.mechanism,
        body: origin.body,
        symbol: origin.symbol,
        state: origin.state,
        unknown_state: origin.unknown_state,
        session: origin.session,
        paragraph: words.paragraph,
        recommending_states: words.recommending_states,
        unknown_states: words.unknown_states,
        texts: BTreeMap::from([(words.language, words.text)]),
        position: position_of(raw),
        published,
        sources: vec![source],
        follow_up: raw.follow_up.clone(),
    };
    Ok((record, remarks))
}

/// What tells the record from others.
fn identity<'a>(kind: Kind, origin: &'a Origin, words: &'a Words, source: &'a Source) -> Identity<'a> {
    Identity {
        kind,
        mechanism: origin.mechanism,
        body: &origin.body,
        symbol: origin.symbol.as_ref(),
        paragraph: words.paragraph.as_ref(),
        state: origin.state,
        unknown_state: origin.unknown_state.as_deref(),
        recommending_states: &words.recommending_states,
        unknown_states: &words.unknown_states,
        session: origin.session,
        source_id: source.source_id.as_deref(),
        text: &words.text.clean,
    }
}

/// How sure a record is whose position or number is not understood.
const UNREAD: f32 = 0.5;

/// The words of a position that name none, and no kind of record either.
fn unread_position(raw: &RawRecord) -> Option<String> {
    let words = raw.position.trim();
    let is_read = |words: &str| Position::from_words(words).is_some() || values::kind(words).is_some();
    Some(words.to_owned()).filter(|words| words.chars().any(char::is_alphanumeric) && !is_read(words))
}

/// What stands where a number should and is none.
fn unread_number(raw: &RawRecord) -> Option<String> {
    let words = raw.paragraph.trim();
    (!words.is_empty() && Paragraph::parse(words).is_none()).then(|| words.to_owned())
}

fn position_of(raw: &RawRecord) -> Position {
    Position::from_words(&raw.position).unwrap_or_default()
}

/// The kind that the source states; where it states none, a treaty body's own words tell.
fn kind_of(raw: &RawRecord, mechanism: Mechanism, cleaned: &str) -> Kind {
    if cleaned.starts_with("Response of ") || cleaned.starts_with("Responses of ") {
        return Kind::Other;
    }
    let is_asked = matches!(mechanism, Mechanism::TreatyBody | Mechanism::SpecialProcedure);
    let of_words = || {
        is_asked.then(|| ask_of(cleaned)).map(|ask| match ask {
            // A heading says more than that no word of asking was found; words of concern say more than a heading.
            Ask { confidence, .. } if raw.is_headed && confidence <= GUESSED => Kind::Recommendation,
            ask => ask.kind,
        })
    };
    values::kind(&raw.kind).or_else(|| values::kind(&raw.position)).or_else(of_words).unwrap_or_default()
}

/// Where the row was read, and what that source says of its own.
fn source(raw: &RawRecord, file: &SourceFile, place: &str) -> Source {
    let filled = |text: &str| Some(text.trim().to_owned()).filter(|t| !t.is_empty());
    Source {
        file: file.name.clone(),
        file_hash: file.hash.clone(),
        place: place.to_owned(),
        source_id: filled(&raw.source_id),
        says: Said {
            position: Some(position_of(raw)).filter(|p| *p != Position::None),
            position_source: filled(&raw.position_source),
            comment: filled(&raw.comment),
            heading: filled(&raw.heading),
            is_draft: raw.is_draft,
            ..Said::default()
        },
    }
}

/// What was not sure in reading it, with what is odd about a recommendation read out of a document.
fn doubts(
    raw: &RawRecord,
    origin: &Origin,
    words: &Words,
    unread: impl Iterator<Item = (String, String)>,
) -> Vec<Doubt> {
    let mut doubts = raw.doubts.clone();
    doubts.extend(unread.map(|(field, words)| Doubt::new(DoubtReason::NotUnderstood { field, words }, UNREAD)));
    let is_asked_by_states = origin.mechanism == Mechanism::Upr && values::kind(&raw.kind) != Some(Kind::Pledge);
    if raw.is_read && is_asked_by_states && words.recommending_states.is_empty() {
        doubts.push(Doubt::new(DoubtReason::NoRecommendingState, 0.5));
    }
    if !words.unknown_states.is_empty() {
        doubts.push(Doubt::new(DoubtReason::UnknownNames { names: words.unknown_states.clone() }, 0.6));
    }
    doubts
}
