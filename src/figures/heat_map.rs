//! Cells whose shade says how much there is; the number stands in each.

use super::canvas::{Anchor, Area, BODY, Canvas, MARGIN, Place, SMALL, Script, WIDTH};
use super::letters::{fitting, lines};
use super::palette::{FAINT, INK, RULE, shade};

/// Columns that can be read side by side, without the one for all of them.
pub(super) const MOST_COLUMNS: usize = 8;
/// Where cells begin.
const LABELS: f64 = 250.0;
/// Widest cell.
const WIDEST: f64 = 110.0;
/// Height of a row: two lines of a label.
const ROW: f64 = 32.0;
/// Height of the names of columns: three lines.
const NAMES: f64 = 44.0;

/// A table to be shown.
#[derive(Debug, Default)]
pub(super) struct Grid {
    /// Names of the columns.
    pub(super) columns: Vec<String>,
    /// The rows.
    pub(super) rows: Vec<GridRow>,
}

/// A row.
#[derive(Debug)]
pub(super) struct GridRow {
    /// Its name.
    pub(super) label: String,
    /// Its cells, one a column.
    pub(super) cells: Vec<GridCell>,
}

/// A cell.
#[derive(Debug, Clone)]
pub(super) struct GridCell {
    /// What stands in it.
    pub(super) said: String,
    /// What its shade shows; `None` when it is not one of those that are compared.
    pub(super) weight: Option<f64>,
}

/// Draws a table; returns where it ends.
pub(super) fn draw(grid: &Grid, canvas: &mut Canvas, top: f64) -> f64 {
    let cell = ((WIDTH - MARGIN - LABELS) / grid.columns.len().max(1) as f64).min(WIDEST);
    let left = |at: usize| LABELS + at as f64 * cell;
    for (at, name) in grid.columns.iter().enumerate() {
        let middle = Script::of(SMALL).anchored(Anchor::Middle);
        let place = Place { x: left(at) + cell / 2.0, y: top + SMALL };
        canvas.write_lines(place, middle, &lines(name, SMALL, cell - 4.0, 3));
    }
    let weights = grid.rows.iter().flat_map(|row| &row.cells).filter_map(|cell| cell.weight);
    let most = weights.fold(0.0, f64::max);
    let mut y = top + NAMES;
    for row in &grid.rows {
        label(row, canvas, y);
        for (at, shown) in row.cells.iter().enumerate() {
            let area = Area { x: left(at), y, width: cell - 1.0, height: ROW - 1.0 };
            fill(shown, most, area, canvas);
        }
        y += ROW;
    }
    y
}

/// The name of a row before its cells.
fn label(row: &GridRow, canvas: &mut Canvas, y: f64) {
    let said = lines(&row.label, BODY, LABELS - MARGIN - 8.0, 2);
    let first = if said.len() > 1 { y + 13.0 } else { y + ROW / 2.0 + BODY * 0.36 };
    canvas.write_lines(Place { x: MARGIN, y: first }, Script::of(BODY), &said);
}

fn fill(shown: &GridCell, most: f64, area: Area, canvas: &mut Canvas) {
    let ink = match shown.weight {
        Some(weight) => {
            let look = shade(weight, most);
            canvas.outlined(area, look.fill, RULE);
            look.ink
        }
        None => INK,
    };
    let ink = if shown.said == "0" { FAINT } else { ink };
    let script = Script::of(BODY).anchored(Anchor::Middle).inked(ink);
    canvas.write(area.middle(BODY), script, &fitting(&shown.said, BODY, area.width));
}
