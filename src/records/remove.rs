//! What is left of records when a file is taken out again: the way of an import, backwards.
//!
//! A record that only that file holds goes. One of several files loses the source, and with it what no
//! other source holds: languages, tags, fields, and the number, words, States and position that it has set.
//! The journal tells what a file corrected of its own earlier copy. Two things do not come back:
//! records that the file has shown to be one stay one, and doubts that it has settled stay settled.

use std::collections::BTreeMap;

use crate::domain::{
    Change, HeldField, Holds, Language, Paragraph, Position, Provenance, Recommendation, RecordId, Session, Source,
    StateCode, Symbol, TagValue,
};
use crate::text::language::identify;

/// What becomes of a record without a file.
#[derive(Debug, Clone, PartialEq)]
enum Without {
    /// The file was none of its sources.
    Untouched,
    /// No other file holds it.
    Gone,
    /// This is left of it.
    Left(Box<Recommendation>),
}

/// What becomes of all records without a file.
#[derive(Debug, Default)]
pub struct FileRemoval {
    /// Hash of the file, sixteen hexadecimal digits.
    pub file_hash: String,
    /// What the journal tells of its import, by the record that changed.
    pub told: BTreeMap<RecordId, Vec<Change>>,
    /// Records that only this file holds, as they are.
    pub gone: BTreeMap<RecordId, Recommendation>,
    /// What is left of records that other files hold too.
    pub left: BTreeMap<RecordId, Recommendation>,
    /// How many of those get another position.
    pub positions: u64,
    /// Identifiers of sources that lead to no record any more.
    pub sources: Vec<LostSource>,
}

/// An identifier of a source that leads to no record any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LostSource {
    /// The identifier in the source.
    pub source: String,
    /// The record it led to.
    pub record: RecordId,
}

impl FileRemoval {
    /// Of no records yet; `told` are the changes that the journal tells of the import.
    #[must_use]
    pub fn of(file_hash: String, told: Vec<Change>) -> Self {
        let mut of_records: BTreeMap<RecordId, Vec<Change>> = BTreeMap::new();
        for change in told {
            if let Change::RecordChanged { id, .. } = &change {
                of_records.entry(*id).or_default().push(change);
            }
        }
        Self { file_hash, told: of_records, ..Self::default() }
    }

    /// Says what becomes of one record.
    pub fn take(&mut self, record: Recommendation) {
        let told = self.told.get(&record.id).map_or(&[][..], Vec::as_slice);
        match without(&record, &self.file_hash, told) {
            Without::Untouched => {}
            Without::Gone => {
                let lost =
                    record.source_ids().into_iter().map(|id| LostSource { source: id.to_owned(), record: record.id });
                self.sources.extend(lost);
                self.gone.insert(record.id, record);
            }
            Without::Left(left) => {
                let kept = left.source_ids();
                let lost = record.source_ids().into_iter().filter(|id| !kept.contains(id));
                self.sources.extend(lost.map(|id| LostSource { source: id.to_owned(), record: record.id }));
                self.positions += u64::from(left.position != record.position);
                self.left.insert(record.id, *left);
            }
        }
    }
}

/// What becomes of a record without a file; `told` are the changes that the journal tells of its import.
fn without(record: &Recommendation, file_hash: &str, told: &[Change]) -> Without {
    let (removed, kept): (Vec<Source>, Vec<Source>) =
        record.sources.iter().cloned().partition(|source| source.file_hash == file_hash);
    if removed.is_empty() {
        return Without::Untouched;
    }
    if !kept.iter().any(has_words) {
        return Without::Gone;
    }
    let mut left = Recommendation { sources: kept, ..record.clone() };
    give_up(&mut left);
    number(&mut left);
    wording(&mut left);
    recommending_states(&mut left);
    for change in told.iter().rev() {
        take_back(&mut left, change);
    }
    if removed.iter().any(|source| source.says.position.is_some()) {
        position(&mut left, told);
    }
    Without::Left(Box::new(left))
}

