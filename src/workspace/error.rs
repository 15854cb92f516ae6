//! Everything that can go wrong in a workspace: codes with values, for which each shell has words and a
//! hint.

use std::path::PathBuf;

use serde::Serialize;
use serde_json::{Value, json};

use super::folder::settings_fault::SettingsFault;
use crate::analysis::AnalysisError;
use crate::domain::{Coded, Message, Moved, Values};
use crate::exports::ExportError;
use crate::figures::FigureError;
use crate::ingest::IngestError;
use crate::search::SearchError;
use crate::store::{StoreError, cause};
use crate::view::Refusal;

/// What is written to a file that the user names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Written {
    /// The plan table.
    Plan,
    /// Results of a search.
    Results,
    /// Records or relations, a row each.
    Rows,
    /// The tables of an answer.
    Table,
    /// A figure.
    Figure,
    /// Pairs of records.
    Pairs,
}

/// A failure of a request.
#[derive(Debug, thiserror::Error, strum::IntoStaticStr, strum::VariantNames)]
#[strum(serialize_all = "kebab-case", prefix = "workspace-")]
pub enum WorkspaceError {
    /// No workspace was found.
    #[error("workspace-not-found")]
    NotFound(PathBuf),
    /// There is one already.
    #[error("workspace-exists")]
    Exists(PathBuf),
    /// A demo needs a folder of its own.
    #[error("workspace-not-empty")]
    NotEmpty(PathBuf),
    /// `weft.toml` cannot be read.
    #[error("workspace-bad-settings")]
    BadSettings {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        reason: SettingsFault,
    },
    /// A file or folder of the workspace cannot be used.
    #[error("workspace-io")]
    Io {
        /// What was touched.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// The words are no date.
    #[error("workspace-bad-date")]
    BadDate(String),
    /// A folder holds files already, and nobody said that more may come into it.
    #[error("workspace-folder-in-use")]
    FolderInUse(PathBuf),
    /// A line of a list of choices names no cell, or no side.
    #[error("workspace-bad-choice")]
    BadChoice {
        /// The list.
        path: PathBuf,
        /// Where it stands.
        line: String,
        /// What is not understood.
        cause: String,
    },
    /// A matrix has no column for an assessment.
    #[error("workspace-no-matrix")]
    NoMatrix(PathBuf),
    /// What is said of a heading names no column of a table that was sent.
    #[error("workspace-bad-column")]
    BadColumn(String),
    /// Too few records fit to draw the cards of an exercise.
    #[error("workspace-too-few-cards")]
    TooFewCards {
        /// How many there are.
        cards: usize,
        /// How many an exercise has at least.
        least: usize,
    },
    /// A file is no key of an exercise.
    #[error("workspace-no-key")]
    NoKey {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        cause: String,
    },
    /// A file places no cards of an exercise in any layout that is known.
    #[error("workspace-no-sheet")]
    NoSheet(PathBuf),
    /// A search without query and filters is not kept.
    #[error("workspace-nothing-to-keep")]
    NothingToKeep(String),
    /// A search is kept by its name.
    #[error("workspace-no-name")]
    NoName,
    /// An export would overwrite a file of the workspace.
    #[error("workspace-own-file")]
    OwnFile(PathBuf),
    /// A file that a command reads cannot be written by it.
    #[error("workspace-own-input")]
    OwnInput(PathBuf),
    /// What is to be written leads to a folder, a device or a pipe.
    #[error("workspace-no-file")]
    NoFile(PathBuf),
    /// The ending of a file name does not fit what is written.
    #[error("workspace-wrong-ending")]
    WrongEnding {
        /// The file.
        file: PathBuf,
        /// What was to be written.
        what: Written,
    },
    /// A restore was interrupted between two steps.
    #[error("workspace-half-restored")]
    HalfRestored(PathBuf),
    /// A folder that no restore has made stands where one prepares.
    #[error("workspace-in-the-way")]
    InTheWay(PathBuf),
    /// No file of that name or hash was imported.
    #[error("workspace-not-imported")]
    NotImported(String),
    /// Several files of that name were imported.
    #[error("workspace-several-imports")]
    SeveralImports {
        /// The name.
        given: String,
        /// Hashes of the files.
        hashes: Vec<String>,
    },
    /// There are no decisions to learn from.
    #[error("workspace-nothing-to-learn")]
    NothingToLearn,
    /// Nothing was learnt that could be taken back.
    #[error("workspace-nothing-learnt")]
    NothingLearnt,
    /// A question or a command that does not fit.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The person may look and not decide.
    #[error("workspace-may-only-read")]
    MayOnlyRead(String),
    /// The work was stopped on request; what was done before is whole.
    #[error("workspace-stopped")]
    Stopped,
    /// From below.
    #[error(transparent)]
    Ingest(#[from] IngestError),
    /// From below.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// From below.
    #[error(transparent)]
    Search(#[from] SearchError),
    /// From below.
    #[error(transparent)]
    Analysis(#[from] AnalysisError),
    /// From below.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// From below.
    #[error(transparent)]
    Figure(#[from] FigureError),
}

impl WorkspaceError {
    /// The failure of a lower room, if it is one.
    fn below(&self) -> Option<&dyn Message> {
        match self {
            Self::Refused(refusal) => Some(refusal),
            Self::Ingest(error) => Some(error),
            Self::Store(error) => Some(error),
            Self::Search(error) => Some(error),
            Self::Analysis(error) => Some(error),
            Self::Export(error) => Some(error),
            Self::Figure(error) => Some(error),
            _ => None,
        }
    }

    /// Whether another process holds the workspace.
    #[must_use]
    pub const fn is_held(&self) -> bool {
        matches!(self, Self::Store(StoreError::Held { .. }))
    }

    /// Whether others have decided on the same meanwhile.
    #[must_use]
    pub const fn is_outdated(&self) -> bool {
        matches!(self, Self::Store(StoreError::Changed { .. }))
    }

    /// What others have decided meanwhile on what was to be decided; empty for other failures.
    #[must_use]
    pub fn theirs(&self) -> &[Moved] {
        match self {
            Self::Store(StoreError::Changed { theirs }) => theirs,
            _ => &[],
        }
    }

    /// The exit code: 3 when another process holds the workspace, else 2.
    #[must_use]
    pub const fn exit_code(&self) -> u8 {
        match self {
            Self::Store(StoreError::Held { .. }) => 3,
            _ => 2,
        }
    }

    fn own_values(&self) -> Vec<(&'static str, Value)> {
        let shown = |path: &PathBuf| Value::from(path.display().to_string());
        match self {
            Self::NotFound(path)
            | Self::Exists(path)
            | Self::NotEmpty(path)
            | Self::OwnFile(path)
            | Self::OwnInput(path)
            | Self::NoFile(path)
            | Self::FolderInUse(path)
            | Self::NoSheet(path)
            | Self::NoMatrix(path)
            | Self::InTheWay(path)
            | Self::HalfRestored(path) => vec![("path", shown(path))],
            Self::BadSettings { path, reason } => vec![("path", shown(path)), ("reason", json!(Coded::from(reason)))],
            Self::Io { path, source } => vec![("path", shown(path)), ("cause", cause(source))],
            Self::NoKey { path, cause } => vec![("path", shown(path)), ("cause", cause.clone().into())],
            Self::TooFewCards { cards, least } => vec![("cards", json!(cards)), ("least", json!(least))],
            Self::BadDate(given) | Self::NothingToKeep(given) | Self::MayOnlyRead(given) | Self::NotImported(given) => {
                vec![("given", given.clone().into())]
            }
            Self::SeveralImports { given, hashes } => {
                vec![("given", given.clone().into()), ("hashes", hashes.join(", ").into())]
            }
            Self::BadChoice { path, line, cause } => {
                vec![("path", shown(path)), ("line", line.clone().into()), ("cause", cause.clone().into())]
            }
            Self::BadColumn(given) => vec![("given", given.clone().into())],
            Self::WrongEnding { file, what } => {
                let what = serde_json::to_value(what).unwrap_or_default();
                vec![("path", shown(file)), ("what", what)]
            }
            _ => Vec::new(),
        }
    }
}

impl Message for WorkspaceError {
    fn code(&self) -> &'static str {
        self.below().map_or_else(|| self.into(), Message::code)
    }

    fn values(&self) -> Values {
        match self.below() {
            Some(error) => error.values(),
            None => self.own_values().into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        }
    }
}
