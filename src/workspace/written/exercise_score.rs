//! Scoring the sheets that groups filled in. No workspace is needed: the key holds all that was drawn.

use std::path::{Path, PathBuf};

use crate::exercise::{Exercise, FilledSheet, Score, filled_sheet, score};
use crate::ingest::{SourceFile, read_tables};
use crate::workspace::{Workspace, WorkspaceError};

/// Reads the key and the sheets and lays them beside each other.
///
/// # Errors
/// When a file cannot be read, the first is no key, or another places no cards of it.
pub fn score_sheets(key: &Path, sheets: &[PathBuf]) -> Result<Score, WorkspaceError> {
    let bytes = std::fs::read(key).map_err(Workspace::io(key))?;
    let exercise: Exercise = serde_json::from_slice(&bytes)
        .map_err(|error| WorkspaceError::NoKey { path: key.to_owned(), cause: error.to_string() })?;
    let sheets: Result<Vec<FilledSheet>, WorkspaceError> = sheets.iter().map(|file| sheet(file, &exercise)).collect();
    Ok(score(&exercise, sheets?))
}

fn sheet(path: &Path, key: &Exercise) -> Result<FilledSheet, WorkspaceError> {
    let file = SourceFile::open(path)?;
    let tables = read_tables(&file)?;
    filled_sheet(&file.name, &tables, key).ok_or_else(|| WorkspaceError::NoSheet(path.to_owned()))
}
