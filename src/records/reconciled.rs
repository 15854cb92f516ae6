//! What arriving records make of what is known, as one value that a store can write or a page can show.

use std::collections::BTreeMap;

use super::difference::Difference;
use super::folded::FoldedRow;
use crate::domain::{Change, Recommendation, RecordId};

/// What arriving records make of what is known.
#[derive(Debug, Default)]
pub struct Reconciled {
    /// Records to write.
    pub records: BTreeMap<RecordId, RecordToWrite>,
    /// UUIDs of sources that were not known, and the records they lead to.
    pub sources: BTreeMap<String, RecordId>,
    /// Records that end, and the one that each has become part of.
    pub absorbed: BTreeMap<RecordId, RecordId>,
    /// What the journal tells, in order.
    pub changes: Vec<Change>,
    /// What became of each arrival, in the order of the arrivals.
    pub outcomes: Vec<ArrivalOutcome>,
}

/// A record to write.
#[derive(Debug, Clone)]
pub struct RecordToWrite {
    /// The record.
    pub record: Recommendation,
    /// Whether it was not known before.
    pub is_new: bool,
}

/// What became of one arrival.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArrivalOutcome {
    /// The record that it is now.
    pub id: RecordId,
    /// What it was to what is known.
    pub effect: Effect,
    /// Fields that differ.
    pub differences: Vec<Difference>,
    /// The row, where it fell on the record of another row of its file.
    pub folded: Option<FoldedRow>,
}

/// What an arriving record is to what is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// A record that was not there.
    New,
    /// A record that was there and gains something.
    Changed,
    /// A record that was there and gains nothing but a source, or nothing.
    Known,
}

/// How many arrivals had which effect.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Records that were new.
    pub new: u64,
    /// Records that were known.
    pub known: u64,
    /// Records that were known and have changed.
    pub changed: u64,
}

impl Reconciled {
    /// How many arrivals had which effect.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for outcome in &self.outcomes {
            match outcome.effect {
                Effect::New => counts.new += 1,
                Effect::Known => counts.known += 1,
                Effect::Changed => counts.changed += 1,
            }
        }
        counts
    }
}
