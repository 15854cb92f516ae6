//! The formats of answers as files.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::workspace::{WorkspaceError, Written};

/// A file format of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileFormat {
    /// A table, with a file beside it that tells what it is; of several tables the first.
    Csv,
    /// One JSON object.
    Json,
    /// A workbook.
    Xlsx,
    /// A document.
    Docx,
}

impl FileFormat {
    /// The format that the name of a file asks for, where `what` is to be written.
    ///
    /// # Errors
    /// When its ending is of none.
    pub fn of(file: &Path, what: Written) -> Result<Self, WorkspaceError> {
        let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        match ending.as_deref() {
            Some("csv") => Ok(Self::Csv),
            Some("json") => Ok(Self::Json),
            Some("xlsx") => Ok(Self::Xlsx),
            Some("docx") => Ok(Self::Docx),
            _ => Err(WorkspaceError::WrongEnding { file: file.to_owned(), what }),
        }
    }
}
