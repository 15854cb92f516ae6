//! What can go wrong with the full-text index, as codes with named values.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::domain::{Message, Values};

/// A failure of the index; queries themselves never fail.
#[derive(Debug, thiserror::Error, strum::IntoStaticStr, strum::VariantNames)]
#[strum(serialize_all = "kebab-case", prefix = "search-")]
pub enum SearchError {
    /// The folder cannot be used.
    #[error("search-io")]
    Io {
        /// The folder.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// The engine refused.
    #[error("search-engine")]
    Engine(#[from] tantivy::TantivyError),
    /// A document in the index cannot be read back; with what the reader said.
    #[error("search-damaged")]
    Damaged(String),
}

impl SearchError {
    /// A failure of the engine while it read its files.
    pub(super) fn engine_io(error: std::io::Error) -> Self {
        Self::Engine(error.into())
    }
}

impl Message for SearchError {
    fn code(&self) -> &'static str {
        self.into()
    }

    fn values(&self) -> Values {
        let named: Vec<(&str, Value)> = match self {
            Self::Io { path, source } => {
                vec![("path", json!(path.display().to_string())), ("reason", json!(source.to_string()))]
            }
            Self::Engine(source) => vec![("reason", json!(source.to_string()))],
            Self::Damaged(reason) => vec![("reason", json!(reason))],
        };
        named.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }
}
