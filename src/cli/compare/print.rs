//! Comparisons on the terminal.

use super::output::notes;
use crate::cli::shell::{Shell, Tone};
use crate::domain::{Coded, Values};
use crate::i18n::Words;
use crate::reports::{
    About, AskMoves, ChangeAnswer, ChangeRow, CompareAnswer, CompareCell, Difference, Field, Measured, NO_VALUE,
};
use crate::view::TagSource;

/// Longest name of a row or column, in characters.
const LONGEST: usize = 34;

/// A value as people read it: States and groups by name, clusters and targets by number and title.
pub(in crate::cli) fn named(field: Field, value: &str, title: Option<&str>) -> String {
    let said = match (field, title) {
        _ if value == NO_VALUE => value.to_owned(),
        (Field::Cluster | Field::Sdg, Some(title)) => format!("{value} {title}"),
        (_, Some(title)) => title.to_owned(),
        (Field::Mechanism, None) => word("mechanism", value),
        (Field::Position, None) => word("position", value),
        (Field::Category, None) => word("action-category", value),
        (Field::Region | Field::RecommenderRegion | Field::Recommender, None) => word("region", value),
        (_, None) => value.to_owned(),
    };
    if said.chars().count() <= LONGEST {
        return said;
    }
    let kept: String = said.chars().take(LONGEST - 1).collect();
    format!("{}…", kept.trim_end())
}

fn word(list: &str, value: &str) -> String {
    Words::english().sentence(list, &Values::from_iter([("value".to_owned(), value.into())]))
}

/// What was counted, over a table.
fn head(about: &About, shell: &mut Shell) -> anyhow::Result<()> {
    let unit = Words::english().coded(&Coded::word("unit", about.unit.code()));
    let tags = if about.tags == TagSource::Model { "; tags of the models alone" } else { "" };
    let states = if about.states == 1 { "State" } else { "States" };
    shell.paragraph(
        &format!("{} {unit}, of {} records to {} {states}{tags}", about.units, about.records, about.states),
        0,
    )
}

/// Which intervals a table shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Intervals {
    None,
    Naive,
    /// Those by resampling States beside them.
    Both,
}

impl Intervals {
    fn of(answer: &CompareAnswer) -> Self {
        match answer.about.comparisons {
            0 => Self::None,
            _ if answer.cells.iter().any(|cell| cell.measured.cluster_low.is_some()) => Self::Both,
            _ => Self::Naive,
        }
    }

    fn headings(self) -> &'static [&'static str] {
        match self {
            Self::None => &["n", "of", "share"],
            Self::Naive => &["n", "of", "share", "Wilson"],
            Self::Both => &["n", "of", "share", "Wilson", "by States"],
        }
    }

    fn cells(self, measured: &Measured) -> Vec<String> {
        let Measured { n, of, share, low, high, cluster_low, cluster_high } = *measured;
        let all = [n.to_string(), of.to_string(), number(share), range(low, high), range(cluster_low, cluster_high)];
        all.into_iter().take(self.headings().len()).collect()
    }
}

pub(super) fn table(answer: &CompareAnswer, limit: usize, shell: &mut Shell) -> anyhow::Result<()> {
    let question = &answer.question;
    head(&answer.about, shell)?;
    let of = match (&question.share, question.columns) {
        (Some(share), _) => format!("Share of {share}, in per cent, with 95 % intervals"),
        (None, Some(_)) => "Share in the row, in per cent".to_owned(),
        (None, None) => format!("Share in all {}, in per cent", answer.total.of),
    };
    shell.line(&of)?;
    shell.line("")?;
    let intervals = Intervals::of(answer);
    let mut headings = vec![question.rows.name()];
    headings.extend(question.columns.map(Field::name));
    headings.extend(intervals.headings());
    let mut rows: Vec<Vec<String>> =
        ordered(answer).into_iter().take(limit).map(|cell| row(answer, cell, intervals)).collect();
    if question.share.is_some() {
        let mut all = vec!["all".to_owned()];
        all.extend(question.columns.map(|_| String::new()));
        all.extend(intervals.cells(&answer.total));
        rows.push(all);
    }
    shell.table(&headings, rows, &[])?;
    left(answer.cells.len(), limit, shell)?;
    notes(&answer.about, shell)
}

