//! Running numbers under `meta`: the engine's own counts walk whole trees.

use jiff::Timestamp;
use sled::transaction::TransactionalTree;

use super::{InTransaction, Store, StoreError};
use crate::domain::{CommandId, Revision};

/// Number of records.
pub(super) const RECORDS: &str = "records";
/// Number of events.
pub(super) const EVENTS: &str = "events";
/// Number of batches and decisions that have changed what caches are made from. Titles and locks are read
/// when they are shown: they count as events, which people's [`Revision`] is made of, and leave caches fresh.
pub(super) const REVISION: &str = "revision";
/// The format of the store.
pub(super) const SCHEMA: &str = "schema";
/// The newest name that was given to a command.
pub(super) const COMMAND: &str = "command";

/// Adds to a counter inside a transaction and returns the value before.
pub(super) fn add(meta: &TransactionalTree, name: &str, by: u64) -> InTransaction<u64> {
    let before = meta.get(name)?.map_or(0, |bytes| read(&bytes));
    if by > 0 {
        meta.insert(name, &(before + by).to_be_bytes())?;
    }
    Ok(before)
}

/// Takes from a counter inside a transaction.
pub(super) fn take(meta: &TransactionalTree, name: &str, by: u64) -> InTransaction<()> {
    if by > 0 {
        let before = meta.get(name)?.map_or(0, |bytes| read(&bytes));
        meta.insert(name, &before.saturating_sub(by).to_be_bytes())?;
    }
    Ok(())
}

fn read(bytes: &[u8]) -> u64 {
    bytes.try_into().map_or(0, u64::from_be_bytes)
}

impl Store {
    fn counter(&self, name: &str) -> Result<u64, StoreError> {
        Ok(self.meta.get(name).map_err(|e| self.engine(&e))?.map_or(0, |bytes| read(&bytes)))
    }

    /// How many records there are.
    ///
    /// # Errors
    /// When the engine fails.
    pub fn record_count(&self) -> Result<u64, StoreError> {
        self.counter(RECORDS)
    }

    /// The revision of what caches are made from: it grows with every change of that and stamps them.
    ///
    /// # Errors
    /// When the engine fails.
    pub fn revision(&self) -> Result<u64, StoreError> {
        self.counter(REVISION)
    }

    pub(super) fn event_count(&self) -> Result<u64, StoreError> {
        self.counter(EVENTS)
    }

    /// The revision that people decide on: it grows with every event.
    ///
    /// # Errors
    /// When the engine fails.
    pub fn seen(&self) -> Result<Revision, StoreError> {
        self.event_count().map(Revision)
    }

    /// Notes that names up to this one are given.
    pub(super) fn note_command(&self, newest: CommandId) -> Result<(), StoreError> {
        self.note_written();
        self.meta.insert(COMMAND, &newest.number().to_be_bytes()).map(|_| ()).map_err(|e| self.engine(&e))
    }

    /// A name for a command that is given now; no other gets it.
    ///
    /// # Errors
    /// When the engine fails.
    pub fn mint(&self, at: Timestamp) -> Result<CommandId, StoreError> {
        self.note_written();
        let next = |last: Option<&[u8]>| {
            let last = CommandId::from_number(last.map_or(0, read));
            Some(CommandId::minted(at, last).number().to_be_bytes().to_vec())
        };
        let minted = self.meta.update_and_fetch(COMMAND, next).map_err(|e| self.engine(&e))?;
        Ok(CommandId::from_number(minted.map_or(0, |bytes| read(&bytes))))
    }

    /// Sets the counters after a restore.
    pub(super) fn set_counters(&self, records: u64, events: u64) -> Result<(), StoreError> {
        for (name, value) in [(RECORDS, records), (EVENTS, events), (REVISION, 1)] {
            self.meta.insert(name, &value.to_be_bytes()).map_err(|e| self.engine(&e))?;
        }
        Ok(())
    }
}
