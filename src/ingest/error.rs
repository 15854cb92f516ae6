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
    /// A document in which no text was found.
    #[error("{path}: no text was found in it ({format})")]
    NoText {
        /// The file.
        path: PathBuf,
        /// Its format.
        format: &'static str,
    },
    /// A document of no kind that Weft knows.
    #[error(
        "{path}: neither a thematic list, a Working Group report, an addendum, concluding observations nor a report of a mandate holder; it begins: {seen}"
    )]
    UnknownDocument {
        /// The file.
        path: PathBuf,
        /// How it begins.
        seen: String,
    },
    /// A document that does not say which State it is about.
    #[error("{path}: the {kind} does not say which State it is about")]
    NoState {
        /// The file.
        path: PathBuf,
        /// Kind of document.
        kind: &'static str,
    },
    /// A legacy Word document, and no program that reads it.
    #[error("{path}: a Word document of the format before 2007, which needs LibreOffice or antiword to be read")]
    NoConverter {
        /// The file.
        path: PathBuf,
    },
    /// The receiver of the records failed; the reader stopped.
    #[error("reading stopped: {0}")]
    Stopped(String),
}

impl IngestError {
    /// The file of which the State must be named.
    #[must_use]
    pub fn asks_for_state(&self) -> Option<&std::path::Path> {
        match self {
            Self::NoState { path, .. } => Some(path),
            _ => None,
        }
    }

    /// What the user can do.
    #[must_use]
    pub fn hint(&self) -> String {
        match self {
            Self::Io { .. } => "check the name of the file and that no other program holds it open".into(),
            Self::UnknownFormat { .. } => {
                "Weft reads documents (DOCX, PDF, DOC, HTML, TXT), UHRI exports (JSON, XLSX), UPR Info exports (XLS, CSV) and tables (CSV, TSV, XLSX, XLS, ODS); save the file as one of them".into()
            }
            Self::Damaged { .. } => "download or export the file again; nothing was taken over from it".into(),
            Self::NoTextColumn { .. } => "say which column holds the text: --map text='Name of the column'".into(),
            Self::BadMapping { .. } => format!("fields are: {}", super::Column::names()),
            Self::TooLarge { .. } => "split the file into smaller ones and import them one after the other".into(),
            Self::Empty { .. } => "check that the right sheet was saved".into(),
            Self::NoText { .. } => {
                "it may be a scan, or locked: run it through text recognition, or import the Word version".into()
            }
            Self::UnknownDocument { .. } => {
                "replies, national reports and lists of issues hold no recommendations; if it holds a table, give the column of texts a heading such as 'Recommendation'".into()
            }
            Self::NoState { .. } => "say it: --state 'Name of the State', and where they lack, --symbol and --session".into(),
            Self::NoConverter { .. } => {
                "open it in Word or LibreOffice, choose 'Save as', the type 'Word document (.docx)', and import that file".into()
            }
            Self::Stopped(_) => "see the message above".into(),
        }
    }
}
