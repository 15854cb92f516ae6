//! What the bodies of Saravia write into their tables: one sends the workbook back, one a table of its own with columns in
//! another order and a heading of its own.

use std::path::Path;

use crate::domain::exchange::{SentRow, Sheet, SheetColumn, SheetPart};
use crate::domain::plan::{PlanKey, SentTables};
use crate::domain::vocabulary::Table;
use crate::exports::{DispatchFile, write_dispatch_xlsx, write_table};
use crate::view::View;
use crate::workspace::WorkspaceError;
use crate::workspace::folder::whole_file::write_whole;

/// What stands over the column of states in the table that comes in another layout.
const STATE_OF_PLAY: &str = "State of play";

/// One cell that somebody writes.
#[derive(Debug, Clone)]
pub(super) struct Edit {
    from: String,
    part: SheetPart,
    row: String,
    column: SheetColumn,
    text: String,
}

/// All of them.
pub(super) struct Edits(Vec<Edit>);

impl Edits {
    /// Reads the embedded list.
    ///
    /// # Panics
    /// Never: the list is part of the program and a test reads it.
    pub(super) fn read(text: &str) -> Self {
        let table = Table::embedded("returned_saravia", text);
        let edit = |row: crate::domain::vocabulary::Row<'_>| Edit {
            from: row.cell("from").to_owned(),
            part: row.cell("table").parse().expect("the list names known tables"),
            row: row.cell("row").to_owned(),
            column: row.cell("column").parse().expect("the list names known columns"),
            text: row.cell("text").to_owned(),
        };
        Self(table.rows().map(edit).collect())
    }

    /// Those of one sender.
    pub(super) fn of(&self, from: &str) -> Vec<Edit> {
        self.0.iter().filter(|edit| edit.from == from).cloned().collect()
    }
}

/// Writes what comes back of tables that went out: a workbook or CSV, by the ending of the name.
pub(super) fn write_returned(
    tables: &SentTables,
    view: &View,
    edits: &[Edit],
    path: &Path,
) -> Result<(), WorkspaceError> {
    let sheets: Vec<Sheet> = [SheetPart::Lead, SheetPart::Support, SheetPart::Indicators, SheetPart::Consultation]
        .into_iter()
        .map(|part| Sheet { part, rows: rows(part, tables, edits) })
        .filter(|sheet| !sheet.rows.is_empty())
        .collect();
    let mut bytes = Vec::new();
    if path.extension().is_some_and(|ending| ending == "csv") {
        own_layout(&sheets[0], &mut bytes)?;
    } else {
        let file = DispatchFile {
            number: tables.key,
            plan: view.registers.name.clone(),
            to: String::new(),
            on: tables.dispatch.on,
            language: tables.dispatch.language,
            sheets: &sheets,
        };
        write_dispatch_xlsx(&file, &mut bytes)?;
    }
    write_whole(path, &bytes)
}

/// The rows of a table as they were sent, with what was written into them; a second period is a second row.
fn rows(part: SheetPart, tables: &SentTables, edits: &[Edit]) -> Vec<(PlanKey, SentRow)> {
    let mut all = Vec::new();
    for (key, sent) in tables.rows.iter().filter(|(_, sent)| sent.part == part) {
        let is_meant = |edit: &&Edit| {
            edit.part == part
                && [SheetColumn::Number, SheetColumn::Indicator].map(|own| sent.cell(own)).contains(&edit.row.as_str())
        };
        let mut row = sent.clone();
        for edit in edits.iter().filter(is_meant) {
            if edit.column == SheetColumn::Period && !row.cell(SheetColumn::Period).is_empty() {
                all.push((*key, std::mem::replace(&mut row, sent.clone())));
            }
            row.cells.insert(edit.column, edit.text.clone());
        }
        all.push((*key, row));
    }
    all
}

/// A table as an office makes it of what it got: last rows first, columns turned round, a heading of its own, no codes.
fn own_layout(sheet: &Sheet, out: &mut Vec<u8>) -> Result<(), WorkspaceError> {
    let columns: Vec<SheetColumn> = sheet.part.columns().iter().rev().map(|(column, _)| *column).collect();
    let heading = |column: &SheetColumn| match column {
        SheetColumn::Status => STATE_OF_PLAY,
        own => own.heading(crate::domain::Language::En),
    };
    let headings: Vec<&str> = columns.iter().map(heading).collect();
    let row = |(key, sent): &(PlanKey, SentRow)| -> Vec<String> {
        let cell = |column: &SheetColumn| match column {
            SheetColumn::Key => key.to_string(),
            own => sent.cell(*own).replace('_', " "),
        };
        columns.iter().map(cell).collect()
    };
    Ok(write_table(&headings, sheet.rows.iter().rev().map(row), out)?)
}
