//! The tables of a file as they stand, whatever they are about: of a workbook its sheets, of a document its tables
//! and its paragraphs, of a text its lines.

use super::delimited::grid_of;
use super::document::{self, Block};
use super::error::IngestError;
use super::fault::UnreadContent;
use super::format::{DocumentFormat, Format, TableFormat};
use super::grid::{CellMark, Grid};
use super::source_file::{SourceFile, read_text};
use super::workbook::shown_grids;
use crate::domain::FilePlace;

/// A table, or lines as a table of one column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlainTable {
    /// Name of its sheet; empty where it has none.
    pub name: String,
    /// Rows that hold something, in their order.
    pub rows: Vec<PlainRow>,
}

/// A row of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlainRow {
    /// Where it stands in the file.
    pub place: String,
    /// The cells, from the first column on.
    pub cells: Vec<String>,
}

/// Reads all tables of a file, in their order; paragraphs outside tables are one more, at the end.
///
/// # Errors
/// When the file is damaged, beyond the limits, empty, or no table and no document.
pub fn read_tables(file: &SourceFile) -> Result<Vec<PlainTable>, IngestError> {
    match file.format {
        Format::UhriJson => {
            Err(IngestError::UnknownFormat { path: file.path.clone(), seen: UnreadContent::JsonObject })
        }
        Format::Table(TableFormat::Delimited) => Ok(vec![of_grid(grid_of(file)?, Sheets::One)]),
        Format::Table(TableFormat::Workbook) => {
            let grids = shown_grids(file)?;
            let sheets = if grids.len() > 1 { Sheets::Several } else { Sheets::One };
            Ok(grids.into_iter().map(|grid| of_grid(grid, sheets)).collect())
        }
        Format::Document(DocumentFormat::Text) => Ok(vec![of_lines(&read_text(file.content())?)]),
        Format::Document(format) => Ok(of_blocks(document::read(file, format)?.blocks)),
    }
}

/// How many sheets a file has: places of several are named with the sheet.
#[derive(Debug, Clone, Copy)]
enum Sheets {
    One,
    Several,
}

fn of_grid(grid: Grid, sheets: Sheets) -> PlainTable {
    let Grid { sheet, rows, marks, .. } = grid;
    let place = |row: u64| match sheets {
        Sheets::Several => FilePlace::SheetRow { sheet: &sheet, row }.to_string(),
        Sheets::One => FilePlace::Row { row }.to_string(),
    };
    let shown = |number: u64, cells: Vec<String>| -> Vec<String> {
        let cell = |(at, cell)| as_shown(cell, marks.get(&(number, at)));
        cells.into_iter().enumerate().map(cell).collect()
    };
    let rows = rows.into_iter().map(|(number, cells)| PlainRow { place: place(number), cells: shown(number, cells) });
    let rows = rows.collect();
    PlainTable { name: sheet, rows }
}

/// A number as the file shows it: `140.1` with two places is `140.10`, `0.47` in per cent is `47%`.
pub(super) fn as_shown(cell: String, mark: Option<&CellMark>) -> String {
    if mark == Some(&CellMark::Share) {
        let share = cell.parse::<rust_decimal::Decimal>().ok().and_then(|own| own.checked_mul(100.into()));
        return share.map_or(cell, |share| format!("{}%", share.normalize()));
    }
    let Some(CellMark::Number { places: Some(places) }) = mark else { return cell };
    let (whole, decimals) = cell.split_once('.').unwrap_or((cell.as_str(), ""));
    let missing = usize::from(*places).saturating_sub(decimals.len());
    let is_number = whole.bytes().all(|byte| byte.is_ascii_digit()) && !whole.is_empty();
    if missing == 0 || !is_number { cell } else { format!("{whole}.{decimals}{}", "0".repeat(missing)) }
}

fn of_lines(text: &str) -> PlainTable {
    let line = |(number, line): (usize, &str)| {
        let place = FilePlace::Row { row: number as u64 }.to_string();
        (!line.trim().is_empty()).then(|| PlainRow { place, cells: vec![line.trim().to_owned()] })
    };
    PlainTable { name: String::new(), rows: (1..).zip(text.lines()).filter_map(line).collect() }
}

fn of_blocks(blocks: Vec<Block>) -> Vec<PlainTable> {
    let (mut tables, mut current, mut lines) = (Vec::<PlainTable>::new(), 0, PlainTable::default());
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => {
                lines.rows.push(PlainRow { cells: vec![paragraph.full()], place: paragraph.place });
            }
            Block::Row(row) => {
                if row.table != current {
                    current = row.table;
                    tables.push(PlainTable::default());
                }
                let cells = row.columns().into_iter().map(|cell| cell.text()).collect();
                if let Some(table) = tables.last_mut() {
                    table.rows.push(PlainRow { place: row.place, cells });
                }
            }
        }
    }
    tables.push(lines);
    tables
}

#[cfg(test)]
mod tests {
    use super::{SourceFile, read_tables};

    fn rows(name: &str, content: &str) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        let tables = read_tables(&SourceFile::open(&path).unwrap()).unwrap();
        let rows = tables.iter().flat_map(|table| &table.rows);
        rows.map(|row| format!("{}: {}", row.place, row.cells.join("|"))).collect()
    }

    #[test]
    fn tables_and_lines_are_read_as_they_stand() {
        assert_eq!(rows("a.csv", "card;group\n1;Water\n"), ["row 1: card|group", "row 2: 1|Water"]);
        assert_eq!(rows("a.txt", "Water: 1, 4\n\nLand: 2\n"), ["row 1: Water: 1, 4", "row 3: Land: 2"]);
    }
}
