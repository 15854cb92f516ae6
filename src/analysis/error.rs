//! What can go wrong in the analysis.

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
    /// There is too little to learn from.
    #[error("{task}: {found} labelled texts, at least {needed} are needed")]
    TooFewLabels {
        /// What was to be learnt.
        task: &'static str,
        /// Labelled texts found.
        found: usize,
        /// Labelled texts needed.
        needed: usize,
    },
}

impl AnalysisError {
    /// What the user can do.
    #[must_use]
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::Numeric(_) => "report the workspace and the command; the caches can be deleted and made again",
            Self::BadModel { .. } => "train the models again, or leave --models out to use those in the program",
            Self::TooFewLabels { .. } => "check the folder given with --data: it needs the labelled tables",
        }
    }
}
