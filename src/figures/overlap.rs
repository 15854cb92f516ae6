//! Who speaks of what: matters by makers, as a heat map.

use std::collections::HashMap;

use super::canvas::Canvas;
use super::figure::{Draft, Figure, FigureTable, Foot, HEAD};
use super::heat_map::{Grid, GridCell, GridRow, MOST_COLUMNS, draw};
use super::label::Label;
use super::makers::makers;
use super::values::{AxisValue, in_order};
use crate::i18n::Words;
use crate::reports::{OverlapAnswer, OverlapUnit};

/// What stands in the table for all makers together.
const ALL: &str = "(all)";

/// Matters by who makes them, largest first, `shown` of them. A cell counts what its maker makes, alone or with
/// others; behind them stands what all make together, each once.
#[must_use]
pub fn overlap(answer: &OverlapAnswer, shown: usize, words: &Words) -> Figure {
    let (matters, makers) = (matters(answer, words), makers(answer, words));
    let (all_rows, all_columns) = (matters.len(), makers.len());
    let matters = &matters[..all_rows.min(shown)];
    let makers = &makers[..all_columns.min(MOST_COLUMNS)];
    let counts = counts(answer);
    let grid = grid(matters, makers, &counts, words);
    let mut canvas = Canvas::new(words.language());
    let end = draw(&grid, &mut canvas, HEAD);
    let mut notes = Vec::new();
    if matters.len() < all_rows {
        notes.push(words.say(&Label::MoreRows { shown: matters.len(), all: all_rows }));
    }
    if makers.len() < all_columns {
        notes.push(words.say(&Label::MoreColumns { shown: makers.len(), all: all_columns }));
    }
    let table = table(matters, makers, &counts);
    let description = described(answer, matters, makers, &counts, words);
    let draft = Draft { title: words.say(&Label::Title { what: "overlap" }), description, canvas, end, table, notes };
    draft.framed(&Foot { unit: unit(answer), denominator: "counts", about: &answer.about }, words)
}

/// The code of what is counted.
fn unit(answer: &OverlapAnswer) -> &'static str {
    match answer.question.unit {
        OverlapUnit::Ask => "ask",
        OverlapUnit::Recommendation => "recommendation",
    }
}

fn count(answer: &OverlapAnswer, asks: u64, recommendations: u64) -> u64 {
    match answer.question.unit {
        OverlapUnit::Ask => asks,
        OverlapUnit::Recommendation => recommendations,
    }
}

fn matters(answer: &OverlapAnswer, words: &Words) -> Vec<AxisValue> {
    let field = answer.question.columns.field();
    let value = |matter: &crate::reports::OverlapColumn| {
        let size = count(answer, matter.asks, matter.recommendations);
        AxisValue::of(field, &matter.column, matter.title.as_deref(), size, words)
    };
    in_order(field, answer.columns.iter().map(value).collect())
}

/// The counts by matter and maker.
fn counts(answer: &OverlapAnswer) -> HashMap<(&str, &str), u64> {
    let cells = answer.cells.iter();
    cells
        .map(|cell| ((cell.column.as_str(), cell.row.as_str()), count(answer, cell.asks, cell.recommendations)))
        .collect()
}

fn grid(matters: &[AxisValue], makers: &[AxisValue], counts: &HashMap<(&str, &str), u64>, words: &Words) -> Grid {
    let row = |matter: &AxisValue| {
        let cell = |maker: &AxisValue| {
            let count = counts.get(&(matter.code.as_str(), maker.code.as_str())).copied().unwrap_or(0);
            GridCell { said: count.to_string(), weight: Some(count as f64) }
        };
        let together = GridCell { said: matter.size.to_string(), weight: None };
        GridRow { label: matter.words.clone(), cells: makers.iter().map(cell).chain([together]).collect() }
    };
    let together = words.say(&Label::Altogether);
    let columns = makers.iter().map(|maker| maker.words.clone()).chain([together]).collect();
    Grid { columns, rows: matters.iter().map(row).collect() }
}

