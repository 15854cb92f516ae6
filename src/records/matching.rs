//! One review, several sources: which arriving records are known already from other files.
//!
//! UHRI, UPR Info, matrices and reports hold the same recommendations with other numbers, symbols and
//! slightly other words. What is known and which of it a row has been joined to already is kept here;
//! [`sameness`] tells whether two are the same by their words. Rows of one file stay apart, but for
//! rows of single recommending States that a report holds as one recommendation.

use std::collections::{HashMap, HashSet};

use super::arrival::{Arrival, Evidence, SameAs};
use super::known::KnownRecords;
use super::outline::Outline;
use super::recommending_states::is_part_of;
use super::sameness::{Candidate, Review, sameness};
use super::twins::Twins;
use crate::domain::vocabulary::StateRegister;
use crate::domain::{Recommendation, RecordId, StateCode};

/// The known records that rows of one file may be joined to.
#[derive(Debug, Default)]
pub struct KnownReviews {
    outline: Outline,
    reviews: HashMap<Review, Vec<Candidate>>,
    states: HashMap<RecordId, Vec<StateCode>>,
    ids: HashSet<RecordId>,
    /// Records that have the words of rows and other numbers.
    twins: Twins,
    /// Records that this file has given before, by their place in it.
    by_place: HashMap<String, RecordId>,
    /// Known records that rows of this file stand for, with the recommending States they have named.
    claimed: HashMap<RecordId, Vec<StateCode>>,
    /// Records that have become part of others while this file is taken over.
    absorbed: HashMap<RecordId, RecordId>,
}

impl KnownReviews {
    /// For a file of which nothing is known yet.
    #[must_use]
    pub fn of(outline: Outline) -> Self {
        Self { outline, ..Self::default() }
    }

    /// Looks at a known record; all are shown before [`reserve`](Self::reserve) is called.
    pub fn note(&mut self, record: &Recommendation) {
        self.ids.insert(record.id);
        self.twins.note(record, &self.outline);
        for source in record.sources.iter().filter(|source| source.file_hash == self.outline.file_hash) {
            self.by_place.insert(source.place.clone(), record.id);
            let named = &source.says.recommending_states;
            let named = if named.is_empty() { &record.recommending_states } else { named };
            self.claimed.entry(record.id).or_default().extend(named);
        }
        if let Some(review) = Review::of(record).filter(|review| self.outline.reviews.contains(review)) {
            self.states.insert(record.id, record.recommending_states.clone());
            self.reviews.entry(review).or_default().push(Candidate::of(record));
        }
    }

    /// Keeps the records that rows stand for by their identifiers from the words of other rows.
    ///
    /// # Errors
    /// When what is known cannot be looked up.
    pub fn reserve<K: KnownRecords>(&mut self, known: &K) -> Result<(), K::Error> {
        for uuid in &self.outline.uuids {
            if let Some(id) = known.by_source(uuid)? {
                let states = self.states.get(&id).cloned().unwrap_or_default();
                self.claimed.entry(id).or_insert(states);
            }
        }
        for (id, named) in &self.outline.ids {
            let known = Some(*id).filter(|id| self.ids.contains(id)).or_else(|| self.twins.of_number(*id));
            let Some(known) = known else { continue };
            let states =
                if named.is_empty() { self.states.get(&known).cloned().unwrap_or_default() } else { named.clone() };
            self.claimed.entry(known).or_insert(states);
        }
        Ok(())
    }

    /// Tells for each record of a batch whether it is known, and which known record it is.
    ///
    /// # Errors
    /// When what is known cannot be looked up.
    pub fn arrivals<K: KnownRecords>(
        &mut self,
        batch: Vec<Recommendation>,
        states: &StateRegister,
        known: &K,
    ) -> Result<Vec<Arrival>, K::Error> {
        let mut pairs: Vec<(f32, usize, RecordId)> = Vec::new();
        let mut arrivals: Vec<Arrival> = batch.into_iter().map(Arrival::from).collect();
        for (at, arrival) in arrivals.iter_mut().enumerate() {
            self.twins.tell_apart(&mut arrival.record);
            arrival.same_as = self.identified(&arrival.record, known)?;
            if arrival.same_as.is_none() {
                pairs.extend(self.pairs(&arrival.record, states).into_iter().map(|(score, id)| (score, at, id)));
            }
        }
        // The surest pairs first, so that a weaker likeness never takes a record from its own row.
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
        for (_, at, id) in pairs {
            self.join(&mut arrivals[at], id);
        }
        Ok(arrivals)
    }

