//! One row of the plan, with its key and its cells.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::document_measure::DocumentMeasure;
use crate::domain::{ClusterNumber, PlanColumn, Position, PositionHistory, RecordId, RowKey};

/// A recommendation in the cell of those that a row answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SourceLine {
    /// Its reference.
    pub reference: String,
    /// Names of the recommending States; none outside the UPR.
    pub states: Vec<String>,
    /// The position of the State; none outside the UPR.
    pub position: Position,
    /// What it said at the review and later, where that is more than one position.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub history: Option<PositionHistory>,
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
    /// The measures that answer any of it, in the order in which people count.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<DocumentMeasure>,
}

impl CellLine {
    /// Whether nobody has said so yet.
    #[must_use]
    pub const fn is_proposed(&self) -> bool {
        matches!(self, Self::Proposed(_) | Self::Either { .. })
    }

    /// Whether it is this name, said or proposed.
    pub(super) fn names(&self, name: &str) -> bool {
        matches!(self, Self::Plain(own) | Self::Proposed(own) if own == name)
    }
}

impl PlanRow {
    /// Whether somebody leads one of its measures.
    #[must_use]
    pub fn has_lead(&self) -> bool {
        self.measures.iter().any(|measure| !measure.lead.is_empty())
    }

    /// The lines of a column; no lines if it is empty.
    #[must_use]
    pub fn lines(&self, column: PlanColumn) -> &[CellLine] {
        self.cells.get(&column).map_or(&[], Vec::as_slice)
    }
}
