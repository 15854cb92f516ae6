//! What can go wrong when a file is written.

/// A failure to write.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The disk or the pipe refused.
    #[error("cannot write the export")]
    Io(#[from] std::io::Error),
    /// The workbook could not be made.
    #[error("cannot write the workbook: {0}")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    /// The document could not be made.
    #[error("cannot write the document: {0}")]
    Docx(String),
    /// JSON could not be made.
    #[error("cannot write JSON")]
    Json(#[from] serde_json::Error),
}

impl From<csv::Error> for ExportError {
    /// An error of the receiver keeps its kind, so that a closed pipe is told from a full disk.
    fn from(error: csv::Error) -> Self {
        match error.into_kind() {
            csv::ErrorKind::Io(io) => Self::Io(io),
            other => Self::Io(std::io::Error::other(format!("{other:?}"))),
        }
    }
}

impl ExportError {
    /// What the user can do.
    #[must_use]
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::Xlsx(_) => "close the file if Excel holds it open; large plans can be exported as CSV",
            _ => "check that the disk has room and that the file is not open in another program",
        }
    }
}
