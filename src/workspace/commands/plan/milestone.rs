//! A step of a measure is planned.

use serde::{Deserialize, Serialize};

use super::minting::{key_of, made, minted, unread};
use super::named::measure;
use super::responsible::bodies;
use crate::domain::plan::{PlanFact, PlanKind, Responsibility};
use crate::domain::{Asker, Coded, Outcome};
use crate::text::plan_dates::{Edge, plan_date};
use crate::view::{Command, Refusal, View};
use crate::workspace::commands::told;

/// Plan a step of a measure.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AddMilestone {
    /// The measure, by its key or number.
    pub measure: String,
    /// What is to be done.
    pub text: String,
    /// When it is to be done.
    pub until: Option<String>,
    /// Who leads.
    pub lead: Vec<String>,
}

impl Command for AddMilestone {
    fn decide(&self, view: &View, _: &Asker) -> Result<Vec<Outcome>, Refusal> {
        let kind = PlanKind::Milestone(measure(&self.measure, view)?);
        let text = self.text.trim();
        if text.is_empty() {
            return Err(Refusal::Blank);
        }
        let lead = bodies(&self.lead, view)?.into_iter();
        let until = self.until.as_deref().map(|until| PlanFact::Until(plan_date(until, Edge::Last)));
        let facts = [PlanFact::Text(text.to_owned())].into_iter().chain(until);
        let facts = facts.chain(lead.map(|code| PlanFact::Lead(code, Responsibility::default())));
        Ok(made(minted(view, kind, text), kind, facts))
    }

    fn told(&self, _: &View, outcomes: &[Outcome]) -> Coded {
        told(
            "done-milestone",
            [
                ("key", key_of(outcomes).into()),
                ("measure", self.measure.clone().into()),
                ("unread", unread(outcomes).into()),
            ],
        )
    }
}
