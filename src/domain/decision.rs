//! What people have decided: the part of the truth that no re-run may change.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::tag::{TagKind, Verdict};
use super::{ClusterNumber, Language, Position, RecordId, RelationKind};

/// What a decision is about; a later decision on the same subject replaces the earlier one.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// Whether two records ask the same; the smaller identifier first.
    Pair(RecordId, RecordId),
    /// Whether a value holds for a record.
    Tag(RecordId, TagKind, String),
    /// The title of a cluster.
    Title(ClusterNumber),
    /// Whether a cluster is locked.
    Lock(ClusterNumber),
    /// The cluster of a record.
    Placement(RecordId),
    /// The position of the State on a record.
    Position(RecordId),
    /// The wording of a record in one language.
    Wording(RecordId, Language),
}

impl Subject {
    /// The records that it is about; none for clusters.
    #[must_use]
    pub fn records(&self) -> Vec<RecordId> {
        match self {
            Self::Pair(a, b) => vec![*a, *b],
            Self::Tag(id, ..) | Self::Placement(id) | Self::Position(id) | Self::Wording(id, _) => vec![*id],
            Self::Title(_) | Self::Lock(_) => Vec::new(),
        }
    }
}

/// What was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ruling {
    /// The two records relate like this, or not at all.
    Relation(Option<RelationKind>),
    /// The value holds or does not hold.
    Tag(Verdict),
    /// The cluster is called this.
    Title(String),
    /// The cluster is locked, or open again.
    Locked(bool),
    /// The record belongs here.
    Cluster(ClusterNumber),
    /// This is the position.
    Position(Position),
    /// These are the words.
    Wording(String),
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pair(a, b) => write!(f, "pair {a} {b}"),
            Self::Tag(id, kind, value) => write!(f, "{} {value} of {id}", kind.code()),
            Self::Title(number) => write!(f, "title of cluster {number}"),
            Self::Lock(number) => write!(f, "lock of cluster {number}"),
            Self::Placement(id) => write!(f, "cluster of {id}"),
            Self::Position(id) => write!(f, "position on {id}"),
            Self::Wording(id, language) => write!(f, "wording ({language}) of {id}"),
        }
    }
}
