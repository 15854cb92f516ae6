//! Everything that can go wrong in a workspace, with what to do about it.

use std::path::PathBuf;

use crate::analysis::AnalysisError;
use crate::domain::Message;
use crate::exports::ExportError;
use crate::ingest::IngestError;
use crate::search::SearchError;
use crate::store::StoreError;

/// A failure of a request.
#[derive(Debug, thiserror::Error)]
pub enum WorkspaceError {
    /// No workspace was found.
    #[error("there is no workspace in {0} or above it")]
    NotFound(PathBuf),
    /// There is one already.
    #[error("{0} is a workspace already")]
    Exists(PathBuf),
    /// A demo needs a folder of its own.
    #[error("the folder {0} is not empty")]
    NotEmpty(PathBuf),
    /// `weft.toml` cannot be read.
    #[error("{path}: {reason}")]
    BadSettings {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        reason: String,
    },
    /// A file or folder of the workspace cannot be used.
    #[error("cannot read or write {path}")]
    Io {
        /// What was touched.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// The analysis has not been made.
    #[error("nothing has been analysed yet")]
    NotAnalysed,
    /// No record, cluster or value of that name.
    #[error("there is no {what} '{wanted}'")]
    Unknown {
        /// Kind of thing.
        what: &'static str,
        /// What was asked for.
        wanted: String,
    },
    /// The words of the user cannot be read.
    #[error("'{given}' is no {what}")]
    BadArgument {
        /// What it should be.
        what: &'static str,
        /// What was given.
        given: String,
    },
    /// An export would overwrite a file of the workspace.
    #[error("{0} belongs to the workspace")]
    OwnFile(PathBuf),
    /// The ending of a file name does not fit what is written.
    #[error("{file} cannot hold {what}")]
    WrongEnding {
        /// The file.
        file: PathBuf,
        /// What was to be written.
        what: &'static str,
    },
    /// A restore was interrupted between two steps.
    #[error("an interrupted restore left {0} and no store")]
    HalfRestored(PathBuf),
    /// There are no decisions to learn from.
    #[error("nobody has decided on a lead or a theme yet")]
    NothingToLearn,
    /// Nothing was learnt that could be taken back.
    #[error("nothing was learnt from decisions here")]
    NothingLearnt,
    /// Persons have decided on clusters, which must keep their numbers.
    #[error("{0} decisions of persons hang on the numbers of the clusters")]
    ClustersDecided(usize),
    /// A cluster is locked.
    #[error("cluster {0} is locked")]
    Locked(String),
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
}

impl WorkspaceError {
    /// What the user can do.
    #[must_use]
    pub fn hint(&self) -> String {
        match self {
            Self::NotFound(_) => "make one with: weft init FOLDER, or name it with --workspace FOLDER".into(),
            Self::Exists(path) => format!("use it with --workspace {}, or choose another folder", path.display()),
            Self::NotEmpty(_) => "name another folder: weft demo FOLDER".into(),
            Self::BadSettings { .. } => "mend the line in weft.toml; the records are not touched".into(),
            Self::Io { .. } => "check that the disk has room and that you may write there".into(),
            Self::NotAnalysed => "run: weft analyse".into(),
            Self::Unknown { what, .. } => format!("look it up with: weft {}", listing(what)),
            Self::BadArgument { what, .. } => format!("give a {what}"),
            Self::OwnFile(_) => "choose another name for the export".into(),
            Self::WrongEnding { what, .. } => format!("write {what} to a file that ends in {}", endings(what)),
            Self::HalfRestored(_) => "run weft restore FILE again with the same backup".into(),
            Self::NothingToLearn => "accept or refuse some first: weft links accept RECORD lead justice".into(),
            Self::NothingLearnt => "learn with: weft models learn".into(),
            Self::ClustersDecided(_) => {
                "take them back with weft undo, or work on with weft clusters move, split and merge".into()
            }
            Self::Locked(number) => format!("unlock it first: weft clusters unlock {number}"),
            // What people can do about it stands in the catalogue, by its code.
            Self::Ingest(_) => String::new(),
            Self::Store(error) => error.hint().into(),
            Self::Search(error) => error.hint().into(),
            Self::Analysis(_) | Self::Export(_) => String::new(),
        }
    }

    /// The failure as a code with values, where it has one; then words and hint stand in the catalogue.
    #[must_use]
    pub fn message(&self) -> Option<&dyn Message> {
        match self {
            Self::Ingest(error) => Some(error),
            Self::Analysis(error) => Some(error),
            Self::Export(error) => Some(error),
            _ => None,
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
}

fn listing(what: &str) -> &'static str {
    match what {
        "cluster" | "theme" => "clusters",
        "recommendation" => "search",
        "saved search" => "searches",
        "value" => "links sdg, or weft links entities",
        "State" => "search --counts; names in six languages and ISO codes are known",
        _ => "help",
    }
}

fn endings(what: &str) -> &'static str {
    match what {
        "a plan" => ".xlsx, .docx or .csv",
        "results" => ".xlsx, .docx, .csv or .json",
        _ => ".csv, .json or .jsonl",
    }
}
