//! The small text files of a workspace that belong to its truth: settings, register, what was learnt.

use std::io;
use std::path::Path;

use crate::ingest::{IngestError, read_text};
use crate::store::{BackupDocument, StoreError, check_place};
use crate::workspace::folder::layout::{LEARNT_FILE, SETTINGS};

/// Those that are there, by name.
///
/// # Errors
/// When one cannot be read.
pub(in crate::workspace) fn documents(folder: &Path, register: &str) -> Result<Vec<BackupDocument>, StoreError> {
    let mut documents = Vec::new();
    for name in [SETTINGS, register, LEARNT_FILE] {
        let path = folder.join(name);
        if path.exists() {
            check_place(&path).map_err(|source| StoreError::Io { path: path.clone(), source })?;
            let text = read_text(&path).map_err(|error| unreadable(&path, error))?;
            documents.push(BackupDocument { name: name.to_owned(), text });
        }
    }
    Ok(documents)
}

fn unreadable(path: &Path, error: IngestError) -> StoreError {
    let source = match error {
        IngestError::Io { source, .. } => source,
        other => io::Error::other(other),
    };
    StoreError::Io { path: path.to_owned(), source }
}
