//! One review, several sources: which arriving records are known already from other files.
//!
//! UHRI, UPR Info, matrices and reports hold the same recommendations with other numbers, symbols and
//! slightly other words. This room knows which records are in the store and which of them a row has
//! been joined to already; whether two are the same is told by
//! [`analysis::sources`](crate::analysis::sources). Rows of one file stay apart, but for rows of single
//! recommending States that a report holds as one recommendation.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Workspace, WorkspaceError};
use crate::analysis::sources::{Candidate, Review, is_part_of, sameness};
use crate::domain::vocabulary::StateRegister;
use crate::domain::{Recommendation, RecordId, StateCode, Symbol};
use crate::ingest::{Context, Item, Sink, SourceFile, read};
use crate::store::Arrival;

/// What the rows of a file are, looked at before the first is taken over.
#[derive(Debug, Default)]
struct Outline {
    reviews: HashSet<Review>,
    /// Identifiers by content, with the recommending States that the rows name.
    ids: HashMap<RecordId, Vec<StateCode>>,
    uuids: HashSet<String>,
}

/// The records of the store that rows of one file may be joined to.
#[derive(Debug, Default)]
pub(super) struct Known {
    reviews: HashMap<Review, Vec<Candidate>>,
    states: HashMap<RecordId, Vec<StateCode>>,
    ids: HashSet<RecordId>,
    /// Records by the identifiers that sources gave them, where those are unique in the world.
    by_uuid: HashMap<String, RecordId>,
    /// Records that this file has given before, by their place in it.
    by_place: HashMap<String, RecordId>,
    /// Known records that rows of this file stand for, with the recommending States they have named.
    claimed: HashMap<RecordId, Vec<StateCode>>,
    /// Records that have become part of others during this import.
    absorbed: HashMap<RecordId, RecordId>,
}

impl Workspace {
    /// The records of the store that rows of a file may be joined to.
    pub(super) fn known(&self, file: &SourceFile, context: &Context<'_>) -> Result<Known, WorkspaceError> {
        if self.store.record_count()? == 0 {
            return Ok(Known::default());
        }
        let outline = outline(file, context)?;
        let mut known = Known::default();
        self.store.each_record(|record| {
            known.note(&record, &file.hash, &outline);
            Ok::<(), WorkspaceError>(())
        })?;
        // A record that a row stands for by its identifier is not there for the words of another row.
        let all = |id: &RecordId| known.states.get(id).cloned().unwrap_or_default();
        let named = |(id, states): (&RecordId, &Vec<StateCode>)| {
            (*id, if states.is_empty() { all(id) } else { states.clone() })
        };
        let own = outline.ids.iter().filter(|(id, _)| known.ids.contains(id)).map(named);
        let reserved: Vec<_> = known.by_uuid.values().map(|id| (*id, all(id))).chain(own).collect();
        for (id, states) in reserved {
            known.claimed.entry(id).or_insert(states);
        }
        Ok(known)
    }
}

fn outline(file: &SourceFile, context: &Context<'_>) -> Result<Outline, WorkspaceError> {
    let mut outline = Outline::default();
    let mut take = |_: u64, item: Item| {
        if let Item::Record { record, .. } = item {
            outline.reviews.extend(Review::of(&record));
            outline.uuids.extend(record.uuids().map(str::to_owned));
            outline.ids.insert(record.id, record.recommending_states);
        }
        Ok(())
    };
    read(file, context, &mut Sink::new(0, &mut take))?;
    Ok(outline)
}

impl Known {
    fn note(&mut self, record: &Recommendation, file_hash: &str, outline: &Outline) {
        self.ids.insert(record.id);
        for uuid in record.uuids().filter(|uuid| outline.uuids.contains(*uuid)) {
            self.by_uuid.insert(uuid.to_owned(), record.id);
        }
        for source in record.sources.iter().filter(|source| source.file_hash == file_hash) {
            self.by_place.insert(source.place.clone(), record.id);
            let named = &source.says.recommending_states;
            let named = if named.is_empty() { &record.recommending_states } else { named };
            self.claimed.entry(record.id).or_default().extend(named);
        }
        if let Some(review) = Review::of(record).filter(|review| outline.reviews.contains(review)) {
            self.states.insert(record.id, record.recommending_states.clone());
            self.reviews.entry(review).or_default().push(Candidate::of(record));
        }
    }

    /// Tells for each record of a batch whether it is known, and under which identifier.
    pub(super) fn arrivals(&mut self, batch: Vec<Recommendation>, states: &StateRegister) -> Vec<Arrival> {
        let mut pairs: Vec<(f32, usize, RecordId)> = Vec::new();
        let mut arrivals: Vec<Arrival> = batch.into_iter().map(Arrival::from).collect();
        for (at, arrival) in arrivals.iter_mut().enumerate() {
            match self.identified(&arrival.record) {
                Some(id) => arrival.record.id = id,
                None => {
                    pairs.extend(self.pairs(&arrival.record, states).into_iter().map(|(score, id)| (score, at, id)))
                }
            }
        }
        // The surest pairs first, so that a weaker likeness never takes a record from its own row.
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
        let mut joined: BTreeMap<usize, RecordId> = BTreeMap::new();
        for (_, at, id) in pairs {
            self.join(&mut arrivals[at], at, id, &mut joined);
        }
        arrivals
    }

    /// The known record that an arriving one is by identifier: its place in this file, a UUID, or its
    /// content.
    fn identified(&self, record: &Recommendation) -> Option<RecordId> {
        let place = record.sources.first().map(|source| source.place.as_str()).unwrap_or_default();
        let by_uuid = || record.uuids().find_map(|uuid| self.by_uuid.get(uuid)).copied();
        let by_content = || self.ids.contains(&record.id).then_some(record.id);
        let found = self.by_place.get(place).copied().or_else(by_uuid).or_else(by_content)?;
        Some(self.absorbed.get(&found).copied().unwrap_or(found))
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
    fn join(&mut self, arrival: &mut Arrival, at: usize, id: RecordId, joined: &mut BTreeMap<usize, RecordId>) {
        let Some(states) = self.states.get(&id).filter(|_| !self.absorbed.contains_key(&id)) else { return };
        let own = &arrival.record.recommending_states;
        let claimed = self.claimed.get(&id);
        // One row a recommending State here, one record for several there: all of them go together.
        let is_free_part =
            claimed.is_some_and(|named| is_part_of(own, states) && own.iter().all(|state| !named.contains(state)));
        match joined.get(&at).copied() {
            None if claimed.is_none() || is_free_part => {
                joined.insert(at, id);
                arrival.record.id = id;
                self.claimed.entry(id).or_default().extend(own);
            }
            Some(into) if is_part_of(states, own) && claimed.is_none() => {
                arrival.absorbs.push(id);
                self.absorbed.insert(id, into);
                self.claimed.insert(id, states.clone());
            }
            _ => {}
        }
    }

    /// The known records of the documents in a file that none of its rows stands for.
    pub(super) fn unclaimed(&self, seen: &HashSet<RecordId>, symbols: &HashSet<Symbol>) -> Vec<RecordId> {
        let all = self.reviews.values().flatten();
        let of_document = |known: &&Candidate| known.symbol.as_ref().is_some_and(|symbol| symbols.contains(symbol));
        let mut ids: Vec<RecordId> =
            all.filter(of_document).map(|known| known.id).filter(|id| !seen.contains(id)).collect();
        ids.sort_unstable();
        ids
    }
}
