//! The store is put in order: the same content takes the place of a log full of holes, by the same swap as a backup that
//! is put back, so that a cut at any moment leaves one of the two whole.

use std::path::Path;

use crate::store::{Patience, Store, StoreError};
use crate::workspace::folder::layout::STORE;
use crate::workspace::folder::lock::FolderLock;
use crate::workspace::folder::swap::{Swap, carry_out, discard, prepare};
use crate::workspace::{Workspace, WorkspaceError};

/// Puts the store of a folder in order where it is not, before it is opened. Where that cannot be done, on a full disk
/// say, it stays as it is: it can be read and written all the same.
///
/// # Errors
/// When a swap that was decided on cannot be carried out; it is gone on with the next time.
pub(in crate::workspace) fn put_in_order(folder: &Path, lock: &FolderLock) -> Result<(), WorkspaceError> {
    if Store::is_scattered(&folder.join(STORE)) { replaced(folder, lock) } else { Ok(()) }
}

fn replaced(folder: &Path, lock: &FolderLock) -> Result<(), WorkspaceError> {
    // A folder of somebody else is in the way.
    let Ok(prepared) = prepare(folder, lock) else { return Ok(()) };
    match copied(&folder.join(STORE), &prepared.join(STORE)) {
        Ok(()) => carry_out(folder, &Swap::of_the_same(), lock),
        Err(_) => {
            discard(folder);
            Ok(())
        }
    }
}

/// One of an older format stays what it is: it is brought up to date first, by whoever opens it.
fn copied(store: &Path, to: &Path) -> Result<(), StoreError> {
    let untouched = |_: &Store| -> Result<(), StoreError> { Err(StoreError::ReadOnly { path: store.to_owned() }) };
    Store::open_keeping(store, Patience::AtOnce, &untouched)?.copy_into(to)
}

impl Workspace {
    /// Puts the store of a folder in order after much was written to it, so that nobody waits for it later: the first
    /// opening shows what is empty, the second mends it. A small store is left as it is.
    ///
    /// # Errors
    /// As [`Workspace::open`].
    pub fn tidy(folder: &Path) -> Result<(), WorkspaceError> {
        if Store::is_large(&folder.join(STORE)) {
            drop(Self::open(folder)?);
            drop(Self::open(folder)?);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::replaced;
    use crate::domain::Language;
    use crate::workspace::Workspace;
    use crate::workspace::folder::lock::FolderLock;
    use crate::workspace::folder::swap::Swap;

    #[test]
    fn a_store_in_order_takes_the_place_of_the_same_and_leaves_caches_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        drop(Workspace::init(folder.path(), None, None, Language::En).unwrap());
        let seen = || {
            let workspace = Workspace::open(folder.path()).unwrap();
            (workspace.store.identity().unwrap(), workspace.store.revision().unwrap())
        };
        let before = seen();
        std::fs::create_dir_all(path("cache")).unwrap();
        std::fs::write(path("cache/kept"), "").unwrap();
        let lock = FolderLock::wait(folder.path()).unwrap();
        replaced(folder.path(), &lock).unwrap();
        drop(lock);
        assert!(path("cache/kept").exists() && !path("restoring").exists() && !path("restoring.part").exists());
        assert_eq!(seen(), before);
        // Cut off right after it was decided: whoever opens it goes on.
        let lock = FolderLock::wait(folder.path()).unwrap();
        let prepared = super::prepare(folder.path(), &lock).unwrap();
        super::copied(&path("store"), &prepared.join("store")).unwrap();
        let orders = serde_json::to_string(&Swap::of_the_same()).unwrap();
        std::fs::write(prepared.join(".swap.json"), orders).unwrap();
        std::fs::rename(prepared, path("restoring")).unwrap();
        drop(lock);
        assert_eq!(seen(), before);
        assert!(path("cache/kept").exists() && !path("restoring").exists());
        // Somebody else's folder in the way is left alone, and so is the store.
        std::fs::create_dir_all(path("restoring.part")).unwrap();
        std::fs::write(path("restoring.part/mine.txt"), "mine").unwrap();
        let lock = FolderLock::wait(folder.path()).unwrap();
        replaced(folder.path(), &lock).unwrap();
        drop(lock);
        assert_eq!(seen(), before);
        assert!(path("restoring.part/mine.txt").exists());
    }
}
