//! Rows to a plan of up to three levels: outcome, measure, indicator.
//!
//! A blank cell of a level stands for the one above it, as in merged cells; a row in which a single cell is filled is a
//! heading, and stands for an outcome where the table has no column of outcomes.

use serde::{Deserialize, Serialize};

use super::columns::SheetField;
use super::layout::Layout;
use super::leading_number::is_leading_number;
use crate::ingest::plain_tables::{PlainRow, PlainTable};
use crate::ingest::row_checks::is_total;

/// A plan as a file holds it, in the words of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastPlan {
    /// Outcomes in the order of the file; the first without words holds measures that stand under none.
    pub outcomes: Vec<LastOutcome>,
    /// What was not used.
    pub unread: Vec<UnreadCell>,
    /// Places of rows without words for the measure, which were taken to the one above.
    pub continued: Vec<String>,
}

/// Something that was not used, with its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnreadCell {
    /// Where it stands in the file.
    pub place: String,
    /// The heading of its column; empty for whole rows.
    pub column: String,
    /// What stands there.
    pub text: String,
}

/// An outcome: what is to be reached.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastOutcome {
    /// Its number; empty when it has none, as below.
    pub number: String,
    /// Its words.
    pub text: String,
    /// Its measures.
    pub measures: Vec<LastMeasure>,
}

/// A measure: what is to be done.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each is the field of that name, in the words of the file")]
pub struct LastMeasure {
    pub place: String,
    pub key: String,
    pub number: String,
    pub text: String,
    pub recommendations: Vec<String>,
    pub lead: Vec<String>,
    pub support: Vec<String>,
    pub from: String,
    pub until: String,
    pub status: String,
    pub budget: String,
    pub assistance: String,
    pub obstacles: String,
    pub remarks: String,
    pub indicators: Vec<LastIndicator>,
}

/// An indicator: how it is measured.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each is the field of that name, in the words of the file")]
pub struct LastIndicator {
    pub place: String,
    pub number: String,
    pub text: String,
    pub lead: Vec<String>,
    pub until: String,
    pub baseline: String,
    pub target: String,
    pub unit: String,
    pub source: String,
}

