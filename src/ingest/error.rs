//! What can go wrong with a foreign file.
//!
//! Errors are codes with values; a sentence begins with the file, unless that is named already where it
//! is shown.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::damage::{Damage, DamagedPlace};
use super::document_kind::DocumentKind;
use super::fault::{ExpectedFormat, Limit, MappingFault, ReadFault, UnreadContent};
use super::format::DocumentFormat;
use crate::domain::{Coded, Message, Values};

/// A file that cannot be read at all. Single bad rows are [`Rejection`](crate::domain::Rejection)s, not
/// errors.
#[derive(Debug, thiserror::Error, strum::IntoStaticStr, strum::VariantNames)]
#[strum(serialize_all = "kebab-case", prefix = "ingest-")]
pub enum IngestError {
    /// The file cannot be opened or read.
    #[error("ingest-io")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// It is a folder, a device or a pipe.
    #[error("ingest-no-file")]
    NoFile {
        /// What was named.
        path: PathBuf,
    },
    /// The file is of no format that Weft reads.
    #[error("ingest-unknown-format")]
    UnknownFormat {
        /// The file.
        path: PathBuf,
        /// What the content looks like.
        seen: UnreadContent,
    },
    /// The file has the outside of a format but breaks inside.
    #[error("ingest-damaged")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What it should be.
        format: ExpectedFormat,
        /// Where it breaks.
        place: DamagedPlace,
        /// What is wrong there.
        reason: Box<Damage>,
    },
    /// No header row was recognised.
    #[error("ingest-no-text-column")]
    NoTextColumn {
        /// The file.
        path: PathBuf,
        /// The headers seen, joined.
        headers: String,
    },
    /// No table has the headings of a plan.
    #[error("ingest-no-plan-column")]
    NoPlanColumn {
        /// The file.
        path: PathBuf,
        /// The headers seen, joined.
        headers: String,
    },
    /// A mapping names a column or field that does not exist.
    #[error("ingest-bad-mapping")]
    BadMapping {
        /// What was asked for.
        mapping: String,
        /// Why not.
        fault: MappingFault,
        /// The fields that there are, joined.
        fields: String,
    },
    /// The file is beyond the limits.
    #[error("ingest-too-large")]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Which limit, with figures.
        limit: Limit,
    },
    /// The table holds no rows below its header.
    #[error("ingest-empty")]
    Empty {
        /// The file.
        path: PathBuf,
    },
    /// A document in which no text was found.
    #[error("ingest-no-text")]
    NoText {
        /// The file.
        path: PathBuf,
        /// Its format.
        format: DocumentFormat,
    },
    /// A document of no kind that Weft knows.
    #[error("ingest-unknown-document")]
    UnknownDocument {
        /// The file.
        path: PathBuf,
        /// How it begins.
        seen: String,
    },
    /// A document that does not say which State it is about.
    #[error("ingest-no-state")]
    NoState {
        /// The file.
        path: PathBuf,
        /// Kind of document.
        kind: DocumentKind,
    },
    /// A legacy Word document, and no program that reads it.
    #[error("ingest-no-converter")]
    NoConverter {
        /// The file.
        path: PathBuf,
    },
}

impl IngestError {
    /// A file of a format that breaks at a place.
    pub(super) fn damaged(format: ExpectedFormat, path: &Path, place: DamagedPlace, reason: Damage) -> Self {
        Self::Damaged { path: path.to_owned(), format, place, reason: Box::new(reason) }
    }

    /// A file whose tables cannot be read.
    pub(super) fn of(fault: ReadFault, format: ExpectedFormat, path: &Path, place: DamagedPlace) -> Self {
        match fault {
            ReadFault::Damaged(reason) => Self::Damaged { path: path.to_owned(), format, place, reason },
            ReadFault::Beyond(limit) => Self::TooLarge { path: path.to_owned(), limit },
        }
    }

    /// The file of which the State must be named.
    #[must_use]
    pub fn asks_for_state(&self) -> Option<&Path> {
        match self {
            Self::NoState { path, .. } => Some(path),
            _ => None,
        }
    }

    /// The error as it is said under the name of its file.
    #[must_use]
    pub fn under_file_name(&self) -> Coded {
        let mut said = Coded::from(self);
        said.values.insert("file".to_owned(), Value::String(String::new()));
        said
    }

    fn path(&self) -> Option<&Path> {
        match self {
            Self::BadMapping { .. } => None,
            Self::Io { path, .. }
            | Self::UnknownFormat { path, .. }
            | Self::Damaged { path, .. }
            | Self::NoTextColumn { path, .. }
            | Self::NoPlanColumn { path, .. }
            | Self::TooLarge { path, .. }
            | Self::Empty { path }
            | Self::NoFile { path }
            | Self::NoText { path, .. }
            | Self::UnknownDocument { path, .. }
            | Self::NoState { path, .. }
            | Self::NoConverter { path } => Some(path),
        }
    }

    /// The error as one of another file: of the one that a copy was made of.
    #[must_use]
    pub(super) fn of_file(mut self, file: &Path) -> Self {
        match &mut self {
            Self::BadMapping { .. } => {}
            Self::Io { path, .. }
            | Self::UnknownFormat { path, .. }
            | Self::Damaged { path, .. }
            | Self::NoTextColumn { path, .. }
            | Self::NoPlanColumn { path, .. }
            | Self::TooLarge { path, .. }
            | Self::Empty { path }
            | Self::NoFile { path }
            | Self::NoText { path, .. }
            | Self::UnknownDocument { path, .. }
            | Self::NoState { path, .. }
            | Self::NoConverter { path } => file.clone_into(path),
        }
        self
    }
}

impl Message for IngestError {
    fn code(&self) -> &'static str {
        self.into()
    }

    fn values(&self) -> Values {
        let mut values: Vec<(&str, Value)> = match self {
            Self::Io { source, .. } => vec![("cause", json!(source.to_string()))],
            Self::UnknownFormat { seen, .. } => vec![("seen", said(seen))],
            Self::Damaged { format, place, reason, .. } => {
                vec![("format", said(format)), ("place", said(place)), ("reason", said(&**reason))]
            }
            Self::NoTextColumn { headers, .. } | Self::NoPlanColumn { headers, .. } => {
                vec![("headers", json!(headers))]
            }
            Self::BadMapping { mapping, fault, fields } => {
                vec![("mapping", json!(mapping)), ("fault", said(fault)), ("fields", json!(fields))]
            }
            Self::TooLarge { limit, .. } => vec![("limit", said(limit))],
            Self::NoText { format, .. } => vec![("format", said(format))],
            Self::UnknownDocument { seen, .. } => vec![("seen", json!(seen))],
            Self::NoState { kind, .. } => vec![("kind", said(kind))],
            Self::Empty { .. } | Self::NoFile { .. } | Self::NoConverter { .. } => Vec::new(),
        };
        if let Some(path) = self.path() {
            let path = path.display().to_string();
            values.push(("file", json!({ "code": "ingest-file", "values": { "path": &path } })));
            values.push(("path", json!(path)));
        }
        values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }
}

/// A message inside another.
fn said(message: &impl Message) -> Value {
    json!(Coded::from(message))
}