fn has_words(source: &Source) -> bool {
    source.says.holds.as_ref().is_none_or(Holds::has_words)
}

fn has_field(source: &Source, field: HeldField) -> bool {
    source.says.holds.as_ref().is_none_or(|holds| holds.fields.contains(&field))
}

/// Gives up what none of the sources holds.
fn give_up(left: &mut Recommendation) {
    // A source that says nothing of what it holds, holds all.
    let Some(holds) = left.sources.iter().map(|source| source.says.holds.clone()).collect::<Option<Vec<Holds>>>()
    else {
        return;
    };
    left.texts.retain(|language, _| holds.iter().any(|held| held.languages.contains(language)));
    left.tags.retain(|tag| {
        let is_same = |held: &TagValue| held.kind == tag.kind && held.value == tag.value;
        tag.provenance != Provenance::File || holds.iter().any(|held| held.tags.iter().any(is_same))
    });
    let is_held = |field| holds.iter().any(|held| held.fields.contains(&field));
    left.symbol = left.symbol.take().filter(|_| is_held(HeldField::Symbol));
    left.paragraph = left.paragraph.take().filter(|_| is_held(HeldField::Paragraph));
    left.state = left.state.filter(|_| is_held(HeldField::State));
    left.session = left.session.filter(|_| is_held(HeldField::Session));
    left.published = left.published.filter(|_| is_held(HeldField::Published));
    left.follow_up = left.follow_up.take().filter(|_| is_held(HeldField::FollowUp));
    if !is_held(HeldField::RecommendingStates) {
        left.recommending_states.clear();
    }
}

/// The number of a source, where none of them has that of the record.
fn number(left: &mut Recommendation) {
    let has_it = |source: &Source| source.says.paragraph.is_none() && has_field(source, HeldField::Paragraph);
    if left.sources.iter().any(has_it) {
        return;
    }
    let Some(own) = left.sources.iter().find_map(|source| source.says.paragraph.clone()) else { return };
    for source in &mut left.sources {
        source.says.paragraph = source.says.paragraph.take().filter(|number: &Paragraph| *number != own);
    }
    left.paragraph = Some(own);
}

/// The words of a source, where none of them has those of the record.
fn wording(left: &mut Recommendation) {
    if left.sources.iter().any(|source| has_words(source) && source.says.wording.is_none()) {
        return;
    }
    let Some(own) = left.sources.iter().find_map(|source| source.says.wording.clone()) else { return };
    let language = language_of(&own, left);
    let Some(text) = left.texts.get_mut(&language) else { return };
    // The words as they stood in the file are not kept with a source.
    text.raw.clone_from(&own);
    text.clean.clone_from(&own);
    for source in &mut left.sources {
        source.says.wording = source.says.wording.take().filter(|words| *words != own);
    }
}

/// The language of the record that some words are in: its only one, else the one they look like.
fn language_of(words: &str, record: &Recommendation) -> Language {
    let mut languages = record.texts.keys().copied();
    match (languages.next(), languages.next()) {
        (Some(only), None) => only,
        _ => identify(words),
    }
}

/// The recommending States of the sources, where none of them names those of the record.
fn recommending_states(left: &mut Recommendation) {
    let names = |source: &&Source| has_field(source, HeldField::RecommendingStates);
    let naming: Vec<&Source> = left.sources.iter().filter(names).collect();
    if naming.is_empty() || naming.iter().any(|source| source.says.recommending_states.is_empty()) {
        return;
    }
    let mut states: Vec<StateCode> = Vec::new();
    for state in naming.iter().flat_map(|source| &source.says.recommending_states) {
        if !states.contains(state) {
            states.push(*state);
        }
    }
    left.recommending_states = states;
}

