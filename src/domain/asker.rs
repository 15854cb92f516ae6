//! Who asks: the person behind a question or a command.

use serde::{Deserialize, Serialize};

use super::Language;

/// A person who asks or decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asker {
    /// Account name.
    pub who: String,
    /// What the person may do.
    pub role: Role,
    /// Language that the person reads.
    pub language: Language,
    /// The closed edition of the plan that the person reads, by its name or key; the plan at work where none is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<String>,
}

/// What a person may do in a workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Looks and exports.
    Reader,
    /// Imports and decides.
    Analyst,
    /// Whose workspace it is.
    Owner,
}

impl Role {
    /// Whether the person may change anything.
    #[must_use]
    pub const fn may_decide(self) -> bool {
        !matches!(self, Self::Reader)
    }
}
