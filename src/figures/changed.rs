//! How shares differ between two parts of the records: a dot a row on its interval, nothing in the middle.

use super::canvas::Canvas;
use super::dot_plot::{self, Mark, PlotRow, Scale};
use super::figure::{Draft, Figure, FigureTable, Foot, HEAD};
use super::label::Label;
use super::values::{decimal, named};
use crate::domain::Coded;
use crate::i18n::Words;
use crate::reports::{ChangeAnswer, ChangeRow, Field, Interval};

/// Differences, `shown` of the rows: those of most units in both parts, in the order of the answer.
#[must_use]
pub fn changed(answer: &ChangeAnswer, shown: usize, words: &Words) -> Figure {
    let rows = largest(&answer.rows, shown);
    let mut notes = vec![words.say(&kind(&rows))];
    if rows.len() < answer.rows.len() {
        notes.push(words.say(&Label::MoreRows { shown: rows.len(), all: answer.rows.len() }));
    }
    let question = &answer.question;
    if let Some(share) = &question.share {
        notes.push(words.say(&Label::ShareOf { condition: share.to_string() }));
    }
    let drawn: Vec<PlotRow> = rows.iter().map(|row| plot_row(row, question.rows, words)).collect();
    let reach = drawn.iter().filter_map(reach).fold(1.0_f64, f64::max).ceil();
    let mut canvas = Canvas::new(words.language());
    let end = dot_plot::draw(&drawn, Mark::Dot, Scale::over(-reach, reach), &mut canvas, HEAD, words);
    let about = &answer.about;
    let title = Label::TitleOfChange {
        rows: Coded::word("figure-field", question.rows.name()),
        from: question.from.to_string(),
        to: question.to.to_string(),
    };
    let draft = Draft {
        title: words.say(&title),
        description: words.say(&Label::SaidOfTable { rows: rows.len(), columns: 1, units: about.units }),
        canvas,
        end,
        table: table(&rows),
        notes,
    };
    let denominator = if question.share.is_some() { "cell" } else { "part" };
    draft.framed(&Foot { unit: about.unit.code(), denominator, about }, words)
}

/// The rows of most units, in the order in which they come.
fn largest(rows: &[ChangeRow], shown: usize) -> Vec<&ChangeRow> {
    let size = |row: &ChangeRow| row.difference.from_n + row.difference.to_n;
    let mut sizes: Vec<(u64, usize)> = rows.iter().map(size).zip(0..).collect();
    sizes.sort_by_key(|(size, at)| (std::cmp::Reverse(*size), *at));
    let mut kept: Vec<usize> = sizes.into_iter().take(shown).map(|(_, at)| at).collect();
    kept.sort_unstable();
    kept.into_iter().map(|at| &rows[at]).collect()
}

/// Where the intervals come from.
fn kind(rows: &[&ChangeRow]) -> Label {
    if rows.iter().any(|row| row.difference.cluster_low.is_some()) { Label::Drawn } else { Label::Wilson }
}

/// How far from nothing a row reaches.
fn reach(row: &PlotRow) -> Option<f64> {
    let value = row.value?;
    let Interval { low, high } = row.ends.unwrap_or(Interval { low: value, high: value });
    Some(low.abs().max(high.abs()).max(value.abs()))
}

fn plot_row(row: &ChangeRow, field: Field, words: &Words) -> PlotRow {
    let (difference, ends) = (row.difference.difference, row.difference.interval());
    let said = |number: f64| decimal(number, words);
    let shown = difference.zip(ends).map(|(difference, Interval { low, high })| {
        words.say(&Label::Points { difference: said(difference), low: said(low), high: said(high) })
    });
    PlotRow {
        label: named(field, &row.row, row.title.as_deref(), words),
        said: shown.unwrap_or_else(|| words.say(&Label::Small)),
        value: difference,
        ends,
    }
}

fn table(rows: &[&ChangeRow]) -> FigureTable {
    let number = |value: Option<f64>| value.map_or_else(String::new, |value| format!("{value:.4}"));
    let row = |row: &&ChangeRow| {
        let found = row.difference;
        let counts = [found.from_n, found.from_of, found.to_n, found.to_of].map(|count| count.to_string());
        let sure = [found.difference, found.low, found.high, found.cluster_low, found.cluster_high].map(number);
        std::iter::once(row.row.clone()).chain(counts).chain(sure).collect::<Vec<_>>()
    };
    let columns =
        vec!["row", "from_n", "from_of", "to_n", "to_of", "difference", "low", "high", "cluster_low", "cluster_high"];
    FigureTable { columns, rows: rows.iter().map(row).collect() }
}

#[cfg(test)]
mod tests {
    use super::changed;
    use crate::domain::Language;
    use crate::figures::sample::about;
    use crate::figures::svg::texts;
    use crate::i18n::Words;
    use crate::reports::{ChangeAnswer, ChangeRow, CompareChange, Difference, Field, Scope};

    fn row(name: &str, difference: Option<f64>) -> ChangeRow {
        let ends = |by: f64| difference.map(|value| value + by);
        let sums = Difference { from_n: 10, from_of: 20, to_n: 8, to_of: 20, ..Difference::default() };
        let difference = Difference { difference, low: ends(-4.0), high: ends(4.0), ..sums };
        ChangeRow { row: name.to_owned(), title: None, difference }
    }

    #[test]
    fn a_difference_stands_beside_its_interval_and_small_ones_have_none() {
        let question = CompareChange {
            rows: Field::Issue,
            from: "cycle=2".parse().unwrap(),
            to: "cycle=3".parse().unwrap(),
            share: None,
            states: Default::default(),
            asks: Default::default(),
            scope: Scope::default(),
        };
        let rows = vec![row("Air & sea", Some(-10.0)), row("Prisons", None)];
        let answer = ChangeAnswer { question, about: about(), total: Difference::default(), rows, asks: None };
        let figure = changed(&answer, 20, Words::of(Language::Es));
        let said: Vec<String> = texts(&figure.svg).into_iter().map(|(_, text)| text).collect();
        assert!(said.iter().any(|text| text.contains("-10,0") && text.contains("-14,0")), "{said:?}");
        assert_eq!(figure.table.rows[0][5], "-10.0000");
        assert_eq!(figure.table.rows[1][5], "");
        assert!(figure.svg.contains("Air &amp; sea"));
    }
}
