//! Money and help: what a measure costs, who pays, what help is asked for.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::domain::Coded;

/// What a measure costs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Budget {
    /// How much; `None` when the words name no amount that is understood.
    pub amount: Option<Decimal>,
    /// The currency, by its ISO 4217 code; empty when none is named.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub currency: String,
    /// Who pays; empty when nobody is named.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// How much of it nobody pays yet; `None` when nobody has said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gap: Option<Money>,
    /// The words as they were written.
    pub words: String,
}

/// An amount of money, as far as it is understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Money {
    /// How much; `None` when the words name no amount that is understood.
    pub amount: Option<Decimal>,
    /// The currency, by its ISO 4217 code; empty when none is named.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub currency: String,
    /// The words as they were written.
    pub words: String,
}

impl Budget {
    /// Whether nothing stands in it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.words.is_empty() && self.source.is_empty() && self.gap.is_none()
    }

    /// The words for what nobody pays yet; empty when nobody has said so.
    #[must_use]
    pub fn gap_words(&self) -> &str {
        self.gap.as_ref().map_or("", |gap| gap.words.as_str())
    }
}

/// How far a request for help has come.
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
pub enum AssistanceStep {
    /// It is needed.
    #[default]
    Needed,
    /// It has been asked for.
    Asked,
    /// It has been granted.
    Granted,
}

impl AssistanceStep {
    /// The stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// The word for people.
    #[must_use]
    pub fn word(self) -> Coded {
        Coded::word("assistance-step", self.code())
    }
}

/// Technical assistance.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assistance {
    /// What help, in words.
    pub words: String,
    /// Who gives it; empty when nobody is named.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub partner: String,
    /// Out of which fund; empty when none is named.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub fund: String,
    /// How far it has come.
    #[serde(default)]
    pub step: AssistanceStep,
}
