//! A measure as people read it: names for codes, dates and amounts in their words.

use serde::Serialize;

use super::names_of::PlanNames;
use crate::domain::IndicatorType;
use crate::domain::plan::{DatedQuantity, Indicator, Measure, PlanBook, PlanDate, PlanKey, StatedStatus, joined};

/// An indicator, for reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocumentIndicator {
    /// What is measured.
    pub name: String,
    /// What kind it is.
    pub kind: Option<IndicatorType>,
    /// The unit of its values.
    pub unit: String,
    /// Where things stood, with when; empty when nobody has said it, as the texts below.
    pub baseline: String,
    /// Where they are to stand, with by when.
    pub target: String,
    /// Where values come from.
    pub source: String,
}

/// A measure, for reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocumentMeasure {
    /// Its key.
    pub key: PlanKey,
    /// The office's number; empty when it has none.
    pub number: String,
    /// What is to be done.
    pub text: String,
    /// References of what it answers.
    pub answers: Vec<String>,
    /// Who leads, by name.
    pub lead: Vec<String>,
    /// Who takes part.
    pub support: Vec<String>,
    /// When it begins, in its words.
    pub from: String,
    /// When it is to be done.
    pub until: String,
    /// Its steps, each with its date.
    pub steps: Vec<String>,
    /// Its indicators.
    pub indicators: Vec<DocumentIndicator>,
    /// Why it needs none.
    pub no_indicator: Option<String>,
    /// How far it has come.
    pub status: Option<StatedStatus>,
    /// What it costs, and who pays.
    pub budget: String,
    /// What of it nobody pays yet.
    pub gap: String,
    /// The help that it needs.
    pub assistance: String,
    /// What stands in the way.
    pub obstacles: String,
}

impl DocumentMeasure {
    /// A measure of the book, with the names of those and of what it points at.
    #[must_use]
    pub(super) fn of(measure: &Measure, book: &PlanBook, names: &PlanNames<'_>) -> Self {
        let words = |date: Option<&PlanDate>| date.map_or_else(String::new, |date| date.words.clone());
        let budget = measure.budget.as_ref().map(|budget| [budget.words.as_str(), budget.source.as_str()]);
        let help = measure.assistance.as_ref();
        let help = help.map(|help| [help.words.as_str(), help.partner.as_str(), help.fund.as_str()]);
        let step =
            |text: &str, until: String| if until.is_empty() { text.to_owned() } else { format!("{text} ({until})") };
        let steps = book.milestones_of(measure.key).into_iter();
        Self {
            key: measure.key,
            number: measure.number.clone(),
            text: measure.text.clone(),
            answers: measure.answers.keys().map(|id| names.reference(*id)).collect(),
            lead: names.bodies(&measure.lead),
            support: names.bodies(&measure.support),
            from: words(measure.from.as_ref()),
            until: words(measure.until.as_ref()),
            steps: steps.map(|own| step(&own.text, words(own.until.as_ref()))).collect(),
            indicators: book.indicators_of(measure.key).into_iter().map(indicator).collect(),
            no_indicator: measure.no_indicator.clone(),
            status: measure.status.clone(),
            budget: budget.map_or_else(String::new, |parts| joined(&parts)),
            gap: measure.budget.as_ref().map_or_else(String::new, |budget| budget.gap_words().to_owned()),
            assistance: help.map_or_else(String::new, |parts| joined(&parts)),
            obstacles: measure.obstacles.clone(),
        }
    }

    /// What people call it: the number of the office, else its key.
    #[must_use]
    pub fn called(&self) -> String {
        if self.number.is_empty() { self.key.to_string() } else { self.number.clone() }
    }
}

fn indicator(own: &Indicator) -> DocumentIndicator {
    let dated = |dated: Option<&DatedQuantity>| {
        dated.map_or_else(String::new, |dated| match &dated.date {
            Some(date) => format!("{} ({})", dated.value, date.words),
            None => dated.value.to_string(),
        })
    };
    DocumentIndicator {
        name: own.name.clone(),
        kind: own.kind,
        unit: own.unit.clone(),
        baseline: dated(own.baseline.as_ref()),
        target: dated(own.target.as_ref()),
        source: own.source.clone(),
    }
}
