//! How far a measure has come.

use serde::{Deserialize, Serialize};

use crate::domain::Coded;

/// State of a measure, in the order of progress.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    strum::IntoStaticStr,
    strum::EnumString,
    strum::VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Status {
    /// Nothing has begun.
    #[default]
    NotStarted,
    /// Decided, not begun.
    Planned,
    /// Under way.
    InProgress,
    /// Done in part.
    PartlyImplemented,
    /// Done.
    Implemented,
    /// The State has decided not to do it.
    NotPursued,
}

impl Status {
    /// The stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// The words for people, offered in plan tables.
    #[must_use]
    pub fn word(self) -> Coded {
        Coded::word("plan-status", self.code())
    }

    /// Whether nothing more is to be done: it is done, or will not be.
    #[must_use]
    pub const fn is_closed(self) -> bool {
        matches!(self, Self::Implemented | Self::NotPursued)
    }
}

/// The state of a measure as somebody wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatedStatus {
    /// What it means; `None` when the words are of a scale that is not known.
    pub status: Option<Status>,
    /// The words as they were written.
    pub words: String,
}

/// How far the text of a measure has come on its way to the public.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    strum::IntoStaticStr,
    strum::EnumString,
    strum::VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Release {
    /// Being written.
    #[default]
    Draft,
    /// Handed in for approval.
    Submitted,
    /// Sent back with remarks.
    Returned,
    /// Approved.
    Approved,
}

impl Release {
    /// The stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// The word for people.
    #[must_use]
    pub fn word(self) -> Coded {
        Coded::word("plan-release", self.code())
    }
}
