//! A table of the plan that came back, as it stands: cells with their formulas, merges, marks and authors, notes and
//! comments, and what the file says of itself.
//!
//! `workbook` reads sheets, with `xlsx` and `ods` for what these formats hold `beside` their cells; `word` reads
//! documents; `properties` is what both say of themselves. Nothing is understood here: which
//! row is which, and what has changed, is for the plan to say.

mod beside;
mod ods;
mod properties;
mod word;
mod workbook;
mod xlsx;

use super::error::IngestError;
use super::format::{DocumentFormat, Format, TableFormat};
use super::plain_tables::{PlainTable, read_tables};
use super::source_file::SourceFile;
use crate::domain::exchange::{OutsideText, ReturnedFile, ReturnedRow, ReturnedTable, SheetCell};

/// Reads a file that came back.
///
/// # Errors
/// When it is damaged, beyond the limits, empty, or of no format that holds tables.
pub fn read_returned(file: &SourceFile) -> Result<ReturnedFile, IngestError> {
    let mut read = match file.format {
        Format::Table(TableFormat::Workbook) => workbook::read(file)?,
        Format::Document(DocumentFormat::Docx) => word::read(file)?,
        _ => plain(read_tables(file)?),
    };
    read.name.clone_from(&file.name);
    read.hash.clone_from(&file.hash);
    Ok(read)
}

/// Tables of which nothing but the text is known.
fn plain(tables: Vec<PlainTable>) -> ReturnedFile {
    let cell = |text: String| SheetCell { text, rows: 1, ..SheetCell::default() };
    let mut file = ReturnedFile::default();
    for table in tables {
        let is_lines = table.rows.iter().all(|row| row.cells.len() < 2);
        if is_lines {
            for row in table.rows {
                let text = row.cells.concat();
                file.marks.push(text.clone());
                file.outside.push(OutsideText { place: row.place, text });
            }
            continue;
        }
        let rows = table
            .rows
            .into_iter()
            .map(|row| ReturnedRow { place: row.place, cells: row.cells.into_iter().map(cell).collect() });
        file.tables.push(ReturnedTable { name: table.name, rows: rows.collect() });
    }
    file
}
