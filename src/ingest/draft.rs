//! From the words of a source to a record: the one place where all readers meet.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Context;
use super::identity::identify;
use super::values;
use crate::domain::tag::{Confidence, Tag, TagKind};
use crate::domain::vocabulary::{
    BodyRegister, StateRegister, ThemeRegister, group_code, issue_number, issues, sdg_code, session_date,
    session_of_council,
};
use crate::domain::{
    Body, Doubt, FollowUp, Kind, Language, Mechanism, Paragraph, Position, Recommendation, RecordId, Said, Session,
    Source, StateCode, Symbol, Text,
};
use crate::text::asks::ask_of;
use crate::text::attribution::{Attributed, all_states, resolve_list, split_attribution};
use crate::text::clean::{clean, is_artefact};
use crate::text::language::identify as identify_language;
use crate::text::number::{Numbered, split_number};
use crate::text::rejoin;

/// The fields of one row as a source words them.
#[derive(Debug, Clone, Default)]
pub(super) struct Draft {
    pub(super) source_id: String,
    pub(super) kind: String,
    pub(super) body: String,
    pub(super) mechanism: String,
    pub(super) symbol: String,
    pub(super) paragraph: String,
    pub(super) states: Vec<String>,
    pub(super) recommending: Vec<String>,
    pub(super) session: String,
    pub(super) position: String,
    pub(super) published: String,
    pub(super) language: String,
    pub(super) text: String,
    pub(super) issues: Vec<String>,
    pub(super) themes: Vec<String>,
    pub(super) persons: Vec<String>,
    pub(super) sdgs: Vec<String>,
    pub(super) action: String,
    /// What stands before the text and is part of the raw text only: the lead of a sub-point.
    pub(super) preamble: String,
    /// Heading that the text stands under.
    pub(super) heading: String,
    /// Where the position is stated.
    pub(super) position_source: String,
    /// What the source remarks on it.
    pub(super) comment: String,
    /// Whether it was read out of prose or a document, where nothing is stated field by field.
    pub(super) is_read: bool,
    /// Whether the document is a draft.
    pub(super) is_draft: bool,
    /// The follow-up report that is asked for.
    pub(super) follow_up: Option<FollowUp>,
    /// What was not sure in reading it.
    pub(super) doubts: Vec<Doubt>,
}

/// A record and what was odd about it.
#[derive(Debug)]
pub(super) struct Finished {
    pub(super) record: Recommendation,
    pub(super) remarks: Vec<String>,
}

/// Makes a record of a draft.
///
/// # Errors
/// The reason, in words, why the row cannot be a record: no text, or an artefact of an export.
pub(super) fn finish(draft: &Draft, context: &Context<'_>, mut source: Source) -> Result<Finished, String> {
    let cleaned = clean(&draft.text);
    if cleaned.is_empty() {
        return Err("the row has no text".to_owned());
    }
    if is_artefact(&cleaned) {
        return Err(format!("'{cleaned}' is a heading or punctuation, not a recommendation"));
    }
    let states = context.states;
    source.source_id = Some(draft.source_id.trim().to_owned()).filter(|id| !id.is_empty());
    let language = draft.language.parse().unwrap_or_else(|_| identify_language(&cleaned));
    let cleaned = if language == Language::En { rejoin(&cleaned) } else { cleaned };
    let mut remarks = Vec::new();
    let symbol = Symbol::parse(&draft.symbol);
    let (body, mechanism) = body_of(draft, symbol.as_ref());
    let numbered = own_number(&cleaned, draft);
    let attributed = match mechanism {
        Mechanism::Upr => split_attribution(numbered.rest, states),
        _ => Attributed { text: numbered.rest, states: Vec::new(), unknown: Vec::new() },
    };
    let (recommending_states, unknown_states) = recommending(draft, &attributed, states);
    let session = session_of(draft, mechanism, symbol.as_ref());
    let published = values::published(&draft.published);
    let dated = published.or_else(|| session.and_then(session_date));
    let state = state_of(draft, symbol.as_ref(), context, &mut remarks);
    if state.is_none() && draft.states.is_empty() {
        remarks.push("no State is named; the records are kept without one".to_owned());
    }
    let raw = [draft.preamble.as_str(), &draft.text].join(" ").trim_start().to_owned();
    let text = Text { raw, clean: attributed.text.trim().trim_end_matches([';', ' ']).to_owned() };
    let position = Position::from_words(&draft.position).unwrap_or_default();
    source.says = says(draft, position);
    let mut doubts = draft.doubts.clone();
    doubts.extend(doubts_of_reading(draft, mechanism, &recommending_states, &unknown_states));
    let mut record = Recommendation {
        id: RecordId(0),
        kind: kind_of(draft, mechanism, &cleaned),
        mechanism,
        body,
        state,
        paragraph: Paragraph::parse(&draft.paragraph).or(numbered.paragraph),
        unknown_state: draft.states.first().filter(|_| state.is_none()).cloned(),
        symbol,
        recommending_states,
        unknown_states,
        session,
        position,
        published,
        texts: BTreeMap::from([(language, text)]),
        tags: tags(draft, &cleaned, dated, &mut remarks),
        sources: vec![source],
        follow_up: draft.follow_up.clone(),
        doubts,
    };
    record.id = identify(&record);
    Ok(Finished { record, remarks })
}

