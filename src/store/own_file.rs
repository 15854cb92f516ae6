//! Reading the files of a workspace: only what is a file. A named pipe in the place of one would be waited for
//! without end, a device read for ever; whoever reads a file of the workspace by its name does it by these.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::domain::{Coded, Values};

/// What was found in the place of a file.
#[derive(Debug, thiserror::Error)]
#[error("store-cause-no-file")]
struct NoFile;

/// Fails where something else than a file is in a place; nothing being there is no failure.
///
/// # Errors
/// When it is a folder, a device or a pipe.
pub fn check_place(path: &Path) -> io::Result<()> {
    match path.metadata() {
        Ok(found) if !found.is_file() => Err(no_file()),
        _ => Ok(()),
    }
}

/// Opens a file to be read.
///
/// # Errors
/// When it is no file, or the system refuses.
pub fn open_file(path: &Path) -> io::Result<File> {
    check_place(path)?;
    File::open(path)
}

/// All bytes of a file.
///
/// # Errors
/// As [`open_file`].
pub fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    let mut file = open_file(path)?;
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The text of a file in UTF-8.
///
/// # Errors
/// As [`open_file`], and when it is no such text.
pub fn read_file_to_string(path: &Path) -> io::Result<String> {
    String::from_utf8(read_file(path)?).map_err(|error| io::Error::new(ErrorKind::InvalidData, error))
}

/// Why a file cannot be read: a code where it is none, else what the system says.
pub fn cause(error: &io::Error) -> Value {
    match error.get_ref() {
        Some(inner) if inner.is::<NoFile>() => {
            json!(Coded { code: NoFile.to_string(), values: Values::default() })
        }
        _ => json!(error.to_string()),
    }
}

/// What in a folder, or in a folder inside it, is neither file nor folder; `None` when there is no folder.
pub(super) fn no_file_in(folder: &Path) -> Option<PathBuf> {
    std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).find_map(|path| {
        match path.metadata() {
            Ok(found) if found.is_dir() && !path.is_symlink() => no_file_in(&path),
            Ok(found) if found.is_file() || found.is_dir() => None,
            // A link that leads nowhere is no file either, but nobody waits for it.
            Err(_) => None,
            Ok(_) => Some(path),
        }
    })
}

/// The failure for what is no file.
pub(super) fn no_file() -> io::Error {
    io::Error::new(ErrorKind::InvalidInput, NoFile)
}

#[cfg(test)]
mod tests {
    use std::io::ErrorKind;

    use super::{cause, check_place, no_file_in, open_file, read_file, read_file_to_string};

    #[test]
    fn only_files_are_read_and_what_is_none_is_told_by_a_code() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.txt");
        assert!(check_place(&file).is_ok(), "nothing is there");
        assert_eq!(read_file(&file).unwrap_err().kind(), ErrorKind::NotFound);
        std::fs::write(&file, "text").unwrap();
        assert_eq!(read_file_to_string(&file).unwrap(), "text");
        let refused = open_file(folder.path()).unwrap_err();
        assert_eq!(cause(&refused)["code"], "store-cause-no-file");
        assert_eq!(cause(&ErrorKind::NotFound.into()), ErrorKind::NotFound.to_string());
        assert_eq!(no_file_in(folder.path()), None);
        assert_eq!(no_file_in(&file), None);
    }
}
