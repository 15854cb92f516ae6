//! What can go wrong with the store, and what to do about it.

use std::path::PathBuf;

/// A failure of the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another process holds the workspace.
    #[error("the workspace {path} is held by {}", holder(*.pid))]
    Held {
        /// Folder of the store.
        path: PathBuf,
        /// Process that holds it, if it told its number.
        pid: Option<u32>,
    },
    /// The disk refused.
    #[error("cannot read or write {path}")]
    Io {
        /// What was touched.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// The engine refused or found damage.
    #[error("the store {path} is damaged: {reason}")]
    Damaged {
        /// Folder of the store.
        path: PathBuf,
        /// What was found.
        reason: String,
    },
    /// The engine did not open in time; nothing was touched.
    #[error("the store {path} did not open in time")]
    Hangs {
        /// Folder of the store.
        path: PathBuf,
    },
    /// A newer Weft wrote the store.
    #[error("the store has format {found}; this version of Weft reads up to {known}")]
    NewerSchema {
        /// Format found.
        found: u16,
        /// Newest format known.
        known: u16,
    },
    /// A value cannot be written or read.
    #[error("{what} cannot be coded: {reason}")]
    Codec {
        /// What it was.
        what: &'static str,
        /// Why.
        reason: String,
    },
    /// A backup file is not what it should be.
    #[error("{path}, line {line}: {reason}")]
    BadBackup {
        /// The backup.
        path: PathBuf,
        /// Line, from 1.
        line: u64,
        /// What is wrong.
        reason: String,
    },
    /// There is nothing to undo.
    #[error("there is no decision to undo")]
    NothingToUndo,
}

fn holder(pid: Option<u32>) -> String {
    pid.map_or_else(|| "another process".to_owned(), |pid| format!("another process (pid {pid})"))
}

impl StoreError {
    /// What the user can do.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Held { .. } => "wait until the other command is done, or close it; nothing was changed",
            Self::Io { .. } => "check that the disk has room and that you may write to the folder",
            Self::Damaged { .. } => "restore the newest file in backups/ with: weft restore FILE",
            Self::Hangs { .. } => {
                "try again; if it hangs again, restore the newest file in backups/ with: weft restore FILE"
            }
            Self::NewerSchema { .. } => "install the newer version of Weft; nothing was changed",
            Self::Codec { .. } => "run weft verify; if it reports faults, restore the newest backup",
            Self::BadBackup { .. } => "use another backup; the workspace is as it was",
            Self::NothingToUndo => "only decisions can be undone: titles, locks, moves, accepted and refused links",
        }
    }
}
