//! Tables: UHRI's XLSX export, UPR Info's XLS and CSV, and any other table with a text column.
//!
//! All three share one way: find the header row, map columns by meaning, take the fields of each row.
//! The headers say what differs, not the name of the file.

use super::columns::{Column, Layout};
use super::context::Context;
use super::document_kind::DocumentKind;
use super::error::IngestError;
use super::fault::UnreadContent;
use super::grid::Grid;
use super::intake::Intake;
use super::items::Recognition;
use super::remark::Remark;
use super::table::Table;
use super::{position_table, table_rows};
use crate::domain::{PlanColumn, RowKey};

/// The header stands among the first rows; some exports put a title above it.
const HEADER_ROWS: usize = 20;
/// A heading of English plan tables that no list of recommendations has.
const MERGED: &str = "Merged text";

/// Takes the rows of all tables of a file.
///
/// # Errors
/// When the tables are empty, have no text column, or are those of a plan.
pub(super) fn read(grids: Vec<Grid>, intake: &mut Intake<'_>) -> Result<Recognition, IngestError> {
    let Found { texts, positions, others } = found(grids, intake)?;
    let kind = texts.is_empty().then_some(DocumentKind::Addendum);
    for (sheet, rows) in others {
        intake.remark(Remark::UnusedSheet { sheet, rows });
    }
    texts.into_iter().for_each(|table| table_rows::take(table, intake));
    positions.iter().try_for_each(|table| position_table::take(table, intake))?;
    Ok(Recognition { kind, about: String::new() })
}

/// The tables of a file by what they hold.
struct Found {
    /// Those of recommendations.
    texts: Vec<Table>,
    /// Those that give positions to numbers.
    positions: Vec<Table>,
    /// Sheets that hold neither, with how many rows they have.
    others: Vec<(String, u64)>,
}

fn found(grids: Vec<Grid>, intake: &Intake<'_>) -> Result<Found, IngestError> {
    let (path, context) = (|| intake.file.path.clone(), intake.context);
    let many = grids.len() > 1;
    let filled: Vec<Grid> = grids.into_iter().filter(|grid| !grid.rows.is_empty()).collect();
    if filled.is_empty() {
        return Err(IngestError::Empty { path: path() });
    }
    let (mut found, mut headers) = (Found { texts: Vec::new(), positions: Vec::new(), others: Vec::new() }, Vec::new());
    for grid in filled {
        let Some((at, layout)) = header(&grid, context) else {
            headers.extend(grid.rows.first().map(|(_, row)| row.join(", ")));
            found.others.push((grid.sheet, grid.rows.len() as u64));
            continue;
        };
        if is_plan(&grid, at, &layout) {
            return Err(IngestError::UnknownFormat { path: path(), seen: UnreadContent::PlanTable });
        }
        layout.check(context.columns)?;
        let table = Table::of(grid, at, layout);
        let table = if many { table.one_of_many() } else { table };
        if table.is_of_positions() { found.positions.push(table) } else { found.texts.push(table) }
    }
    if found.texts.is_empty() && found.positions.is_empty() {
        return Err(IngestError::NoTextColumn { path: path(), headers: shortened(headers.join("; ")) });
    }
    Ok(found)
}

/// Letters of headings that an error shows.
const SHOWN: usize = 400;

/// Headings as an error shows them: enough to know the table by.
fn shortened(headings: String) -> String {
    match headings.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &headings[..end]),
        None => headings,
    }
}

/// Whether a table is a plan of Weft, whose rows answer recommendations and are none: by its keys in any
/// language, by a heading in English.
fn is_plan(grid: &Grid, header: usize, layout: &Layout) -> bool {
    let key = PlanColumn::Key;
    let has_keys = || {
        let heading = layout.headers.get(key.place()).map(|heading| heading.trim());
        let first = grid.rows.get(header + 1).and_then(|(_, row)| row.get(key.place()));
        heading == Some(key.code()) && first.is_some_and(|cell| cell.parse::<RowKey>().is_ok())
    };
    layout.headers.iter().any(|heading| heading.trim() == MERGED) || has_keys()
}

/// The row with most recognised columns among those with a column of texts, else among those with numbers and
/// positions.
fn header(grid: &Grid, context: &Context<'_>) -> Option<(usize, Layout)> {
    let candidates = grid.rows.iter().take(HEADER_ROWS).enumerate();
    let layouts = candidates.map(|(at, (_, row))| (at, Layout::of(row, context.columns)));
    let has_texts = |layout: &Layout| layout.has(Column::Text);
    let has_positions = |layout: &Layout| layout.has(Column::Paragraph) && layout.has(Column::Position);
    layouts
        .filter(|(_, layout)| has_texts(layout) || has_positions(layout))
        .max_by_key(|(at, layout)| (has_texts(layout), layout.recognised(), std::cmp::Reverse(*at)))
}