impl LastPlan {
    /// Whether it holds no measure.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.outcomes.iter().all(|outcome| outcome.measures.is_empty())
    }

    /// A date that all rows of a measure have is that of the measure, whatever else stands in them.
    pub(super) fn settle_dates(&mut self) {
        for measure in self.outcomes.iter_mut().flat_map(|outcome| &mut outcome.measures) {
            let Some(first) = measure.indicators.first().map(|indicator| indicator.until.clone()) else { continue };
            let is_of_all = measure.indicators.iter().all(|indicator| indicator.until == first);
            if measure.until.is_empty() && is_of_all {
                measure.until = first;
            }
        }
    }

    /// A table of several columns and rows without the headings of a plan is named: it may be the second half of one.
    pub(super) fn pass_over(&mut self, table: &PlainTable) {
        let is_table = |row: &PlainRow| row.cells.iter().filter(|cell| !cell.trim().is_empty()).count() > 1;
        let mut rows = table.rows.iter().filter(|row| is_table(row));
        if let (Some(first), Some(_)) = (rows.next(), rows.next()) {
            self.unused(first);
        }
    }

    /// Takes the rows of a table.
    pub(super) fn take(&mut self, table: &PlainTable, layout: &Layout) {
        for (at, heading) in &layout.unused {
            let filled =
                table.rows[layout.first..].iter().find(|row| row.cells.get(*at).is_some_and(|c| !c.trim().is_empty()));
            self.unread.extend(filled.map(|row| UnreadCell {
                place: row.place.clone(),
                column: heading.clone(),
                text: row.cells[*at].clone(),
            }));
        }
        // A new table begins anew: nothing is carried over from the one before.
        self.outcomes.push(LastOutcome::default());
        table.rows[layout.first..].iter().for_each(|row| self.row(row, table, layout));
        self.outcomes.retain(|outcome| !outcome.measures.is_empty() || !outcome.text.is_empty());
    }

    fn row(&mut self, row: &PlainRow, table: &PlainTable, layout: &Layout) {
        if is_heading_again(row, table, layout) {
            return;
        }
        if is_total(&row.cells, layout.cell(row, SheetField::Measure)) {
            return self.unused(row);
        }
        if let Some(heading) = lone(row, layout.first_level()).filter(|text| layout.is_heading(row, text)) {
            return self.heading(heading, row, layout);
        }
        self.outcome(row, layout);
        if self.measure(row, layout) {
            self.indicator(row, layout);
            self.fill(row, layout);
        } else {
            self.unused(row);
        }
    }

    fn unused(&mut self, row: &PlainRow) {
        let text = row.cells.join(" | ");
        self.unread.push(UnreadCell { place: row.place.clone(), column: String::new(), text });
    }

    /// A row with one filled cell stands over those below it.
    fn heading(&mut self, heading: &str, row: &PlainRow, layout: &Layout) {
        if layout.has(SheetField::Outcome) && layout.cell(row, SheetField::Outcome).is_empty() {
            let place = row.place.clone();
            return self.unread.push(UnreadCell { place, column: String::new(), text: heading.to_owned() });
        }
        self.outcomes.push(LastOutcome { text: heading.to_owned(), ..LastOutcome::default() });
    }

    /// A row that names another outcome than the one above begins it.
    fn outcome(&mut self, row: &PlainRow, layout: &Layout) {
        let (number, text) = level(row, layout, SheetField::Outcome, SheetField::OutcomeNumber);
        if number.is_empty() && text.is_empty() {
            return;
        }
        let is_it = |own: &LastOutcome| is_same((&own.number, &own.text), (number, text));
        match self.outcomes.iter().position(is_it) {
            // Outcomes may come back further down.
            Some(at) => {
                let again = self.outcomes.remove(at);
                self.outcomes.push(again);
            }
            None => self.outcomes.push(LastOutcome {
                number: number.to_owned(),
                text: text.to_owned(),
                measures: Vec::new(),
            }),
        }
    }

    /// A row that names a measure begins it, or goes on with it; whether there is one to go on with.
    fn measure(&mut self, row: &PlainRow, layout: &Layout) -> bool {
        let (number, text) = level(row, layout, SheetField::Measure, SheetField::MeasureNumber);
        let Some(outcome) = self.outcomes.last_mut() else { return false };
        let is_blank = text.is_empty() && (number.is_empty() || layout.has(SheetField::Indicator));
        if is_blank && layout.has(SheetField::Measure) {
            let goes_on = !outcome.measures.is_empty();
            // What stands in merged cells is repeated in each of them: a blank one may be a gap of the file.
            if goes_on {
                self.continued.push(row.place.clone());
            }
            return goes_on;
        }
        // Where there is no column of measures, the indicators of an outcome stand under one of its own.
        let (number, text) = if is_blank {
            (outcome.number.clone(), outcome.text.clone())
        } else {
            (number.to_owned(), text.to_owned())
        };
        match outcome.measures.iter().position(|own| is_same((&own.number, &own.text), (&number, &text))) {
            Some(at) => {
                let again = outcome.measures.remove(at);
                outcome.measures.push(again);
            }
            None => outcome.measures.push(LastMeasure {
                place: row.place.clone(),
                key: layout.cell(row, SheetField::Key).to_owned(),
                number,
                text,
                ..LastMeasure::default()
            }),
        }
        true
    }

    fn indicator(&mut self, row: &PlainRow, layout: &Layout) {
        let (number, text) = level(row, layout, SheetField::Indicator, SheetField::IndicatorNumber);
        let Some(measure) = self.outcomes.last_mut().and_then(|outcome| outcome.measures.last_mut()) else { return };
        if text.is_empty() {
            return;
        }
        let cell = |field| layout.cell(row, field).to_owned();
        let until = [SheetField::Until, SheetField::Period].map(cell).into_iter().find(|cell| !cell.is_empty());
        // Lists that were written with bars between come back so.
        let names = text.split('|').map(str::trim).filter(|name| !name.is_empty());
        let made = names.map(|name| LastIndicator {
            place: row.place.clone(),
            number: number.to_owned(),
            text: name.to_owned(),
            lead: list(layout.cell(row, SheetField::Lead), Commas::Kept),
            until: until.clone().unwrap_or_default(),
            baseline: cell(SheetField::Baseline),
            target: cell(SheetField::Target),
            unit: cell(SheetField::Unit),
            source: cell(SheetField::Source),
        });
        measure.indicators.extend(made);
    }

    /// What a row says of its measure: lists grow, texts stand as the first row has them.
    fn fill(&mut self, row: &PlainRow, layout: &Layout) {
        let Some(measure) = self.outcomes.last_mut().and_then(|outcome| outcome.measures.last_mut()) else { return };
        let grow = |own: &mut Vec<String>, field, commas| {
            for value in list(layout.cell(row, field), commas) {
                if !own.contains(&value) {
                    own.push(value);
                }
            }
        };
        grow(&mut measure.recommendations, SheetField::Recommendations, Commas::Part);
        grow(&mut measure.lead, SheetField::Lead, Commas::Kept);
        grow(&mut measure.support, SheetField::Support, Commas::Kept);
        let dates = [SheetField::Until, SheetField::Period].map(|field| layout.cell(row, field));
        let until = dates.into_iter().find(|cell| !cell.is_empty()).unwrap_or_default();
        let begins = [SheetField::From, SheetField::Period].map(|field| layout.cell(row, field));
        let from = begins.into_iter().find(|cell| !cell.is_empty()).unwrap_or_default();
        // A date beside an indicator is the indicator's.
        let has_indicator = !layout.cell(row, SheetField::Indicator).is_empty();
        for (own, said) in [
            (&mut measure.from, from),
            (&mut measure.until, if has_indicator { "" } else { until }),
            (&mut measure.status, layout.cell(row, SheetField::Status)),
            (&mut measure.budget, layout.cell(row, SheetField::Budget)),
            (&mut measure.assistance, layout.cell(row, SheetField::Assistance)),
            (&mut measure.obstacles, layout.cell(row, SheetField::Obstacles)),
            (&mut measure.remarks, layout.cell(row, SheetField::Remarks)),
        ] {
            if own.is_empty() {
                said.clone_into(own);
            } else if !said.is_empty() && own != said {
                let (place, text) = (row.place.clone(), said.to_owned());
                self.unread.push(UnreadCell { place, column: String::new(), text });
            }
        }
    }
}

