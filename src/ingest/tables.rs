//! Tables: UHRI's XLSX export, UPR Info's XLS and CSV, and any other table with a text column.
//!
//! All three share one way: find the header row, map columns by meaning, take the fields of each row.
//! The headers say what differs, not the name of the file.

use super::columns::{Column, Layout};
use super::context::Context;
use super::error::IngestError;
use super::fault::UnreadContent;
use super::grid::Grid;
use super::intake::Intake;
use super::items::Recognition;
use super::raw_record::RawRecord;
use super::remark::Remark;
use super::values::{issues, lines};
use crate::domain::{FilePlace, PlanColumn, RowKey};

/// The header stands among the first rows; some exports put a title above it.
const HEADER_ROWS: usize = 20;
/// A heading of English plan tables that no list of recommendations has.
const MERGED: &str = "Merged text";
/// The column by which UHRI's sheet is told from others.
const UHRI_ID: &str = "OHCHR Annotation Id";

/// Takes the rows of all tables of a file.
///
/// # Errors
/// When the tables are empty, have no text column, or are those of a plan.
pub(super) fn read(grids: Vec<Grid>, intake: &mut Intake<'_>) -> Result<Recognition, IngestError> {
    let (file, context) = (intake.file, intake.context);
    let path = || file.path.clone();
    let many = grids.len() > 1;
    let filled: Vec<Grid> = grids.into_iter().filter(|grid| !grid.rows.is_empty()).collect();
    if filled.is_empty() {
        return Err(IngestError::Empty { path: path() });
    }
    let (mut tables, mut headers) = (Vec::new(), Vec::new());
    for grid in filled {
        match header(&grid, context) {
            Some((at, layout)) if is_plan(&grid, at, &layout) => {
                return Err(IngestError::UnknownFormat { path: path(), seen: UnreadContent::PlanTable });
            }
            Some((at, layout)) => {
                layout.check(context.columns)?;
                tables.push(Table { sheet: Some(grid.sheet).filter(|_| many), rows: grid.rows, header: at, layout });
            }
            None => headers.extend(grid.rows.first().map(|(_, row)| row.join(", "))),
        }
    }
    if tables.is_empty() {
        return Err(IngestError::NoTextColumn { path: path(), headers: headers.join("; ") });
    }
    tables.into_iter().for_each(|table| table.take(intake));
    Ok(Recognition::default())
}

/// A table whose header row is known.
struct Table {
    /// Name of the sheet, where there are several.
    sheet: Option<String>,
    rows: Vec<(u64, Vec<String>)>,
    /// Where the header stands among the rows.
    header: usize,
    layout: Layout,
}

impl Table {
    fn take(self, intake: &mut Intake<'_>) {
        self.remark_unused(intake);
        let is_uhri = self.layout.headers.iter().any(|header| header.trim() == UHRI_ID);
        for (row, cells) in self.rows.into_iter().skip(self.header + 1) {
            let place = match &self.sheet {
                Some(sheet) => FilePlace::SheetRow { sheet: sheet.as_str(), row },
                None => FilePlace::Row { row },
            };
            let mut raw = raw_record(&cells, &self.layout);
            // In UHRI's sheet no column holds an action; a table's own "Action" may be anything.
            if is_uhri {
                raw.action.clear();
            }
            intake.offer(place.to_string(), raw);
        }
    }
}

impl Table {
    /// Says which columns are not kept, unless all of their cells are empty.
    fn remark_unused(&self, intake: &mut Intake<'_>) {
        for (at, heading) in self.layout.unused() {
            let below = self.rows.iter().skip(self.header + 1);
            let cells = below.filter(|(_, row)| row.get(at).is_some_and(|cell| !cell.trim().is_empty())).count();
            if cells > 0 {
                let place = self.sheet.as_ref().map_or_else(String::new, |sheet| format!("sheet '{sheet}'"));
                intake.remark_at(place, Remark::UnusedColumn { heading: heading.to_owned(), cells: cells as u64 });
            }
        }
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

/// The row with most recognised columns among those with a text column.
fn header(grid: &Grid, context: &Context<'_>) -> Option<(usize, Layout)> {
    let candidates = grid.rows.iter().take(HEADER_ROWS).enumerate();
    let layouts = candidates.map(|(at, (_, row))| (at, Layout::of(row, context.columns)));
    layouts
        .filter(|(_, layout)| layout.has(Column::Text))
        .max_by_key(|(at, layout)| (layout.recognised(), std::cmp::Reverse(*at)))
}

fn raw_record(row: &[String], layout: &Layout) -> RawRecord {
    let cell = |column| layout.cell(row, column).to_owned();
    let list = |column| lines(layout.cell(row, column));
    let recommending = layout.cell(row, Column::RecommendingStates);
    RawRecord {
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
        issues: issues(layout.cell(row, Column::Issues)),
        themes: list(Column::Themes),
        persons: list(Column::Persons),
        sdgs: list(Column::Sdgs),
        comment: cell(Column::Assessment),
        action: cell(Column::Action),
        ..RawRecord::default()
    }
}
