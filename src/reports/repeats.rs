//! How the asks of a plan repeat: within one session or document, over documents, over cycles, over mechanisms.
//!
//! There is one definition of what a plan answers, [`Kind::is_of_plan`](crate::domain::Kind::is_of_plan): asks
//! are counted of those records alone.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use serde::Serialize;

use crate::domain::{Ask, Cycle, Mechanism, Recommendation, RecordId, Relation, SettledRecord, StateCode};

/// The records of an ask that a plan answers.
pub(super) type Members<'v> = Vec<&'v SettledRecord>;

/// How often the same is asked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Repeats {
    /// Records that a plan answers: recommendations and pledges, without concerns and other remarks.
    pub records: u64,
    /// Asks that these make; as many rows as the plan has where nobody has moved a record.
    pub asks: u64,
    /// Of the asks those that several of these records make; the four below add up to them.
    pub repeated_asks: u64,
    /// Asks that repeat within one session or document only.
    pub within_one: u64,
    /// Asks that repeat over several sessions or documents of one mechanism, in one cycle or none.
    pub over_documents: u64,
    /// Asks that repeat over several cycles of the review.
    pub over_cycles: u64,
    /// Asks that several mechanisms make.
    pub over_mechanisms: u64,
    /// Of the records those besides the first of each ask.
    pub besides_first: u64,
    /// Of the records those that relate as one ask to a record that stands in another ask.
    pub with_partner_elsewhere: u64,
    /// Of these those that stand alone in their ask.
    pub alone_with_partner: u64,
    /// Pairs that relate as one ask and stand in two: not all records of the two asks do.
    pub pairs_in_two_asks: u64,
}

/// How far an ask repeats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    Once,
    WithinOne,
    OverDocuments,
    OverCycles,
    OverMechanisms,
}

/// The records of an ask that a plan answers; none of concerns alone.
pub(super) fn members_of_plan<'v>(ask: &Ask, records: &BTreeMap<RecordId, &'v SettledRecord>) -> Members<'v> {
    let all = ask.members.iter().filter_map(|id| records.get(id).copied());
    all.filter(|settled| settled.record.kind.is_of_plan()).collect()
}

/// The asks of a plan with their records.
pub(super) fn plan_asks<'v>(records: &BTreeMap<RecordId, &'v SettledRecord>, asks: &[Ask]) -> Vec<Members<'v>> {
    asks.iter().map(|ask| members_of_plan(ask, records)).filter(|members| !members.is_empty()).collect()
}

impl Repeats {
    /// Counts asks of a plan; `relations` are those of all records.
    pub(super) fn of(asks: &[Members<'_>], relations: &[Relation]) -> Self {
        let mut counts = Self { asks: asks.len() as u64, ..Self::default() };
        for members in asks {
            counts.records += members.len() as u64;
            counts.besides_first += members.len() as u64 - 1;
            counts.repeated_asks += u64::from(members.len() > 1);
            match reach(members) {
                Reach::Once => {}
                Reach::WithinOne => counts.within_one += 1,
                Reach::OverDocuments => counts.over_documents += 1,
                Reach::OverCycles => counts.over_cycles += 1,
                Reach::OverMechanisms => counts.over_mechanisms += 1,
            }
        }
        counts.count_partners(asks, relations);
        counts
    }

    fn count_partners(&mut self, asks: &[Members<'_>], relations: &[Relation]) {
        let places = asks.iter().enumerate().flat_map(|(at, members)| members.iter().map(move |m| (m.record.id, at)));
        let places: HashMap<RecordId, usize> = places.collect();
        let mut partners: HashSet<RecordId> = HashSet::new();
        for relation in relations.iter().filter(|relation| relation.kind.joins()) {
            let (a, b) = (places.get(&relation.a), places.get(&relation.b));
            if a.zip(b).is_some_and(|(a, b)| a != b) {
                self.pairs_in_two_asks += 1;
                partners.extend([relation.a, relation.b]);
            }
        }
        let is_alone = |id: &&RecordId| places.get(*id).is_some_and(|at| asks[*at].len() == 1);
        self.with_partner_elsewhere = partners.len() as u64;
        self.alone_with_partner = partners.iter().filter(is_alone).count() as u64;
    }
}

fn reach(members: &[&SettledRecord]) -> Reach {
    let records = || members.iter().map(|settled| &settled.record);
    let mechanisms: BTreeSet<Mechanism> = records().map(|record| record.mechanism).collect();
    let cycles: BTreeSet<Cycle> = records().filter_map(Recommendation::cycle).collect();
    let occasions: BTreeSet<String> = records().map(occasion).collect();
    match members.len() {
        0 | 1 => Reach::Once,
        _ if mechanisms.len() > 1 => Reach::OverMechanisms,
        _ if cycles.len() > 1 => Reach::OverCycles,
        _ if occasions.len() > 1 => Reach::OverDocuments,
        _ => Reach::WithinOne,
    }
}

/// The session of the review, or else the document, in which a record was made.
fn occasion(record: &Recommendation) -> String {
    match (record.mechanism, record.session) {
        (Mechanism::Upr, Some(session)) => session.to_string(),
        _ => record.own_document(),
    }
}

/// How many pairs there are to compare: all within each State, and within each document of unknown State.
pub(super) fn possible_pairs<'r>(records: impl Iterator<Item = &'r Recommendation>) -> u64 {
    let mut sizes: BTreeMap<(Option<StateCode>, String), u64> = BTreeMap::new();
    for record in records {
        let document = if record.state.is_none() { record.own_document() } else { String::new() };
        *sizes.entry((record.state, document)).or_default() += 1;
    }
    sizes.values().map(|size| size * (size - 1) / 2).sum()
}
