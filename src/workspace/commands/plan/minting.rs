//! New things in the plan, with keys of their own.

use crate::domain::plan::{PlanFact, PlanKey, PlanKind, PlanTime};
use crate::domain::{Decision, Outcome};
use crate::view::View;

/// A key that nothing in the plan has or had: it hangs on the workspace, on how much has been decided in it, and on the
/// words of what it is for.
pub(super) fn minted(view: &View, kind: PlanKind, words: &str) -> PlanKey {
    let seed = format!("{}\0{}\0{}\0{words}", view.registers.name, view.seen.0, kind.code());
    PlanKey::minted(seed.as_bytes(), |key| view.decisions.plan.contains_key(&key))
}

/// The decisions on something, its kind first.
pub(super) fn made(key: PlanKey, kind: PlanKind, facts: impl IntoIterator<Item = PlanFact>) -> Vec<Outcome> {
    let facts = [PlanFact::Kind(kind)].into_iter().chain(facts);
    facts.map(|fact| Outcome::Set(Decision::Plan(key, fact))).collect()
}

/// How many dates and states among decisions stay in words, since no day or state could be read.
pub(super) fn unread(outcomes: &[Outcome]) -> usize {
    let is_unread = |outcome: &&Outcome| match outcome.decision() {
        Some(Decision::Plan(_, PlanFact::From(date) | PlanFact::Until(date))) => date.time == PlanTime::Unread,
        Some(Decision::Plan(_, PlanFact::Baseline(dated) | PlanFact::Target(dated))) => {
            dated.date.as_ref().is_some_and(|date| date.time == PlanTime::Unread)
        }
        Some(Decision::Plan(_, PlanFact::Status(said))) => said.status.is_none(),
        _ => false,
    };
    outcomes.iter().filter(is_unread).count()
}

/// The key of what decisions have made; empty where they make nothing.
pub(super) fn key_of(outcomes: &[Outcome]) -> String {
    let key = outcomes.iter().find_map(|outcome| match outcome.decision() {
        Some(Decision::Plan(key, PlanFact::Kind(_))) => Some(key.to_string()),
        _ => None,
    });
    key.unwrap_or_default()
}
