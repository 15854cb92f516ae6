//! Files that are written whole or not at all.

use std::path::{Path, PathBuf};

use super::{Workspace, WorkspaceError};

/// Writes a file beside its place and renames it: what fails or is cut off leaves what was there.
///
/// # Errors
/// When the disk refuses, or another program holds the file open where that forbids it.
pub(super) fn write_whole(file: &Path, bytes: &[u8]) -> Result<(), WorkspaceError> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let beside = file.with_file_name(format!(".{name}.new"));
    let written = std::fs::write(&beside, bytes).and_then(|()| std::fs::rename(&beside, file));
    if written.is_err() {
        // Nobody looks for it: that it cannot be removed either is no news.
        let _ = std::fs::remove_file(&beside);
    }
    written.map_err(Workspace::io(file))
}

/// The files of a folder with that ending, in the order of their names.
///
/// # Errors
/// When the folder cannot be read.
pub(super) fn listed(folder: &Path, ending: &str) -> Result<Vec<PathBuf>, WorkspaceError> {
    let entries = std::fs::read_dir(folder).map_err(Workspace::io(folder))?;
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|file| file.extension().is_some_and(|own| own == ending));
    files.sort();
    Ok(files)
}