/// Undoes what the import has corrected, where that still stands.
fn take_back(left: &mut Recommendation, change: &Change) {
    let Change::RecordChanged { id, field, before, after } = change else { return };
    if *id != left.id {
        return;
    }
    match field.as_str() {
        "symbol" => back(&mut left.symbol, after, Symbol::parse(before)),
        "session" => back(&mut left.session, after, Session::from_words(before)),
        "state" => back(&mut left.state, after, before.parse().ok()),
        "published" => back(&mut left.published, after, before.parse().ok()),
        _ => {}
    }
}

fn back<T: ToString>(now: &mut Option<T>, after: &str, before: Option<T>) {
    if before.is_some() && now.as_ref().is_some_and(|now| now.to_string() == after) {
        *now = before;
    }
}

/// The position that the sources state: the first, refined by those that agree with it and changed by the
/// State itself; where none states one, the one that stood before, or none.
fn position(left: &mut Recommendation, told: &[Change]) {
    let stated: Vec<(Position, bool)> = left
        .sources
        .iter()
        .filter_map(|source| Some((source.says.position?, source.says.holds.as_ref().is_some_and(|h| !h.has_words()))))
        .collect();
    if stated.iter().any(|(position, _)| *position == left.position) {
        return;
    }
    if stated.is_empty() {
        left.position = position_before(left.id, told).unwrap_or(Position::None);
        return;
    }
    left.position = stated.into_iter().fold(Position::None, |now, (position, is_of_state)| {
        if position.refines(now) || (is_of_state && !position.agrees_with(now)) { position } else { now }
    });
}

