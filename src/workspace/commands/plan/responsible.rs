//! Who answers for something, as people name them.

use std::collections::BTreeMap;

use crate::domain::plan::{PlanFact, PlanField, PlanKey, Responsibility};
use crate::domain::{Decision, Outcome, Subject};
use crate::view::{Refusal, View};

/// What a body is to something in the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// It leads.
    Lead,
    /// It takes part.
    Support,
}

impl Part {
    pub(super) fn fact(self, body: String, task: Responsibility) -> PlanFact {
        match self {
            Self::Lead => PlanFact::Lead(body, task),
            Self::Support => PlanFact::Support(body, task),
        }
    }

    fn field(self, body: String) -> PlanField {
        match self {
            Self::Lead => PlanField::Lead(body),
            Self::Support => PlanField::Support(body),
        }
    }
}

/// The codes of bodies that are named one by one, or in one text with commas between.
pub(super) fn bodies(named: &[String], view: &View) -> Result<Vec<String>, Refusal> {
    let names = named.iter().flat_map(|name| name.split([',', ';'])).map(str::trim).filter(|name| !name.is_empty());
    names.map(|name| view.body_code(name)).collect()
}

/// The decisions that leave exactly these bodies: who is there already keeps the task, who is not named goes.
pub(super) fn exactly(
    key: PlanKey,
    part: Part,
    codes: &[String],
    now: &BTreeMap<String, Responsibility>,
) -> Vec<Outcome> {
    let new = codes.iter().filter(|code| !now.contains_key(*code));
    let new = new.map(|code| Outcome::Set(Decision::Plan(key, part.fact(code.clone(), Responsibility::default()))));
    let gone = now.keys().filter(|code| !codes.contains(code));
    let gone = gone.map(|code| Outcome::Cleared(Subject::Plan(key, part.field(code.clone()))));
    new.chain(gone).collect()
}
