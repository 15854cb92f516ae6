//! What can go wrong in the analysis.

use std::path::PathBuf;

/// A failure of the analysis.
#[derive(Debug, thiserror::Error)]
pub enum AnalysisError {
    /// A decomposition or a fit failed.
    #[error("the numbers do not allow it: {0}")]
    Numeric(String),
    /// A model file cannot be read.
    #[error("the model {name} cannot be read: {reason}")]
    BadModel {
        /// Name of the model.
        name: String,
        /// Why.
        reason: String,
    },
    /// A file of a folder of models cannot be read.
    #[error("cannot read {path}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
}

impl AnalysisError {
    /// What the user can do.
    #[must_use]
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::Numeric(_) => "report the workspace and the command; the caches can be deleted and made again",
            Self::BadModel { .. } => "train the models again, or leave --models out to use those in the program",
            Self::Io { .. } => "name a folder that holds every model with its card",
        }
    }
}
