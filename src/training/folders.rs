//! Where labelled tables lie.

use std::path::{Path, PathBuf};

use super::TrainingError;

/// Folders of labelled tables.
#[derive(Debug, Clone)]
pub struct DataFolders {
    /// Folder with `upr_info/` and `uhri/`.
    pub data: PathBuf,
    /// Folder with the labelled texts and pairs; `../gold` beside the data by default.
    pub gold: Option<PathBuf>,
}

impl DataFolders {
    /// The folder with the labelled texts and pairs.
    pub(super) fn gold(&self) -> PathBuf {
        self.gold.clone().unwrap_or_else(|| self.data.join("..").join("gold"))
    }
}

/// The files of a folder with that ending, in the order of their names.
///
/// # Errors
/// When the folder cannot be read.
pub(super) fn listed(folder: &Path, ending: &str) -> Result<Vec<PathBuf>, TrainingError> {
    let entries = std::fs::read_dir(folder).map_err(TrainingError::io(folder))?;
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|file| file.extension().is_some_and(|own| own == ending));
    files.sort();
    Ok(files)
}
