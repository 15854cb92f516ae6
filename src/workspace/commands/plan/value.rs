//! A value of an indicator was observed, or could not be.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::named::indicator;
use crate::domain::plan::{Observation, Period, PlanFact, Quantity};
use crate::domain::{Asker, Coded, Decision, Outcome};
use crate::plan::split_sum;
use crate::text::quantities::{WrongUnit, quantity};
use crate::view::{Command, Refusal, View};
use crate::workspace::commands::told;

/// Say what was observed of an indicator in a period, or why there is no value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ObserveValue {
    /// The indicator, by its key.
    pub indicator: String,
    /// The period.
    pub period: Period,
    /// The value for all, with the unit or without; `None` where there is none.
    #[serde(default)]
    pub value: Option<String>,
    /// Why there is no value.
    #[serde(default)]
    pub missing: Option<String>,
    /// The values of groups.
    #[serde(default)]
    pub split: Vec<SplitValue>,
}

/// The value of a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SplitValue {
    /// The words that name the group.
    pub group: String,
    /// Its value.
    pub value: String,
}

impl Command for ObserveValue {
    fn decide(&self, view: &View, _: &Asker) -> Result<Vec<Outcome>, Refusal> {
        let key = indicator(&self.indicator, view)?;
        let unit = view.plan().indicators.get(&key).map(|indicator| indicator.unit.as_str()).unwrap_or_default();
        let observed = match (&self.value, &self.missing) {
            (Some(value), None) => self.observed(value, unit)?,
            (None, Some(reason)) if !reason.trim().is_empty() => {
                Observation::Missing { reason: reason.trim().to_owned() }
            }
            _ => return Err(Refusal::Blank),
        };
        Ok(vec![Outcome::Set(Decision::Plan(key, PlanFact::Observed(self.period, observed)))])
    }

    fn told(&self, _: &View, outcomes: &[Outcome]) -> Coded {
        let observed = outcomes.iter().find_map(|outcome| match outcome.decision() {
            Some(Decision::Plan(_, PlanFact::Observed(_, observed))) => Some(observed),
            _ => None,
        });
        let (check, sum) = match observed.and_then(split_sum) {
            Some(sum) if sum.is_equal => ("equal", sum.sum.to_string()),
            Some(sum) => ("other", sum.sum.to_string()),
            None => ("none", String::new()),
        };
        let values = [
            ("indicator", self.indicator.clone().into()),
            ("period", self.period.to_string().into()),
            ("check", check.into()),
            ("sum", sum.into()),
        ];
        told("done-value", values)
    }
}

impl ObserveValue {
    fn observed(&self, value: &str, unit: &str) -> Result<Observation, Refusal> {
        let read = |given: &str| {
            quantity(given, unit).map_err(|WrongUnit| Refusal::Unit { given: given.to_owned(), unit: unit.to_owned() })
        };
        let group = |split: &SplitValue| Ok((split.group.trim().to_owned(), read(&split.value)?));
        let split: Result<BTreeMap<String, Quantity>, Refusal> = self.split.iter().map(group).collect();
        Ok(Observation::Value { value: read(value)?, split: split? })
    }
}
