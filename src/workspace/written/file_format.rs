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

/// A file format of the tables of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TableFormat {
    /// The first table, with a file beside it that tells what it is.
    Csv,
    /// One JSON object.
    Json,
    /// A workbook, with its figures.
    Xlsx,
    /// A document, with its figures.
    Docx,
    /// A page, with its figures.
    Html,
}

impl TableFormat {
    /// The format that the name of a file asks for.
    ///
    /// # Errors
    /// When its ending is of none.
    pub fn of(file: &Path) -> Result<Self, WorkspaceError> {
        let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        match ending.as_deref() {
            Some("html" | "htm") => Ok(Self::Html),
            _ => Ok(FileFormat::of(file, Written::Table)?.into()),
        }
    }

    /// Whether files of it hold figures.
    pub(in crate::workspace) const fn holds_figures(self) -> bool {
        matches!(self, Self::Xlsx | Self::Docx | Self::Html)
    }
}

impl From<FileFormat> for TableFormat {
    fn from(format: FileFormat) -> Self {
        match format {
            FileFormat::Csv => Self::Csv,
            FileFormat::Json => Self::Json,
            FileFormat::Xlsx => Self::Xlsx,
            FileFormat::Docx => Self::Docx,
        }
    }
}
