//! Nothing is acknowledged before it is on disk, and a store that has lost something says so.

use std::path::Path;
use std::sync::atomic::Ordering;

use super::damage::Damage;
use super::engine::HOLDER;
use super::own_file::read_file_to_string;
use super::{Store, StoreError};
use crate::domain::StoreIdentity;

/// The file beside the engine's own that notes the last revision known to be on disk, and of which store.
const EXTENT: &str = "revision";

/// What is noted of a store beside the files of the engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Extent {
    /// The last revision known to be on disk.
    pub(super) revision: u64,
    /// Which store it is; earlier versions did not note it.
    pub(super) identity: Option<StoreIdentity>,
}

/// What was noted of the store in a folder.
pub(super) fn noted_extent(path: &Path) -> Option<Extent> {
    extent_of(&read_file_to_string(&path.join(EXTENT)).ok()?)
}

fn extent_of(text: &str) -> Option<Extent> {
    let mut words = text.split_whitespace();
    let revision = words.next()?.parse().ok()?;
    let identity = words.next().and_then(|digits| u64::from_str_radix(digits, 16).ok());
    Some(Extent { revision, identity: identity.map(StoreIdentity) })
}

impl Store {
    /// Waits until everything is on disk.
    pub(super) fn flush(&self) -> Result<(), StoreError> {
        if self.copy.is_some() {
            return Ok(());
        }
        self.note_written();
        fail::fail_point!("store-flush-begin");
        self.db.flush().map_err(|e| self.engine(&e))?;
        fail::fail_point!("store-flush-done");
        self.note_extent()?;
        fail::fail_point!("store-flush-noted");
        Ok(())
    }

    /// Notes that the store is not as it was opened.
    pub(super) fn note_written(&self) {
        self.written.store(true, Ordering::Release);
    }

    /// Leaves a store that was only read as it lies on disk, at the end of the process; false where
    /// something was written, or where it does not stand whole: such a store has to be closed.
    ///
    /// Closing it makes the engine wait for the disk, even if nothing was changed: up to half a second. Where the next
    /// process comes before the system has written by itself, it waits in its place. What was open goes with the
    /// process; it is not to be dropped after this.
    #[must_use]
    pub fn leave(&self) -> bool {
        if self.copy.is_some() || self.written.load(Ordering::Acquire) || !self.is_noted() {
            return false;
        }
        std::fs::remove_file(self.path.join(HOLDER)).is_ok()
    }

    /// Whether what is noted beside the engine is what it holds. A process that was killed between the two leaves
    /// less noted: closing the store notes the rest.
    fn is_noted(&self) -> bool {
        let (Ok(revision), Ok(identity)) = (self.revision(), self.identity()) else { return false };
        noted_extent(&self.path) == Some(Extent { revision, identity: Some(identity) })
    }

    /// Notes the revision after a flush, outside the engine: a log that was cut short opens without
    /// complaint at an earlier revision, and only this note tells.
    fn note_extent(&self) -> Result<(), StoreError> {
        let path = self.path.join(EXTENT);
        let noted = format!("{} {}", self.revision()?, self.identity()?);
        std::fs::write(&path, noted).map_err(|source| StoreError::Io { path, source })
    }

    /// Fails when the engine holds less than was noted.
    pub(super) fn check_extent(&self) -> Result<(), StoreError> {
        let noted = noted_extent(&self.path);
        let found = self.revision()?;
        match noted {
            Some(Extent { revision: noted, .. }) if noted > found => {
                Err(StoreError::Damaged { path: self.path.clone(), reason: Damage::CutShort { found, noted } })
            }
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Extent, HOLDER, extent_of};
    use crate::domain::{ClusterNumber, Decision, StoreIdentity};
    use crate::store::test_store::TestStore;

    #[test]
    fn only_a_store_that_was_not_written_is_left_as_it_lies() {
        let store = TestStore::new("leaving");
        assert!(!store.leave(), "a new store is written");
        let store = store.reopened();
        let mark = store.folder().join("store").join(HOLDER);
        assert!(mark.exists() && store.leave() && !mark.exists());
        let store = store.reopened();
        // As after a process that was killed before it had noted what it wrote.
        let noted = store.folder().join("store").join(super::EXTENT);
        std::fs::write(&noted, format!("0 {}", store.identity().unwrap())).unwrap();
        assert_eq!(store.leave(), store.revision().unwrap() == 0);
        let store = store.reopened();
        store.decide("anna", [Decision::Lock(ClusterNumber { theme: 1, cluster: 2 }, true)]);
        assert!(!store.leave() && mark.exists());
        assert_eq!(store.reopened().decisions().unwrap().len(), 1);
    }

    #[test]
    fn an_extent_is_read_with_and_without_the_identity_of_its_store() {
        assert_eq!(extent_of("12"), Some(Extent { revision: 12, identity: None }));
        let identity = StoreIdentity(0xab);
        let noted = extent_of(&format!("12 {identity}\n"));
        assert_eq!(noted, Some(Extent { revision: 12, identity: Some(identity) }));
        assert_eq!((extent_of(""), extent_of("twelve")), (None, None));
    }
}
