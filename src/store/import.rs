//! Bulk import: batches of records, each one transaction with its progress marker.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sled::Transactional;
use sled::transaction::{ConflictableTransactionError, TransactionError};

use super::codec::{decode, encode};
use super::merge::{Difference, Voice, merge};
use super::{Store, StoreError, keys};
use crate::domain::{Change, Event, Recommendation, RecordId};

/// How far the import of one file has come; written in the same transaction as the records.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportProgress {
    /// Name of the file.
    pub file: String,
    /// Hash of the file, sixteen hexadecimal digits.
    pub file_hash: String,
    /// Rows read so far.
    pub rows: u64,
    /// Records that were new.
    pub new: u64,
    /// Records that were known and gained nothing but a source, or nothing.
    pub known: u64,
    /// Records that were known and have changed.
    pub changed: u64,
    /// Rows that were rejected.
    pub rejected: u64,
    /// Whether the file was read to its end.
    pub finished: bool,
}

/// Who does something, and when.
#[derive(Debug, Clone)]
pub struct Stamp {
    /// The moment.
    pub at: Timestamp,
    /// Account name of the user.
    pub who: String,
}

/// A record on its way into the store.
#[derive(Debug, Clone)]
pub struct Arrival {
    /// The record; its identifier is that of a known record where it was found to be the same.
    pub record: Recommendation,
    /// Known records that are this one too: their sources go over to it, and they end.
    pub absorbs: Vec<RecordId>,
    /// Whose word it is on the position.
    pub voice: Voice,
}

impl From<Recommendation> for Arrival {
    fn from(record: Recommendation) -> Self {
        Self { record, absorbs: Vec::new(), voice: Voice::Source }
    }
}

/// What writing an arrival would do.
#[derive(Debug, Clone)]
pub struct Preview {
    /// The arriving record.
    pub record: Recommendation,
    /// What it would be.
    pub effect: Effect,
    /// Fields that differ.
    pub differences: Vec<Difference>,
}

/// What an arriving record is to the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// A record that was not there.
    New,
    /// A record that was there and gains something.
    Changed,
    /// A record that was there and gains nothing but a source.
    Known,
}

/// What one batch did.
#[derive(Debug, Default)]
pub struct BatchOutcome {
    /// Records that were new.
    pub new: u64,
    /// Records that were known.
    pub known: u64,
    /// Records that have changed.
    pub changed: u64,
    /// Fields that differed.
    pub differences: Vec<Difference>,
}

/// What a batch will write.
#[derive(Default)]
pub(super) struct Plan {
    /// Records to write; the flag says whether the record is new to the store.
    pub(super) records: BTreeMap<RecordId, (Recommendation, bool)>,
    /// Global source identifiers and the records they lead to.
    pub(super) sources: BTreeMap<String, RecordId>,
    /// Records that end, and the one that each has become part of.
    pub(super) absorbed: BTreeMap<RecordId, RecordId>,
    pub(super) events: Vec<Event>,
    outcome: BatchOutcome,
}

impl Store {
    /// The progress of a file, if its import has begun.
    ///
    /// # Errors
    /// When the engine fails.
    pub fn import_progress(&self, file_hash: &str) -> Result<Option<ImportProgress>, StoreError> {
        let found = self.imports.get(keys::text(file_hash)).map_err(|e| self.engine(&e))?;
        found.map(|bytes| decode("an import", &bytes)).transpose()
    }

    /// Writes a batch of records, the progress marker and the journal in one transaction.
    ///
    /// `progress` tells the rows and rejections up to and including this batch; the counts of new,
    /// known and changed records are added to what the marker held before. When this returns, the
    /// batch is on disk.
    ///
    /// # Errors
    /// When the engine fails; then nothing of the batch was written.
    pub fn commit(
        &self,
        batch: Vec<Arrival>,
        progress: &mut ImportProgress,
        stamp: &Stamp,
    ) -> Result<BatchOutcome, StoreError> {
        let mut plan = Plan::default();
        for arrival in batch {
            self.place(arrival, &mut plan, stamp)?;
        }
        let was_finished = self.import_progress(&progress.file_hash)?.is_some_and(|p| p.finished);
        progress.new += plan.outcome.new;
        progress.known += plan.outcome.known;
        progress.changed += plan.outcome.changed;
        let changes_truth = progress.new + progress.changed > 0;
        if progress.finished && !was_finished && changes_truth {
            plan.events.push(imported(progress, stamp));
        }
        self.write(&plan, (!was_finished).then_some(&*progress))?;
        Ok(plan.outcome)
    }

