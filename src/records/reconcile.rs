//! What becomes of arriving records: the one place that says of each whether it is new, known or
//! changed, and what there is to write.

use super::absorb::absorb;
use super::arrival::{Arrival, Evidence, SameAs, Voice};
use super::difference::Difference;
use super::folded::FoldedRow;
use super::known::KnownRecords;
use super::merge::{merge, sort_tags};
use super::reconciled::{ArrivalOutcome, Effect, Reconciled, RecordToWrite};
use crate::domain::{Change, Recommendation, RecordId};

/// Says what becomes of arriving records, one after the other: a later one meets what the earlier ones
/// have made.
///
/// # Errors
/// When what is known cannot be looked up.
pub fn reconcile<K: KnownRecords>(arrivals: Vec<Arrival>, known: &K) -> Result<Reconciled, K::Error> {
    let mut reconciled = Reconciled::default();
    for arrival in arrivals {
        let outcome = reconciled.take(arrival, known)?;
        reconciled.outcomes.push(outcome);
    }
    Ok(reconciled)
}

impl Reconciled {
    fn take<K: KnownRecords>(&mut self, arrival: Arrival, known: &K) -> Result<ArrivalOutcome, K::Error> {
        let Arrival { mut record, same_as, absorbs, voice } = arrival;
        let id = self.identify(&record, same_as);
        record.id = id;
        let was_met = self.records.contains_key(&id);
        let Some(RecordToWrite { record: mut stored, is_new }) = self.held(id, known)? else {
            self.records.insert(id, RecordToWrite { record, is_new: true });
            return Ok(ArrivalOutcome { id, effect: Effect::New, differences: Vec::new(), folded: None });
        };
        let before = stored.clone();
        // What a State says of its recommendations is no row of them.
        let source = record.sources.first().filter(|_| voice == Voice::Source).cloned();
        let differences = merge(&mut stored, record, voice);
        for other in absorbs {
            self.absorb(other, &mut stored, known)?;
        }
        let folded = source.and_then(|source| FoldedRow::of(&source, &before, &stored));
        let is_untouched = stored == before;
        let is_known = is_untouched || gains_nothing(before, &stored);
        let effect = if is_known { Effect::Known } else { Effect::Changed };
        self.changes.extend(differences.iter().filter(|d| d.taken).map(|difference| changed(id, difference)));
        if was_met || !is_untouched {
            self.records.insert(id, RecordToWrite { record: stored, is_new });
        }
        Ok(ArrivalOutcome { id, effect, differences, folded })
    }

    /// The record that an arriving one is: that which its UUID has led to before, the one that it was
    /// found to be, or one of its own.
    fn identify(&mut self, record: &Recommendation, same_as: Option<SameAs>) -> RecordId {
        let found = same_as.map_or(record.id, |same| same.id);
        let id = self.absorbed.get(&found).copied().unwrap_or(found);
        let Some(uuid) = record.uuids().next() else { return id };
        if let Some(met) = self.sources.get(uuid) {
            return *met;
        }
        let is_pointed_to = same_as.is_some_and(|same| same.by == Evidence::Source);
        if !is_pointed_to {
            self.sources.insert(uuid.to_owned(), id);
        }
        id
    }

    /// Takes a record out of what is to be written, else a copy of what is known.
    fn held<K: KnownRecords>(&mut self, id: RecordId, known: &K) -> Result<Option<RecordToWrite>, K::Error> {
        match self.records.remove(&id) {
            // One that has arrived before may hold more than the one that is known.
            Some(met) => Ok(Some(met)),
            None => Ok(known.record(id)?.map(|record| RecordToWrite { record, is_new: false })),
        }
    }

