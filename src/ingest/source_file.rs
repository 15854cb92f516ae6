//! A file to be read: its name, its hash, its format.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tempfile::TempPath;

use super::detect::{check_is_file, detect};
use super::encoding::decode;
use super::error::IngestError;
use super::fault::Limit;
use super::format::Format;
use crate::domain::Fingerprint;

/// The largest table that is read into memory; the UHRI JSON export is streamed and has no limit.
const LARGEST_TABLE: u64 = 256 << 20;

/// How the names of copies begin that wait to be kept.
const WAITING: &str = ".incoming.";
/// Bytes that are copied at a time.
const PIECE: usize = 1 << 20;

/// A file whose format is known.
///
/// It is read where it lies, or from a copy: then what was hashed, what is read and what is kept are the same
/// bytes, whatever becomes of the file meanwhile.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Where it lies; errors and titles name it by this.
    pub path: PathBuf,
    /// Its name without the folder.
    pub name: String,
    /// First sixteen hexadecimal digits of its BLAKE3 hash.
    pub hash: String,
    /// Size in bytes.
    pub size: u64,
    /// Its format.
    pub format: Format,
    /// The copy that is read in its place; it goes with the last who knows of it, unless it is kept.
    copy: Option<Arc<TempPath>>,
}

impl SourceFile {
    /// Hashes a file and tells its format.
    ///
    /// # Errors
    /// When it cannot be read, is no file, or is of no known format.
    pub fn open(path: &Path) -> Result<Self, IngestError> {
        let io = |source| IngestError::Io { path: path.to_owned(), source };
        let format = detect(path)?;
        let (hash, size) = copied(path, &mut io::sink()).map_err(io)?;
        Ok(Self { path: path.to_owned(), name: name_of(path), hash, size, format, copy: None })
    }

    /// Copies a file into a folder, hashes what is copied and tells its format; from then on it is read from
    /// the copy.
    ///
    /// # Errors
    /// As [`SourceFile::open`], and when the folder cannot be written to.
    pub fn open_copy(path: &Path, folder: &Path) -> Result<Self, IngestError> {
        let io = |source| IngestError::Io { path: path.to_owned(), source };
        check_is_file(path)?;
        // Some formats are told by the ending of the name.
        let ending = path.extension().map_or_else(String::new, |ending| format!(".{}", ending.to_string_lossy()));
        let made = tempfile::Builder::new().prefix(WAITING).suffix(&ending).tempfile_in(folder);
        let (mut file, copy) = made.map_err(io)?.into_parts();
        let (hash, size) = copied(path, &mut file).and_then(|told| file.sync_all().map(|()| told)).map_err(io)?;
        // Closed: not every system lets others read or rename what is open.
        drop(file);
        let format = detect(&copy).map_err(|error| error.of_file(path))?;
        Ok(Self { path: path.to_owned(), name: name_of(path), hash, size, format, copy: Some(Arc::new(copy)) })
    }

    /// Where its bytes are read.
    #[must_use]
    pub fn content(&self) -> &Path {
        match &self.copy {
            Some(copy) => copy,
            None => &self.path,
        }
    }

    /// The whole content, for formats that are not streamed.
    pub(super) fn bytes(&self) -> Result<Vec<u8>, IngestError> {
        if self.size > LARGEST_TABLE {
            let limit = Limit::Table { size: self.size >> 20, most: LARGEST_TABLE >> 20 };
            return Err(IngestError::TooLarge { path: self.path.clone(), limit });
        }
        std::fs::read(self.content()).map_err(|source| IngestError::Io { path: self.path.clone(), source })
    }
}

/// Removes copies that the end of a process has left in a folder; only who alone uses the folder may.
pub fn remove_waiting_copies(folder: &Path) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with(WAITING) {
            // It is in nobody's way: that it cannot be removed is no news.
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// Copies a file and hashes what was copied, in one reading; its hash in hexadecimal digits, and its size.
fn copied(path: &Path, out: &mut dyn Write) -> io::Result<(String, u64)> {
    let (mut file, mut hasher, mut size) = (File::open(path)?, blake3::Hasher::new(), 0);
    let mut piece = vec![0; PIECE];
    loop {
        let read = match file.read(&mut piece) {
            Ok(0) => return Ok((Fingerprint::from(hasher.finalize()).to_string(), size)),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            other => other?,
        };
        hasher.update(&piece[..read]);
        out.write_all(&piece[..read])?;
        size += read as u64;
    }
}

/// The text of a small file in whatever encoding it has.
///
/// # Errors
/// When it cannot be read.
pub fn read_text(path: &Path) -> Result<String, IngestError> {
    check_is_file(path)?;
    let bytes = std::fs::read(path).map_err(|source| IngestError::Io { path: path.to_owned(), source })?;
    Ok(decode(&bytes).0)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{SourceFile, remove_waiting_copies};
    use crate::domain::Fingerprint;
    use crate::ingest::IngestError;

    #[test]
    fn what_was_hashed_is_what_is_read_though_the_file_changes() {
        let folder = tempfile::tempdir().unwrap();
        let (path, files) = (folder.path().join("a.csv"), folder.path().join("files"));
        fs::create_dir(&files).unwrap();
        fs::write(&path, "state,text\nPeru,Build schools\n").unwrap();
        let file = SourceFile::open_copy(&path, &files).unwrap();
        assert_eq!(file.hash, SourceFile::open(&path).unwrap().hash);
        fs::write(&path, "state,text\nPeru,Something else\n").unwrap();
        let read = file.bytes().unwrap();
        assert_eq!(Fingerprint::of(&read).to_string(), file.hash);
        assert_eq!((file.name.as_str(), file.size), ("a.csv", read.len() as u64));
        let copy = file.content().to_owned();
        drop(file);
        assert!(!copy.exists(), "a copy that was not kept goes");
        fs::write(files.join(".incoming.left.csv"), "half").unwrap();
        remove_waiting_copies(&files);
        assert_eq!(fs::read_dir(&files).unwrap().count(), 0);
    }

    #[test]
    fn what_is_no_file_is_refused_by_its_own_name() {
        let folder = tempfile::tempdir().unwrap();
        for opened in [SourceFile::open(folder.path()), SourceFile::open_copy(folder.path(), folder.path())] {
            assert!(matches!(opened, Err(IngestError::NoFile { path }) if path == folder.path()));
        }
        let odd = folder.path().join("odd.bin");
        fs::write(&odd, [0_u8, 1, 2, 3]).unwrap();
        let refused = SourceFile::open_copy(&odd, folder.path()).unwrap_err();
        assert!(matches!(refused, IngestError::UnknownFormat { path, .. } if path == odd));
    }
}
