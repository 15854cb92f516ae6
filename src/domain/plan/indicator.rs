//! Indicators: what is measured, from where to where, and what was observed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::date::PlanDate;
use super::key::PlanKey;
use super::period::Period;
use super::quantity::Quantity;
use super::responsibility::Responsibility;
use crate::domain::Coded;

/// What an indicator measures (OHCHR, Human Rights Indicators: A Guide to Measurement and Implementation, 2012).
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
    strum::EnumString,
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

/// The longest rule of reporting, in months: fifty years.
const LONGEST_RULE: u16 = 600;

/// A rule of reporting as people write it: months as `6m` or `6`, years as `1y`; from 1 month to 50 years.
#[must_use]
pub fn months_of(text: &str) -> Option<u16> {
    let (digits, each) = match text.strip_suffix(['y', 'Y']) {
        Some(years) => (years, 12),
        None => (text.strip_suffix(['m', 'M']).unwrap_or(text), 1),
    };
    let months = digits.trim().parse::<u16>().ok()?.checked_mul(each)?;
    (1..=LONGEST_RULE).contains(&months).then_some(months)
}

/// A value with the time that it is of, or that it is to be reached by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DatedQuantity {
    /// The value.
    pub value: Quantity,
    /// The time; `None` when it was not said.
    pub date: Option<PlanDate>,
}

/// What was observed in a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Observation {
    /// A value.
    Value {
        /// The value for all.
        value: Quantity,
        /// The values of groups, by the words that name them (`female`, `under 18`).
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        split: BTreeMap<String, Quantity>,
    },
    /// No value, and why: neither 0 nor "no".
    Missing {
        /// The reason.
        reason: String,
    },
}

/// An indicator of a measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Indicator {
    /// Its key.
    pub key: PlanKey,
    /// The measure that it measures.
    pub measure: PlanKey,
    /// What it is called.
    pub name: String,
    /// What it measures.
    pub kind: Option<IndicatorType>,
    /// Who answers for it, where that is not who leads the measure.
    pub lead: BTreeMap<String, Responsibility>,
    /// When it is to be reached, where it has a date of its own.
    pub until: Option<PlanDate>,
    /// The unit of its values; empty when nobody has said it.
    pub unit: String,
    /// Where things stood.
    pub baseline: Option<DatedQuantity>,
    /// Where they are to stand.
    pub target: Option<DatedQuantity>,
    /// Where values come from; empty when nobody has said it.
    pub source: String,
    /// What values are split by: sex, age, place.
    pub split_by: Vec<String>,
    /// Every how many months a value is due.
    pub every: Option<u16>,
    /// What was observed, by period.
    pub observed: BTreeMap<Period, Observation>,
}
