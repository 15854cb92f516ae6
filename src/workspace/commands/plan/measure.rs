//! A measure is planned.

use serde::{Deserialize, Serialize};

use super::minting::{key_of, made, minted, unread};
use super::responsible::bodies;
use crate::domain::plan::{Answering, PlanFact, PlanKey, PlanKind, Responsibility};
use crate::domain::{Asker, Cluster, ClusterNumber, Coded, Outcome, RecordId, SettledRecord};
use crate::text::plan_dates::{Edge, plan_date};
use crate::view::{Command, Noun, Refusal, View};
use crate::workspace::commands::named_records::named_records;
use crate::workspace::commands::told;

/// Plan a measure.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AddMeasure {
    /// What is to be done.
    pub text: String,
    /// The recommendations that it answers, by any of their names. Where none is named, those of the cluster.
    pub answers: Vec<String>,
    /// The cluster that it stands in; else that of most of what it answers.
    pub cluster: Option<ClusterNumber>,
    /// Who leads, by codes or names.
    pub lead: Vec<String>,
    /// Who takes part.
    pub support: Vec<String>,
    /// When it begins, in words or as a date.
    pub from: Option<String>,
    /// When it is to be done.
    pub until: Option<String>,
    /// The office's own number.
    pub number: Option<String>,
}

impl Command for AddMeasure {
    fn decide(&self, view: &View, asker: &Asker) -> Result<Vec<Outcome>, Refusal> {
        let text = self.text.trim();
        if text.is_empty() {
            return Err(Refusal::Blank);
        }
        let mut facts = vec![PlanFact::Text(text.to_owned())];
        if let Some(number) = self.number.as_deref().map(str::trim).filter(|number| !number.is_empty()) {
            facts.push(PlanFact::Number(free_number(number, view, None)?));
        }
        let of_cluster = self.cluster.filter(|_| self.answers.is_empty());
        let mut records = named_records(view, &self.answers, of_cluster)?;
        // Of a whole cluster, what a plan answers: its concerns ask for nothing.
        let own = view.registers.own_state;
        let is_of_plan = |settled: &SettledRecord| {
            settled.record.kind.is_of_plan() && (own.is_none() || settled.record.state == own)
        };
        records.retain(|settled| of_cluster.is_none() || is_of_plan(settled));
        if let Some(number) = self.cluster {
            let answered: Vec<RecordId> = records.iter().map(|settled| settled.record.id).collect();
            facts.push(home_in(view.cluster(number, asker.language)?, &answered)?);
        }
        facts.extend(records.iter().map(|settled| PlanFact::Answers(settled.record.id, Answering::Answers)));
        let task = |code: String| (code, Responsibility::default());
        facts.extend(bodies(&self.lead, view)?.into_iter().map(task).map(|(code, task)| PlanFact::Lead(code, task)));
        let support = bodies(&self.support, view)?.into_iter().map(task);
        facts.extend(support.map(|(code, task)| PlanFact::Support(code, task)));
        facts.extend(self.from.as_deref().map(|from| PlanFact::From(plan_date(from, Edge::First))));
        facts.extend(self.until.as_deref().map(|until| PlanFact::Until(plan_date(until, Edge::Last))));
        Ok(made(minted(view, PlanKind::Measure, text), PlanKind::Measure, facts))
    }

    fn told(&self, _: &View, outcomes: &[Outcome]) -> Coded {
        let answers = outcomes.iter().filter(|outcome| !outcome.subject().records().is_empty()).count();
        told(
            "done-measure",
            [("key", key_of(outcomes).into()), ("count", answers.into()), ("unread", unread(outcomes).into())],
        )
    }
}

/// The place in a cluster, by a record that stands there; one of those that are answered where one does.
///
/// # Errors
/// When the cluster holds none.
pub(super) fn home_in(cluster: &Cluster, answered: &[RecordId]) -> Result<PlanFact, Refusal> {
    let own = answered.iter().find(|id| cluster.members.contains(id)).or_else(|| cluster.members.first());
    let record = own.ok_or_else(|| Refusal::unknown(Noun::Cluster, cluster.number.to_string()))?;
    Ok(PlanFact::Home(cluster.number, *record))
}

/// A number that nothing else than `own` has.
pub(super) fn free_number(number: &str, view: &View, own: Option<PlanKey>) -> Result<String, Refusal> {
    let others = view.plan().measures.values().filter(|measure| Some(measure.key) != own);
    match others.into_iter().find(|measure| measure.number == number) {
        Some(other) => Err(Refusal::NumberTaken { number: number.to_owned(), key: other.key.to_string() }),
        None => Ok(number.to_owned()),
    }
}
