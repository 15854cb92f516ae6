//! The store itself: the trees of the engine, and what its failures are called.

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use sled::transaction::{ConflictableTransactionError, TransactionError};
use tempfile::TempDir;

use super::StoreError;
use super::engine::engine;

/// An open store; the only one of its folder.
#[derive(Debug)]
pub struct Store {
    pub(super) db: sled::Db,
    pub(super) records: sled::Tree,
    /// Global source identifiers to records.
    pub(super) sources: sled::Tree,
    pub(super) imports: sled::Tree,
    pub(super) clusters: sled::Tree,
    pub(super) decisions: sled::Tree,
    /// Clusters of records as they were proposed, in blocks.
    pub(super) placements: sled::Tree,
    pub(super) journal: sled::Tree,
    pub(super) meta: sled::Tree,
    pub(super) path: PathBuf,
    /// Whether anything was written since it was opened.
    pub(super) written: AtomicBool,
    /// The copy that is open in place of the store, where that may not be written. Last: it goes when the
    /// engine is closed.
    pub(super) copy: Option<TempDir>,
}

/// What a step inside a transaction gives.
pub(super) type InTransaction<T> = Result<T, ConflictableTransactionError<StoreError>>;

impl Store {
    pub(super) fn engine(&self, error: &sled::Error) -> StoreError {
        engine(&self.path, error)
    }

    pub(super) fn transaction(&self, error: TransactionError<StoreError>) -> StoreError {
        match error {
            TransactionError::Storage(error) => self.engine(&error),
            TransactionError::Abort(error) => error,
        }
    }
}
