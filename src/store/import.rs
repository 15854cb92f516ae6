//! Bulk import: batches of records, each one transaction with its progress marker.

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sled::Transactional;
use sled::transaction::TransactionError;

use super::codec::{decode, encode};
use super::value_kind::ValueKind;
use super::{InTransaction, Store, StoreError, counters, journal, keys};
use crate::domain::{Change, CommandId, Event, Recommendation, RecordId, Stamp};
use crate::records::{KnownRecords, Reconciled};

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

/// Keys and encoded values of what a batch writes.
struct Encoded {
    records: Vec<([u8; 9], Vec<u8>)>,
    events: Vec<Vec<u8>>,
    marker: Option<(Vec<u8>, Vec<u8>)>,
    /// How many of the records are new.
    new: u64,
}

impl KnownRecords for Store {
    type Error = StoreError;

    fn record(&self, id: RecordId) -> Result<Option<Recommendation>, StoreError> {
        Self::record(self, id)
    }

    fn by_source(&self, uuid: &str) -> Result<Option<RecordId>, StoreError> {
        let found = self.sources.get(keys::text(uuid)).map_err(|e| self.engine(&e))?;
        Ok(found.and_then(|bytes| keys::read_number(&bytes)).map(RecordId))
    }
}

impl Store {
    /// The progress of a file, if its import has begun.
    ///
    /// # Errors
    /// When the engine fails.
    pub fn import_progress(&self, file_hash: &str) -> Result<Option<ImportProgress>, StoreError> {
        let found = self.imports.get(keys::text(file_hash)).map_err(|e| self.engine(&e))?;
        found.map(|bytes| decode(ValueKind::Import, &bytes)).transpose()
    }

    /// The files that were imported or begun, in the order of their hashes.
    ///
    /// # Errors
    /// When the engine or decoding fails.
    pub fn imports(&self) -> Result<Vec<ImportProgress>, StoreError> {
        Ok(self.values(&self.imports, ValueKind::Import)?.into_iter().map(|(_, import)| import).collect())
    }

    /// Writes what a batch has made, the progress marker and the journal in one transaction. All batches
    /// of a file are one command.
    ///
    /// `progress` tells the rows and rejections up to and including this batch; the counts of new,
    /// known and changed records are added to what the marker held before. When this returns, the
    /// batch is on disk.
    ///
    /// # Errors
    /// When the engine fails; then nothing of the batch was written.
    pub fn commit(
        &self,
        reconciled: &Reconciled,
        progress: &mut ImportProgress,
        command: CommandId,
        stamp: &Stamp,
    ) -> Result<(), StoreError> {
        self.check_writable()?;
        let was_finished = self.import_progress(&progress.file_hash)?.is_some_and(|p| p.finished);
        let counts = reconciled.counts();
        progress.new += counts.new;
        progress.known += counts.known;
        progress.changed += counts.changed;
        let mut changes = reconciled.changes.clone();
        if progress.finished && !was_finished && progress.new + progress.changed > 0 {
            changes.push(imported(progress));
        }
        let event = |what| Event { at: stamp.at, who: stamp.who.clone(), command, undoes: None, what };
        let events = changes.into_iter().map(event).collect();
        let encoded = encoded(reconciled, events, (!was_finished).then_some(&*progress))?;
        if encoded.records.is_empty() && encoded.events.is_empty() && encoded.marker.is_none() {
            return Ok(());
        }
        self.write(reconciled, &encoded)
    }

    fn write(&self, reconciled: &Reconciled, encoded: &Encoded) -> Result<(), StoreError> {
        let moved = self.moved_decisions(&reconciled.absorbed)?;
        let trees = (&self.records, &self.sources, &self.imports, &self.decisions, &self.journal, &self.meta);
        fail::fail_point!("store-import-begin");
        let outcome: Result<(), TransactionError<StoreError>> = trees.transaction(|trees| {
            let (tree, sources, imports, decisions, journal, meta) = trees;
            for (key, value) in &encoded.records {
                tree.insert(key, value.as_slice())?;
            }
            for id in reconciled.absorbed.keys() {
                tree.remove(&keys::record(*id))?;
            }
            for (key, value) in &moved {
                match value {
                    Some(value) => decisions.insert(key.as_slice(), value.as_slice())?,
                    None => decisions.remove(key.as_slice())?,
                };
            }
            for (source, id) in &reconciled.sources {
                sources.insert(keys::text(source), &keys::record(*id))?;
            }
            if let Some((key, value)) = &encoded.marker {
                imports.insert(key.as_slice(), value.as_slice())?;
            }
            journal::append(journal, meta, &encoded.events)?;
            counters::add(meta, counters::RECORDS, encoded.new)?;
            counters::take(meta, counters::RECORDS, reconciled.absorbed.len() as u64)?;
            if !encoded.records.is_empty() {
                counters::add(meta, counters::REVISION, 1)?;
            }
            fail::fail_point!("store-import-inside");
            InTransaction::Ok(())
        });
        outcome.map_err(|e| self.transaction(e))?;
        self.flush()
    }
}

/// What is written, encoded outside the transaction, which may be run again.
fn encoded(
    reconciled: &Reconciled,
    events: Vec<Event>,
    marker: Option<&ImportProgress>,
) -> Result<Encoded, StoreError> {
    // Encoding takes longer than writing; results keep the order of the records.
    let records = reconciled.records.par_iter();
    let records = records
        .map(|(id, written)| Ok::<_, StoreError>((keys::record(*id), encode(ValueKind::Record, &written.record)?)));
    let marker =
        marker.map(|marker| Ok::<_, StoreError>((keys::text(&marker.file_hash), encode(ValueKind::Import, marker)?)));
    Ok(Encoded {
        records: records.collect::<Result<_, StoreError>>()?,
        events: events.iter().map(|event| encode(ValueKind::Event, event)).collect::<Result<_, _>>()?,
        marker: marker.transpose()?,
        new: reconciled.records.values().filter(|written| written.is_new).count() as u64,
    })
}

fn imported(progress: &ImportProgress) -> Change {
    Change::Imported {
        file: progress.file.clone(),
        file_hash: progress.file_hash.clone(),
        rows: progress.rows,
        new: progress.new,
        changed: progress.changed,
    }
}
