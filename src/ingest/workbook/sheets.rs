//! The sheets of a workbook as grids.
//!
//! XLSX and XLSB are laid out cell by cell under a budget, XLSX with how its numbers are shown; the others come as
//! a whole from the library, which keeps no formats.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::io::Cursor;
use std::sync::Arc;

use calamine::{Data, Dimensions, Reader, SheetVisible, Sheets, Xlsb, Xlsx, XlsxError, open_workbook_auto_from_rs};
use serde::{Deserialize, Serialize};

use super::cells::{length, mark, text};
use super::ods_extent;
use super::parts::{Merges, SheetLook, sheet_looks};
use crate::ingest::budget::Budget;
use crate::ingest::damage::Damage;
use crate::ingest::fault::ReadFault;
use crate::ingest::grid::Grid;

/// The bytes of a workbook, read by several readers.
type Bytes = Cursor<Arc<[u8]>>;

/// The sheets of a workbook.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Book {
    /// Those that are shown.
    pub(super) grids: Vec<Grid>,
    /// Those that are hidden, with how many rows they have.
    pub(super) hidden: Vec<(String, u64)>,
}

/// Reads all sheets.
///
/// # Errors
/// When the workbook is damaged or beyond the limits.
pub(super) fn sheets(bytes: Vec<u8>, budget: &mut Budget) -> Result<Book, ReadFault> {
    let bytes: Arc<[u8]> = bytes.into();
    let mut looks = sheet_looks(&bytes)?.into_iter();
    ods_extent::check(&bytes)?;
    let mut book: Sheets<Bytes> = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(Damage::said)?;
    let mut all = Book { grids: Vec::new(), hidden: Vec::new() };
    for sheet in book.sheets_metadata().to_vec() {
        let look = looks.next().unwrap_or(SheetLook { hidden: BTreeSet::new(), merges: Merges::Possible });
        let mut grid = match &mut book {
            Sheets::Xlsx(xlsx) => xlsx_grid(xlsx, &sheet.name, look.merges, budget)?,
            Sheets::Xlsb(xlsb) => xlsb_grid(xlsb, &sheet.name, budget)?,
            other => whole_grid(other, &sheet.name, budget)?,
        };
        grid.hidden = grid.rows.iter().filter(|(number, _)| look.hidden.contains(number)).count() as u64;
        if sheet.visible == SheetVisible::Visible {
            all.grids.push(grid);
        } else {
            all.hidden.push((sheet.name, grid.rows.len() as u64));
        }
    }
    Ok(all)
}

fn in_sheet(name: &str, error: &dyn Display) -> ReadFault {
    Damage::InSheet { name: name.to_owned(), cause: error.to_string() }.into()
}

fn xlsx_grid(xlsx: &mut Xlsx<Bytes>, name: &str, merges: Merges, budget: &mut Budget) -> Result<Grid, ReadFault> {
    let mut grid = Grid { sheet: name.to_owned(), ..Grid::default() };
    let mut rows: BTreeMap<u64, Vec<String>> = BTreeMap::new();
    let mut cells = match xlsx.worksheet_cells_reader(name) {
        Ok(cells) => cells,
        // A chart on a sheet of its own.
        Err(XlsxError::NotAWorksheet(_)) => return Ok(grid),
        Err(error) => return Err(in_sheet(name, &error)),
    };
    while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(|e| in_sheet(name, &e))? {
        let ((row, column), value) = (cell.get_position(), cell.get_value());
        budget.look_at_cells(1)?;
        budget.take_text(length(value))?;
        let data = Data::from(value.clone());
        let written = text(&data);
        if written.trim().is_empty() {
            continue;
        }
        let place = (u64::from(row) + 1, column as usize);
        let format = cells.styles().get(style).and_then(|style| style.number_format.as_ref());
        grid.marks.extend(mark(&data, format.map(|format| format.format_code.as_str())).map(|mark| (place, mark)));
        put(rows.entry(place.0).or_default(), place.1, written, budget)?;
    }
    drop(cells);
    grid.rows = rows.into_iter().collect();
    if merges == Merges::Possible {
        let merged = xlsx.merge_cells_by_sheet_name(name).map_err(|e| in_sheet(name, &e))?;
        spread(&mut grid, &merged, budget)?;
    }
    Ok(grid)
}

/// The library would lay out all that lies between two corners of the sheet, which may be all there is.
fn xlsb_grid(xlsb: &mut Xlsb<Bytes>, name: &str, budget: &mut Budget) -> Result<Grid, ReadFault> {
    let mut grid = Grid { sheet: name.to_owned(), ..Grid::default() };
    let mut rows: BTreeMap<u64, Vec<String>> = BTreeMap::new();
    let mut cells = xlsb.worksheet_cells_reader(name).map_err(|e| in_sheet(name, &e))?;
    while let Some(cell) = cells.next_cell().map_err(|e| in_sheet(name, &e))? {
        let ((row, column), value) = (cell.get_position(), cell.get_value());
        budget.look_at_cells(1)?;
        budget.take_text(length(value))?;
        let data = Data::from(value.clone());
        let written = text(&data);
        if written.trim().is_empty() {
            continue;
        }
        let place = (u64::from(row) + 1, column as usize);
        grid.marks.extend(mark(&data, None).map(|mark| (place, mark)));
        put(rows.entry(place.0).or_default(), place.1, written, budget)?;
    }
    grid.rows = rows.into_iter().collect();
    Ok(grid)
}

