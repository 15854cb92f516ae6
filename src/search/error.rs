//! What can go wrong with the full-text index.

use std::path::PathBuf;

/// A failure of the index; queries themselves never fail.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// The folder cannot be used.
    #[error("cannot read or write the index in {path}")]
    Io {
        /// The folder.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// The engine refused.
    #[error("the index cannot be used: {0}")]
    Engine(#[from] tantivy::TantivyError),
    /// A document in the index cannot be read back.
    #[error("a document in the index is damaged: {0}")]
    Damaged(String),
}

impl SearchError {
    /// A failure of the engine while it read its files.
    pub(super) fn engine_io(error: std::io::Error) -> Self {
        Self::Engine(error.into())
    }

    /// What the user can do.
    #[must_use]
    pub const fn hint(&self) -> &'static str {
        "the index is a cache: delete the folder 'index' of the workspace and run weft analyse"
    }
}
