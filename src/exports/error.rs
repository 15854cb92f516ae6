//! What can go wrong when a file is written.

use crate::domain::{Message, Values};

/// A failure to write.
#[derive(Debug, thiserror::Error, strum::IntoStaticStr, strum::VariantNames)]
#[strum(serialize_all = "kebab-case", prefix = "export-")]
pub enum ExportError {
    /// The disk or the pipe refused.
    #[error("export-io")]
    Io(#[from] std::io::Error),
    /// The workbook could not be made.
    #[error("export-xlsx")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    /// The document could not be made.
    #[error("export-docx")]
    Docx(String),
    /// JSON could not be made.
    #[error("export-json")]
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

impl Message for ExportError {
    fn code(&self) -> &'static str {
        self.into()
    }

    fn values(&self) -> Values {
        let cause = match self {
            Self::Io(cause) => cause.to_string(),
            Self::Xlsx(cause) => cause.to_string(),
            Self::Docx(cause) => cause.clone(),
            Self::Json(cause) => cause.to_string(),
        };
        Values::from_iter([("cause".to_owned(), cause.into())])
    }
}
