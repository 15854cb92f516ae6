//! An indicator of a measure is planned.

use serde::{Deserialize, Serialize};

use super::minting::{key_of, made, minted, unread};
use super::named::measure;
use super::settable::dated;
use crate::domain::plan::{IndicatorType, PlanFact, PlanKind};
use crate::domain::{Asker, Coded, Outcome};
use crate::view::{Command, Refusal, View};
use crate::workspace::commands::told;

/// Plan an indicator of a measure.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AddIndicator {
    /// The measure, by its key or number.
    pub measure: String,
    /// What is measured.
    pub name: String,
    /// What kind of indicator it is.
    pub kind: Option<IndicatorType>,
    /// The unit of its values, as `%`, `cases` or `yes/no`.
    pub unit: Option<String>,
    /// Where things stand, with the unit or without.
    pub baseline: Option<String>,
    /// When they stand there.
    pub baseline_date: Option<String>,
    /// Where they are to stand.
    pub target: Option<String>,
    /// By when.
    pub target_date: Option<String>,
    /// Where values come from.
    pub source: Option<String>,
    /// What values are split by.
    pub split_by: Vec<String>,
    /// Every how many months a value is due; from 1.
    pub every: Option<u16>,
}

impl Command for AddIndicator {
    fn decide(&self, view: &View, _: &Asker) -> Result<Vec<Outcome>, Refusal> {
        let kind = PlanKind::Indicator(measure(&self.measure, view)?);
        let name = self.name.trim();
        if name.is_empty() {
            return Err(Refusal::Blank);
        }
        let unit = self.unit.as_deref().map(str::trim).unwrap_or_default();
        let mut facts = vec![PlanFact::Text(name.to_owned())];
        facts.extend(self.kind.map(PlanFact::Type));
        facts.extend((!unit.is_empty()).then(|| PlanFact::Unit(unit.to_owned())));
        if let Some(baseline) = &self.baseline {
            facts.push(PlanFact::Baseline(dated(baseline, unit, self.baseline_date.as_deref())?));
        }
        if let Some(target) = &self.target {
            facts.push(PlanFact::Target(dated(target, unit, self.target_date.as_deref())?));
        }
        if let [PlanFact::Baseline(baseline), PlanFact::Target(target)] = &facts[facts.len().saturating_sub(2)..]
            && baseline.value.kind() != target.value.kind()
        {
            let (given, unit) = (target.value.to_string(), baseline.value.to_string());
            return Err(Refusal::Unit { given, unit });
        }
        facts.extend(self.source.as_deref().map(|source| PlanFact::Source(source.trim().to_owned())));
        facts.extend((!self.split_by.is_empty()).then(|| PlanFact::SplitBy(self.split_by.clone())));
        facts.extend(self.every.filter(|months| *months > 0).map(PlanFact::Every));
        Ok(made(minted(view, kind, name), kind, facts))
    }

    fn told(&self, _: &View, outcomes: &[Outcome]) -> Coded {
        told(
            "done-indicator",
            [
                ("key", key_of(outcomes).into()),
                ("measure", self.measure.clone().into()),
                ("unread", unread(outcomes).into()),
            ],
        )
    }
}