fn whole_grid(book: &mut Sheets<Bytes>, name: &str, budget: &mut Budget) -> Result<Grid, ReadFault> {
    let range = book.worksheet_range(name).map_err(|e| in_sheet(name, &e))?;
    let mut grid = Grid { sheet: name.to_owned(), ..Grid::default() };
    let (first, left) = range.start().unwrap_or_default();
    for (number, row) in (u64::from(first) + 1..).zip(range.rows()) {
        let mut written = Vec::new();
        for (column, cell) in (left as usize..).zip(row) {
            let text = text(cell);
            if !text.trim().is_empty() {
                budget.take_text(text.len())?;
                grid.marks.extend(mark(cell, None).map(|mark| ((number, column), mark)));
                put(&mut written, column, text, budget)?;
            }
        }
        if !written.is_empty() {
            grid.rows.push((number, written));
        }
    }
    if let Sheets::Xls(xls) = book {
        let merged = xls.merge_cells_by_sheet_name(name).unwrap_or_default();
        spread(&mut grid, &merged, budget)?;
    }
    Ok(grid)
}

/// Writes a cell into a row, with blank ones up to it.
fn put(row: &mut Vec<String>, column: usize, text: String, budget: &mut Budget) -> Result<(), ReadFault> {
    if row.len() <= column {
        budget.take_cells(column + 1 - row.len())?;
        row.resize(column + 1, String::new());
    }
    row[column] = text;
    Ok(())
}

/// What stands in merged cells holds for each of their rows, as in the tables of documents. A cell over one
/// row is a heading, which is no value of the columns that it covers.
fn spread(grid: &mut Grid, merged: &[Dimensions], budget: &mut Budget) -> Result<(), ReadFault> {
    let width = grid.rows.iter().map(|(_, row)| row.len()).max().unwrap_or(0);
    for range in merged.iter().filter(|range| range.end.0 > range.start.0) {
        let (top, bottom) = (u64::from(range.start.0) + 1, u64::from(range.end.0) + 1);
        let (left, right) = (range.start.1 as usize, (range.end.1 as usize + 1).min(width));
        let from = grid.rows.partition_point(|(number, _)| *number < top);
        let first = grid.rows.get(from).filter(|(number, _)| *number == top);
        let Some(text) = first.and_then(|(_, row)| row.get(left)).filter(|text| !text.is_empty()).cloned() else {
            continue;
        };
        let mark = grid.marks.get(&(top, left)).copied();
        for (number, row) in grid.rows[from..].iter_mut().take_while(|(number, _)| *number <= bottom) {
            for column in left..right {
                // Each look costs, or a thousand merges over a thousand rows would be free.
                budget.take_cells(1)?;
                if row.get(column).is_none_or(String::is_empty) {
                    budget.take_text(text.len())?;
                    put(row, column, text.clone(), budget)?;
                    grid.marks.extend(mark.map(|mark| ((*number, column), mark)));
                }
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use rust_xlsxwriter::{Format, Workbook};

    use super::*;
    use crate::ingest::fault::Limit;
    use crate::ingest::grid::CellMark;

    fn workbook() -> Vec<u8> {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        for (row, text) in (0..4).zip(["One", "Two", "Three", "Four"]) {
            sheet.write(row, 0, text).unwrap();
        }
        sheet.merge_range(0, 1, 2, 1, "Chile", &Format::new()).unwrap();
        sheet.write_with_format(3, 1, 6.1, &Format::new().set_num_format("0.00")).unwrap();
        sheet.merge_range(4, 0, 4, 1, "A heading", &Format::new()).unwrap();
        sheet.set_row_hidden(1).unwrap();
        book.add_worksheet().set_name("old").unwrap().set_hidden(true).write(0, 0, "No longer").unwrap();
        book.save_to_buffer().unwrap()
    }

    #[test]
    fn merged_cells_hold_for_each_row_and_what_is_hidden_is_counted() {
        let book = sheets(workbook(), &mut Budget::of_a_table()).unwrap();
        let [grid] = book.grids.as_slice() else { panic!("one sheet is shown") };
        let second: Vec<&str> = grid.rows.iter().map(|(_, row)| row.get(1).map_or("", String::as_str)).collect();
        assert_eq!(second, ["Chile", "Chile", "Chile", "6.1", ""]);
        assert_eq!(grid.marks[&(4, 1)], CellMark::Number { places: Some(2) });
        assert_eq!((grid.hidden, book.hidden), (1, vec![("old".to_owned(), 1)]));
    }

    #[test]
    fn a_workbook_beyond_a_limit_is_refused_before_it_is_laid_out() {
        let refused = |mut budget: Budget| match sheets(workbook(), &mut budget) {
            Err(ReadFault::Beyond(limit)) => limit,
            _ => panic!("it is beyond a limit"),
        };
        assert_eq!(refused(Budget::of(3, 1_000, 1_000)), Limit::Cell { size: 1, most: 1 });
        assert_eq!(refused(Budget::of(100, 12, 1_000)), Limit::TextOfCells { most: 0 });
        assert_eq!(refused(Budget::of(100, 1_000, 6)), Limit::Cells { most: 6 });
    }

    #[test]
    fn cells_that_hold_nothing_are_counted_too() {
        let mut book = Workbook::new();
        let shown = Format::new().set_bold();
        let sheet = book.add_worksheet();
        for column in 0..200 {
            sheet.write_blank(0, column, &shown).unwrap();
        }
        let bytes = book.save_to_buffer().unwrap();
        assert!(sheets(bytes.clone(), &mut Budget::of(100, 1_000, 50)).is_ok());
        let refused = sheets(bytes, &mut Budget::of(100, 1_000, 49)).map(|_| ()).unwrap_err();
        assert_eq!(refused, ReadFault::Beyond(Limit::Cells { most: 49 }));
    }
}
