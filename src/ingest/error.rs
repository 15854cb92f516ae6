//! What can go wrong with a foreign file, and what to do about it.

use std::path::PathBuf;

/// A file that cannot be read at all. Single bad rows are [`super::Rejection`]s, not errors.
#[derive(Debug, thiserror::Error)]
pub enum IngestError {
    /// The file cannot be opened or read.
    #[error("cannot read {path}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// The file is of no format that Weft reads.
    #[error("{path}: not a file that Weft can read ({seen})")]
    UnknownFormat {
        /// The file.
        path: PathBuf,
        /// What the content looks like.
        seen: String,
    },
    /// The file has the outside of a format but breaks inside.
    #[error("{path}: {format} is damaged at {place}: {reason}")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// The format read.
        format: &'static str,
        /// Row, byte or sheet.
        place: String,
        /// What the reader said.
        reason: String,
    },
    /// No header row was recognised.
    #[error("{path}: no column with the text of recommendations was recognised among: {headers}")]
    NoTextColumn {
        /// The file.
        path: PathBuf,
        /// The headers seen, joined.
        headers: String,
    },
    /// A mapping names a column or field that does not exist.
    #[error("cannot map '{mapping}': {reason}")]
    BadMapping {
        /// What was asked for.
        mapping: String,
        /// Why not.
        reason: String,
    },
    /// The file is beyond the limits.
    #[error("{path}: {reason}")]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Which limit, with figures.
        reason: String,
    },
    /// The table holds no rows below its header.
    #[error("{path}: the table is empty")]
    Empty {
        /// The file.
        path: PathBuf,
    },
    /// The receiver of the records failed; the reader stopped.
    #[error("reading stopped: {0}")]
    Stopped(String),
}

impl IngestError {
    /// What the user can do.
    #[must_use]
    pub fn hint(&self) -> String {
        match self {
            Self::Io { .. } => "check the name of the file and that no other program holds it open".into(),
            Self::UnknownFormat { .. } => {
                "Weft reads UHRI exports (JSON, XLSX), UPR Info exports (XLS, CSV) and tables (CSV, TSV, XLSX, XLS, ODS); save the file as one of them".into()
            }
            Self::Damaged { .. } => "download or export the file again; nothing was taken over from it".into(),
            Self::NoTextColumn { .. } => "say which column holds the text: --map text='Name of the column'".into(),
            Self::BadMapping { .. } => format!("fields are: {}", super::Column::names()),
            Self::TooLarge { .. } => "split the file into smaller ones and import them one after the other".into(),
            Self::Empty { .. } => "check that the right sheet was saved".into(),
            Self::Stopped(_) => "see the message above".into(),
        }
    }
}
