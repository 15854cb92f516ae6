//! Decisions as they stand on disk: a subject and a ruling, which in code are one value.

use serde::{Deserialize, Serialize};

use super::plan::PlanFact;
use super::subject::Subject;
use super::tag::Verdict;
use super::{ClusterNumber, DatedPosition, Position, RelationKind};

/// What was decided, without what it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Ruling {
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
    /// This position was stated then, and there.
    LaterPosition(DatedPosition),
    /// These are the words.
    Wording(String),
    /// This is so in the plan.
    Plan(PlanFact),
}

/// A decision on disk. The first format wrote the two as a list, which is read as well.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct StoredDecision {
    pub(super) subject: Subject,
    pub(super) ruling: Ruling,
}

/// What became of a subject, on disk.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct StoredChange {
    pub(super) subject: Subject,
    pub(super) before: Option<Ruling>,
    pub(super) after: Option<Ruling>,
}