/// The body by name, else by symbol; the UPR where a session or a recommending State is given.
fn body_of(draft: &Draft, symbol: Option<&Symbol>) -> (Body, Mechanism) {
    let register = BodyRegister::embedded();
    let named = register.find(&draft.body).or_else(|| symbol.and_then(|s| register.of_symbol(s)));
    if let Some(entry) = named {
        return (entry.body.clone(), entry.body.mechanism());
    }
    let stated = Mechanism::ALL.into_iter().find(|m| {
        let words = draft.mechanism.trim().to_lowercase();
        words == m.code() || words == m.label().to_lowercase() || words == m.code().replace('_', " ")
    });
    let by_hand = draft.body.trim().trim_start_matches("- ").trim();
    match (by_hand.is_empty(), stated) {
        (false, stated) => {
            let body = Body::new(by_hand);
            let mechanism = stated.unwrap_or_else(|| body.mechanism());
            (body, mechanism)
        }
        (true, Some(Mechanism::Upr) | None) => (Body::upr(), Mechanism::Upr),
        (true, Some(mechanism)) => (Body::new(mechanism.label()), mechanism),
    }
}

/// The State that the row names, else that of the symbol, else that of the workspace.
fn state_of(
    draft: &Draft,
    symbol: Option<&Symbol>,
    context: &Context<'_>,
    remarks: &mut Vec<String>,
) -> Option<StateCode> {
    let named = draft.states.iter().find_map(|name| context.states.find(name));
    let of_symbol = || symbol.and_then(Symbol::state).filter(|code| context.states.contains(*code));
    let found = named.or_else(of_symbol);
    if named.is_none() && !draft.states.is_empty() {
        remarks.push(format!("State '{}' is unknown", draft.states.join(", ")));
        return found;
    }
    found.or(context.default_state)
}

/// The session that the source names, else the one whose outcomes the session of the Council in the
/// symbol adopted.
fn session_of(draft: &Draft, mechanism: Mechanism, symbol: Option<&Symbol>) -> Option<Session> {
    let of_symbol =
        || symbol.filter(|_| mechanism == Mechanism::Upr).and_then(Symbol::council).and_then(session_of_council);
    Session::from_words(&draft.session).or_else(of_symbol)
}

/// States from the field of the source, else from the brackets at the end of the text.
fn recommending(draft: &Draft, text: &Attributed<'_>, states: &StateRegister) -> (Vec<StateCode>, Vec<String>) {
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for name in &draft.recommending {
        let name = html_escape::decode_html_entities(name);
        let (found, rest) =
            states.find(&name).map_or_else(|| resolve_list(&name, states), |code| (vec![code], Vec::new()));
        found.into_iter().for_each(|code| {
            if !known.contains(&code) {
                known.push(code)
            }
        });
        unknown.extend(rest);
    }
    if known.is_empty() && unknown.is_empty() {
        // Several clauses may each name their own: those inside the text come first.
        return (all_states(text, states), text.unknown.clone());
    }
    (known, unknown)
}