fn table(matters: &[AxisValue], makers: &[AxisValue], counts: &HashMap<(&str, &str), u64>) -> FigureTable {
    let mut rows = Vec::new();
    for matter in matters {
        let row = |maker: &str, count: u64| {
            vec![matter.code.clone(), matter.words.clone(), maker.to_owned(), count.to_string()]
        };
        for maker in makers {
            let count = counts.get(&(matter.code.as_str(), maker.code.as_str())).copied().unwrap_or(0);
            rows.push(row(&maker.code, count));
        }
        rows.push(row(ALL, matter.size));
    }
    FigureTable { columns: vec!["column", "title", "row", "n"], rows }
}

fn described(
    answer: &OverlapAnswer,
    matters: &[AxisValue],
    makers: &[AxisValue],
    counts: &HashMap<(&str, &str), u64>,
    words: &Words,
) -> String {
    let units = count(answer, answer.asks, answer.recommendations);
    let whole = words.say(&Label::SaidOfTable { rows: matters.len(), columns: makers.len(), units });
    let cells = matters.iter().flat_map(|matter| makers.iter().map(move |maker| (matter, maker)));
    let counted = cells.filter_map(|(matter, maker)| {
        let count = counts.get(&(matter.code.as_str(), maker.code.as_str()))?;
        Some((*count, matter, maker))
    });
    // Of several that are fullest the first is named.
    let most = counted.reduce(|most, one| if one.0 > most.0 { one } else { most });
    let fullest = most.map(|(count, matter, maker)| {
        words.say(&Label::SaidOfMost { row: matter.words.clone(), column: maker.words.clone(), count })
    });
    [Some(whole), fullest].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::overlap;
    use crate::domain::Language;
    use crate::figures::sample::about;
    use crate::figures::svg::texts;
    use crate::i18n::Words;
    use crate::reports::{Combination, Overlap, OverlapAnswer, OverlapCell, OverlapColumn};

    fn answer() -> OverlapAnswer {
        let cell = |column: &str, row: &str, asks: u64| OverlapCell {
            column: column.to_owned(),
            row: row.to_owned(),
            asks,
            recommendations: asks + 1,
        };
        let column = |column: &str, asks: u64| OverlapColumn {
            column: column.to_owned(),
            title: None,
            asks,
            recommendations: asks + 2,
        };
        let made = |by: &[&str], asks: u64| Combination {
            combination: by.iter().map(|one| (*one).to_owned()).collect(),
            asks,
        };
        OverlapAnswer {
            question: Overlap::default(),
            about: about(),
            asks: 30,
            recommendations: 40,
            columns: vec![column("Air & <water>", 11), column("Prisons", 23), column("(none)", 99)],
            cells: vec![
                cell("Air & <water>", "upr", 7),
                cell("Air & <water>", "treaty_body", 5),
                cell("Prisons", "upr", 17),
            ],
            combinations: vec![made(&["treaty_body", "upr"], 5), made(&["upr"], 20), made(&["treaty_body"], 3)],
            contradictions: Vec::new(),
        }
    }

    #[test]
    fn numbers_in_the_picture_are_those_of_the_table_in_their_order() {
        let figure = overlap(&answer(), 20, Words::english());
        let all = figure.table.rows.iter().map(|row| row[3].clone()).collect::<Vec<_>>();
        assert_eq!(all, ["17", "0", "23", "7", "5", "11", "0", "0", "99"], "largest first, none last");
        let said = texts(&figure.svg);
        let numbers: Vec<String> =
            said.into_iter().map(|(_, text)| text).filter(|text| text.chars().all(|c| c.is_ascii_digit())).collect();
        assert_eq!(numbers, all);
    }

    #[test]
    fn what_is_left_out_is_told_and_names_are_escaped() {
        let figure = overlap(&answer(), 2, Words::english());
        let said = texts(&figure.svg);
        assert!(said.iter().any(|(_, text)| text.contains("2 of 3")), "{said:?}");
        assert!(said.iter().any(|(_, text)| text == "Air & <water>"), "{said:?}");
        assert!(said.iter().any(|(name, text)| name == "desc" && text.contains("17")), "{said:?}");
    }

    #[test]
    fn in_arabic_the_names_of_rows_stand_at_the_right() {
        let figure = overlap(&answer(), 20, Words::of(Language::Ar));
        assert!(figure.svg.contains("<text x=\"684\"") && figure.svg.contains("هيئات المعاهدات"), "{}", figure.svg);
    }
}
