//! Rows on one scale: bars for counts, dots with their intervals for shares and differences.

use super::canvas::{Anchor, Area, BODY, Canvas, MARGIN, Place, SMALL, Script};
use super::letters::lines;
use super::palette::{FAINT, INK, MARK, RULE};
use super::values::decimal;
use crate::i18n::Words;
use crate::reports::Interval;

/// Where the scale begins and ends.
const LEFT: f64 = 236.0;
const RIGHT: f64 = 514.0;
/// Height of a row.
const ROW: f64 = 30.0;

/// How a value is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// As a bar from nothing.
    Bar,
    /// As a dot on its interval.
    Dot,
}

/// A row.
#[derive(Debug)]
pub(super) struct PlotRow {
    /// Its name.
    pub(super) label: String,
    /// What stands behind it.
    pub(super) said: String,
    /// Its value; `None` when there is none to show.
    pub(super) value: Option<f64>,
    /// Ends of its interval.
    pub(super) ends: Option<Interval>,
}

/// What the scale covers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    pub(super) from: f64,
    pub(super) to: f64,
}

impl Scale {
    /// A scale from one number to a greater one; where it is not greater, one further.
    pub(super) fn over(from: f64, to: f64) -> Self {
        Self { from, to: if to > from { to } else { from + 1.0 } }
    }

    fn place(self, value: f64) -> f64 {
        LEFT + (value.clamp(self.from, self.to) - self.from) / (self.to - self.from) * (RIGHT - LEFT)
    }
}

/// Draws rows; returns where they end.
pub(super) fn draw(rows: &[PlotRow], mark: Mark, scale: Scale, canvas: &mut Canvas, top: f64, words: &Words) -> f64 {
    let end = top + rows.len() as f64 * ROW;
    for value in [scale.from, (scale.from + scale.to) / 2.0, scale.to] {
        let x = scale.place(value);
        canvas.line(Place { x, y: top }, Place { x, y: end }, RULE, 0.5);
        let script = Script::of(SMALL).anchored(Anchor::Middle).inked(FAINT);
        canvas.write(Place { x, y: end + 13.0 }, script, &decimal(value, words));
    }
    for (at, row) in rows.iter().enumerate() {
        let y = top + at as f64 * ROW;
        let said = lines(&row.label, BODY, LEFT - MARGIN - 10.0, 2);
        let first = if said.len() > 1 { y + 12.0 } else { y + ROW / 2.0 + BODY * 0.36 };
        canvas.write_lines(Place { x: MARGIN, y: first }, Script::of(BODY), &said);
        value(row, mark, scale, y, canvas);
        let place = Place { x: RIGHT + 10.0, y: y + ROW / 2.0 + SMALL * 0.36 };
        canvas.write(place, Script::of(SMALL), &row.said);
    }
    end + 16.0
}

fn value(row: &PlotRow, mark: Mark, scale: Scale, y: f64, canvas: &mut Canvas) {
    let Some(value) = row.value else { return };
    let middle = y + ROW / 2.0;
    match mark {
        Mark::Bar => {
            let (x, end) = (scale.place(scale.from), scale.place(value));
            canvas.fill(Area { x, y: y + 5.0, width: end - x, height: ROW - 10.0 }, MARK);
        }
        Mark::Dot => {
            if let Some(Interval { low, high }) = row.ends {
                let [low, high] = [low, high].map(|end| Place { x: scale.place(end), y: middle });
                canvas.line(low, high, INK, 1.5);
            }
            canvas.dot(Place { x: scale.place(value), y: middle }, 4.5, MARK);
        }
    }
}
