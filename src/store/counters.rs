//! Running numbers under `meta`: the engine's own counts walk whole trees.

use sled::transaction::{ConflictableTransactionError, TransactionalTree};

use super::{Store, StoreError};

/// Number of records.
pub(super) const RECORDS: &str = "records";
/// Number of events.
pub(super) const EVENTS: &str = "events";
/// Number of batches and decisions that have changed the truth.
pub(super) const REVISION: &str = "revision";

/// Adds to a counter inside a transaction and returns the value before.
pub(super) fn add(meta: &TransactionalTree, name: &str, by: u64) -> Result<u64, ConflictableTransactionError<()>> {
    let before = meta.get(name)?.map_or(0, |bytes| read(&bytes));
    if by > 0 {
        meta.insert(name, &(before + by).to_be_bytes())?;
    }
    Ok(before)
}

/// Takes from a counter inside a transaction.
pub(super) fn take(meta: &TransactionalTree, name: &str, by: u64) -> Result<(), ConflictableTransactionError<()>> {
    if by > 0 {
        let before = meta.get(name)?.map_or(0, |bytes| read(&bytes));
        meta.insert(name, &before.saturating_sub(by).to_be_bytes())?;
    }
    Ok(())
}

fn read(bytes: &[u8]) -> u64 {
    bytes.try_into().map_or(0, u64::from_be_bytes)
}

/// The file beside the engine's own that notes the last revision known to be on disk.
const EXTENT: &str = "revision";

/// The revision that was noted of the store in a folder.
pub(super) fn noted_extent(path: &std::path::Path) -> Option<u64> {
    std::fs::read_to_string(path.join(EXTENT)).ok()?.trim().parse().ok()
}

impl Store {
    /// Notes the revision after a flush, outside the engine: a log that was cut short opens without
    /// complaint at an earlier revision, and only this note tells.
    pub(super) fn note_extent(&self) -> Result<(), StoreError> {
        let path = self.path.join(EXTENT);
        let revision = self.revision()?;
        std::fs::write(&path, revision.to_string()).map_err(|source| StoreError::Io { path, source })
    }

    /// Fails when the engine holds less than was noted.
    pub(super) fn check_extent(&self) -> Result<(), StoreError> {
        let noted = noted_extent(&self.path);
        let found = self.revision()?;
        match noted {
            Some(noted) if noted > found => Err(StoreError::Damaged {
                path: self.path.clone(),
                reason: format!(
                    "it ends at revision {found}, but revision {noted} was written; its file was cut short"
                ),
            }),
            _ => Ok(()),
        }
    }

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

    /// The revision of the truth: it grows with every change and stamps the caches.
    ///
    /// # Errors
    /// When the engine fails.
    pub fn revision(&self) -> Result<u64, StoreError> {
        self.counter(REVISION)
    }

    pub(super) fn event_count(&self) -> Result<u64, StoreError> {
        self.counter(EVENTS)
    }

    /// Sets the counters after a restore.
    pub(super) fn set_counters(&self, records: u64, events: u64) -> Result<(), StoreError> {
        for (name, value) in [(RECORDS, records), (EVENTS, events), (REVISION, 1)] {
            self.meta.insert(name, &value.to_be_bytes()).map_err(|e| self.engine(&e))?;
        }
        Ok(())
    }
}
