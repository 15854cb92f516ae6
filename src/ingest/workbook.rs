//! Workbooks: every sheet of an XLSX, XLS or ODS file.

use std::io::Cursor;

use calamine::{Data, ExcelDateTime, Reader, Sheets, open_workbook_auto_from_rs};

use super::damage::{Damage, DamagedPlace};
use super::error::IngestError;
use super::fault::ExpectedFormat;
use super::grid::Grid;
use super::guard::guarded;
use super::intake::Intake;
use super::items::Recognition;
use super::source_format::SourceFormat;
use super::tables;

/// Most cells of a sheet, empty ones counted.
const LARGEST_SHEET: usize = 40_000_000;

/// A workbook.
pub(super) struct Workbook;

impl SourceFormat for Workbook {
    fn read(&self, intake: &mut Intake<'_>) -> Result<Recognition, IngestError> {
        let file = intake.file;
        let bytes = file.bytes()?;
        let damaged = |reason| IngestError::damaged(ExpectedFormat::Workbook, &file.path, DamagedPlace::Sheets, reason);
        let grids = guarded(move || sheets(bytes)).and_then(|outcome| outcome).map_err(damaged)?;
        tables::read(grids, intake)
    }
}

fn sheets(bytes: Vec<u8>) -> Result<Vec<Grid>, Damage> {
    let mut book: Sheets<Cursor<Vec<u8>>> = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(Damage::said)?;
    let mut grids = Vec::new();
    for name in book.sheet_names() {
        check_size(&mut book, &name)?;
        let range = book.worksheet_range(&name).map_err(|e| in_sheet(&name, &e))?;
        let first = range.start().map_or(0, |(row, _)| row) as u64;
        let rows = range.rows().enumerate().filter(|(_, row)| row.iter().any(|cell| !matches!(cell, Data::Empty)));
        let rows = rows.map(|(at, row)| (first + at as u64 + 1, row.iter().map(cell_text).collect())).collect();
        grids.push(Grid { sheet: name, rows });
    }
    Ok(grids)
}

/// A range is laid out row by row and column by column: two cells at opposite corners of a sheet
/// would ask for more memory than there is. XLS and ODS cannot be that large.
fn check_size(book: &mut Sheets<Cursor<Vec<u8>>>, name: &str) -> Result<(), Damage> {
    let Sheets::Xlsx(xlsx) = book else { return Ok(()) };
    let mut cells = xlsx.worksheet_cells_reader(name).map_err(|e| in_sheet(name, &e))?;
    let (mut height, mut width) = (0usize, 0usize);
    while let Some(cell) = cells.next_cell().map_err(|e| in_sheet(name, &e))? {
        let (row, column) = cell.get_position();
        (height, width) = (height.max(row as usize + 1), width.max(column as usize + 1));
    }
    if height.saturating_mul(width) > LARGEST_SHEET {
        return Err(Damage::LargeSheet { name: name.to_owned(), height, width });
    }
    Ok(())
}

fn in_sheet(name: &str, cause: &impl ToString) -> Damage {
    Damage::InSheet { name: name.to_owned(), cause: cause.to_string() }
}

/// Whole numbers without ".0"; days as ISO dates.
fn cell_text(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        Data::Float(number) => number.to_string(),
        Data::Int(number) => number.to_string(),
        Data::Bool(value) => value.to_string(),
        Data::DateTime(moment) if is_day(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::DateTime(span) => span.as_f64().to_string(),
        Data::Error(error) => error.to_string(),
    }
}

/// Whether a cell holds a day of the calendar, not a span or a time of day alone.
fn is_day(moment: &ExcelDateTime) -> bool {
    moment.is_datetime() && moment.as_f64() >= 1.0
}

#[cfg(test)]
mod tests {
    use calamine::{Data, ExcelDateTime, ExcelDateTimeType};

    use super::cell_text;

    #[test]
    fn days_are_written_as_iso_dates_and_spans_as_numbers() {
        let cell = |value, kind| cell_text(&Data::DateTime(ExcelDateTime::new(value, kind, false)));
        assert_eq!(cell(45_700.52, ExcelDateTimeType::DateTime), "2025-02-12");
        assert_eq!(cell(1.5, ExcelDateTimeType::TimeDelta), "1.5");
        assert_eq!(cell_text(&Data::Float(7.0)), "7");
    }
}
