//! A way back from what cannot be taken back: a backup that is made without being asked for, before a restore,
//! before the store is brought to a newer format, and before clusters are made anew.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::store::{Store, StoreError};
use crate::workspace::folder::dated::dated;
use crate::workspace::folder::documents::documents;
use crate::workspace::folder::layout::BACKUPS;
use crate::workspace::folder::private::make_folder;

/// How the names of such backups begin.
const BEGINNING: &str = "auto-";
/// How they end.
const ENDING: &str = ".jsonl";
/// How the names of those end that were cut off.
const CUT_OFF: &str = ".new";
/// How many are kept.
const KEPT: usize = 5;

/// Writes a backup of an open store and its documents, and removes the oldest of its kind beyond five; `spare`
/// is never removed.
///
/// # Errors
/// When the store cannot be read or the file cannot be written.
pub(in crate::workspace) fn keep_backup(
    folder: &Path,
    register: &str,
    store: &Store,
    spare: Option<&Path>,
) -> Result<PathBuf, StoreError> {
    let backups = folder.join(BACKUPS);
    make_folder(&backups).map_err(|source| StoreError::Io { path: backups.clone(), source })?;
    let file = dated(&backups, BEGINNING, ENDING);
    remove_cut_off(&backups);
    store.backup(&file, &documents(folder, register)?, &|| false)?;
    remove_oldest(&backups, spare);
    Ok(file)
}

/// Removes what the end of a process has left of such backups; the lock of the folder keeps others from writing one.
fn remove_cut_off(backups: &Path) {
    for path in std::fs::read_dir(backups).into_iter().flatten().flatten().map(|entry| entry.path()) {
        let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        if name.starts_with(&format!(".{BEGINNING}")) && name.ends_with(CUT_OFF) {
            let _ = std::fs::remove_file(path);
        }
    }
}

/// Removes what is beyond the number kept; what cannot be removed only takes room.
fn remove_oldest(backups: &Path, spare: Option<&Path>) {
    let spare = spare.and_then(|spare| spare.canonicalize().ok());
    let is_spare = |path: &PathBuf| spare.is_some() && path.canonicalize().ok() == spare;
    for path in beyond(made(backups)).into_iter().filter(|path| !is_spare(path)) {
        let _ = std::fs::remove_file(path);
    }
}

/// Such backups in a folder, each with when it was written.
fn made(backups: &Path) -> Vec<(Option<SystemTime>, PathBuf)> {
    let entries = std::fs::read_dir(backups).into_iter().flatten().flatten().map(|entry| entry.path());
    let is_one = |path: &PathBuf| {
        let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        name.starts_with(BEGINNING) && name.ends_with(ENDING)
    };
    let written = |path: &PathBuf| path.metadata().and_then(|found| found.modified()).ok();
    entries.filter(is_one).map(|path| (written(&path), path)).collect()
}

/// All but the newest.
fn beyond<T: Ord>(mut made: Vec<(T, PathBuf)>) -> Vec<PathBuf> {
    made.sort();
    made.truncate(made.len().saturating_sub(KEPT));
    made.into_iter().map(|(_, path)| path).collect()
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::beyond;

    #[test]
    fn the_last_five_are_kept() {
        let made = |times: &[u64]| times.iter().map(|time| (*time, PathBuf::from(format!("auto-{time}")))).collect();
        assert_eq!(beyond(made(&[7, 3, 5, 1, 4, 2, 6])), [PathBuf::from("auto-1"), PathBuf::from("auto-2")]);
        assert!(beyond(made(&[1, 2, 3])).is_empty());
    }
}
