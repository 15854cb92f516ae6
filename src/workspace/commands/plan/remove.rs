//! Something leaves the plan, with what is part of it.

use std::collections::BTreeSet;

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
        // Its measures would stay outside the plan, and nothing would tell of them.
        if let Some(edition) = view.plan().editions.get(&key) {
            return Err(Refusal::ClosedPlan { key: key.to_string(), edition: edition.name.clone() });
        }
        Ok(cleared(&with_parts(BTreeSet::from([key]), view), view))
    }

    fn told(&self, _: &View, outcomes: &[Outcome]) -> Coded {
        let is_kind = |outcome: &&Outcome| matches!(outcome.subject(), Subject::Plan(_, PlanField::Kind));
        let things = outcomes.iter().filter(is_kind).count();
        told("done-removed", [("key", self.key.clone().into()), ("count", things.saturating_sub(1).into())])
    }
}

/// Some things of the plan, with their parts and what speaks of them or of these.
pub(super) fn with_parts(mut keys: BTreeSet<PlanKey>, view: &View) -> BTreeSet<PlanKey> {
    loop {
        let all = view.decisions.plan.iter();
        let parts = all.filter(|(own, facts)| !keys.contains(own) && is_part_of(&keys, facts));
        let parts: Vec<PlanKey> = parts.map(|(own, _)| *own).collect();
        if parts.is_empty() {
            return keys;
        }
        keys.extend(parts);
    }
}

/// The decisions by which things leave the plan.
pub(super) fn cleared(keys: &BTreeSet<PlanKey>, view: &View) -> Vec<Outcome> {
    let gone = view.decisions.plan.iter().filter(|(own, _)| keys.contains(own));
    let fields = gone.flat_map(|(own, facts)| facts.keys().map(|field| Subject::Plan(*own, field.clone())));
    fields.map(Outcome::Cleared).collect()
}

/// Whether something is part of what has one of these keys, or speaks of it.
fn is_part_of(keys: &BTreeSet<PlanKey>, facts: &Facts) -> bool {
    facts.values().any(|fact| match fact {
        PlanFact::Kind(kind) => kind.measure().is_some_and(|of| keys.contains(&of)),
        PlanFact::About(PlanSubject::Plan(of)) => keys.contains(of),
        _ => false,
    })
}
