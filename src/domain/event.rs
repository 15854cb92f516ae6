//! The journal: every change of the truth, so that it can be told and undone.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::RecordId;
use super::decision::{Ruling, Subject};

/// Who does something, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// The moment.
    pub at: Timestamp,
    /// Account name of the user.
    pub who: String,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// When it happened.
    pub at: Timestamp,
    /// Who did it: the account name of the user.
    pub who: String,
    /// Whether it takes back an earlier decision.
    #[serde(default)]
    pub undoes: bool,
    /// What happened.
    pub what: Change,
}

/// What a change was, with what is needed to tell before from after.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// A file was read to its end.
    Imported {
        /// Name of the file.
        file: String,
        /// Hash of the file, sixteen hexadecimal digits.
        file_hash: String,
        /// Rows read.
        rows: u64,
        /// Records that were new.
        new: u64,
        /// Records that were known and have changed.
        changed: u64,
    },
    /// A source gave a known record another value.
    RecordChanged {
        /// The record.
        id: RecordId,
        /// Which field.
        field: String,
        /// Its value before.
        before: String,
        /// Its value after.
        after: String,
    },
    /// A record turned out to be the same recommendation as another, and became part of it.
    Absorbed {
        /// The record that ended.
        id: RecordId,
        /// The record that has its sources now.
        into: RecordId,
        /// Reference of the record that ended.
        reference: String,
    },
    /// A person decided.
    Decided {
        /// On what.
        subject: Subject,
        /// The ruling before, if there was one.
        before: Option<Ruling>,
        /// The ruling now; `None` takes the decision back.
        after: Option<Ruling>,
    },
    /// The workspace was restored from a backup.
    Restored {
        /// Name of the backup file.
        file: String,
    },
}
