//! What is said of a measure as lines of text, the same in every table and document.

use super::plan_document::PlanCaption;
use crate::i18n::Words;
use crate::plan::{DocumentIndicator, DocumentMeasure};

/// When it is done, as far as it is said.
pub(super) fn time(measure: &DocumentMeasure) -> Vec<String> {
    match (measure.from.as_str(), measure.until.as_str()) {
        ("", "") => Vec::new(),
        ("", until) => vec![until.to_owned()],
        (from, "") => vec![format!("{from} –")],
        (from, until) => vec![format!("{from} – {until}")],
    }
}

/// What shows that it is done, or why nothing has to.
pub(super) fn indicators(measure: &DocumentMeasure, words: &Words) -> Vec<String> {
    let reason = measure.no_indicator.as_ref().filter(|_| measure.indicators.is_empty());
    let not_needed = reason.map(|reason| words.say(&PlanCaption::NotNeeded { reason: reason.clone() }));
    measure.indicators.iter().map(|own| indicator(own, words)).chain(not_needed).collect()
}

/// "Provinces with a shelter (process; provinces; baseline 2 (2025); target 9 (2028-06); register)".
fn indicator(own: &DocumentIndicator, words: &Words) -> String {
    let kind = own.kind.map_or_else(String::new, |kind| words.coded(&kind.word()));
    let valued = |text: &str, caption: fn(String) -> PlanCaption| {
        if text.is_empty() { String::new() } else { words.say(&caption(text.to_owned())) }
    };
    let parts = [
        kind,
        own.unit.clone(),
        valued(&own.baseline, |value| PlanCaption::Baseline { value }),
        valued(&own.target, |value| PlanCaption::Target { value }),
        own.source.clone(),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { own.name.clone() } else { format!("{} ({})", own.name, parts.join("; ")) }
}

/// What it costs with who pays, and what nobody pays yet.
pub(super) fn money(measure: &DocumentMeasure, words: &Words) -> Vec<String> {
    let lacking = || words.say(&PlanCaption::Lacking { amount: measure.gap.clone() });
    let said = Some(measure.budget.clone()).filter(|budget| !budget.is_empty());
    said.into_iter().chain((!measure.gap.is_empty()).then(lacking)).collect()
}

/// The word of the language for a state that is known; a nation's own words stand as they are.
pub(super) fn status(measure: &DocumentMeasure, words: &Words) -> Vec<String> {
    let said = measure.status.as_ref();
    said.map(|said| said.status.map_or_else(|| said.words.clone(), |status| words.coded(&status.word())))
        .into_iter()
        .collect()
}
