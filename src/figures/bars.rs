//! Positions of the State under review as bars of a hundred per cent, with the share that is supported and its
//! interval under each.

use std::collections::BTreeMap;

use super::canvas::{Anchor, Area, BODY, Canvas, MARGIN, Place, SMALL, Script};
use super::figure::{Draft, Figure, FigureTable, Foot};
use super::label::Label;
use super::letters::lines;
use super::palette::{FAINT, INK, RULE, of_position};
use super::stack;
use super::values::{AxisValue, decimal, in_order, named};
use crate::domain::Position;
use crate::i18n::Words;
use crate::reports::{CompareAnswer, Field, Interval, Measured, NO_VALUE};

/// Where bars begin and end.
const LEFT: f64 = 196.0;
const RIGHT: f64 = 524.0;
/// Height of a row, and of the bar in it.
const ROW: f64 = 42.0;
const BAR: f64 = 22.0;

/// The two tables of a figure of positions, of the same rows and the same scope.
#[derive(Debug, Clone, Copy)]
pub struct Stack<'a> {
    /// Units by row and position.
    pub counts: &'a CompareAnswer,
    /// The share that is supported by row, with its interval.
    pub share: &'a CompareAnswer,
}

/// One bar.
#[derive(Debug)]
struct Bar {
    row: AxisValue,
    /// Code and count of each position that there is, in their order.
    parts: Vec<(String, u64)>,
    supported: Measured,
}

/// Positions by cycle.
#[must_use]
pub fn cycles(stack: Stack<'_>, shown: usize, words: &Words) -> Figure {
    stacked(stack, "cycles", shown, words)
}

/// Positions by the values of the field that the tables have for rows.
#[must_use]
pub fn positions(stack: Stack<'_>, shown: usize, words: &Words) -> Figure {
    stacked(stack, "positions", shown, words)
}

fn stacked(stack: Stack<'_>, what: &'static str, shown: usize, words: &Words) -> Figure {
    let mut bars = bars(stack, words);
    let all = bars.len();
    bars.truncate(shown);
    let mut canvas = Canvas::new(words.language());
    let top = legend(&bars, &mut canvas, words);
    let mut y = top;
    for bar in &bars {
        draw(bar, y, &mut canvas, words);
        y += ROW;
    }
    scale(top, y, &mut canvas);
    let mut notes = vec![words.say(&Label::Whiskers), words.say(&interval_kind(&bars))];
    if bars.len() < all {
        notes.push(words.say(&Label::MoreRows { shown: bars.len(), all }));
    }
    let about = &stack.counts.about;
    let supported = stack.share.total.n;
    let draft = Draft {
        title: words.say(&Label::Title { what }),
        description: words.say(&Label::SaidOfBars { rows: bars.len(), units: about.units, supported }),
        canvas,
        end: y + 14.0,
        table: table(&bars),
        notes,
    };
    draft.framed(&Foot { unit: about.unit.code(), denominator: "row", about }, words)
}

fn bars(stack: Stack<'_>, words: &Words) -> Vec<Bar> {
    let field = stack.counts.question.rows;
    let mut parts: BTreeMap<&str, Vec<(String, u64)>> = BTreeMap::new();
    let mut titles: BTreeMap<&str, Option<&str>> = BTreeMap::new();
    for cell in &stack.counts.cells {
        let position = cell.column.clone().unwrap_or_else(|| NO_VALUE.to_owned());
        parts.entry(&cell.row).or_default().push((position, cell.measured.n));
        titles.insert(&cell.row, cell.row_title.as_deref());
    }
    let rows = parts.iter().map(|(code, parts)| {
        let size = parts.iter().map(|(_, count)| count).sum();
        AxisValue::of(field, code, titles.get(code).copied().flatten(), size, words)
    });
    let bar = |row: AxisValue| {
        let mut own = parts.get(row.code.as_str()).cloned().unwrap_or_default();
        own.sort_by_key(|(code, _)| place(code));
        let share = stack.share.cells.iter().find(|cell| cell.row == row.code);
        Bar { supported: share.map(|cell| cell.measured).unwrap_or_default(), parts: own, row }
    };
    in_order(field, rows.collect()).into_iter().map(bar).collect()
}

/// Where a position stands among others.
fn place(code: &str) -> usize {
    Position::ALL.iter().position(|position| position.code() == code).unwrap_or(usize::MAX)
}

/// The word of a position; units that have none have no position.
fn word(code: &str, words: &Words) -> String {
    let code = if code == NO_VALUE { Position::None.code() } else { code };
    named(Field::Position, code, None, words)
}

/// What looks mean, of the positions that there are; returns where bars begin.
fn legend(bars: &[Bar], canvas: &mut Canvas, words: &Words) -> f64 {
    let mut codes: Vec<&str> = bars.iter().flat_map(|bar| &bar.parts).map(|(code, _)| code.as_str()).collect();
    codes.sort_by_key(|code| (place(code), *code));
    codes.dedup();
    stack::legend(codes.into_iter().map(|code| (of_position(code), word(code, words))), canvas)
}

