//! The swap of a restore: what is to come stands whole beside what is there, one rename decides, and from then
//! on the swap is carried out to its end, by the next who opens the folder if need be.
//!
//! Before that rename a cut leaves the old workspace, after it the new one: `restoring.part` is thrown away,
//! `restoring` is gone on with. Every step can be taken again. Only folders that a restore has made are removed:
//! people may have some of the same names.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::store::{Patience, WholeFile, read_file, read_file_to_string};
use crate::workspace::folder::dated::free;
use crate::workspace::folder::layout::{CACHE, DECIDED, EARLIER_PREPARED, INDEX, PREPARED, STORE};
use crate::workspace::folder::lock::FolderLock;
use crate::workspace::folder::private::make_folder;
use crate::workspace::{Workspace, WorkspaceError};

/// The file among what is prepared that tells what is to be done with it.
const ORDERS: &str = ".swap.json";
/// The file by which a folder is known for one that a restore has made: people may have one of the same name.
const MADE: &str = ".made-by-weft";
/// Files by which the store is known that earlier versions prepared in a folder without that mark.
const OF_THE_ENGINE: [&str; 2] = ["db", "conf"];

/// What is to be done with what is prepared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::workspace) struct Swap {
    /// The name of the folder for what was there.
    pub(in crate::workspace) aside: String,
    /// Text files that take the place of those there.
    pub(in crate::workspace) documents: Vec<String>,
    /// Files that are set aside, and for which nothing comes.
    pub(in crate::workspace) gone: Vec<String>,
}

/// An empty folder to prepare in; who has the lock prepares alone.
pub(in crate::workspace) fn prepare(folder: &Path, _: &FolderLock) -> Result<PathBuf, WorkspaceError> {
    let (prepared, decided) = (folder.join(PREPARED), folder.join(DECIDED));
    if is_prepared(&prepared) {
        remove_made(&prepared)?;
    }
    for place in [&prepared, &decided] {
        // A folder that somebody else made is not touched, and what is to come needs its place.
        if place.exists() && std::fs::remove_dir(place).is_err() {
            return Err(WorkspaceError::InTheWay(place.clone()));
        }
    }
    make_folder(&prepared).map_err(Workspace::io(&prepared))?;
    std::fs::write(prepared.join(MADE), "").map_err(Workspace::io(&prepared))?;
    Ok(prepared)
}

/// Throws away what was prepared.
pub(in crate::workspace) fn discard(folder: &Path) {
    let prepared = folder.join(PREPARED);
    if is_prepared(&prepared) {
        // The next who opens the folder tries again.
        let _ = remove_made(&prepared);
    }
}

/// Writes a document that is to come.
pub(in crate::workspace) fn prepare_document(prepared: &Path, name: &str, text: &str) -> Result<(), WorkspaceError> {
    let path = prepared.join(name);
    write(&path, text.as_bytes())
}

/// Decides on the swap and carries it out. Caches go first: none of the store that was there may be found
/// beside the one that comes.
pub(in crate::workspace) fn carry_out(folder: &Path, swap: &Swap, lock: &FolderLock) -> Result<(), WorkspaceError> {
    let prepared = folder.join(PREPARED);
    let orders = serde_json::to_string(swap).expect("names are plain data");
    prepare_document(&prepared, ORDERS, &orders)?;
    drop_caches(folder)?;
    fail::fail_point!("workspace-restore-caches");
    let decided = folder.join(DECIDED);
    moved(&prepared, &decided)?;
    fail::fail_point!("workspace-restore-decided");
    go_on(folder, lock)
}

/// Clears away what a cut has left of a restore, and carries out one that was decided on. Whoever reads a
/// workspace does this first.
///
/// # Errors
/// When a decided swap cannot be carried out; it is gone on with the next time.
pub(in crate::workspace) fn recover(folder: &Path) -> Result<(), WorkspaceError> {
    if is_made(&folder.join(DECIDED)) {
        return go_on(folder, &FolderLock::wait(folder)?);
    }
    if is_prepared(&folder.join(PREPARED)) || is_store(&folder.join(EARLIER_PREPARED)) {
        // Where somebody prepares at this moment, or nobody may write here, it is left alone.
        if let Ok(Some(lock)) = FolderLock::at_once(folder) {
            return recover_locked(folder, &lock);
        }
    }
    Ok(())
}

