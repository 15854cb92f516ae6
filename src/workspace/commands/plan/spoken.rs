//! Fields that are written in several languages, where the State reports in more than one.

use super::settable::{Now, Settable};
use crate::domain::plan::PlanFact;
use crate::domain::{Decision, Language, Outcome, Subject};
use crate::view::Refusal;

/// The decisions that set a field, in a language apart where one is named; a blank value clears it.
///
/// # Errors
/// When the value does not fit the field, or the field is not written in several languages.
pub(super) fn decided_in(
    field: Settable,
    language: Option<Language>,
    now: &Now<'_>,
    value: &str,
) -> Result<Vec<Outcome>, Refusal> {
    let Some(language) = language else { return field.decided(now, value) };
    let words = value.trim();
    let given = || value.to_owned();
    let wanted = spoken(field, language, words)
        .ok_or_else(|| Refusal::PlanValue { field: format!("{}@{language}", field.code()), given: given() })?;
    Ok(vec![match words.is_empty() {
        true => Outcome::Cleared(Subject::Plan(now.key(), wanted.field())),
        false => Outcome::Set(Decision::Plan(now.key(), wanted)),
    }])
}

/// The language in which a field stands apart, so that new words in that language go there; `None` where they are
/// those that were written first.
pub(super) fn apart(field: Settable, language: Option<Language>, now: &Now<'_>) -> Option<Language> {
    language.filter(|own| spoken(field, *own, "").is_some_and(|fact| now.holds(&fact.field())))
}

fn spoken(field: Settable, language: Language, words: &str) -> Option<PlanFact> {
    match field {
        Settable::Text => Some(PlanFact::TextIn(language, words.to_owned())),
        Settable::Obstacles => Some(PlanFact::ObstaclesIn(language, words.to_owned())),
        _ => None,
    }
}