fn draw(bar: &Bar, y: f64, canvas: &mut Canvas, words: &Words) {
    let said = lines(&bar.row.words, BODY, LEFT - MARGIN - 8.0, 2);
    let first = if said.len() > 1 { y + 9.0 } else { y + BAR / 2.0 + BODY * 0.36 };
    canvas.write_lines(Place { x: MARGIN, y: first }, Script::of(BODY), &said);
    let mut x = LEFT;
    for (code, count) in &bar.parts {
        let part = *count as f64 / bar.row.size.max(1) as f64 * (RIGHT - LEFT);
        stack::part(Area { x, y, width: part, height: BAR }, of_position(code), *count, canvas);
        x += part;
    }
    whiskers(&bar.supported, y + BAR + 8.0, canvas);
    let place = Place { x: RIGHT + 10.0, y: y + BAR / 2.0 + SMALL * 0.36 };
    canvas.write(place, Script::of(SMALL), &share_words(&bar.supported, words));
}

fn whiskers(supported: &Measured, y: f64, canvas: &mut Canvas) {
    let Some((Interval { low, high }, share)) = supported.interval().zip(supported.share) else { return };
    let at = |per_cent: f64| LEFT + per_cent / 100.0 * (RIGHT - LEFT);
    canvas.line(Place { x: at(low), y }, Place { x: at(high), y }, INK, 1.5);
    for x in [low, high].map(at) {
        canvas.line(Place { x, y: y - 4.0 }, Place { x, y: y + 4.0 }, INK, 1.5);
    }
    canvas.dot(Place { x: at(share), y }, 3.5, INK);
}

fn share_words(supported: &Measured, words: &Words) -> String {
    let said = |number: f64| decimal(number, words);
    match (supported.share, supported.interval()) {
        (Some(share), Some(Interval { low, high })) => {
            words.say(&Label::Interval { share: said(share), low: said(low), high: said(high) })
        }
        _ => words.say(&Label::Small),
    }
}

/// Where the intervals come from.
fn interval_kind(bars: &[Bar]) -> Label {
    let is_drawn = bars.iter().any(|bar| bar.supported.cluster_low.is_some());
    if is_drawn { Label::Drawn } else { Label::Wilson }
}

/// The scale in per cent under the bars.
fn scale(top: f64, end: f64, canvas: &mut Canvas) {
    for per_cent in [0u8, 25, 50, 75, 100] {
        let x = LEFT + f64::from(per_cent) / 100.0 * (RIGHT - LEFT);
        canvas.line(Place { x, y: top - 4.0 }, Place { x, y: end }, RULE, 0.5);
        let script = Script::of(SMALL).anchored(Anchor::Middle).inked(FAINT);
        canvas.write(Place { x, y: end + 12.0 }, script, &format!("{per_cent} %"));
    }
}

fn table(bars: &[Bar]) -> FigureTable {
    let columns =
        vec!["row", "title", "position", "n", "supported", "of", "share", "low", "high", "cluster_low", "cluster_high"];
    FigureTable { columns, rows: bars.iter().flat_map(rows_of).collect() }
}

/// The rows of a bar, one a position.
fn rows_of(bar: &Bar) -> Vec<Vec<String>> {
    let supported = bar.supported;
    let number = |value: Option<f64>| value.map_or_else(String::new, |value| format!("{value:.4}"));
    let row = |(code, count): &(String, u64)| {
        let named = [bar.row.code.clone(), bar.row.words.clone(), code.clone()];
        let counts = [*count, supported.n, supported.of].map(|count| count.to_string());
        let sure = [supported.share, supported.low, supported.high].map(number);
        let drawn = [supported.cluster_low, supported.cluster_high].map(number);
        named.into_iter().chain(counts).chain(sure).chain(drawn).collect::<Vec<_>>()
    };
    bar.parts.iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::{Stack, cycles};
    use crate::domain::Language;
    use crate::figures::sample::table;
    use crate::figures::svg::texts;
    use crate::i18n::Words;
    use crate::reports::{CompareAnswer, Field};

    fn tables() -> [CompareAnswer; 2] {
        let counts =
            [("2", "supported", 30, 0), ("2", "noted", 10, 0), ("3", "supported", 5, 0), ("3", "(none)", 2, 0)];
        let share = [("2", "", 30, 40), ("3", "", 5, 7)];
        [table(Field::Cycle, Some(Field::Position), &counts), table(Field::Cycle, None, &share)]
    }

    #[test]
    fn bars_hold_the_numbers_of_the_table_and_small_denominators_no_percentage() {
        let [counts, share] = tables();
        let figure = cycles(Stack { counts: &counts, share: &share }, 20, Words::english());
        let rows: Vec<[&str; 4]> =
            figure.table.rows.iter().map(|row| [0, 2, 3, 6].map(|at| row[at].as_str())).collect();
        assert_eq!(rows[0], ["2", "supported", "30", "75.0000"]);
        assert_eq!(rows[3], ["3", "(none)", "2", ""]);
        let said: Vec<String> = texts(&figure.svg).into_iter().map(|(_, text)| text).collect();
        for text in ["30", "10", "5", "2", "75.0 % (70.0–80.0)", "cycle 2", "no position"] {
            assert!(said.iter().any(|one| one == text), "{text}: {said:?}");
        }
    }

    #[test]
    fn in_arabic_bars_grow_from_the_right() {
        let [counts, share] = tables();
        let of = |language| cycles(Stack { counts: &counts, share: &share }, 20, Words::of(language)).svg;
        // The first bar is 328 wide, three quarters of it supported.
        assert!(of(Language::Es).contains("<rect x=\"196\"") && of(Language::Ar).contains("<rect x=\"258\""));
    }
}
