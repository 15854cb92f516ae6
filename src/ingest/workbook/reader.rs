//! The format of workbooks: their sheets under guard, then the way of all tables.

use super::sheets::{Book, sheets};
use super::xls;
use crate::ingest::budget::Budget;
use crate::ingest::damage::DamagedPlace;
use crate::ingest::error::IngestError;
use crate::ingest::fault::{ExpectedFormat, ReadFault};
use crate::ingest::grid::Grid;
use crate::ingest::guard::guarded;
use crate::ingest::intake::Intake;
use crate::ingest::items::Recognition;
use crate::ingest::remark::Remark;
use crate::ingest::source_file::SourceFile;
use crate::ingest::source_format::SourceFormat;
use crate::ingest::tables;

/// A workbook.
pub(in crate::ingest) struct Workbook;

impl SourceFormat for Workbook {
    /// Sheets that are hidden as a whole are left out: people put aside in them what no longer holds.
    fn read(&self, intake: &mut Intake<'_>) -> Result<Recognition, IngestError> {
        let book = book_of(intake.file)?;
        for (sheet, rows) in book.hidden {
            intake.remark(Remark::HiddenSheet { sheet, rows });
        }
        tables::read(book.grids, intake)
    }
}

fn book_of(file: &SourceFile) -> Result<Book, IngestError> {
    let bytes = file.bytes()?;
    let book = if xls::is_one(&bytes) {
        xls::book(&bytes)
    } else {
        let read = guarded(move || sheets(bytes, &mut Budget::of_a_table()));
        read.map_err(ReadFault::from).and_then(|outcome| outcome)
    };
    book.map_err(|fault| IngestError::of(fault, ExpectedFormat::Workbook, &file.path, DamagedPlace::Sheets))
}

/// The sheets of a workbook that are shown.
///
/// # Errors
/// When it is damaged or beyond the limits.
pub(in crate::ingest) fn shown_grids(file: &SourceFile) -> Result<Vec<Grid>, IngestError> {
    book_of(file).map(|book| book.grids)
}
