//! The values of an indicator that came back, by period.

use std::collections::BTreeMap;

use super::answer::ChangedCell;
use super::cells::observed_text;
use super::checked::{fault, is_of_unit, period_of};
use super::found::Found;
use super::problem::ProblemKind;
use super::replies::Replies;
use crate::domain::exchange::{SheetColumn, SheetPart, Verdict};
use crate::domain::plan::Period;
use crate::text::quantities::quantity;

/// What is told of a cell that holds nothing.
const BLANK: &str = "blank";

/// What one row says of one period.
struct Reported<'r, 'f> {
    row: &'r Found<'f>,
    field: SheetColumn,
    text: String,
}

impl Replies<'_> {
    /// Reads the values of all rows of an indicator: one a period, or none where rows disagree.
    pub(super) fn values(&mut self, found: &[Found<'_>]) {
        let mut by_period: BTreeMap<Period, Vec<Reported<'_, '_>>> = BTreeMap::new();
        for row in found {
            if let Some((period, reported)) = self.reported(row) {
                by_period.entry(period).or_default().push(reported);
            }
        }
        for (period, all) in by_period {
            let is_other = |own: &Reported<'_, '_>| own.field != all[0].field || own.text != all[0].text;
            self.doubled += all.len() - 1;
            if all.iter().any(is_other) {
                let what = ProblemKind::KeyTwice { key: self.key.to_string() };
                all.iter().for_each(|own| self.tell(own.row, Some(SheetColumn::Period), what.clone()));
                self.doubled += 1;
                continue;
            }
            self.value(period, &all[0]);
        }
    }

    /// What a row says; `None` where it says nothing, or nothing that holds.
    fn reported<'r, 'f>(&mut self, row: &'r Found<'f>) -> Option<(Period, Reported<'r, 'f>)> {
        let [period, value, missing] =
            [SheetColumn::Period, SheetColumn::Value, SheetColumn::Missing].map(|column| row.text(column));
        for column in [SheetColumn::Value, SheetColumn::Missing] {
            let cell = row.cell(column)?;
            if let Some(what) = fault(column, &cell) {
                self.tell(row, Some(column), what);
                return None;
            }
            let reach = row.reach(&cell);
            if reach > 0 && !cell.text.trim().is_empty() {
                self.tell(row, Some(column), ProblemKind::OverRows { rows: reach });
                return None;
            }
        }
        let (column, what) = match (period.is_empty(), value.is_empty(), missing.is_empty()) {
            (true, true, true) => return None,
            (false, true, true) => (SheetColumn::Value, ProblemKind::NoValue),
            (_, false, false) => (SheetColumn::Missing, ProblemKind::ValueAndReason),
            _ => match period_of(&period) {
                Some(of) if value.is_empty() => {
                    return Some((of, Reported { row, field: SheetColumn::Missing, text: missing }));
                }
                Some(of) => return Some((of, Reported { row, field: SheetColumn::Value, text: value })),
                None => {
                    let text = if period.is_empty() { BLANK.to_owned() } else { period };
                    (SheetColumn::Period, ProblemKind::NoPeriod { text })
                }
            },
        };
        self.tell(row, Some(column), what);
        None
    }

    fn value(&mut self, period: Period, own: &Reported<'_, '_>) {
        let Some(indicator) = self.book.indicators.get(&self.key) else { return };
        let (unit, theirs) = (indicator.unit.as_str(), own.text.as_str());
        if own.field == SheetColumn::Value && !is_of_unit(theirs, unit) {
            let what = ProblemKind::OtherUnit { text: theirs.to_owned(), unit: unit.to_owned() };
            return self.tell(own.row, Some(SheetColumn::Value), what);
        }
        let ours = indicator.observed.get(&period).map_or_else(String::new, observed_text);
        // What stood already when the table went out stands in it as the newest value.
        let is_base = self.sent.cell(SheetColumn::Latest) == format!("{period}: {ours}");
        let verdict = match (ours.is_empty(), is_same_value(&ours, own, unit)) {
            (false, true) => Verdict::Equal,
            (false, false) if !is_base => Verdict::Conflict,
            _ => Verdict::Theirs,
        };
        self.changes.push(ChangedCell {
            key: self.key,
            part: SheetPart::Indicators,
            field: own.field,
            period: period.to_string(),
            sent: String::new(),
            ours,
            theirs: theirs.to_owned(),
            verdict,
            is_doubtful: own.row.is_probable,
            row: own.row.place().to_owned(),
            by: own.row.cell(own.field).map_or_else(String::new, |cell| cell.changed_by),
            apart: Vec::new(),
        });
    }
}

/// Whether a value or a reason is the one that stands.
fn is_same_value(ours: &str, own: &Reported<'_, '_>, unit: &str) -> bool {
    match own.field {
        SheetColumn::Missing => ours == format!("– ({})", own.text),
        _ => quantity(&own.text, unit).is_ok_and(|theirs| theirs.to_string() == ours),
    }
}