/// The same for those who have the lock already.
pub(in crate::workspace) fn recover_locked(folder: &Path, lock: &FolderLock) -> Result<(), WorkspaceError> {
    go_on(folder, lock)?;
    discard(folder);
    if folder.join(STORE).exists() && is_store(&folder.join(EARLIER_PREPARED)) {
        let _ = remove(&folder.join(EARLIER_PREPARED));
    }
    Ok(())
}

/// Whether a folder holds the files of a store.
pub(in crate::workspace) fn is_store(folder: &Path) -> bool {
    OF_THE_ENGINE.iter().any(|name| folder.join(name).is_file())
}

/// Whether a restore has made a folder.
fn is_made(folder: &Path) -> bool {
    folder.join(MADE).exists() || folder.join(ORDERS).exists()
}

/// Whether a restore has prepared in a folder; earlier versions left no mark, but always a store.
fn is_prepared(folder: &Path) -> bool {
    is_made(folder) || is_store(&folder.join(STORE))
}

/// Removes a folder that a restore has made. The mark goes last, so that what a cut leaves is still known.
fn remove_made(folder: &Path) -> Result<(), WorkspaceError> {
    let entries = std::fs::read_dir(folder).map_err(Workspace::io(folder))?.flatten();
    for path in entries.filter(|entry| entry.file_name() != MADE).map(|entry| entry.path()) {
        let is_folder = path.is_dir() && !path.is_symlink();
        let removed = if is_folder { std::fs::remove_dir_all(&path) } else { std::fs::remove_file(&path) };
        removed.map_err(Workspace::io(&path))?;
    }
    remove(folder)
}

/// Carries out a swap from wherever it was cut off.
fn go_on(folder: &Path, _: &FolderLock) -> Result<(), WorkspaceError> {
    let decided = folder.join(DECIDED);
    if !is_made(&decided) {
        return Ok(());
    }
    let orders = match read_file_to_string(&decided.join(ORDERS)) {
        Ok(orders) => orders,
        // It was done but for this folder, whose orders went first.
        Err(error) if error.kind() == ErrorKind::NotFound => return remove_made(&decided),
        // What is to come may be nowhere else: while the orders cannot be read, nothing of it is thrown away.
        Err(error) => return Err(Workspace::io(&decided)(error)),
    };
    let swap: Swap = serde_json::from_str(&orders)
        .map_err(|e| WorkspaceError::Io { path: decided.join(ORDERS), source: std::io::Error::other(e) })?;
    drop_caches(folder)?;
    let aside = folder.join(&swap.aside);
    make_folder(&aside).map_err(Workspace::io(&aside))?;
    swap_store(folder, &decided, &aside)?;
    for name in &swap.gone {
        set_aside(&folder.join(name), &aside.join(name))?;
    }
    for name in &swap.documents {
        swap_document(&folder.join(name), &decided.join(name), &aside.join(name))?;
        fail::fail_point!("workspace-restore-document");
    }
    std::fs::remove_file(decided.join(ORDERS)).map_err(Workspace::io(&decided))?;
    fail::fail_point!("workspace-restore-done");
    remove(&decided)
}

fn swap_store(folder: &Path, decided: &Path, aside: &Path) -> Result<(), WorkspaceError> {
    let (store, fresh) = (folder.join(STORE), decided.join(STORE));
    if !fresh.exists() {
        return Ok(());
    }
    if store.exists() {
        let kept = free(aside, STORE, "");
        moved(&store, &kept)?;
    }
    fail::fail_point!("workspace-restore-aside");
    moved(&fresh, &store)?;
    fail::fail_point!("workspace-restore-moved");
    Ok(())
}

fn set_aside(there: &Path, aside: &Path) -> Result<(), WorkspaceError> {
    // What is aside was set aside before a cut; what is there now has come since.
    if !there.exists() || aside.exists() {
        return Ok(());
    }
    std::fs::rename(there, aside).map_err(Workspace::io(there))
}

/// A document is at no moment missing: without settings nobody would know the folder for a workspace.
fn swap_document(there: &Path, fresh: &Path, aside: &Path) -> Result<(), WorkspaceError> {
    if !fresh.exists() {
        return Ok(());
    }
    if there.exists() && !aside.exists() {
        let bytes = read_file(there).map_err(Workspace::io(there))?;
        write(aside, &bytes)?;
    }
    std::fs::rename(fresh, there).map_err(Workspace::io(there))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), WorkspaceError> {
    WholeFile::of_owner(path).and_then(|file| file.put_all(bytes)).map_err(Workspace::io(path))
}

