//! One row of the plan, with its key and its cells.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::domain::{ClusterNumber, PlanColumn, Position, RecordId, RowKey};

/// A recommendation in the cell of those that a row answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SourceLine {
    /// Its reference.
    pub reference: String,
    /// Names of the recommending States; none outside the UPR.
    pub states: Vec<String>,
    /// The position of the State; none outside the UPR.
    pub position: Position,
    /// The cluster that it stands in, where that is another than the one of the row: a row has one place, its
    /// recommendations may have several.
    pub elsewhere: Option<ClusterNumber>,
}

/// One line of a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CellLine {
    /// A number, a name or a stretch of a source, as it stands.
    Plain(String),
    /// The same as a model or a rule proposes it, and nobody has said yet.
    Proposed(String),
    /// A recommendation; the word for its position is made where the plan is written.
    Source(SourceLine),
    /// One of two bodies, which nobody has chosen between yet; the word between them is made where the plan is
    /// written.
    Either {
        /// The likelier.
        one: String,
        /// The other.
        other: String,
    },
}

/// One row of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanRow {
    /// The key, which stands for what the row answers.
    pub key: RowKey,
    /// The recommendations and pledges that it answers.
    pub answers: BTreeSet<RecordId>,
    /// The lines of each column that is filled; that of the key is not among them.
    pub cells: BTreeMap<PlanColumn, Vec<CellLine>>,
}

impl CellLine {
    /// Whether nobody has said so yet.
    #[must_use]
    pub const fn is_proposed(&self) -> bool {
        matches!(self, Self::Proposed(_) | Self::Either { .. })
    }
}

impl PlanRow {
    /// The lines of a column; no lines if it is empty.
    #[must_use]
    pub fn lines(&self, column: PlanColumn) -> &[CellLine] {
        self.cells.get(&column).map_or(&[], Vec::as_slice)
    }
}