/// The kind that the source states; where it states none, a treaty body's own words tell.
fn kind_of(draft: &Draft, mechanism: Mechanism, cleaned: &str) -> Kind {
    if cleaned.starts_with("Response of ") || cleaned.starts_with("Responses of ") {
        return Kind::Other;
    }
    let is_asked = matches!(mechanism, Mechanism::TreatyBody | Mechanism::SpecialProcedure);
    let of_words = || is_asked.then(|| ask_of(cleaned).kind);
    values::kind(&draft.kind).or_else(|| values::kind(&draft.position)).or_else(of_words).unwrap_or_default()
}

/// The number at the head of a text; where the source states the paragraph, only that number is one.
fn own_number<'a>(cleaned: &'a str, draft: &Draft) -> Numbered<'a> {
    let numbered = split_number(cleaned);
    let stated = Paragraph::parse(&draft.paragraph);
    match (&stated, &numbered.paragraph) {
        (Some(stated), Some(found)) if stated != found => Numbered { paragraph: None, heading: None, rest: cleaned },
        _ => numbered,
    }
}

fn says(draft: &Draft, position: Position) -> Said {
    let filled = |text: &str| Some(text.trim().to_owned()).filter(|t| !t.is_empty());
    Said {
        position: Some(position).filter(|p| *p != Position::None),
        position_source: filled(&draft.position_source),
        comment: filled(&draft.comment),
        heading: filled(&draft.heading),
        is_draft: draft.is_draft,
        ..Said::default()
    }
}

/// What is odd about a recommendation that was read out of a document.
fn doubts_of_reading(draft: &Draft, mechanism: Mechanism, known: &[StateCode], unknown: &[String]) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    let is_upr = mechanism == Mechanism::Upr;
    if draft.is_read && is_upr && values::kind(&draft.kind) != Some(Kind::Pledge) && known.is_empty() {
        doubts.push(Doubt::new("no recommending State was found", 0.5));
    }
    if draft.is_read && !unknown.is_empty() {
        doubts.push(Doubt::new(&format!("unknown names among the recommending States: {}", unknown.join(", ")), 0.6));
    }
    doubts
}

fn tags(draft: &Draft, cleaned: &str, dated: Option<Date>, remarks: &mut Vec<String>) -> Vec<Tag> {
    let mut tags: Vec<Tag> = Vec::new();
    let mut add = |tag: Tag| {
        if !tags.iter().any(|t: &Tag| t.kind == tag.kind && t.value == tag.value) {
            tags.push(tag);
        }
    };
    for issue in &draft.issues {
        match issue_number(issue) {
            Some(at) => add(Tag::from_file(TagKind::Issue, &*issues()[at].name)),
            None => remarks.push(format!("issue '{issue}' is not one of the 54 of UPR Info")),
        }
    }
    for theme in draft.themes.iter().flat_map(|theme| ThemeRegister::embedded().current(theme)) {
        add(theme_tag(theme, cleaned, dated));
    }
    for person in &draft.persons {
        match group_code(person) {
            Some(code) => add(Tag::from_file(TagKind::Group, code)),
            None => remarks.push(format!("affected group '{person}' is unknown")),
        }
    }
    for sdg in &draft.sdgs {
        match sdg_code(sdg) {
            Some(code) => add(Tag::from_file(TagKind::SdgTarget, code)),
            None => remarks.push(format!("SDG '{sdg}' is unknown")),
        }
    }
    if let Some(category) = draft.action.trim().parse::<u8>().ok().filter(|c| (1..=5).contains(c)) {
        add(Tag::from_file(TagKind::Action, category.to_string()));
    }
    tags
}

/// UHRI's theme "Reservations" stands on nearly all texts of 2009–2014, and only 3 % of those
/// mention one: before 2019 it is believed only where the text says so.
fn theme_tag(theme: String, cleaned: &str, dated: Option<Date>) -> Tag {
    let doubtful = theme == "Reservations"
        && dated.is_none_or(|date| date.year() < 2019)
        && !cleaned.to_lowercase().contains("reservation");
    let mut tag = Tag::from_file(TagKind::Theme, theme);
    if doubtful {
        tag.confidence = Confidence::new(0.05);
        tag.evidence =
            vec!["the source set this theme on nearly all texts before 2019; the text names no reservation".to_owned()];
    }
    tag
}