/// Number and words of a level; a number before the words in one cell is taken from them.
fn level<'r>(row: &'r PlainRow, layout: &Layout, words: SheetField, number: SheetField) -> (&'r str, &'r str) {
    let of = words;
    let (number, words) = (layout.cell(row, number), layout.cell(row, words));
    if !number.is_empty() && number != words {
        return (number, words);
    }
    match words.split_once(char::is_whitespace) {
        Some((first, rest)) if layout.numbered.contains(&of) && is_leading_number(first) => {
            (first.trim_end_matches(['.', ')', ':']), rest.trim_start())
        }
        _ => ("", words),
    }
}

/// Whether two name one thing: by their words, and by their numbers where both have one. Two texts under one number are
/// two things, of which one is numbered wrongly.
fn is_same((number, text): (&str, &str), (other_number, other_text): (&str, &str)) -> bool {
    let are_numbered = !number.is_empty() && !other_number.is_empty();
    let are_worded = !text.is_empty() && !other_text.is_empty();
    (!are_numbered || number == other_number) && (!are_worded || text == other_text) && (are_numbered || are_worded)
}

/// The one text of a row that stands over others: in no column behind that of the first level. A cell that is merged
/// over several counts once.
fn lone(row: &PlainRow, first_level: usize) -> Option<&str> {
    let filled = || row.cells.iter().map(|cell| cell.trim()).enumerate().filter(|(_, cell)| !cell.is_empty());
    let (at, text) = filled().next()?;
    let is_alone = row.cells.len() > 1 && filled().all(|(_, cell)| cell == text);
    (is_alone && at <= first_level).then_some(text)
}

/// Whether a row repeats the headings, as on a new page.
fn is_heading_again(row: &PlainRow, table: &PlainTable, layout: &Layout) -> bool {
    layout.first.checked_sub(1).and_then(|at| table.rows.get(at)).is_some_and(|heading| heading.cells == row.cells)
}

/// What commas do in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Commas {
    /// They part values that are short.
    Part,
    /// They may belong to names; who knows the names parts them.
    Kept,
}

/// Letters of one of several references between commas, at most.
const LONGEST_REFERENCE: usize = 25;

/// The values of a cell: between semicolons, bars and lines, else between commas where these part and each is short.
fn list(cell: &str, commas_do: Commas) -> Vec<String> {
    let hard = ['\n', ';', '|', '؛', '；', '、'];
    let is_short = |part: &&str| part.chars().count() <= LONGEST_REFERENCE;
    let commas: Vec<&str> = cell.split([',', '،', '，']).map(str::trim).collect();
    let parts: Vec<&str> = match cell.contains(hard) {
        true => cell.split(hard).map(str::trim).collect(),
        false if commas_do == Commas::Part && commas.iter().all(is_short) => commas,
        false => vec![cell],
    };
    parts.into_iter().filter(|part| !part.is_empty()).map(str::to_owned).collect()
}
