//! Words of the implementation plan: the state of measures, kinds of indicators.

use serde::{Deserialize, Serialize};

use super::Coded;

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
}

/// What an indicator measures (OHCHR, Human Rights Indicators, 2012).
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    strum::IntoStaticStr,
    strum::VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum IndicatorType {
    /// Commitments: laws, institutions, policies.
    Structural,
    /// Efforts: programmes, budgets, procedures.
    Process,
    /// Results for people.
    Outcome,
}

impl IndicatorType {
    /// The stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// The word for people, offered in plan tables.
    #[must_use]
    pub fn word(self) -> Coded {
        Coded::word("indicator-type", self.code())
    }
}