/// Moves a folder. Windows refuses that while a file in it is open, and the engine closes its own a moment after
/// the store is dropped: there it is tried again.
fn moved(from: &Path, to: &Path) -> Result<(), WorkspaceError> {
    let patience = if cfg!(windows) { Patience::Waits } else { Patience::AtOnce };
    let mut attempts = patience.attempts();
    loop {
        attempts -= 1;
        match std::fs::rename(from, to) {
            Err(error) if attempts > 0 && error.kind() != ErrorKind::NotFound => std::thread::sleep(Patience::PAUSE),
            outcome => return outcome.map_err(Workspace::io(from)),
        }
    }
}

fn drop_caches(folder: &Path) -> Result<(), WorkspaceError> {
    remove(&folder.join(INDEX))?;
    remove(&folder.join(CACHE))
}

fn remove(folder: &Path) -> Result<(), WorkspaceError> {
    if folder.exists() { std::fs::remove_dir_all(folder).map_err(Workspace::io(folder)) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Swap, carry_out, prepare, prepare_document, recover};
    use crate::workspace::WorkspaceError;
    use crate::workspace::folder::lock::FolderLock;

    #[test]
    fn folders_that_somebody_else_made_are_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::create_dir_all(path("store")).unwrap();
        for own in ["restoring", "restoring.part", "store.restoring"] {
            fs::create_dir_all(path(own)).unwrap();
            fs::write(path(own).join("mine.txt"), "mine").unwrap();
        }
        recover(folder.path()).unwrap();
        let lock = FolderLock::wait(folder.path()).unwrap();
        super::recover_locked(folder.path(), &lock).unwrap();
        assert!(matches!(prepare(folder.path(), &lock), Err(WorkspaceError::InTheWay(_))));
        fs::rename(path("restoring.part"), path("notes")).unwrap();
        assert!(
            matches!(prepare(folder.path(), &lock), Err(WorkspaceError::InTheWay(place)) if place == path("restoring"))
        );
        for own in ["restoring", "notes", "store.restoring"] {
            assert!(path(own).join("mine.txt").exists(), "{own}");
        }
        drop(lock);
        fs::write(path("store.restoring/db"), "").unwrap();
        recover(folder.path()).unwrap();
        assert!(!path("store.restoring").exists(), "an earlier version prepared a store in it");
    }

    #[test]
    fn what_was_only_prepared_is_thrown_away_and_what_was_decided_is_carried_out() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let text = |name: &str| fs::read_to_string(path(name)).unwrap_or_default();
        fs::create_dir_all(path("store")).unwrap();
        fs::write(path("store/db"), "old").unwrap();
        fs::write(path("weft.toml"), "old").unwrap();
        fs::write(path("learnt.json"), "old").unwrap();
        let prepared = || {
            let lock = FolderLock::wait(folder.path()).unwrap();
            let prepared = prepare(folder.path(), &lock).unwrap();
            fs::create_dir_all(prepared.join("store")).unwrap();
            fs::write(prepared.join("store/db"), "new").unwrap();
            prepare_document(&prepared, "weft.toml", "new").unwrap();
            lock
        };
        drop(prepared());
        recover(folder.path()).unwrap();
        assert_eq!((text("store/db").as_str(), path("restoring.part").exists()), ("old", false));
        let lock = prepared();
        let swap = Swap {
            aside: "before-restore-1".to_owned(),
            documents: vec!["weft.toml".to_owned()],
            gone: vec!["learnt.json".to_owned()],
        };
        fs::write(path("restoring.part/.swap.json"), serde_json::to_string(&swap).unwrap()).unwrap();
        fs::rename(path("restoring.part"), path("restoring")).unwrap();
        drop(lock);
        recover(folder.path()).unwrap();
        assert_eq!((text("store/db"), text("weft.toml")), ("new".to_owned(), "new".to_owned()));
        assert!(!path("restoring").exists() && !path("learnt.json").exists());
        for kept in ["store/db", "weft.toml", "learnt.json"] {
            assert_eq!(text(&format!("before-restore-1/{kept}")), "old", "{kept}");
        }
        fs::create_dir_all(path("restoring/.swap.json")).unwrap();
        fs::write(path("restoring/kept"), "").unwrap();
        assert!(recover(folder.path()).is_err() && path("restoring/kept").exists(), "orders that cannot be read");
        fs::remove_dir_all(path("restoring")).unwrap();
        let lock = prepared();
        carry_out(folder.path(), &Swap { aside: "before-restore-2".to_owned(), ..swap }, &lock).unwrap();
        assert_eq!(text("before-restore-2/store/db"), "new");
    }
}