    /// Ends a record whose sources go over to another.
    fn absorb<K: KnownRecords>(&mut self, id: RecordId, into: &mut Recommendation, known: &K) -> Result<(), K::Error> {
        if id == into.id || self.absorbed.contains_key(&id) {
            return Ok(());
        }
        let Some(RecordToWrite { record: other, .. }) = self.held(id, known)? else { return Ok(()) };
        self.sources.extend(other.uuids().map(|uuid| (uuid.to_owned(), into.id)));
        self.absorbed.insert(id, into.id);
        self.changes.push(Change::Absorbed { id, into: into.id, reference: other.called() });
        absorb(into, other);
        Ok(())
    }
}

/// Whether a record differs from what it was before in its sources at most, and in the order of its tags.
fn gains_nothing(mut before: Recommendation, now: &Recommendation) -> bool {
    before.sources.clone_from(&now.sources);
    sort_tags(&mut before.tags);
    before == *now
}

fn changed(id: RecordId, difference: &Difference) -> Change {
    Change::RecordChanged {
        id,
        field: difference.field.name().to_owned(),
        before: difference.stored.clone(),
        after: difference.arrived.clone(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::convert::Infallible;

    use super::{Arrival, Effect, Evidence, Reconciled, SameAs, reconcile};
    use crate::domain::{
        Body, Change, Kind, Language, Mechanism, Position, Recommendation, RecordId, Said, Session, Source, Tag,
        TagKind, TagValue, Text,
    };
    use crate::records::KnownRecords;

    const UUID: &str = "0aa00000-0000-4000-8000-000000000001";

    #[derive(Default)]
    struct Shelf(BTreeMap<RecordId, Recommendation>);

    impl KnownRecords for Shelf {
        type Error = Infallible;

        fn record(&self, id: RecordId) -> Result<Option<Recommendation>, Infallible> {
            Ok(self.0.get(&id).cloned())
        }

        fn by_source(&self, uuid: &str) -> Result<Option<RecordId>, Infallible> {
            Ok(self.0.values().find(|record| record.uuids().any(|own| own == uuid)).map(|record| record.id))
        }
    }

    fn record(id: u64, file: &str, source_id: Option<&str>) -> Recommendation {
        let source = Source {
            file: file.to_owned(),
            file_hash: file.to_owned(),
            place: format!("row {id}"),
            source_id: source_id.map(str::to_owned),
            says: Said::default(),
        };
        let text = Text { raw: "Build schools".to_owned(), clean: "Build schools".to_owned() };
        Recommendation {
            id: RecordId(id),
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
            position: Position::None,
            published: None,
            texts: BTreeMap::from([(Language::En, text)]),
            tags: Vec::new(),
            sources: vec![source],
            follow_up: None,
            doubts: Vec::new(),
            history: None,
        }
    }

    fn reconciled(arrivals: Vec<Arrival>, shelf: &Shelf) -> Reconciled {
        match reconcile(arrivals, shelf) {
            Ok(reconciled) => reconciled,
            Err(never) => match never {},
        }
    }

    #[test]
    fn the_same_row_again_is_known_and_nothing_is_written() {
        let shelf = Shelf(BTreeMap::from([(RecordId(1), record(1, "a", None))]));
        let made = reconciled(vec![record(1, "a", None).into(), record(2, "a", None).into()], &shelf);
        let effects: Vec<Effect> = made.outcomes.iter().map(|outcome| outcome.effect).collect();
        assert_eq!(effects, [Effect::Known, Effect::New]);
        assert_eq!(made.records.keys().collect::<Vec<_>>(), [&RecordId(2)]);
        assert!(made.records[&RecordId(2)].is_new && made.changes.is_empty());
    }

    #[test]
    fn two_rows_with_one_uuid_are_one_record() {
        let made =
            reconciled(vec![record(1, "a", Some(UUID)).into(), record(2, "b", Some(UUID)).into()], &Shelf::default());
        assert_eq!((made.records.len(), made.sources[UUID]), (1, RecordId(1)));
        assert_eq!(made.records[&RecordId(1)].record.sources.len(), 2);
    }

    #[test]
    fn a_row_that_falls_on_another_of_its_file_is_named_with_what_it_brings() {
        let with = |place: &str, issues: &[&str]| {
            let mut made = record(1, "a", Some(place));
            made.sources[0].place = place.to_owned();
            made.tags = issues.iter().map(|issue| Tag::from_file(TagKind::Issue, *issue)).collect();
            made
        };
        let made = reconciled(
            vec![with("A-1", &["Water"]).into(), with("A-2", &["Water", "Housing"]).into()],
            &Shelf::default(),
        );
        assert_eq!(made.outcomes[0].folded, None);
        let folded = made.outcomes[1].folded.as_ref().unwrap();
        assert_eq!((folded.place.as_str(), folded.with.as_str()), ("A-2", "A-1"));
        assert_eq!(folded.brought, [TagValue::of(TagKind::Issue, "Housing")]);
        let again = reconciled(vec![with("A-1", &["Water"]).into(), with("A-1", &["Water"]).into()], &Shelf::default());
        assert_eq!(again.outcomes[1].folded, None, "the same row again falls on itself");
    }

    #[test]
    fn the_order_of_rows_leaves_no_trace_in_tags_and_identifiers() {
        let with = |id: &str, issues: [&str; 2]| {
            let mut made = record(1, "a", Some(id));
            made.sources[0].place = id.to_owned();
            made.tags = issues.iter().map(|issue| Tag::from_file(TagKind::Issue, *issue)).collect();
            made
        };
        let (one, other) = (with("A-1", ["Water", "Housing"]), with("A-2", ["Housing", "Food"]));
        let merged = |first: &Recommendation, second: &Recommendation| {
            let made = reconciled(vec![first.clone().into(), second.clone().into()], &Shelf::default());
            made.records[&RecordId(1)].record.clone()
        };
        let (forth, back) = (merged(&one, &other), merged(&other, &one));
        assert_eq!(forth.tags, back.tags);
        assert_eq!((forth.source_ids(), back.source_ids()), (vec!["A-1", "A-2"], vec!["A-1", "A-2"]));
    }

    #[test]
    fn an_absorbed_record_ends_and_its_uuid_leads_to_the_other() {
        let shelf =
            Shelf(BTreeMap::from([(RecordId(1), record(1, "a", None)), (RecordId(2), record(2, "a", Some(UUID)))]));
        let same_as = Some(SameAs { id: RecordId(1), by: Evidence::Likeness });
        let arrival = Arrival { same_as, absorbs: vec![RecordId(2)], ..record(3, "b", None).into() };
        let made = reconciled(vec![arrival, record(4, "c", Some(UUID)).into()], &shelf);
        assert_eq!(made.absorbed, BTreeMap::from([(RecordId(2), RecordId(1))]));
        assert_eq!(made.records.keys().collect::<Vec<_>>(), [&RecordId(1)]);
        assert_eq!((made.sources[UUID], made.records[&RecordId(1)].record.sources.len()), (RecordId(1), 4));
        assert!(matches!(made.changes[0], Change::Absorbed { id: RecordId(2), into: RecordId(1), .. }));
    }

    #[test]
    fn the_only_source_corrects_its_own_word_and_the_journal_is_told() {
        let shelf = Shelf(BTreeMap::from([(RecordId(1), record(1, "a", Some(UUID)))]));
        let noted = Recommendation { session: Some(Session(29)), ..record(9, "b", Some(UUID)) };
        let same_as = Some(SameAs { id: RecordId(1), by: Evidence::Source });
        let made = reconciled(vec![Arrival { same_as, ..noted.into() }], &shelf);
        assert_eq!((made.counts().changed, made.outcomes[0].differences.len()), (1, 1));
        assert_eq!(made.records[&RecordId(1)].record.session, Some(Session(29)));
        assert!(matches!(&made.changes[0], Change::RecordChanged { field, .. } if field == "session"));
        assert!(made.sources.is_empty(), "its pointer stands already");
    }
}
