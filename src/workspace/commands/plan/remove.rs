//! Something leaves the plan, with what is part of it.

use serde::{Deserialize, Serialize};

use super::named::planned;
use crate::domain::plan::{Facts, PlanFact, PlanField, PlanKey, PlanSubject};
use crate::domain::{Asker, Coded, Outcome, Subject};
use crate::view::{Command, Refusal, View};
use crate::workspace::commands::told;

/// Take something out of the plan: a measure with its steps, indicators, assessments and comments, or one of these.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RemoveFromPlan {
    /// What, by its key; a measure by its number too.
    pub key: String,
}

impl Command for RemoveFromPlan {
    fn decide(&self, view: &View, _: &Asker) -> Result<Vec<Outcome>, Refusal> {
        let key = planned(&self.key, view)?;
        let goes = |(own, facts): &(&PlanKey, &Facts)| **own == key || is_part_of(key, facts);
        let gone = view.decisions.plan.iter().filter(goes);
        let fields = gone.flat_map(|(own, facts)| facts.keys().map(|field| Subject::Plan(*own, field.clone())));
        Ok(fields.map(Outcome::Cleared).collect())
    }

    fn told(&self, _: &View, outcomes: &[Outcome]) -> Coded {
        let is_kind = |outcome: &&Outcome| matches!(outcome.subject(), Subject::Plan(_, PlanField::Kind));
        let things = outcomes.iter().filter(is_kind).count();
        told("done-removed", [("key", self.key.clone().into()), ("count", things.saturating_sub(1).into())])
    }
}

/// Whether something is part of what has that key, or speaks of it.
fn is_part_of(key: PlanKey, facts: &Facts) -> bool {
    facts.values().any(|fact| match fact {
        PlanFact::Kind(kind) => kind.measure() == Some(key),
        PlanFact::About(PlanSubject::Plan(own)) => *own == key,
        _ => false,
    })
}
