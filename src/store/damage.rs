//! What is found to be wrong with a store or a backup.

use serde::Serialize;

use crate::domain::{Coded, Message, Values, fields};

/// Why a store counts as damaged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case", prefix = "store-damage-")]
pub enum Damage {
    /// The engine gave up while opening.
    GaveUp,
    /// It ends before what was noted to be on disk.
    CutShort {
        /// Revision at its end.
        found: u64,
        /// Revision that was written.
        noted: u64,
    },
    /// The number of its format cannot be read.
    NoFormat,
    /// What the engine said.
    Engine {
        /// In its words.
        reason: String,
    },
}

/// Why a value cannot be written or read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case", prefix = "store-codec-")]
pub enum CodecFault {
    /// It is cut off before its version.
    TooShort,
    /// It is written in another version of the format.
    OtherVersion {
        /// Version found.
        found: u16,
        /// Version known.
        known: u16,
    },
    /// What the library said.
    Said {
        /// In its words.
        cause: String,
    },
}

/// Why a backup is refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case", prefix = "store-backup-")]
pub enum BackupFault {
    /// It is a folder, a device or a pipe.
    NoFile,
    /// It ends before its last line.
    CutOff,
    /// Something stands behind its last line.
    GoesOn,
    /// Its first line is not that of a backup.
    NoBackup,
    /// What it holds does not fit the counts and the hash at its end.
    Changed,
    /// A line cannot be read.
    BadLine {
        /// What the reader said.
        reason: String,
    },
    /// A text file of the workspace stands in it twice.
    DocumentTwice {
        /// Its name.
        name: String,
    },
    /// A record stands in it twice.
    RecordTwice {
        /// Its identifier.
        record: String,
    },
    /// A record has no text or no source.
    EmptyRecord {
        /// Its identifier.
        record: String,
    },
    /// A line is longer than any of a backup; in megabytes.
    LongLine {
        /// What one may have.
        most: u64,
    },
    /// A text in a line is longer than any of a record; in megabytes.
    LongText {
        /// What it has.
        size: u64,
        /// What one may have.
        most: u64,
    },
    /// A list in a line is longer than any of a record.
    LongList {
        /// What it has.
        count: u64,
        /// What one may have.
        most: u64,
    },
    /// A line is nested deeper than any of a backup.
    DeepLine {
        /// How deep one may be.
        most: u64,
    },
    /// More text files stand in it than a workspace has.
    ManyDocuments {
        /// How many one may have.
        most: u64,
    },
    /// What it gives is no sound store.
    Unsound {
        /// The first fault.
        fault: Box<Coded>,
    },
}

/// What a check of a store found to be wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case", prefix = "store-fault-")]
pub enum VerifyFault {
    /// A record cannot be read.
    Unreadable {
        /// Its identifier, as its key tells it.
        record: String,
        /// Why.
        reason: Coded,
    },
    /// A record stands under another key than its own.
    WrongKey {
        /// Its identifier.
        record: String,
    },
    /// A record has no text or no source.
    Empty {
        /// Its identifier.
        record: String,
    },
    /// A part of the store beside its records cannot be read.
    UnreadablePart {
        /// Which.
        part: Coded,
        /// Why.
        reason: Coded,
    },
    /// A source leads to no record.
    LostSource {
        /// Its identifier.
        source: String,
    },
    /// Other records were read than are noted.
    RecordCount {
        /// How many were read.
        counted: u64,
        /// How many are noted.
        noted: u64,
    },
    /// Other events were read than are noted.
    EventCount {
        /// How many were read.
        counted: u64,
        /// How many are noted.
        noted: u64,
    },
}

impl Message for Damage {
    fn code(&self) -> &'static str {
        self.into()
    }

    fn values(&self) -> Values {
        fields(self)
    }
}

impl Message for CodecFault {
    fn code(&self) -> &'static str {
        self.into()
    }

    fn values(&self) -> Values {
        fields(self)
    }
}

impl Message for BackupFault {
    fn code(&self) -> &'static str {
        self.into()
    }

    fn values(&self) -> Values {
        fields(self)
    }
}

impl Message for VerifyFault {
    fn code(&self) -> &'static str {
        self.into()
    }

    fn values(&self) -> Values {
        fields(self)
    }
}
