//! A table of counts and shares as it was asked for: two fields as a heat map, one as bars, shares with their
//! intervals.

use std::collections::BTreeMap;

use super::canvas::Canvas;
use super::dot_plot::{self, Mark, PlotRow, Scale};
use super::figure::{Draft, Figure, FigureTable, Foot, HEAD};
use super::heat_map::{self, Grid, GridCell, GridRow, MOST_COLUMNS};
use super::label::Label;
use super::values::{AxisValue, decimal, in_order};
use crate::domain::Coded;
use crate::i18n::Words;
use crate::reports::{CompareAnswer, CompareCell, Field, Interval, Measured};

/// Titles and sizes of the values of an axis by their codes.
type Found<'a> = BTreeMap<&'a str, (Option<&'a str>, u64)>;

/// A table, `shown` of its rows: those of ordered fields in their order, others most first.
#[must_use]
pub fn compared(answer: &CompareAnswer, shown: usize, words: &Words) -> Figure {
    let (mut rows, mut columns) = (rows(answer, words), columns(answer, words));
    let mut notes = Vec::new();
    if rows.len() > shown {
        notes.push(words.say(&Label::MoreRows { shown, all: rows.len() }));
        rows.truncate(shown);
    }
    if columns.len() > MOST_COLUMNS {
        notes.push(words.say(&Label::MoreColumns { shown: MOST_COLUMNS, all: columns.len() }));
        columns.truncate(MOST_COLUMNS);
    }
    if let Some(share) = &answer.question.share {
        notes.push(words.say(&Label::ShareOf { condition: share.to_string() }));
    }
    let mut canvas = Canvas::new(words.language());
    let end = match answer.question.columns {
        Some(_) => heat_map::draw(&grid(answer, &rows, &columns, words), &mut canvas, HEAD),
        None => plot(answer, &rows, &mut canvas, words),
    };
    let about = &answer.about;
    let said = Label::SaidOfTable { rows: rows.len(), columns: columns.len().max(1), units: about.units };
    let draft = Draft {
        title: title(answer, words),
        description: words.say(&said),
        canvas,
        end,
        table: table(answer, &rows, &columns),
        notes,
    };
    draft.framed(&Foot { unit: about.unit.code(), denominator: denominator(answer), about }, words)
}

/// The code of the denominator.
fn denominator(answer: &CompareAnswer) -> &'static str {
    match (&answer.question.share, answer.question.columns) {
        (Some(_), _) => "cell",
        (None, Some(_)) => "row",
        (None, None) => "all",
    }
}

fn title(answer: &CompareAnswer, words: &Words) -> String {
    let word = |field: Field| Coded::word("figure-field", field.name());
    let rows = word(answer.question.rows);
    words.say(&match answer.question.columns {
        Some(columns) => Label::TitleOfTwo { rows, columns: word(columns) },
        None => Label::TitleOfOne { rows },
    })
}

/// How much a cell holds, whatever the share of it.
fn size(answer: &CompareAnswer, measured: &Measured) -> u64 {
    if answer.question.share.is_some() { measured.of } else { measured.n }
}

fn rows(answer: &CompareAnswer, words: &Words) -> Vec<AxisValue> {
    let mut found = Found::new();
    for cell in &answer.cells {
        found.entry(&cell.row).or_insert((cell.row_title.as_deref(), 0)).1 += size(answer, &cell.measured);
    }
    axis(answer.question.rows, &found, words)
}

/// The columns; empty when there are none.
fn columns(answer: &CompareAnswer, words: &Words) -> Vec<AxisValue> {
    let Some(field) = answer.question.columns else { return Vec::new() };
    let mut found = Found::new();
    for cell in &answer.cells {
        let code = cell.column.as_deref().unwrap_or_default();
        found.entry(code).or_insert((cell.column_title.as_deref(), 0)).1 += size(answer, &cell.measured);
    }
    axis(field, &found, words)
}

fn axis(field: Field, found: &Found<'_>, words: &Words) -> Vec<AxisValue> {
    let value = |(code, (title, size)): (&&str, &(Option<&str>, u64))| AxisValue::of(field, code, *title, *size, words);
    in_order(field, found.iter().map(value).collect())
}

/// The cell of a row and a column, if there is anything in it.
fn cell_of<'a>(answer: &'a CompareAnswer, row: &str, column: Option<&str>) -> Option<&'a CompareCell> {
    answer.cells.iter().find(|cell| cell.row == row && cell.column.as_deref() == column)
}

