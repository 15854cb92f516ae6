//! What has come back, beside what was sent and what stands.

use serde::{Deserialize, Serialize};

use super::problem::Problem;
use crate::domain::exchange::{Audience, SheetColumn, SheetPart, Verdict};
use crate::domain::plan::PlanKey;

/// The rows of a dispatch and of what came back, counted: `sent = unchanged + changed + refused + not_returned` and
/// `returned = known + probable + new + unknown + doubled`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each counts the rows of that name")]
pub struct RowCounts {
    pub sent: usize,
    pub returned: usize,
    pub known: usize,
    pub probable: usize,
    pub new: usize,
    pub unknown: usize,
    pub doubled: usize,
    pub not_returned: usize,
    pub unchanged: usize,
    pub changed: usize,
    pub refused: usize,
}

/// A cell that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangedCell {
    /// The key of its row.
    pub key: PlanKey,
    /// The table.
    pub part: SheetPart,
    /// Its column.
    pub field: SheetColumn,
    /// The period of a value; empty for all else.
    pub period: String,
    /// As it was sent.
    pub sent: String,
    /// As it stands now.
    pub ours: String,
    /// As it came back.
    pub theirs: String,
    /// What it is.
    pub verdict: Verdict,
    /// Whether it is taken only when somebody says so for this one: its row or its reach is not certain.
    pub is_doubtful: bool,
    /// Where it stands in the file.
    pub row: String,
    /// Who has changed it, where changes were tracked; else empty.
    pub by: String,
    /// Columns that a yes to the row is not of: something else stands in them, or was decided since.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub apart: Vec<SheetColumn>,
}

/// A task that was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// The key of the measure.
    pub key: PlanKey,
    /// Why.
    pub reason: String,
    /// Who should have it; empty when nobody is named.
    pub proposed: String,
}

/// Something that is said beside the cells: a comment, a note in the margin, a change to what is only shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaidInReturn {
    /// The key of what it is about.
    pub key: PlanKey,
    /// Who says it.
    pub by: String,
    /// What is said.
    pub text: String,
}

/// A measure that was added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewMeasure {
    /// Where it stands in the file.
    pub row: String,
    /// Its cells.
    pub cells: std::collections::BTreeMap<SheetColumn, String>,
}

/// What has come back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnDiff {
    /// The number of the dispatch.
    pub dispatch: PlanKey,
    /// To whom it went.
    pub to: Audience,
    /// Rows, counted.
    #[serde(flatten)]
    pub counts: RowCounts,
    /// Keys of rows that did not come back.
    pub not_returned_keys: Vec<PlanKey>,
    /// Cells that differ from what was sent, or that we have changed since.
    pub changes: Vec<ChangedCell>,
    /// Tasks that were refused.
    pub refusals: Vec<Refusal>,
    /// What is said beside the cells.
    pub comments: Vec<SaidInReturn>,
    /// Measures that were added.
    pub new_measures: Vec<NewMeasure>,
    /// What was not taken, and why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub problems: Vec<Problem>,
}

impl ReturnDiff {
    /// Cells that both have changed, each to something else.
    #[must_use]
    pub fn conflicts(&self) -> usize {
        self.changes.iter().filter(|cell| cell.verdict == Verdict::Conflict).count()
    }
}
