//! A file to be read: its name, its hash, its format.

use std::fs::File;
use std::path::{Path, PathBuf};

use super::detect::detect;
use super::encoding::decode;
use super::error::IngestError;
use super::fault::Limit;
use super::format::Format;
use crate::domain::Fingerprint;

/// The largest table that is read into memory; the UHRI JSON export is streamed and has no limit.
const LARGEST_TABLE: u64 = 1 << 30;

/// A file whose format is known.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Where it lies.
    pub path: PathBuf,
    /// Its name without the folder.
    pub name: String,
    /// First sixteen hexadecimal digits of its BLAKE3 hash.
    pub hash: String,
    /// Size in bytes.
    pub size: u64,
    /// Its format.
    pub format: Format,
}

impl SourceFile {
    /// Hashes a file and tells its format.
    ///
    /// # Errors
    /// When it cannot be read, is no file, or is of no known format.
    pub fn open(path: &Path) -> Result<Self, IngestError> {
        let io = |source| IngestError::Io { path: path.to_owned(), source };
        let format = detect(path)?;
        let mut hasher = blake3::Hasher::new();
        hasher.update_reader(File::open(path).map_err(io)?).map_err(io)?;
        let name = path.file_name().map_or_else(|| path.display().to_string(), |n| n.to_string_lossy().into_owned());
        Ok(Self {
            path: path.to_owned(),
            name,
            hash: Fingerprint::from(hasher.finalize()).to_string(),
            size: path.metadata().map_err(io)?.len(),
            format,
        })
    }

    /// The whole content, for formats that are not streamed.
    pub(super) fn bytes(&self) -> Result<Vec<u8>, IngestError> {
        if self.size > LARGEST_TABLE {
            let limit = Limit::Table { size: self.size >> 20, most: LARGEST_TABLE >> 20 };
            return Err(IngestError::TooLarge { path: self.path.clone(), limit });
        }
        std::fs::read(&self.path).map_err(|source| IngestError::Io { path: self.path.clone(), source })
    }
}

/// The text of a small file in whatever encoding it has.
///
/// # Errors
/// When it cannot be read.
pub fn read_text(path: &Path) -> Result<String, IngestError> {
    let bytes = std::fs::read(path).map_err(|source| IngestError::Io { path: path.to_owned(), source })?;
    Ok(decode(&bytes).0)
}
