//! The truth on disk: records, decisions, imports, the journal.
//!
//! Every change is one transaction over the trees it touches; bulk import goes in batches with a
//! progress marker in the same transaction, and nothing is acknowledged before it is flushed. Only
//! this room knows the engine (sled), so that another engine would be a matter of days. It holds no rule
//! of the field: what becomes of an arriving record is told by [`records`](crate::records), and written
//! here as it comes.

mod absorb;
mod backup;
mod clusters;
mod codec;
mod counters;
mod error;
mod import;
mod journal;
mod keys;
mod open;
mod scan;
mod schema;
mod verify;

use std::path::PathBuf;

use sled::transaction::TransactionError;

pub use backup::BackupContent;
pub use error::StoreError;
pub use import::ImportProgress;
pub use schema::SCHEMA;
pub use verify::VerifyReport;

/// An open store; the only one of its folder.
#[derive(Debug)]
pub struct Store {
    db: sled::Db,
    records: sled::Tree,
    /// Global source identifiers to records.
    sources: sled::Tree,
    imports: sled::Tree,
    clusters: sled::Tree,
    decisions: sled::Tree,
    journal: sled::Tree,
    meta: sled::Tree,
    path: PathBuf,
}

impl Store {
    fn engine(&self, error: &sled::Error) -> StoreError {
        open::engine(&self.path, error)
    }

    fn transaction(&self, error: TransactionError<()>) -> StoreError {
        match error {
            TransactionError::Storage(error) => self.engine(&error),
            TransactionError::Abort(()) => {
                StoreError::Damaged { path: self.path.clone(), reason: "a transaction was aborted".to_owned() }
            }
        }
    }

    fn flush(&self) -> Result<(), StoreError> {
        fail::fail_point!("store-flush-begin");
        self.db.flush().map_err(|e| self.engine(&e))?;
        fail::fail_point!("store-flush-done");
        self.note_extent()?;
        fail::fail_point!("store-flush-noted");
        Ok(())
    }
}
