//! What is in the plan, by the names that people give it.

use crate::domain::Language;
use crate::domain::plan::{PlanFact, PlanField, PlanKey, PlanKind};
use crate::view::{Noun, Refusal, View};

/// The key of something in the plan: by its key, or a measure by the office's number.
pub(super) fn planned(wanted: &str, view: &View) -> Result<PlanKey, Refusal> {
    let unknown = || Refusal::unknown(Noun::Plan, wanted);
    if let Ok(key) = wanted.parse::<PlanKey>()
        && kind_of(key, view).is_some()
    {
        return Ok(key);
    }
    let number = wanted.trim();
    let mut numbered = view.plan().measures.values().filter(|measure| !number.is_empty() && measure.number == number);
    match numbered.next() {
        Some(measure) => Ok(measure.key),
        None => Err(closed_with(wanted, view)?.unwrap_or_else(unknown)),
    }
}

/// That something stands in an edition that was closed, where it does.
fn closed_with(wanted: &str, view: &View) -> Result<Option<Refusal>, Refusal> {
    let Ok(key) = wanted.parse::<PlanKey>() else { return Ok(None) };
    for edition in view.plan().editions.values() {
        // Keys are the same in every language.
        let book = view.plan_at_closing(edition.key, Language::En)?;
        if book.measures.contains_key(&key) || book.indicators.contains_key(&key) || book.milestones.contains_key(&key)
        {
            return Ok(Some(Refusal::ClosedPlan { key: key.to_string(), edition: edition.name.clone() }));
        }
    }
    Ok(None)
}

/// What something in the plan is; `None` when nothing has that key.
pub(super) fn kind_of(key: PlanKey, view: &View) -> Option<PlanKind> {
    match view.decisions.plan.get(&key)?.get(&PlanField::Kind)? {
        PlanFact::Kind(kind) => Some(*kind),
        _ => None,
    }
}

/// The key of a measure.
///
/// # Errors
/// When nothing is called so, or it is no measure.
pub(super) fn measure(wanted: &str, view: &View) -> Result<PlanKey, Refusal> {
    of_kind(wanted, view, "measure", |kind| kind == PlanKind::Measure)
}

/// The key of an indicator.
///
/// # Errors
/// When nothing is called so, or it is no indicator.
pub(super) fn indicator(wanted: &str, view: &View) -> Result<PlanKey, Refusal> {
    of_kind(wanted, view, "indicator", |kind| matches!(kind, PlanKind::Indicator(_)))
}

fn of_kind(wanted: &str, view: &View, needed: &str, is_it: impl Fn(PlanKind) -> bool) -> Result<PlanKey, Refusal> {
    let key = planned(wanted, view)?;
    if kind_of(key, view).is_some_and(is_it) {
        return Ok(key);
    }
    Err(Refusal::PlanKind { key: key.to_string(), needed: needed.to_owned() })
}
