//! An edition of the plan is closed, and what goes on stays in the plan at work.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::minting::{made, minted};
use super::named::measure;
use super::remove::{cleared, with_parts};
use crate::domain::plan::{DesiredOutcome, Measure, PlanFact, PlanKey, PlanKind};
use crate::domain::vocabulary::fold;
use crate::domain::{Asker, ClusterNumber, Coded, Outcome, Subject};
use crate::plan::{home_of, home_of_outcome};
use crate::view::{Command, Refusal, View};
use crate::workspace::commands::told;

/// Close the plan as an edition that can be read and no longer changed, and begin the next one with what is carried on.
///
/// Measures that are carried on keep their keys, steps, indicators and values, and the outcomes that they serve or beside
/// which they stand. What went out to bodies stays on file. All of it is one decision, and one undo opens the plan again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClosePlan {
    /// What people call the edition: the years that it covered, its title.
    pub name: String,
    /// The day on which it is closed.
    pub on: Date,
    /// Measures that go on, by key or number.
    #[serde(default)]
    pub carried: Vec<String>,
    /// Whether all measures go on that are neither done nor given up.
    #[serde(default)]
    pub with_unfinished: bool,
}

impl ClosePlan {
    fn carried(&self, view: &View) -> Result<BTreeSet<PlanKey>, Refusal> {
        let named = self.carried.iter().map(|wanted| measure(wanted, view));
        let mut keys: BTreeSet<PlanKey> = named.collect::<Result<_, _>>()?;
        if self.with_unfinished {
            keys.extend(view.plan().measures.values().filter(|own| !is_over(own)).map(|own| own.key));
        }
        Ok(keys)
    }

    /// The outcomes and measures that leave the plan at work.
    fn leaving(&self, view: &View) -> Result<BTreeSet<PlanKey>, Refusal> {
        let (book, carried) = (view.plan(), self.carried(view)?);
        let staying: Vec<&Measure> = carried.iter().filter_map(|key| book.measures.get(key)).collect();
        let served: BTreeSet<PlanKey> = staying.iter().filter_map(|own| own.serves).collect();
        let homes: BTreeSet<ClusterNumber> = staying.iter().filter_map(|own| home_of(own, view)).collect();
        let serves = |outcome: &&DesiredOutcome| {
            let home = || home_of_outcome(outcome, book, view);
            served.contains(&outcome.key) || home().is_some_and(|home| homes.contains(&home))
        };
        let outcomes = book.outcomes.values().filter(|outcome| !serves(outcome)).map(|outcome| outcome.key);
        Ok(book.measures.keys().filter(|key| !carried.contains(key)).copied().chain(outcomes).collect())
    }
}

impl Command for ClosePlan {
    fn decide(&self, view: &View, _: &Asker) -> Result<Vec<Outcome>, Refusal> {
        let (name, book) = (self.name.trim(), view.plan());
        if name.is_empty() {
            return Err(Refusal::Blank);
        }
        if book.editions.values().any(|edition| fold(&edition.name) == fold(name)) {
            return Err(Refusal::EditionTaken { name: name.to_owned() });
        }
        if book.measures.is_empty() && book.outcomes.is_empty() {
            return Err(Refusal::NothingToClose);
        }
        let facts = [PlanFact::Text(name.to_owned()), PlanFact::Closed(self.on)];
        let mut decided = made(minted(view, PlanKind::Edition, name), PlanKind::Edition, facts);
        decided.extend(cleared(&with_parts(self.leaving(view)?, view), view));
        Ok(decided)
    }

    fn told(&self, view: &View, outcomes: &[Outcome]) -> Coded {
        let gone: BTreeSet<PlanKey> = outcomes.iter().filter_map(cleared_key).collect();
        let measures = view.plan().measures.len();
        let carried = view.plan().measures.keys().filter(|key| !gone.contains(key)).count();
        let values = [("name", self.name.trim().into()), ("measures", measures.into()), ("carried", carried.into())];
        told("done-closed", values)
    }
}

fn cleared_key(outcome: &Outcome) -> Option<PlanKey> {
    match outcome {
        Outcome::Cleared(Subject::Plan(key, _)) => Some(*key),
        _ => None,
    }
}

/// Whether nothing more is to be done.
fn is_over(measure: &Measure) -> bool {
    measure.status.as_ref().and_then(|stated| stated.status).is_some_and(|status| status.is_closed())
}
