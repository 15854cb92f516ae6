//! What is to be reached in a cluster is set.

use serde::{Deserialize, Serialize};

use super::minting::{made, minted};
use super::settable::{Now, Settable};
use super::spoken::decided_in;
use crate::domain::plan::{Answering, PlanFact, PlanField, PlanKind};
use crate::domain::{Asker, ClusterNumber, Coded, Decision, Language, Outcome, Subject};
use crate::plan::outcome_of;
use crate::view::{Command, Noun, Refusal, View};
use crate::workspace::commands::told;

/// Say what is to be reached in a cluster; blank words take it back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetOutcome {
    /// The cluster.
    pub cluster: ClusterNumber,
    /// What is to be reached.
    pub text: String,
    /// The language of the words, where they stand beside those that were written first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
}

impl Command for SetOutcome {
    fn decide(&self, view: &View, asker: &Asker) -> Result<Vec<Outcome>, Refusal> {
        let cluster = view.cluster(self.cluster, asker.language)?;
        let text = self.text.trim();
        let known = outcome_of(cluster.number, view);
        if let Some(language) = self.language {
            let outcome = known.ok_or_else(|| Refusal::unknown(Noun::Outcome, cluster.number.to_string()))?;
            return decided_in(Settable::Text, Some(language), &Now::of(outcome.key, view), text);
        }
        if text.is_empty() {
            let Some(outcome) = known else { return Err(Refusal::Blank) };
            let fields = view.decisions.plan.get(&outcome.key).into_iter().flat_map(|facts| facts.keys());
            return Ok(fields.map(|field| Outcome::Cleared(Subject::Plan(outcome.key, field.clone()))).collect());
        }
        let covers = |id| PlanFact::Answers(id, Answering::Context);
        let facts = std::iter::once(PlanFact::Text(text.to_owned())).chain(cluster.members.iter().copied().map(covers));
        let Some(outcome) = known else {
            return Ok(made(minted(view, PlanKind::Outcome, text), PlanKind::Outcome, facts));
        };
        // It covers what the cluster holds now, and no longer what has left it.
        let left = outcome.covers.iter().filter(|id| !cluster.members.contains(id));
        let left = left.map(|id| Outcome::Cleared(Subject::Plan(outcome.key, PlanField::Answers(*id))));
        let set = facts.map(|fact| Outcome::Set(Decision::Plan(outcome.key, fact)));
        Ok(set.chain(left).collect())
    }

    fn told(&self, _: &View, _: &[Outcome]) -> Coded {
        told(
            "done-outcome",
            [("cluster", self.cluster.to_string().into()), ("words", self.text.split_whitespace().count().into())],
        )
    }
}