/// The cells as people read them: where rows have no order of their own, the largest first.
fn ordered(answer: &CompareAnswer) -> Vec<&CompareCell> {
    let question = &answer.question;
    let mut cells: Vec<&CompareCell> = answer.cells.iter().collect();
    if !question.rows.is_ordered() && question.columns.is_none() {
        let size = |cell: &CompareCell| if question.share.is_some() { cell.measured.of } else { cell.measured.n };
        cells.sort_by_key(|cell| (cell.row == NO_VALUE, std::cmp::Reverse(size(cell))));
    }
    cells
}

fn row(answer: &CompareAnswer, cell: &CompareCell, intervals: Intervals) -> Vec<String> {
    let question = &answer.question;
    let mut row = vec![named(question.rows, &cell.row, cell.row_title.as_deref())];
    let column = cell.column.as_deref().zip(question.columns);
    row.extend(column.map(|(column, field)| named(field, column, cell.column_title.as_deref())));
    row.extend(intervals.cells(&cell.measured));
    row
}

fn number(value: Option<f64>) -> String {
    value.map_or_else(String::new, |value| format!("{value:.1}"))
}

fn range(low: Option<f64>, high: Option<f64>) -> String {
    low.zip(high).map_or_else(String::new, |(low, high)| format!("{low:.1} to {high:.1}"))
}

fn left(rows: usize, limit: usize, shell: &mut Shell) -> anyhow::Result<()> {
    if rows > limit {
        shell.line(&Tone::Dim.paint(&format!("… {} more: --limit {rows}", rows - limit)))?;
    }
    Ok(())
}

pub(super) fn change(answer: &ChangeAnswer, limit: usize, shell: &mut Shell) -> anyhow::Result<()> {
    let question = &answer.question;
    head(&answer.about, shell)?;
    let share = match &question.share {
        Some(share) => format!("Share of {share}"),
        None => "Share of the row".to_owned(),
    };
    let (from, to) = (&question.from, &question.to);
    shell.paragraph(&format!("{share}, {to} less {from}, in points, with 95 % intervals"), 0)?;
    shell.line("")?;
    let mut found: Vec<&ChangeRow> = answer.rows.iter().collect();
    if !question.rows.is_ordered() {
        let size = |row: &ChangeRow| row.difference.from_n + row.difference.to_n;
        found.sort_by_key(|row| (row.row == NO_VALUE, std::cmp::Reverse(size(row))));
    }
    let row = |row: &ChangeRow| differences(named(question.rows, &row.row, row.title.as_deref()), &row.difference);
    let mut rows: Vec<Vec<String>> = found.iter().take(limit).map(|found| row(found)).collect();
    if question.share.is_some() {
        rows.push(differences("all".to_owned(), &answer.total));
    }
    shell.table(&[question.rows.name(), "from", "to", "points", "Newcombe", "by States"], rows, &[])?;
    left(answer.rows.len(), limit, shell)?;
    if let Some(asks) = &answer.asks {
        moves(asks, shell)?;
    }
    notes(&answer.about, shell)
}

fn differences(name: String, found: &Difference) -> Vec<String> {
    vec![
        name,
        format!("{}/{}", found.from_n, found.from_of),
        format!("{}/{}", found.to_n, found.to_of),
        found.difference.map_or_else(String::new, |points| format!("{points:+.1}")),
        range(found.low, found.high),
        range(found.cluster_low, found.cluster_high),
    ]
}

/// What became of single asks.
fn moves(asks: &AskMoves, shell: &mut Shell) -> anyhow::Result<()> {
    shell.heading("Single asks")?;
    let AskMoves { new, repeated, dropped, positions } = asks;
    shell.line(&format!("{new} new, {repeated} repeated, {dropped} not asked again"))?;
    let words = Words::english();
    for one in positions {
        let (from, to) = (words.coded(&one.from.word()), words.coded(&one.to.word()));
        let said = if one.from == one.to { format!("{from}, as before") } else { format!("{from}, later {to}") };
        shell.line(&format!("{:>6}  {said}", one.asks))?;
    }
    Ok(())
}