    /// The known record that an arriving one is by an identifier: the UUID of its source, its place in
    /// this file, or its content.
    fn identified<K: KnownRecords>(&self, record: &Recommendation, known: &K) -> Result<Option<SameAs>, K::Error> {
        let by_source = match record.uuids().next() {
            Some(uuid) => known.by_source(uuid)?,
            None => None,
        };
        let place = record.sources.first().map(|source| source.place.as_str()).unwrap_or_default();
        let by_place = || self.by_place.get(place).copied();
        // The same words under two numbers of a report are two records: the number tells which is meant.
        let by_number = || record.paragraph.as_ref().map(|paragraph| record.id.apart(paragraph));
        let by_content = || {
            let own = by_number().into_iter().chain([record.id]).find(|id| self.ids.contains(id));
            own.or_else(|| self.twins.of_number(record.id))
        };
        let found = by_source
            .map(|id| (id, Evidence::Source))
            .or_else(|| by_place().map(|id| (id, Evidence::Place)))
            .or_else(|| by_content().map(|id| (id, Evidence::Content)));
        // A record that has become part of another is that one from now on.
        Ok(found.map(|(id, by)| SameAs { id: self.absorbed.get(&id).copied().unwrap_or(id), by }))
    }

    /// Known records that may be the same as an arriving one, with how sure that is.
    fn pairs(&self, record: &Recommendation, states: &StateRegister) -> Vec<(f32, RecordId)> {
        let Some(known) = Review::of(record).and_then(|review| self.reviews.get(&review)) else { return Vec::new() };
        let arrived = Candidate::of(record);
        let pair = |other: &Candidate| sameness(&arrived, other, states).map(|score| (score, other.id));
        known.iter().filter(|other| !self.is_taken(other.id)).filter_map(pair).collect()
    }

    /// Whether rows stand for all of a known record, so that no other row can be joined to it.
    fn is_taken(&self, id: RecordId) -> bool {
        let states = self.states.get(&id).map(Vec::as_slice).unwrap_or_default();
        self.claimed.get(&id).is_some_and(|named| states.iter().all(|state| named.contains(state)))
    }

    /// Joins an arriving record to a known one, unless another row stands for it.
    fn join(&mut self, arrival: &mut Arrival, id: RecordId) {
        let Some(states) = self.states.get(&id).filter(|_| !self.absorbed.contains_key(&id)) else { return };
        let own = &arrival.record.recommending_states;
        let claimed = self.claimed.get(&id);
        // One row a recommending State here, one record for several there: all of them go together.
        let is_free_part =
            claimed.is_some_and(|named| is_part_of(own, states) && own.iter().all(|state| !named.contains(state)));
        match arrival.same_as {
            None if claimed.is_none() || is_free_part => {
                arrival.same_as = Some(SameAs { id, by: Evidence::Likeness });
                self.claimed.entry(id).or_default().extend(own);
            }
            Some(SameAs { id: into, .. }) if is_part_of(states, own) && claimed.is_none() => {
                self.absorbed.insert(id, into);
                self.claimed.insert(id, states.clone());
                arrival.absorbs.push(id);
            }
            _ => {}
        }
    }

    /// The known records of the documents in the file that none of its rows stands for, in the order of
    /// their identifiers; `seen` are those that rows stand for or take in.
    #[must_use]
    pub fn unclaimed(&self, seen: &HashSet<RecordId>) -> Vec<RecordId> {
        let all = self.reviews.values().flatten();
        let of_document = |known: &&Candidate| known.symbol.as_ref().is_some_and(|s| self.outline.symbols.contains(s));
        let mut ids: Vec<RecordId> =
            all.filter(of_document).map(|known| known.id).filter(|id| !seen.contains(id)).collect();
        ids.sort_unstable();
        ids
    }
}
