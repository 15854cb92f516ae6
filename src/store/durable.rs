//! Nothing is acknowledged before it is on disk, and a store that has lost something says so.

use super::damage::Damage;
use super::{Store, StoreError};

/// The file beside the engine's own that notes the last revision known to be on disk.
const EXTENT: &str = "revision";

/// The revision that was noted of the store in a folder.
pub(super) fn noted_extent(path: &std::path::Path) -> Option<u64> {
    std::fs::read_to_string(path.join(EXTENT)).ok()?.trim().parse().ok()
}

impl Store {
    /// Waits until everything is on disk.
    pub(super) fn flush(&self) -> Result<(), StoreError> {
        fail::fail_point!("store-flush-begin");
        self.db.flush().map_err(|e| self.engine(&e))?;
        fail::fail_point!("store-flush-done");
        self.note_extent()?;
        fail::fail_point!("store-flush-noted");
        Ok(())
    }

    /// Notes the revision after a flush, outside the engine: a log that was cut short opens without
    /// complaint at an earlier revision, and only this note tells.
    fn note_extent(&self) -> Result<(), StoreError> {
        let path = self.path.join(EXTENT);
        let revision = self.revision()?;
        std::fs::write(&path, revision.to_string()).map_err(|source| StoreError::Io { path, source })
    }

    /// Fails when the engine holds less than was noted.
    pub(super) fn check_extent(&self) -> Result<(), StoreError> {
        let noted = noted_extent(&self.path);
        let found = self.revision()?;
        match noted {
            Some(noted) if noted > found => {
                Err(StoreError::Damaged { path: self.path.clone(), reason: Damage::CutShort { found, noted } })
            }
            _ => Ok(()),
        }
    }
}