fn grid(answer: &CompareAnswer, rows: &[AxisValue], columns: &[AxisValue], words: &Words) -> Grid {
    let is_share = answer.question.share.is_some();
    let shown = |row: &AxisValue, column: &AxisValue| {
        let measured = cell_of(answer, &row.code, Some(&column.code)).map(|cell| cell.measured).unwrap_or_default();
        match (is_share, measured.share) {
            (false, _) => GridCell { said: measured.n.to_string(), weight: Some(measured.n as f64) },
            (true, Some(share)) => GridCell { said: format!("{} %", decimal(share, words)), weight: Some(share) },
            // Below ten there is no percentage.
            (true, None) => GridCell { said: format!("{}/{}", measured.n, measured.of), weight: None },
        }
    };
    let row = |row: &AxisValue| GridRow {
        label: row.words.clone(),
        cells: columns.iter().map(|column| shown(row, column)).collect(),
    };
    Grid { columns: columns.iter().map(|column| column.words.clone()).collect(), rows: rows.iter().map(row).collect() }
}

fn plot(answer: &CompareAnswer, rows: &[AxisValue], canvas: &mut Canvas, words: &Words) -> f64 {
    let is_share = answer.question.share.is_some();
    let drawn: Vec<PlotRow> = rows
        .iter()
        .map(|row| {
            let measured = cell_of(answer, &row.code, None).map(|cell| cell.measured).unwrap_or_default();
            if is_share { share_row(row, &measured, words) } else { count_row(row, &measured) }
        })
        .collect();
    let (mark, most) = if is_share {
        (Mark::Dot, 100.0)
    } else {
        (Mark::Bar, drawn.iter().filter_map(|row| row.value).fold(0.0, f64::max))
    };
    dot_plot::draw(&drawn, mark, Scale::over(0.0, most), canvas, HEAD, words)
}

fn count_row(row: &AxisValue, measured: &Measured) -> PlotRow {
    PlotRow { label: row.words.clone(), said: measured.n.to_string(), value: Some(measured.n as f64), ends: None }
}

/// A share with the interval to go by: that by States where there are several.
fn share_row(row: &AxisValue, measured: &Measured, words: &Words) -> PlotRow {
    let ends = measured.interval();
    let said = |number: f64| decimal(number, words);
    let interval = measured.share.zip(ends).map(|(share, Interval { low, high })| {
        words.say(&Label::Interval { share: said(share), low: said(low), high: said(high) })
    });
    PlotRow {
        label: row.words.clone(),
        said: interval.unwrap_or_else(|| format!("{}/{}", measured.n, measured.of)),
        value: measured.share,
        ends,
    }
}

fn table(answer: &CompareAnswer, rows: &[AxisValue], columns: &[AxisValue]) -> FigureTable {
    let number = |value: Option<f64>| value.map_or_else(String::new, |value| format!("{value:.4}"));
    let row = |cell: &CompareCell| {
        let Measured { n, of, share, low, high, cluster_low, cluster_high } = cell.measured;
        let named = [cell.row.clone(), cell.column.clone().unwrap_or_default()];
        let counts = [n, of].map(|count| count.to_string());
        let sure = [share, low, high, cluster_low, cluster_high].map(number);
        named.into_iter().chain(counts).chain(sure).collect::<Vec<_>>()
    };
    let is_shown = |values: &[AxisValue], code: &str| values.iter().any(|value| value.code == code);
    let is_drawn = |cell: &&CompareCell| {
        is_shown(rows, &cell.row) && cell.column.as_deref().is_none_or(|column| is_shown(columns, column))
    };
    let columns = vec!["row", "column", "n", "of", "share", "low", "high", "cluster_low", "cluster_high"];
    FigureTable { columns, rows: answer.cells.iter().filter(is_drawn).map(row).collect() }
}

#[cfg(test)]
mod tests {
    use super::compared;
    use crate::figures::sample::table;
    use crate::figures::svg::texts;
    use crate::i18n::Words;
    use crate::reports::Field;

    #[test]
    fn one_field_is_bars_with_the_counts_of_the_table() {
        let answer = table(Field::Issue, None, &[("Air & sea", "", 7, 49), ("Prisons", "", 42, 49)]);
        let figure = compared(&answer, 20, Words::english());
        let said: Vec<String> = texts(&figure.svg).into_iter().map(|(_, text)| text).collect();
        let at = |text: &str| said.iter().position(|one| one == text).unwrap();
        assert!(at("Prisons") < at("Air & sea"), "most first");
        let table: Vec<&str> = figure.table.rows.iter().map(|row| row[2].as_str()).collect();
        assert!(table.iter().all(|count| said.iter().any(|text| text == count)), "{said:?}");
    }

    #[test]
    fn two_fields_are_a_heat_map_in_which_nothing_is_nothing() {
        let cells = [("a", "2", 7, 10), ("a", "10", 3, 10), ("b", "2", 5, 5)];
        let figure = compared(&table(Field::Issue, Some(Field::Cycle), &cells), 20, Words::english());
        let said: Vec<String> = texts(&figure.svg).into_iter().map(|(_, text)| text).collect();
        let numbers: Vec<&String> = said.iter().filter(|text| text.parse::<u64>().is_ok()).collect();
        assert_eq!(numbers, ["7", "3", "5", "0"]);
        assert_eq!(figure.table.rows.len(), 3);
    }
}
