//! What can go wrong in the analysis, as codes with named values.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::domain::{Message, Values};

/// A failure of the analysis.
#[derive(Debug, thiserror::Error, strum::IntoStaticStr, strum::VariantNames)]
#[strum(serialize_all = "kebab-case", prefix = "analysis-")]
pub enum AnalysisError {
    /// A decomposition or a fit failed; with what the library said.
    #[error("analysis-numeric")]
    Numeric(String),
    /// A model file cannot be read.
    #[error("analysis-bad-model")]
    BadModel {
        /// Name of the model.
        name: String,
        /// What the reader said.
        reason: String,
    },
    /// The model files are of different trainings.
    #[error("analysis-mixed-models")]
    MixedModels,
    /// Whoever watches the run has stopped it.
    #[error("analysis-stopped")]
    Stopped,
    /// A file of a folder of models cannot be read.
    #[error("analysis-io")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
}

impl Message for AnalysisError {
    fn code(&self) -> &'static str {
        self.into()
    }

    fn values(&self) -> Values {
        let named: Vec<(&str, Value)> = match self {
            Self::Numeric(reason) => vec![("reason", json!(reason))],
            Self::BadModel { name, reason } => vec![("name", json!(name)), ("reason", json!(reason))],
            Self::MixedModels | Self::Stopped => Vec::new(),
            Self::Io { path, source } => {
                vec![("path", json!(path.display().to_string())), ("reason", json!(source.to_string()))]
            }
        };
        named.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }
}
