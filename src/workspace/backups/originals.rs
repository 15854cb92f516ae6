//! Imported originals: kept under the hash of their bytes, checked by it, and carried beside a backup where
//! that is asked for.

use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::domain::Fingerprint;
use crate::store::{WholeFile, open_file};
use crate::workspace::folder::layout::FILES;
use crate::workspace::folder::private::make_folder;
use crate::workspace::{Workspace, WorkspaceError};

/// Whether originals go along with a backup. They can be large, and the records do not need them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Originals {
    /// They do, into a folder beside the file.
    GoAlong,
    /// They do not.
    #[default]
    Stay,
}

/// The originals in a folder, in the order of their names; empty when there is no folder. What begins with a
/// dot is on its way in.
pub(in crate::workspace) fn originals(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let is_hidden = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    let mut files: Vec<PathBuf> = entries.filter(|path| path.is_file() && !is_hidden(path)).collect();
    files.sort();
    files
}

/// Whether an original holds the bytes that its name tells.
///
/// # Errors
/// When it cannot be read.
pub(in crate::workspace) fn is_sound(original: &Path) -> io::Result<bool> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(open_file(original)?)?;
    let found = Fingerprint::from(hasher.finalize()).to_string();
    let name = original.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    Ok(name.split('.').next() == Some(found.as_str()))
}

/// The folder beside a backup that holds its originals.
pub(in crate::workspace) fn folder_beside(backup: &Path) -> PathBuf {
    let name = backup.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    backup.with_file_name(format!("{name}-{FILES}"))
}

/// Copies the originals of a workspace beside a backup; returns how many.
///
/// # Errors
/// When one cannot be read or written.
pub(in crate::workspace) fn back_up_originals(folder: &Path, backup: &Path) -> Result<u64, WorkspaceError> {
    copy_missing(&folder.join(FILES), &folder_beside(backup))
}

/// Copies originals that lie beside a backup into a workspace that does not have them; returns how many. They
/// are told apart by their hashes, so that none is replaced and more than are needed do no harm.
///
/// # Errors
/// When one cannot be read or written.
pub(in crate::workspace) fn put_back_originals(folder: &Path, backup: &Path) -> Result<u64, WorkspaceError> {
    copy_missing(&folder_beside(backup), &folder.join(FILES))
}

/// Damaged ones are left where they are.
fn copy_missing(from: &Path, to: &Path) -> Result<u64, WorkspaceError> {
    let mut copied = 0;
    for original in originals(from) {
        let place = to.join(original.file_name().unwrap_or_default());
        if place.exists() || !is_sound(&original).map_err(Workspace::io(&original))? {
            continue;
        }
        make_folder(to).map_err(Workspace::io(to))?;
        copy_whole(&original, &place).map_err(Workspace::io(&place))?;
        copied += 1;
    }
    Ok(copied)
}

fn copy_whole(original: &Path, place: &Path) -> io::Result<()> {
    let mut copy = WholeFile::of_owner(place)?;
    io::copy(&mut open_file(original)?, &mut copy)?;
    copy.sync()?;
    copy.put()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{back_up_originals, folder_beside, is_sound, put_back_originals};
    use crate::domain::Fingerprint;

    #[test]
    fn sound_originals_go_along_with_a_backup_and_come_back() {
        let desk = tempfile::tempdir().unwrap();
        let (old, new) = (desk.path().join("old"), desk.path().join("new"));
        let backup = desk.path().join("dump.jsonl");
        fs::create_dir_all(old.join("files")).unwrap();
        let sound = format!("{}.csv", Fingerprint::of(b"state,text"));
        let damaged = format!("{}.csv", Fingerprint::of(b"other"));
        for name in [&sound, &damaged] {
            fs::write(old.join("files").join(name), "state,text").unwrap();
        }
        assert!(is_sound(&old.join("files").join(&sound)).unwrap());
        assert!(!is_sound(&old.join("files").join(&damaged)).unwrap());
        assert_eq!(back_up_originals(&old, &backup).unwrap(), 1);
        assert!(folder_beside(&backup).ends_with("dump.jsonl-files"));
        assert_eq!((put_back_originals(&new, &backup).unwrap(), put_back_originals(&new, &backup).unwrap()), (1, 0));
        assert_eq!(fs::read_to_string(new.join("files").join(&sound)).unwrap(), "state,text");
    }
}
