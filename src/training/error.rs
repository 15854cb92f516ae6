//! What can go wrong while models are fitted and measured.
//!
//! Read by developers alone: its words are English, and say what to look at. What comes from below keeps
//! its own words.

use std::path::{Path, PathBuf};

use crate::analysis::AnalysisError;
use crate::ingest::IngestError;
use crate::search::SearchError;

/// A failure of the training.
#[derive(Debug, thiserror::Error)]
pub enum TrainingError {
    /// A row of a table is not of the form that it should have.
    #[error("{path}: row {row} cannot be read: {reason}")]
    BadRow {
        /// The table.
        path: PathBuf,
        /// Number of the row; the head is the first.
        row: usize,
        /// What the reader said.
        reason: String,
    },
    /// A line of JSON is not of the form that it should have.
    #[error("{path}: line {line} cannot be read: {reason}")]
    BadLine {
        /// The file.
        path: PathBuf,
        /// Number of the line, from 1.
        line: usize,
        /// What the reader said.
        reason: String,
    },
    /// There are too few labelled recommendations to learn from.
    #[error(
        "{found} labelled recommendations, at least {needed} are needed; does the folder of data hold the labelled tables?"
    )]
    TooFewRecommendations {
        /// Labelled recommendations found.
        found: usize,
        /// Labelled recommendations needed.
        needed: usize,
    },
    /// There are too few judged pairs to learn from.
    #[error("{found} judged pairs of asks, at least {needed} are needed; does the folder of data hold their texts?")]
    TooFewPairs {
        /// Judged pairs found.
        found: usize,
        /// Judged pairs needed.
        needed: usize,
    },
    /// A decomposition or a fit failed.
    #[error("the numbers do not allow a fit: {0}")]
    Numeric(String),
    /// A model cannot be made into bytes.
    #[error("the model {name} cannot be written: {reason}")]
    Unwritable {
        /// Name of the model.
        name: &'static str,
        /// Why.
        reason: String,
    },
    /// A card cannot be read.
    #[error("the card of the {name} cannot be read: {reason}")]
    BadCard {
        /// Name of the model.
        name: &'static str,
        /// Why.
        reason: String,
    },
    /// A file or folder cannot be used.
    #[error("cannot read or write {path}")]
    Io {
        /// What was touched.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// From below.
    #[error(transparent)]
    Ingest(#[from] IngestError),
    /// From below.
    #[error(transparent)]
    Analysis(#[from] AnalysisError),
    /// From below.
    #[error(transparent)]
    Search(#[from] SearchError),
}

impl TrainingError {
    /// What the system said of a file or folder.
    pub(super) fn io(path: &Path) -> impl Fn(std::io::Error) -> Self {
        move |source| Self::Io { path: path.to_owned(), source }
    }
}
