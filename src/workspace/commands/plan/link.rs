//! A measure answers recommendations, or no longer does.

use serde::{Deserialize, Serialize};

use super::named::measure;
use crate::domain::plan::{Answering, PlanFact, PlanField};
use crate::domain::{Asker, Coded, Decision, Outcome, RecordId, Subject};
use crate::view::{Command, Refusal, View};
use crate::workspace::commands::named_records::named_records;
use crate::workspace::commands::told;

/// Say which recommendations a measure answers besides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinkMeasure {
    /// The measure, by its key or number.
    pub measure: String,
    /// The recommendations, by any of their names.
    pub records: Vec<String>,
    /// What it is to them.
    #[serde(default)]
    pub role: Answering,
}

/// Say which recommendations a measure does not answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnlinkMeasure {
    /// The measure, by its key or number.
    pub measure: String,
    /// The recommendations, by any of their names.
    pub records: Vec<String>,
}

impl Command for LinkMeasure {
    fn decide(&self, view: &View, _: &Asker) -> Result<Vec<Outcome>, Refusal> {
        let key = measure(&self.measure, view)?;
        let records = named_records(view, &self.records, None)?;
        let answers = records.iter().map(|settled| PlanFact::Answers(settled.record.id, self.role));
        Ok(answers.map(|fact| Outcome::Set(Decision::Plan(key, fact))).collect())
    }

    fn told(&self, _: &View, outcomes: &[Outcome]) -> Coded {
        told("done-linked", [("measure", self.measure.clone().into()), ("count", outcomes.len().into())])
    }
}

impl Command for UnlinkMeasure {
    fn decide(&self, view: &View, _: &Asker) -> Result<Vec<Outcome>, Refusal> {
        let key = measure(&self.measure, view)?;
        let records = named_records(view, &self.records, None)?;
        let answered = view.plan().measures.get(&key).map(|measure| &measure.answers);
        let is_answered = |id: &RecordId| answered.is_some_and(|answered| answered.contains_key(id));
        let answers = records.iter().map(|settled| settled.record.id).filter(is_answered).map(PlanField::Answers);
        Ok(answers.map(|field| Outcome::Cleared(Subject::Plan(key, field))).collect())
    }

    fn told(&self, _: &View, outcomes: &[Outcome]) -> Coded {
        told("done-unlinked", [("measure", self.measure.clone().into()), ("count", outcomes.len().into())])
    }
}
