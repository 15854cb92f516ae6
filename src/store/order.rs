//! A store whose log is full of holes, and one in order with the same content.
//!
//! The engine keeps its log in segments and never moves one: where much was written at once, hundreds are left empty in
//! the midst of it, and each opening fills every one of them with noughts again. A copy that was written in the order of
//! the keys has none.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

use super::damage::Damage;
use super::open::opened_at_once;
use super::{Store, StoreError};

/// The log of the engine, in the folder of the store.
const LOG: &str = "db";
/// Length of a segment of the log, bytes, as the engine has it by default.
const SEGMENT: u64 = 512 << 10;
/// Bytes at the beginning of a segment that is in use.
const HEAD: usize = 20;
/// Empty segments from which on a copy pays: 32 MiB that each opening writes.
const MOST_EMPTY: usize = 64;
/// Entries that are copied between two flushes, so that what waits for the disk stays small.
const AT_ONCE: usize = 20_000;

impl Store {
    /// Whether opening the store of a folder takes long for its empty segments; false where the log cannot be read, or is
    /// held.
    #[must_use]
    pub fn is_scattered(folder: &Path) -> bool {
        empty_segments(&folder.join(LOG)).is_ok_and(|empty| empty >= MOST_EMPTY)
    }

    /// Whether the store of a folder is so large that much may have been left empty in it.
    #[must_use]
    pub fn is_large(folder: &Path) -> bool {
        folder.join(LOG).metadata().is_ok_and(|log| log.len() >= MOST_EMPTY as u64 * SEGMENT)
    }

    /// Makes a store with the same content in an empty folder, closes it, opens it again and compares the two entry by
    /// entry.
    ///
    /// # Errors
    /// When the engine or the disk refuses, or the two are not the same; the copy is then to be thrown away.
    pub fn copy_into(&self, folder: &Path) -> Result<(), StoreError> {
        let copy = Self::of(folder, opened_at_once(folder)?, None)?;
        for (from, to) in self.trees().into_iter().zip(copy.trees()) {
            for (at, entry) in from.iter().enumerate() {
                let (key, value) = entry.map_err(|e| self.engine(&e))?;
                to.insert(key, value).map_err(|e| copy.engine(&e))?;
                if at % AT_ONCE == AT_ONCE - 1 {
                    copy.db.flush().map_err(|e| copy.engine(&e))?;
                }
            }
        }
        copy.flush()?;
        drop(copy);
        self.check_same(&Self::of(folder, opened_at_once(folder)?, None)?)
    }

    /// Fails where another store does not hold the very same.
    fn check_same(&self, other: &Self) -> Result<(), StoreError> {
        for (own, copied) in self.trees().into_iter().zip(other.trees()) {
            let mut copied = copied.iter();
            for entry in own.iter() {
                let entry = entry.map_err(|e| self.engine(&e))?;
                match copied.next() {
                    Some(Ok(same)) if same == entry => {}
                    _ => return Err(other.differs()),
                }
            }
            if copied.next().is_some() {
                return Err(other.differs());
            }
        }
        Ok(())
    }

    fn differs(&self) -> StoreError {
        StoreError::Damaged { path: self.path.clone(), reason: Damage::Copy }
    }

    fn trees(&self) -> [&sled::Tree; 8] {
        [
            &self.records,
            &self.sources,
            &self.imports,
            &self.clusters,
            &self.decisions,
            &self.placements,
            &self.journal,
            &self.meta,
        ]
    }
}

/// How many segments of a log begin with noughts alone.
fn empty_segments(log: &Path) -> std::io::Result<usize> {
    let mut file = File::open(log)?;
    let mut empty = 0;
    for at in 0..file.metadata()?.len() / SEGMENT {
        let mut head = [0; HEAD];
        file.seek(SeekFrom::Start(at * SEGMENT))?;
        file.read_exact(&mut head)?;
        empty += usize::from(head == [0; HEAD]);
    }
    Ok(empty)
}

#[cfg(test)]
mod tests {
    use super::{SEGMENT, Store, empty_segments};
    use crate::domain::{ClusterNumber, Decision};
    use crate::store::test_store::TestStore;

    #[test]
    fn a_copy_holds_the_same_and_is_told_from_one_that_does_not() {
        let store = TestStore::new("order");
        for cluster in 1..300 {
            store.decide("anna", [Decision::Lock(ClusterNumber { theme: 1, cluster }, true)]);
        }
        let folder = store.folder().join("copy");
        store.copy_into(&folder).unwrap();
        let copy = Store::open(&folder).unwrap();
        assert_eq!(copy.identity().unwrap(), store.identity().unwrap());
        assert_eq!(
            (copy.seen().unwrap(), copy.revision().unwrap()),
            (store.seen().unwrap(), store.revision().unwrap())
        );
        assert_eq!(copy.events().unwrap(), store.events().unwrap());
        assert!(store.check_same(&copy).is_ok());
        copy.meta.insert("more", "x").unwrap();
        assert!(store.check_same(&copy).is_err() && copy.check_same(&store).is_err());
    }

    #[test]
    fn segments_that_begin_with_noughts_are_empty() {
        let folder = tempfile::tempdir().unwrap();
        let log = folder.path().join("db");
        let mut bytes = vec![0; 3 * SEGMENT as usize];
        bytes[SEGMENT as usize + 3] = 7;
        std::fs::write(&log, &bytes).unwrap();
        assert_eq!(empty_segments(&log).unwrap(), 2);
        assert!(!Store::is_scattered(folder.path()) && !Store::is_scattered(&folder.path().join("nowhere")));
    }
}