    /// Decides whether a record is new, known or changed.
    fn place(&self, arrival: Arrival, plan: &mut Plan, stamp: &Stamp) -> Result<(), StoreError> {
        let Arrival { mut record, absorbs, voice } = arrival;
        let global = record.uuids().next().map(str::to_owned);
        if let Some(id) = &global {
            match plan.sources.get(id).copied().map_or_else(|| self.record_of_source(id), |id| Ok(Some(id)))? {
                Some(known) => record.id = known,
                None => _ = plan.sources.insert(id.clone(), record.id),
            }
        }
        let pending = plan.records.remove(&record.id);
        let was_pending = pending.is_some();
        let (mut stored, is_new) = match pending {
            Some(entry) => entry,
            None => match self.record(record.id)? {
                Some(stored) => (stored, false),
                None => {
                    plan.outcome.new += 1;
                    plan.records.insert(record.id, (record, true));
                    return Ok(());
                }
            },
        };
        let before = stored.clone();
        let differences = merge(&mut stored, record, voice);
        // The record stands in the plan while others become part of it.
        plan.records.insert(stored.id, (stored.clone(), is_new));
        for id in absorbs {
            self.absorb(id, &mut stored, plan, stamp)?;
        }
        let bare = |record: &Recommendation| Recommendation { sources: Vec::new(), ..record.clone() };
        if bare(&stored) == bare(&before) {
            plan.outcome.known += 1;
        } else {
            plan.outcome.changed += 1;
        }
        plan.events.extend(differences.iter().filter(|d| d.taken).map(|d| changed(stored.id, d, stamp)));
        plan.outcome.differences.extend(differences);
        if was_pending || stored != before {
            plan.records.insert(stored.id, (stored, is_new));
        } else {
            plan.records.remove(&stored.id);
        }
        Ok(())
    }

    /// What writing arrivals would do, without writing: for each what it would be.
    ///
    /// # Errors
    /// When the engine fails.
    pub fn preview(&self, arrivals: Vec<Arrival>, stamp: &Stamp) -> Result<Vec<Preview>, StoreError> {
        let mut plan = Plan::default();
        let mut previews = Vec::new();
        for arrival in arrivals {
            let record = arrival.record.clone();
            let so_far = (plan.outcome.new, plan.outcome.changed);
            self.place(arrival, &mut plan, stamp)?;
            let differences = std::mem::take(&mut plan.outcome.differences);
            let effect = match (plan.outcome.new > so_far.0, plan.outcome.changed > so_far.1) {
                (true, _) => Effect::New,
                (false, true) => Effect::Changed,
                (false, false) => Effect::Known,
            };
            previews.push(Preview { record, effect, differences });
        }
        Ok(previews)
    }

    fn record_of_source(&self, source_id: &str) -> Result<Option<RecordId>, StoreError> {
        let found = self.sources.get(keys::text(source_id)).map_err(|e| self.engine(&e))?;
        Ok(found.and_then(|bytes| keys::read_number(&bytes)).map(RecordId))
    }

    fn write(&self, plan: &Plan, progress: Option<&ImportProgress>) -> Result<(), StoreError> {
        let records: Vec<_> = plan
            .records
            .values()
            .map(|(record, _)| Ok((keys::record(record.id), encode("a record", record)?)))
            .collect::<Result<_, StoreError>>()?;
        let events: Vec<_> = plan.events.iter().map(|event| encode("an event", event)).collect::<Result<_, _>>()?;
        let marker =
            progress.map(|p| Ok::<_, StoreError>((keys::text(&p.file_hash), encode("an import", p)?))).transpose()?;
        let new = plan.records.values().filter(|(_, is_new)| *is_new).count() as u64;
        if records.is_empty() && events.is_empty() && marker.is_none() {
            return Ok(());
        }
        let moved = self.moved_decisions(&plan.absorbed)?;
        let trees = (&self.records, &self.sources, &self.imports, &self.decisions, &self.journal, &self.meta);
        let outcome: Result<(), TransactionError<()>> = trees.transaction(|trees| {
            let (tree, sources, imports, decisions, journal, meta) = trees;
            for (key, value) in &records {
                tree.insert(key, value.as_slice())?;
            }
            for id in plan.absorbed.keys() {
                tree.remove(&keys::record(*id))?;
            }
            for (key, value) in &moved {
                match value {
                    Some(value) => decisions.insert(key.as_slice(), value.as_slice())?,
                    None => decisions.remove(key.as_slice())?,
                };
            }
            for (source, id) in &plan.sources {
                sources.insert(keys::text(source), &keys::record(*id))?;
            }
            if let Some((key, value)) = &marker {
                imports.insert(key.as_slice(), value.as_slice())?;
            }
            super::journal::append(journal, meta, &events)?;
            super::counters::add(meta, super::counters::RECORDS, new)?;
            super::counters::take(meta, super::counters::RECORDS, plan.absorbed.len() as u64)?;
            if !records.is_empty() {
                super::counters::add(meta, super::counters::REVISION, 1)?;
            }
            Ok::<(), ConflictableTransactionError<()>>(())
        });
        outcome.map_err(|e| self.transaction(e))?;
        self.flush()
    }
}

fn imported(progress: &ImportProgress, stamp: &Stamp) -> Event {
    let what = Change::Imported {
        file: progress.file.clone(),
        file_hash: progress.file_hash.clone(),
        rows: progress.rows,
        new: progress.new,
        changed: progress.changed,
    };
    Event { at: stamp.at, who: stamp.who.clone(), undoes: false, what }
}

fn changed(id: RecordId, difference: &Difference, stamp: &Stamp) -> Event {
    let what = Change::RecordChanged {
        id,
        field: difference.field.to_owned(),
        before: difference.stored.clone(),
        after: difference.arrived.clone(),
    };
    Event { at: stamp.at, who: stamp.who.clone(), undoes: false, what }
}