/// The position that the import has found.
fn position_before(of: RecordId, told: &[Change]) -> Option<Position> {
    told.iter().find_map(|change| match change {
        Change::RecordChanged { id, field, before, .. } if *id == of && field == "position" => {
            Position::from_words(before)
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{FileRemoval, LostSource, Without, without};
    use crate::domain::{
        Body, Change, HeldField, Holds, Kind, Language, Mechanism, Paragraph, Position, Recommendation, RecordId, Said,
        Session, Source, Symbol, Tag, TagKind, Text,
    };
    use crate::records::{Arrival, Voice, reconcile};

    /// Nothing is known.
    struct Nothing;

    impl crate::records::KnownRecords for Nothing {
        type Error = std::convert::Infallible;

        fn record(&self, _: RecordId) -> Result<Option<Recommendation>, Self::Error> {
            Ok(None)
        }

        fn by_source(&self, _: &str) -> Result<Option<RecordId>, Self::Error> {
            Ok(None)
        }
    }

    fn text(words: &str) -> Text {
        Text { raw: words.to_owned(), clean: words.to_owned() }
    }

    fn record(file: &str, position: Position) -> Recommendation {
        let says = Said { position: Some(position).filter(|p| *p != Position::None), ..Said::default() };
        let (file, file_hash, place) = (file.to_owned(), file.to_owned(), "row 1".to_owned());
        Recommendation {
            id: RecordId(1),
            kind: Kind::Recommendation,
            mechanism: Mechanism::Upr,
            body: Body::upr(),
            symbol: None,
            paragraph: None,
            state: Some("PER".parse().unwrap()),
            unknown_state: None,
            recommending_states: Vec::new(),
            unknown_states: Vec::new(),
            session: Some(Session(28)),
            position,
            published: None,
            texts: BTreeMap::from([(Language::En, text("Build schools"))]),
            tags: Vec::new(),
            sources: vec![Source { file, file_hash, place, source_id: None, says }],
            follow_up: None,
            doubts: Vec::new(),
            history: None,
        }
    }

    /// The record of several arrivals, with what the journal was told.
    fn met(arrivals: Vec<Arrival>) -> (Recommendation, Vec<Change>) {
        match reconcile(arrivals, &Nothing) {
            Ok(mut made) => (made.records.remove(&RecordId(1)).unwrap().record, made.changes),
            Err(never) => match never {},
        }
    }

    fn left(of: Without) -> Recommendation {
        match of {
            Without::Left(record) => *record,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_only_one_file_holds_goes_and_what_it_does_not_hold_is_untouched() {
        let record = record("a", Position::None);
        assert_eq!(without(&record, "a", &[]), Without::Gone);
        assert_eq!(without(&record, "b", &[]), Without::Untouched);
    }

    #[test]
    fn a_second_file_is_taken_out_without_a_trace() {
        let first = record("a", Position::Supported);
        let mut second = record("b", Position::Supported);
        second.texts.insert(Language::Es, text("Construir escuelas"));
        second.tags.push(Tag::from_file(TagKind::SdgTarget, "4.1"));
        (second.symbol, second.paragraph) = (Symbol::parse("A/HRC/37/8"), Paragraph::parse("111.1"));
        second.recommending_states.push("CHL".parse().unwrap());
        let (both, told) = met(vec![first.clone().into(), second.clone().into()]);
        assert_eq!((both.texts.len(), both.tags.len(), both.sources.len()), (2, 1, 2));
        let alone = left(without(&both, "b", &told));
        let held = alone.sources[0].says.holds.clone().unwrap();
        assert_eq!((held.languages, held.fields), (vec![Language::En], vec![HeldField::State, HeldField::Session]));
        let mut plain = alone;
        plain.sources.clone_from(&first.sources);
        assert_eq!(plain, first);
        let other = left(without(&both, "a", &told));
        assert_eq!((other.texts.len(), other.symbol, other.tags.len()), (2, second.symbol, 1));
    }

    #[test]
    fn the_positions_of_an_addendum_go_back_and_it_holds_no_record_alone() {
        let first = record("a", Position::Supported);
        let mut answer = record("addendum", Position::Noted);
        answer.sources[0].says.holds = Some(Holds::default());
        let arrival = Arrival { voice: Voice::State, ..answer.into() };
        let (both, told) = met(vec![first.into(), arrival]);
        assert_eq!(both.position, Position::Noted);
        assert_eq!(left(without(&both, "addendum", &told)).position, Position::Supported);
        assert_eq!(without(&both, "a", &told), Without::Gone);
        let open = met(vec![record("a", Position::None).into(), {
            let mut answer = record("addendum", Position::Noted);
            answer.sources[0].says.holds = Some(Holds::default());
            Arrival { voice: Voice::State, ..answer.into() }
        }]);
        assert_eq!(left(without(&open.0, "addendum", &open.1)).position, Position::None);
    }

    #[test]
    fn a_draft_has_its_number_and_words_again_without_the_final_document() {
        let mut draft = record("draft", Position::None);
        draft.sources[0].says.is_draft = true;
        draft.paragraph = Paragraph::parse("6.1");
        let mut last = record("final", Position::None);
        last.texts.insert(Language::En, text("Build schools in all villages"));
        (last.symbol, last.paragraph) = (Symbol::parse("A/HRC/37/8"), Paragraph::parse("111.1"));
        let (both, told) = met(vec![draft.clone().into(), last.into()]);
        assert_eq!(both.clean_text(Language::En), "Build schools in all villages");
        let alone = left(without(&both, "final", &told));
        assert_eq!((alone.clean_text(Language::En), &alone.paragraph), ("Build schools", &draft.paragraph));
        assert_eq!((alone.symbol, alone.sources[0].says.wording.as_ref()), (None, None));
    }

    #[test]
    fn a_removal_counts_and_names_what_leads_nowhere() {
        let mut removal = FileRemoval::of("b".to_owned(), Vec::new());
        let mut only = record("b", Position::None);
        only.sources[0].source_id = Some("B-1".to_owned());
        removal.take(only);
        let second = Recommendation { id: RecordId(2), ..record("a", Position::None) };
        removal.take(second);
        assert_eq!((removal.gone.len(), removal.left.len(), removal.positions), (1, 0, 0));
        assert_eq!(removal.sources, [LostSource { source: "B-1".to_owned(), record: RecordId(1) }]);
    }
}
