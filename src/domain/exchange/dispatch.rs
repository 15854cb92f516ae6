//! What was sent to whom, and what has come back: the base of every comparison.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::sheet::{SheetColumn, SheetPart};
use crate::domain::plan::{PlanKey, VoiceKind};
use crate::domain::{ClusterNumber, Language, RecordId};

/// To whom tables go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// A body of the State, by its code.
    Entity(String),
    /// Others who are consulted.
    Consultation {
        /// Their name.
        name: String,
        /// What they are.
        kind: VoiceKind,
    },
    /// Those who decide on what is proposed of recommendations: the office itself, or whoever helps it.
    Review {
        /// Their name.
        name: String,
        /// The clusters whose recommendations they go through; all where none is named.
        clusters: Vec<ClusterNumber>,
    },
}

impl Audience {
    /// The code of the body, or the name of the others.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Entity(code) => code,
            Self::Consultation { name, .. } | Self::Review { name, .. } => name,
        }
    }
}

/// What went out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dispatch {
    /// To whom.
    pub to: Audience,
    /// The day.
    pub on: Date,
    /// The language of its headings and words.
    pub language: Language,
    /// The edition of the table: which columns it had, and how they were marked.
    pub edition: u16,
    /// The name of the file.
    pub file: String,
    /// The name of the plan, as it stood in it; empty where that was not kept.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub plan: String,
    /// The name of whom it went to, as it stood in it; empty where that was not kept.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
}

impl Dispatch {
    /// The edition that is written now.
    pub const EDITION: u16 = 1;
}

/// A row that went out; its key is that of what it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentRow {
    /// The table that it stands in.
    pub part: SheetPart,
    /// Its cells as they were sent; blank ones are left out.
    pub cells: BTreeMap<SheetColumn, String>,
    /// The recommendation that it is about, where its key is of nothing in the plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<RecordId>,
}

impl SentRow {
    /// A cell as it was sent; empty where it was blank.
    #[must_use]
    pub fn cell(&self, column: SheetColumn) -> &str {
        self.cells.get(&column).map_or("", String::as_str)
    }
}

/// A table of a dispatch with its rows, in the order in which they are written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sheet {
    /// Which.
    pub part: SheetPart,
    /// Its rows by their keys.
    pub rows: Vec<(PlanKey, SentRow)>,
}

/// What a cell that came back is, beside what was sent and what stands now.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, strum::IntoStaticStr, strum::EnumString,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Verdict {
    /// They have changed it, we have not.
    Theirs,
    /// We have changed it, they have not.
    Ours,
    /// Both have changed it to the same.
    Equal,
    /// Both have changed it, each to something else.
    Conflict,
}

/// A cell that came back changed, as it stays on file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnedCell {
    /// The key of its row.
    pub key: PlanKey,
    /// Its column.
    pub column: SheetColumn,
    /// The period of a value; empty for all else.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub period: String,
    /// Who has changed it, where changes were tracked; else empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// What they have written.
    pub theirs: String,
    /// What stood here when it came.
    pub ours: String,
    /// What it was.
    pub verdict: Verdict,
    /// Whether it was taken over.
    pub is_taken: bool,
}

/// A file that came back and was taken over, wholly or in part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Return {
    /// Its name.
    pub file: String,
    /// Who saved it last, as the file says; empty when it does not.
    pub by: String,
    /// When it was saved last, as the file says, in ISO 8601; empty when it does not.
    pub saved: String,
    /// The day on which it was taken over.
    pub on: Date,
    /// What it had changed: both sides, whatever was taken.
    pub cells: Vec<ReturnedCell>,
    /// Comments and new measures in it, whether taken or not, one a line.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub said: Vec<String>,
}
