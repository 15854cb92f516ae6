//! The text of every cell of a table that goes out; of those that people write in, also as they stand now.
//!
//! States and answers are their codes here: who writes the file says them in its language.

use std::collections::BTreeMap;

use crate::domain::Language;
use crate::domain::exchange::{SentRow, SheetColumn, SheetPart};
use crate::domain::plan::{Acceptance, DatedQuantity, Indicator, Measure, Observation, PlanDate, Responsibility};
use crate::plan::home::home_of;
use crate::plan::names_of::PlanNames;
use crate::view::{Refusal, View};

/// What the cells of a table are made of.
pub(super) struct SentCells<'a> {
    pub(super) view: &'a View,
    pub(super) names: &'a PlanNames<'a>,
    pub(super) language: Language,
    /// The body that the table goes to; `None` for a consultation.
    pub(super) body: Option<&'a str>,
}

impl SentCells<'_> {
    /// The row of a measure.
    ///
    /// # Errors
    /// When clusters cannot be read.
    pub(super) fn of_measure(&self, part: SheetPart, measure: &Measure) -> Result<SentRow, Refusal> {
        let mut cells = BTreeMap::new();
        for (column, _) in part.columns() {
            let text = match column {
                SheetColumn::Number => measure.number.clone(),
                SheetColumn::Cluster => self.cluster(measure)?,
                SheetColumn::Recommendations => self.recommendations(measure),
                own => reply(measure, part, *own, self.body, |code| self.names.body(code)),
            };
            put(&mut cells, *column, text);
        }
        Ok(SentRow { part, cells, record: None })
    }

    /// The row of an indicator.
    pub(super) fn of_indicator(&self, own: &Indicator, measure: &Measure) -> SentRow {
        let newest = own.observed.iter().next_back();
        let latest =
            newest.map_or_else(String::new, |(period, observed)| format!("{period}: {}", observed_text(observed)));
        let number = if measure.number.is_empty() { String::new() } else { format!("{} ", measure.number) };
        let mut cells = BTreeMap::new();
        let texts = [
            (SheetColumn::Measure, format!("{number}{}", measure.text)),
            (SheetColumn::Indicator, own.name.clone()),
            (SheetColumn::Unit, own.unit.clone()),
            (SheetColumn::Baseline, dated(own.baseline.as_ref())),
            (SheetColumn::Target, dated(own.target.as_ref())),
            (SheetColumn::Latest, latest),
        ];
        texts.into_iter().for_each(|(column, text)| put(&mut cells, column, text));
        SentRow { part: SheetPart::Indicators, cells, record: None }
    }

    fn cluster(&self, measure: &Measure) -> Result<String, Refusal> {
        let Some(number) = home_of(measure, self.view) else { return Ok(String::new()) };
        let cluster = self.view.cluster(number, self.language)?;
        Ok(format!("{number} {}", cluster.title))
    }

    /// References with texts, one a line.
    fn recommendations(&self, measure: &Measure) -> String {
        let line = |id: &crate::domain::RecordId| match self.names.record(*id) {
            Some(settled) => format!("{}: {}", settled.reference, settled.record.clean_text(self.language)),
            None => self.names.reference(*id),
        };
        measure.answers.keys().map(line).collect::<Vec<_>>().join("\n")
    }
}

pub(super) fn put(cells: &mut BTreeMap<SheetColumn, String>, column: SheetColumn, text: String) {
    if !text.trim().is_empty() {
        cells.insert(column, text);
    }
}

/// A cell of a measure that people write in, as it stands; `name` is what a body is called.
pub(super) fn reply(
    measure: &Measure,
    part: SheetPart,
    column: SheetColumn,
    body: Option<&str>,
    name: impl Fn(&str) -> String,
) -> String {
    let words = |date: Option<&PlanDate>| date.map_or_else(String::new, |date| date.words.clone());
    let task = body.and_then(|body| task_of(measure, part, body));
    match column {
        SheetColumn::Measure => measure.text.clone(),
        SheetColumn::From => words(measure.from.as_ref()),
        SheetColumn::Until => words(measure.until.as_ref()),
        SheetColumn::Status => {
            let said = measure.status.as_ref();
            said.map_or_else(String::new, |said| {
                said.status.map_or_else(|| said.words.clone(), |own| own.code().to_owned())
            })
        }
        SheetColumn::Obstacles => measure.obstacles.clone(),
        SheetColumn::Budget => measure.budget.as_ref().map_or_else(String::new, |budget| budget.words.clone()),
        SheetColumn::Assistance => measure.assistance.as_ref().map_or_else(String::new, |help| help.words.clone()),
        SheetColumn::Answer => {
            task.filter(|task| is_answered(task)).map_or("", |task| task.acceptance.code()).to_owned()
        }
        SheetColumn::Reason => task.map_or_else(String::new, |task| task.reason.clone()),
        SheetColumn::Instead => {
            task.filter(|task| !task.instead.is_empty()).map_or_else(String::new, |task| name(&task.instead))
        }
        SheetColumn::Contact => task.map_or_else(String::new, |task| task.contact.clone()),
        _ => String::new(),
    }
}

/// The task of a body in a measure, as the table has it that the row stands in.
pub(super) fn task_of<'m>(measure: &'m Measure, part: SheetPart, body: &str) -> Option<&'m Responsibility> {
    match part {
        SheetPart::Support => measure.support.get(body),
        _ => measure.lead.get(body),
    }
}

const fn is_answered(task: &Responsibility) -> bool {
    matches!(task.acceptance, Acceptance::Accepted | Acceptance::Refused)
}

fn dated(own: Option<&DatedQuantity>) -> String {
    own.map_or_else(String::new, |own| match &own.date {
        Some(date) => format!("{} ({})", own.value, date.words),
        None => own.value.to_string(),
    })
}

/// What was observed, as it is written.
pub(super) fn observed_text(observed: &Observation) -> String {
    match observed {
        Observation::Value { value, .. } => value.to_string(),
        Observation::Missing { reason } => format!("– ({reason})"),
    }
}
