//! What is due when: measures, steps, targets, and values by the rule of reporting of their indicators.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::names_of::PlanNames;
use crate::domain::Asker;
use crate::domain::plan::{Indicator, Measure, Observation, Period, PlanBook, PlanKey};
use crate::view::{Question, Refusal, View};

/// What is due?
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanCalendar {
    /// The day that is looked from: what was due before it and is not done is late.
    pub as_of: Date,
}

/// What kind of thing is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, strum::IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum DueKind {
    /// A measure is to be done.
    Measure,
    /// A step is to be done.
    Milestone,
    /// A target is to be reached.
    Target,
    /// A value is to be reported.
    Value,
}

impl DueKind {
    /// The words for people.
    #[must_use]
    pub fn word(self) -> crate::domain::Coded {
        crate::domain::Coded::word("due-kind", self.into())
    }
}

/// One thing that is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DueLine {
    /// The last day.
    pub date: Date,
    /// The date in the words of the plan.
    pub words: String,
    /// What kind of thing it is.
    pub kind: DueKind,
    /// The key of what is due.
    pub key: PlanKey,
    /// The measure that it belongs to.
    pub measure: PlanKey,
    /// The office's number of the measure; empty when it has none.
    pub number: String,
    /// What is due.
    pub text: String,
    /// Who leads, by name.
    pub lead: Vec<String>,
    /// Whether it is done, or reported.
    pub is_done: bool,
    /// Whether it is late on the day that is looked from.
    pub is_late: bool,
}

/// What is due, in the order of days; and what has no day.
#[derive(Debug, Clone, Serialize)]
pub struct PlanDues {
    /// The day that was looked from.
    pub as_of: Date,
    /// What is due.
    pub lines: Vec<DueLine>,
    /// Measures without a date that is understood.
    pub undated: usize,
}

impl Question for PlanCalendar {
    type Answer = PlanDues;

    fn answer(&self, view: &View, asker: &Asker) -> Result<Self::Answer, Refusal> {
        let book = view.plan_in(asker.language);
        let names = PlanNames::of(std::iter::empty(), view, asker.language)?;
        let mut lines = Vec::new();
        for measure in book.measures.values() {
            lines.extend(lines_of(measure, book, &names));
        }
        for line in &mut lines {
            line.is_late = !line.is_done && line.date < self.as_of;
        }
        lines.sort_by(|a, b| (a.date, a.kind, &a.number, a.key).cmp(&(b.date, b.kind, &b.number, b.key)));
        let has_no_day = |measure: &&Measure| measure.until.as_ref().is_none_or(|until| until.last().is_none());
        let undated = book.measures.values().filter(has_no_day).count();
        Ok(PlanDues { as_of: self.as_of, lines, undated })
    }
}

fn lines_of(measure: &Measure, book: &PlanBook, names: &PlanNames<'_>) -> Vec<DueLine> {
    let line = |kind, key, date: Date, words: &str, text: &str, is_done| DueLine {
        date,
        words: words.to_owned(),
        kind,
        key,
        measure: measure.key,
        number: measure.number.clone(),
        text: text.to_owned(),
        lead: names.bodies(&measure.lead),
        is_done,
        is_late: false,
    };
    let closed = |status: Option<&crate::domain::plan::StatedStatus>| {
        status.and_then(|status| status.status).is_some_and(|status| status.is_closed())
    };
    // Of a measure that is closed nothing more is due.
    let is_closed = closed(measure.status.as_ref());
    let mut lines = Vec::new();
    if let Some((until, last)) = measure.until.as_ref().and_then(|until| Some((until, until.last()?))) {
        lines.push(line(DueKind::Measure, measure.key, last, &until.words, &measure.text, is_closed));
    }
    for step in book.milestones_of(measure.key) {
        let Some((until, last)) = step.until.as_ref().and_then(|until| Some((until, until.last()?))) else { continue };
        let is_done = is_closed || closed(step.status.as_ref());
        lines.push(line(DueKind::Milestone, step.key, last, &until.words, &step.text, is_done));
    }
    for indicator in book.indicators_of(measure.key) {
        let of_target = indicator.target.as_ref().and_then(|target| target.date.as_ref());
        let target = of_target.or(indicator.until.as_ref());
        if let Some((date, last)) = target.and_then(|date| Some((date, date.last()?))) {
            let has_value = |(period, observed): (&Period, &Observation)| {
                period.last() >= last && matches!(observed, Observation::Value { .. })
            };
            let is_done = indicator.observed.iter().any(has_value);
            let is_done = is_done || is_closed;
            lines.push(line(DueKind::Target, indicator.key, last, &date.words, &indicator.name, is_done));
        }
        for due in value_dues(indicator, book) {
            let is_done = is_closed || is_reported(indicator, due);
            lines.push(line(DueKind::Value, indicator.key, due, &due.to_string(), &indicator.name, is_done));
        }
    }
    lines
}

/// Whether a value that is due was reported: one of a period that ends since the day before it was due, or holds the
/// day.
#[must_use]
pub(super) fn is_reported(indicator: &Indicator, due: Date) -> bool {
    let months = i64::from(indicator.every.unwrap_or(0));
    let before = due.checked_sub(months.months()).unwrap_or(due);
    let answers = |period: &Period| {
        let holds = period.first() <= due && due <= period.last();
        holds || (before <= period.last() && period.last() <= due)
    };
    indicator.observed.keys().any(answers)
}

/// Most due dates of one rule: a rule without an end is one of a few years.
const MOST_DUES: usize = 240;

/// The days on which values of an indicator are due by its rule: from the beginning of its measure every so many
/// months, up to its end. Without a beginning, an end or a rule there are none.
///
/// The days hang on the rule alone, and what was observed stands by period: a rule that changes loses no value.
#[must_use]
pub fn value_dues(indicator: &Indicator, book: &PlanBook) -> Vec<Date> {
    let measure = book.measures.get(&indicator.measure);
    let begins = measure.and_then(|measure| measure.from.as_ref()?.period()).map(|period| period.first());
    let ends = measure.and_then(|measure| measure.until.as_ref()?.last());
    let (Some(every), Some(begins), Some(ends)) = (indicator.every, begins, ends) else { return Vec::new() };
    let at = |count: usize| {
        let months = i64::from(every).checked_mul(i64::try_from(count).ok()?)?;
        begins.checked_add(months.months()).ok()
    };
    (0..MOST_DUES).map_while(at).take_while(|due| *due <= ends).collect()
}
