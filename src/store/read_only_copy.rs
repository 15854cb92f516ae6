//! A store that may not be written, on a medium or in a folder that is read-only: a copy of it is opened,
//! because the engine writes even where it only reads.

use std::fs::File;
use std::io::{self, ErrorKind};
use std::path::Path;

use tempfile::TempDir;

use super::{Store, StoreError};

/// A copy of a store, where the system lets nobody write to the store itself; none for other failures, and
/// where it cannot be copied.
pub(super) fn copy_to_read(path: &Path, failure: &StoreError) -> Option<TempDir> {
    let StoreError::Io { source, .. } = failure else { return None };
    let is_closed = matches!(source.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem);
    if is_closed { copied(path).ok() } else { None }
}

/// A copy of all files of a store in a folder that goes when it is dropped.
fn copied(path: &Path) -> io::Result<TempDir> {
    let copy = tempfile::tempdir()?;
    copy_files(path, copy.path())?;
    Ok(copy)
}

fn copy_files(from: &Path, to: &Path) -> io::Result<()> {
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            std::fs::create_dir_all(&target)?;
            copy_files(&source, &target)?;
        } else {
            // Contents alone: that nobody may write them is left behind.
            io::copy(&mut File::open(&source)?, &mut File::create(&target)?)?;
        }
    }
    Ok(())
}

impl Store {
    /// Fails where only a copy is open: what is written there would be lost. Else something is about to be
    /// written.
    ///
    /// # Errors
    /// [`StoreError::ReadOnly`].
    pub fn check_writable(&self) -> Result<(), StoreError> {
        if self.copy.is_some() {
            return Err(StoreError::ReadOnly { path: self.path.clone() });
        }
        self.note_written();
        Ok(())
    }
}

// Elsewhere the file of an open store cannot be copied.
#[cfg(all(test, unix))]
mod tests {
    use std::io::ErrorKind;

    use super::copy_to_read;
    use crate::domain::{ClusterNumber, Decision, ImportedFile, RecordId};
    use crate::store::test_store::TestStore;
    use crate::store::{Batch, Store, StoreError};

    const NUMBER: ClusterNumber = ClusterNumber { theme: 1, cluster: 2 };

    #[test]
    fn a_store_that_nobody_may_write_is_read_from_a_copy_and_takes_nothing() {
        let store = TestStore::new("reading");
        store.decide("anna", [Decision::Lock(NUMBER, true)]);
        let path = store.folder().join("store");
        let failure = |kind: ErrorKind| StoreError::Io { path: path.clone(), source: kind.into() };
        assert!(copy_to_read(&path, &failure(ErrorKind::NotFound)).is_none());
        let copy = copy_to_read(&path, &failure(ErrorKind::ReadOnlyFilesystem)).unwrap();
        let read = Store::open_copy(&path, copy).unwrap();
        assert_eq!(read.decisions().unwrap(), [Decision::Lock(NUMBER, true)]);
        assert_eq!(read.identity().unwrap(), store.identity().unwrap());
        let placed = read.keep_placements(&[(RecordId(1), NUMBER)]);
        assert!(matches!(placed, Err(StoreError::ReadOnly { .. })));
        let stamp = store.stamp("ben");
        let (command, seen) = (read.mint(stamp.at).unwrap(), read.seen().unwrap());
        let file = ImportedFile { file: "a.csv".to_owned(), file_hash: "0123456789abcdef".to_owned() };
        let removed = read.remove(&read.plan_removal(file).unwrap(), command, &stamp);
        assert!(matches!(removed, Err(StoreError::ReadOnly { .. })));
        let refused = read.apply(&Batch { command, stamp, seen, decisions: Vec::new() });
        assert!(matches!(refused, Err(StoreError::ReadOnly { .. })));
    }
}
