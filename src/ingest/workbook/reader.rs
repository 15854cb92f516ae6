//! The format of workbooks: their sheets under guard, then the way of all tables.

use super::sheets::sheets;
use crate::ingest::budget::Budget;
use crate::ingest::damage::DamagedPlace;
use crate::ingest::error::IngestError;
use crate::ingest::fault::{ExpectedFormat, ReadFault};
use crate::ingest::guard::guarded;
use crate::ingest::intake::Intake;
use crate::ingest::items::Recognition;
use crate::ingest::remark::Remark;
use crate::ingest::source_format::SourceFormat;
use crate::ingest::tables;

/// A workbook.
pub(in crate::ingest) struct Workbook;

impl SourceFormat for Workbook {
    /// Sheets that are hidden as a whole are left out: people put aside in them what no longer holds.
    fn read(&self, intake: &mut Intake<'_>) -> Result<Recognition, IngestError> {
        let file = intake.file;
        let bytes = file.bytes()?;
        let read = guarded(move || sheets(bytes, &mut Budget::of_a_table()));
        let book = read.map_err(ReadFault::from).and_then(|outcome| outcome);
        let book =
            book.map_err(|fault| IngestError::of(fault, ExpectedFormat::Workbook, &file.path, DamagedPlace::Sheets))?;
        for (sheet, rows) in book.hidden {
            intake.remark(Remark::HiddenSheet { sheet, rows });
        }
        tables::read(book.grids, intake)
    }
}
