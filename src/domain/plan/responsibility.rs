//! Who answers for a measure, and whether they have taken it on.

use serde::{Deserialize, Serialize};

use crate::domain::Coded;

/// How far a body has taken a task on.
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
pub enum Acceptance {
    /// Somebody thinks that it is theirs.
    #[default]
    Proposed,
    /// They have been asked.
    Sent,
    /// They have taken it on.
    Accepted,
    /// They have refused it; the reason stands beside.
    Refused,
}

impl Acceptance {
    /// The stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// The word for people.
    #[must_use]
    pub fn word(self) -> Coded {
        Coded::word("acceptance", self.code())
    }
}

/// The task of one body.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Responsibility {
    /// How far they have taken it on.
    pub acceptance: Acceptance,
    /// Why they refuse it; empty otherwise.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Whom they name in their place; empty when nobody.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub instead: String,
    /// Who deals with it there: a name or an address; empty when nobody is named.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub contact: String,
}
