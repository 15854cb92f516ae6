//! One shape for all tables: rows of text cells with their place in the file.

use std::io::Cursor;
use std::path::Path;

use calamine::{Data, Reader, Sheets, open_workbook_auto_from_rs};

use super::IngestError;
use super::encoding::decode;
use super::guard::guarded;

/// A sheet or a delimited file.
#[derive(Debug)]
pub(super) struct Grid {
    /// Name of the sheet; empty for delimited files.
    pub(super) sheet: String,
    /// Rows with their number in the file, from 1.
    pub(super) rows: Vec<(u64, Vec<String>)>,
}

/// Most cells of a sheet, empty ones counted.
const LARGEST_SHEET: usize = 40_000_000;

/// Reads a delimited file; separator and encoding are told from the content.
pub(super) fn delimited(path: &Path, bytes: &[u8]) -> Result<Grid, IngestError> {
    let (text, _) = decode(bytes);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(&text))
        .from_reader(text.as_bytes());
    let (mut rows, mut last) = (Vec::new(), 0);
    for record in reader.records() {
        let record = record.map_err(|e| damaged(path, "the table", "a row", e.to_string()))?;
        let line = record.position().map_or(0, csv::Position::record) + 1;
        last = record.position().map_or(0, |p| p.byte() as usize);
        if record.iter().any(|cell| !cell.trim().is_empty()) {
            rows.push((line, record.iter().map(str::to_owned).collect()));
        }
    }
    // A quote that opens in the last row and never closes: the file was cut off.
    if text.get(last..).is_some_and(|tail| tail.matches('"').count() % 2 == 1) {
        let place = format!("row {}", rows.last().map_or(0, |(line, _)| *line));
        return Err(damaged(path, "the table", &place, "the file ends inside a quoted cell; it is cut off".to_owned()));
    }
    Ok(Grid { sheet: String::new(), rows })
}

/// The separator that the first line holds most of, outside quotes.
fn separator(text: &str) -> u8 {
    let line = text.split(['\n', '\r']).find(|line| !line.trim().is_empty()).unwrap_or("");
    let count = |wanted: char| {
        let mut quoted = false;
        line.chars()
            .filter(|c| {
                quoted ^= *c == '"';
                *c == wanted && !quoted
            })
            .count()
    };
    [',', ';', '\t', '|'].into_iter().max_by_key(|c| (count(*c), *c == ',')).map_or(b',', |c| c as u8)
}

/// Reads every sheet of an XLSX, XLS or ODS file.
pub(super) fn workbook(path: &Path, bytes: Vec<u8>) -> Result<Vec<Grid>, IngestError> {
    guarded(move || sheets(bytes))
        .and_then(|outcome| outcome)
        .map_err(|reason| damaged(path, "the workbook", "its sheets", reason))
}

fn sheets(bytes: Vec<u8>) -> Result<Vec<Grid>, String> {
    let mut book: Sheets<Cursor<Vec<u8>>> =
        open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|e| e.to_string())?;
    let mut grids = Vec::new();
    for name in book.sheet_names() {
        check_size(&mut book, &name)?;
        let range = book.worksheet_range(&name).map_err(|e| format!("sheet '{name}': {e}"))?;
        let first = range.start().map_or(0, |(row, _)| row) as u64;
        let rows = range.rows().enumerate().filter(|(_, row)| row.iter().any(|cell| !matches!(cell, Data::Empty)));
        let rows = rows.map(|(at, row)| (first + at as u64 + 1, row.iter().map(cell_text).collect())).collect();
        grids.push(Grid { sheet: name, rows });
    }
    Ok(grids)
}

/// A range is laid out row by row and column by column: two cells at opposite corners of a sheet
/// would ask for more memory than there is. XLS and ODS cannot be that large.
fn check_size(book: &mut Sheets<Cursor<Vec<u8>>>, name: &str) -> Result<(), String> {
    let Sheets::Xlsx(xlsx) = book else { return Ok(()) };
    let mut cells = xlsx.worksheet_cells_reader(name).map_err(|e| format!("sheet '{name}': {e}"))?;
    let (mut height, mut width) = (0usize, 0usize);
    while let Some(cell) = cells.next_cell().map_err(|e| format!("sheet '{name}': {e}"))? {
        let (row, column) = cell.get_position();
        (height, width) = (height.max(row as usize + 1), width.max(column as usize + 1));
    }
    if height.saturating_mul(width) > LARGEST_SHEET {
        return Err(format!("sheet '{name}' has {height} rows and {width} columns, more than Weft reads"));
    }
    Ok(())
}

/// Whole numbers without ".0"; dates as ISO dates.
fn cell_text(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        Data::Float(number) => number.to_string(),
        Data::Int(number) => number.to_string(),
        Data::Bool(value) => value.to_string(),
        Data::DateTime(date) => date.as_f64().to_string(),
        Data::Error(error) => error.to_string(),
    }
}

fn damaged(path: &Path, format: &'static str, place: &str, reason: String) -> IngestError {
    IngestError::Damaged { path: path.to_owned(), format, place: place.to_owned(), reason }
}
