//! SMART of measures: what a plan says of each, not how its words sound (Doran 1981, as UPR practice reads it).

use crate::domain::Language;
use crate::domain::plan::{Measure, PlanBook, Quantity};
use crate::text::read;
use crate::text::smart::smart;

/// An element of SMART.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum SmartLetter {
    /// It says what is done: a specific act, or an instrument.
    Specific,
    /// An indicator has a target that can be counted, or none is needed.
    Measurable,
    /// Somebody leads.
    Assignable,
    /// It answers a recommendation.
    Relevant,
    /// It has a date that is understood.
    TimeBound,
}

impl SmartLetter {
    pub(super) const fn letter(self) -> char {
        match self {
            Self::Specific => 'S',
            Self::Measurable => 'M',
            Self::Assignable => 'A',
            Self::Relevant => 'R',
            Self::TimeBound => 'T',
        }
    }
}

/// The elements that a measure lacks.
pub(super) fn missing_elements(measure: &Measure, book: &PlanBook, language: Language) -> Vec<SmartLetter> {
    let is_counted = |value: &Quantity| !matches!(value, Quantity::Words(_));
    let indicators = book.indicators_of(measure.key);
    let has_target = indicators.iter().any(|i| i.target.as_ref().is_some_and(|target| is_counted(&target.value)));
    let is_specific = smart(&read(&measure.text, language)).iter().any(|element| element.element == 0);
    [
        (SmartLetter::Specific, is_specific),
        (SmartLetter::Measurable, has_target || measure.no_indicator.is_some()),
        (SmartLetter::Assignable, !measure.lead.is_empty()),
        (SmartLetter::Relevant, !measure.answers.is_empty()),
        (SmartLetter::TimeBound, measure.until.as_ref().is_some_and(|until| until.last().is_some())),
    ]
    .into_iter()
    .filter(|(_, holds)| !holds)
    .map(|(element, _)| element)
    .collect()
}
