//! The truth on disk: records, decisions, imports, the journal.
//!
//! Every change is one transaction over the trees it touches; bulk import goes in batches with a
//! progress marker in the same transaction, and nothing is acknowledged before it is flushed. Only
//! this room knows the engine (sled), so that another engine would be a matter of days. It holds no rule
//! of the field: [`records`](crate::records) says what becomes of an arriving record, and it is written here
//! as it comes.

mod absorb;
mod backup;
mod clusters;
mod codec;
mod commands;
mod counters;
mod damage;
mod decide;
mod dump;
mod durable;
mod engine;
mod error;
mod identity;
mod import;
mod journal;
mod keys;
mod lessons;
mod line_bounds;
mod note;
mod open;
mod own_file;
mod placements;
mod quiet;
mod read_only_copy;
mod remove;
mod restore;
mod scan;
mod schema;
#[cfg(test)]
mod test_store;
mod trees;
mod undo;
mod upgrade;
mod value_kind;
mod verify;
mod whole_file;

pub use clusters::KeptClusters;
pub use damage::{BackupFault, CodecFault, Damage, VerifyFault};
pub use decide::{Applied, Batch};
pub use dump::{BackupContent, BackupDocument};
pub use error::StoreError;
pub use import::ImportProgress;
pub use open::Patience;
pub use own_file::{cause, check_place, open_file, read_file, read_file_to_string};
pub use remove::{PlannedRemoval, Removed};
pub use schema::{BeforeUpgrade, SCHEMA};
pub use trees::Store;
pub use undo::Undo;
pub use value_kind::ValueKind;
pub use verify::VerifyReport;
pub use whole_file::WholeFile;

use trees::InTransaction;
