//! Tables: UHRI's XLSX export, UPR Info's XLS and CSV, and any other table with a text column.
//!
//! All three share one way: find the header row, map columns by meaning, make a draft of each row.
//! What differs is told by the headers, not by the name of the file.

use super::columns::{Column, Layout};
use super::draft::Draft;
use super::grid::{self, Grid};
use super::values::lines;
use super::{Context, IngestError, Sink, SourceFile, TableFormat};

/// The header stands among the first rows; some exports put a title above it.
const HEADER_ROWS: usize = 20;
/// The column by which a plan table of Weft is told from a list of recommendations.
const MERGED: &str = "Merged text";

/// Reads all tables of a file.
///
/// # Errors
/// When the file is damaged, empty, or has no text column.
pub(super) fn read(
    file: &SourceFile,
    format: TableFormat,
    context: &Context<'_>,
    sink: &mut Sink<'_>,
) -> Result<(), IngestError> {
    let bytes = file.bytes()?;
    let grids = match format {
        TableFormat::Delimited => vec![grid::delimited(&file.path, &bytes)?],
        TableFormat::Workbook => grid::workbook(&file.path, bytes)?,
    };
    let mut filled = grids.iter().filter(|grid| !grid.rows.is_empty()).peekable();
    if filled.peek().is_none() {
        return Err(IngestError::Empty { path: file.path.clone() });
    }
    let many = grids.len() > 1;
    let mut headers = Vec::new();
    let mut read_one = false;
    for grid in grids.iter().filter(|grid| !grid.rows.is_empty()) {
        match header(grid, context) {
            Some((_, layout)) if layout.headers.iter().any(|h| h.trim() == MERGED) => {
                let seen = "a plan table; its rows are asks, not recommendations".to_owned();
                return Err(IngestError::UnknownFormat { path: file.path.clone(), seen });
            }
            Some((at, layout)) => {
                layout.check(context.columns)?;
                read_one = true;
                rows(grid, at, &layout, many, file, context, sink)?;
            }
            None => headers.extend(grid.rows.first().map(|(_, row)| row.join(", "))),
        }
    }
    if read_one {
        Ok(())
    } else {
        Err(IngestError::NoTextColumn { path: file.path.clone(), headers: headers.join("; ") })
    }
}

/// The row with most recognised columns among those with a text column.
fn header(grid: &Grid, context: &Context<'_>) -> Option<(usize, Layout)> {
    let candidates = grid.rows.iter().take(HEADER_ROWS).enumerate();
    let layouts = candidates.map(|(at, (_, row))| (at, Layout::of(row, context.columns)));
    layouts
        .filter(|(_, layout)| layout.has(Column::Text))
        .max_by_key(|(at, layout)| (layout.recognised(), std::cmp::Reverse(*at)))
}

fn rows(
    grid: &Grid,
    header: usize,
    layout: &Layout,
    many_sheets: bool,
    file: &SourceFile,
    context: &Context<'_>,
    sink: &mut Sink<'_>,
) -> Result<(), IngestError> {
    let is_uhri = layout.headers.iter().any(|header| header.trim() == "OHCHR Annotation Id");
    for (number, row) in &grid.rows[header + 1..] {
        let place = if many_sheets { format!("sheet '{}', row {number}", grid.sheet) } else { format!("row {number}") };
        let draft = draft(row, layout, is_uhri);
        sink.offer(&draft, file, context, place)?;
    }
    Ok(())
}

fn draft(row: &[String], layout: &Layout, is_uhri: bool) -> Draft {
    let cell = |column| layout.cell(row, column).to_owned();
    let list = |column| lines(layout.cell(row, column));
    let recommending = layout.cell(row, Column::RecommendingStates);
    Draft {
        source_id: cell(Column::SourceId),
        kind: cell(Column::Kind),
        body: cell(Column::Body),
        mechanism: cell(Column::Mechanism),
        symbol: cell(Column::Symbol),
        paragraph: cell(Column::Paragraph),
        states: list(Column::State),
        recommending: lines(recommending),
        session: cell(Column::Session),
        position: list(Column::Position).join("/"),
        published: cell(Column::Published),
        language: cell(Column::Language),
        text: cell(Column::Text),
        issues: split_issues(layout.cell(row, Column::Issues)),
        themes: list(Column::Themes),
        persons: list(Column::Persons),
        sdgs: list(Column::Sdgs),
        // In UHRI's sheet no column holds an action; a table's own "Action" may be anything.
        comment: cell(Column::Assessment),
        action: if is_uhri { String::new() } else { cell(Column::Action) },
        ..Draft::default()
    }
}

/// UPR Info joins issues with commas, the tidy table with `|`.
pub(super) fn split_issues(cell: &str) -> Vec<String> {
    cell.split(['|', ',']).map(str::trim).filter(|issue| !issue.is_empty()).map(str::to_owned).collect()
}
