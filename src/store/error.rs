//! What can go wrong with the store.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::damage::{BackupFault, CodecFault, Damage};
use super::own_file::cause;
use super::value_kind::ValueKind;
use crate::domain::{Coded, CommandId, Message, Moved, Values};

/// A failure of the store, or its refusal to decide over what it holds.
#[derive(Debug, thiserror::Error, strum::IntoStaticStr, strum::VariantNames)]
#[strum(serialize_all = "kebab-case", prefix = "store-")]
pub enum StoreError {
    /// Another process holds the workspace.
    #[error("store-held")]
    Held {
        /// Folder of the store.
        path: PathBuf,
        /// Process that holds it, if it told its number.
        pid: Option<u32>,
    },
    /// The disk refused.
    #[error("store-io")]
    Io {
        /// What was touched.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// The engine refused or found damage.
    #[error("store-damaged")]
    Damaged {
        /// Folder of the store.
        path: PathBuf,
        /// What was found.
        reason: Damage,
    },
    /// The engine did not open in time; nothing was touched.
    #[error("store-hangs")]
    Hangs {
        /// Folder of the store.
        path: PathBuf,
    },
    /// The store may only be read where it lies; nothing was written.
    #[error("store-read-only")]
    ReadOnly {
        /// Folder of the store.
        path: PathBuf,
    },
    /// A newer Weft wrote the store or the backup.
    #[error("store-newer-schema")]
    NewerSchema {
        /// Format found.
        found: u16,
        /// Newest format known.
        known: u16,
    },
    /// A value cannot be written or read.
    #[error("store-codec")]
    Codec {
        /// What it was.
        what: ValueKind,
        /// Why.
        reason: CodecFault,
    },
    /// A backup file is not what it should be.
    #[error("store-bad-backup")]
    BadBackup {
        /// The backup.
        path: PathBuf,
        /// Line, from 1.
        line: u64,
        /// What is wrong.
        reason: BackupFault,
    },
    /// What was to be decided on has been decided on since the user looked; nothing was written.
    #[error("store-changed")]
    Changed {
        /// What others have decided.
        theirs: Vec<Moved>,
    },
    /// The user has no decision in force to take back.
    #[error("store-nothing-to-undo")]
    NothingToUndo,
    /// The newest thing that the user did is that an import was taken back.
    #[error("store-removed")]
    Removed {
        /// Name of its file.
        file: String,
    },
    /// There is no command of that name.
    #[error("store-unknown-command")]
    UnknownCommand {
        /// The name.
        command: CommandId,
    },
    /// The command decided nothing: it is a restore, or it took an import back.
    #[error("store-no-decision")]
    NoDecision {
        /// The command.
        command: CommandId,
    },
    /// Something was decided or imported since it was told what would go; nothing was written.
    #[error("store-import-moved")]
    ImportMoved {
        /// Name of the file.
        file: String,
    },
    /// The command has been taken back already.
    #[error("store-taken-back")]
    TakenBack {
        /// The command.
        command: CommandId,
    },
    /// Later commands rest on it, and nobody said that they go as well; nothing was written.
    #[error("store-resting")]
    Resting {
        /// The command that was to be taken back.
        command: CommandId,
        /// Those that rest on it, oldest first.
        resting: Vec<CommandId>,
    },
}

impl Message for StoreError {
    fn code(&self) -> &'static str {
        self.into()
    }

    fn values(&self) -> Values {
        let values: Vec<(&str, Value)> = match self {
            Self::Held { path, pid } => {
                let pid = pid.map_or_else(|| "none".to_owned(), |pid| pid.to_string());
                vec![("path", shown(path)), ("pid", json!(pid))]
            }
            Self::Io { path, source } => vec![("path", shown(path)), ("cause", cause(source))],
            Self::Damaged { path, reason } => vec![("path", shown(path)), ("reason", said(reason))],
            Self::Hangs { path } | Self::ReadOnly { path } => vec![("path", shown(path))],
            Self::NewerSchema { found, known } => vec![("found", json!(found)), ("known", json!(known))],
            Self::Codec { what, reason } => vec![("what", said(what)), ("reason", said(reason))],
            Self::BadBackup { path, line, reason } => {
                vec![("path", shown(path)), ("line", json!(line)), ("reason", said(reason))]
            }
            Self::Changed { theirs } => {
                vec![("count", json!(theirs.len())), ("theirs", theirs.iter().map(moved).collect())]
            }
            Self::NothingToUndo => Vec::new(),
            Self::ImportMoved { file } | Self::Removed { file } => vec![("file", json!(file))],
            Self::UnknownCommand { command } | Self::NoDecision { command } | Self::TakenBack { command } => {
                vec![("command", json!(command))]
            }
            Self::Resting { command, resting } => {
                vec![("command", json!(command)), ("count", json!(resting.len())), ("resting", json!(resting))]
            }
        };
        values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }
}

fn shown(path: &Path) -> Value {
    json!(path.display().to_string())
}

/// A message inside another.
fn said(message: &impl Message) -> Value {
    json!(Coded::from(message))
}

fn moved(theirs: &Moved) -> Value {
    let values = [
        ("subject", json!(theirs.now.subject().word(|id| id.to_string()))),
        ("now", json!(theirs.now.word())),
        ("who", json!(theirs.who)),
        ("at", json!(theirs.at.strftime("%Y-%m-%d %H:%M").to_string())),
    ];
    json!(Coded {
        code: "store-moved".to_owned(),
        values: values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
    })
}
