//! Answers as a workbook: what they are, then a sheet for each table.

use std::io::Write;

use rust_xlsxwriter::{Format, Image, Worksheet};

use super::ExportError;
use super::answer_picture::AnswerPicture;
use super::answer_tables::{AnswerCell, AnswerTable, AnswerTables, AnswerWriter};
use super::sheet::{about, direct, fitting, heading, height, workbook, wrapped};
use crate::i18n::Words;

/// Widths of columns, in characters: of long texts, which wrap, of names and of numbers.
const LONG: f64 = 60.0;
const TEXT: f64 = 36.0;
const NUMBER: f64 = 13.0;

/// Answers as XLSX.
#[derive(Debug, Clone, Copy)]
pub struct AnswerXlsx;

impl AnswerWriter for AnswerXlsx {
    fn write(&self, tables: &AnswerTables, words: &Words, out: &mut dyn Write) -> Result<(), ExportError> {
        let mut workbook = workbook()?;
        let sheet = workbook.add_worksheet();
        direct(sheet, words.language());
        about(sheet, &tables.title, &tables.about, words)?;
        for picture in &tables.pictures {
            let sheet = workbook.add_worksheet();
            direct(sheet, words.language());
            sheet.set_name(&picture.name)?;
            draw(sheet, picture)?;
        }
        for table in &tables.tables {
            let sheet = workbook.add_worksheet();
            direct(sheet, words.language());
            write(sheet, table, words)?;
        }
        out.write_all(&workbook.save_to_buffer()?)?;
        Ok(())
    }
}

/// Puts a figure on a sheet, in its own size, with what it shows in words.
fn draw(sheet: &mut Worksheet, picture: &AnswerPicture) -> Result<(), ExportError> {
    let drawn = Image::new_from_buffer(&picture.png)?
        .set_scale_to_size(picture.width, picture.height, true)
        .set_alt_text(&picture.description);
    sheet.insert_image(0, 0, &drawn)?;
    sheet.set_landscape().set_print_fit_to_pages(1, 1);
    Ok(())
}

fn width(table: &AnswerTable, column: usize) -> f64 {
    let first = table.rows.first().and_then(|row| row.get(column));
    match first {
        Some(AnswerCell::Count(_) | AnswerCell::Number(_)) => NUMBER,
        _ if table.usual_length(column) as f64 > LONG => LONG,
        _ => TEXT,
    }
}

fn write(sheet: &mut Worksheet, table: &AnswerTable, words: &Words) -> Result<(), ExportError> {
    sheet.set_name(&table.name)?;
    let widths: Vec<f64> = (0..table.columns.len()).map(|column| width(table, column)).collect();
    for (column, name) in (0..).zip(&table.columns) {
        sheet.write_with_format(0, column, *name, &heading())?;
        sheet.set_column_width(column, widths[usize::from(column)])?;
    }
    let decimals = Format::new().set_num_format("0.0");
    for (line, row) in (1..).zip(&table.rows) {
        let long = |at: &usize| widths.get(*at) == Some(&LONG);
        let texts: Vec<String> = (0..row.len()).filter(long).map(|at| row[at].shown()).collect();
        if !texts.is_empty() {
            sheet.set_row_height(line, height(texts.iter().map(|text| (text.as_str(), LONG))))?;
        }
        for (column, cell) in (0..).zip(row) {
            match cell {
                AnswerCell::Text(text) if texts.is_empty() => {
                    sheet.write_string(line, column, fitting(text, words))?;
                }
                AnswerCell::Text(text) => {
                    sheet.write_string_with_format(line, column, fitting(text, words), &wrapped())?;
                }
                AnswerCell::Count(count) => _ = sheet.write_number(line, column, *count as f64)?,
                AnswerCell::Number(Some(number)) => {
                    sheet.write_number_with_format(line, column, *number, &decimals)?;
                }
                AnswerCell::Number(None) => {}
            }
        }
    }
    sheet.autofilter(0, 0, table.rows.len().max(1) as u32, table.columns.len().max(1) as u16 - 1)?;
    sheet.set_freeze_panes(1, 1)?;
    sheet.set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{AnswerCell, AnswerTable, AnswerTables, AnswerWriter, AnswerXlsx};
    use crate::exports::AboutLine;
    use crate::i18n::Words;

    #[test]
    fn the_same_answer_makes_the_same_bytes() {
        let table = |name: &str| AnswerTable {
            name: name.to_owned(),
            columns: vec!["row", "share"],
            rows: vec![vec![AnswerCell::Text("a".to_owned()), AnswerCell::Number(Some(1.0))]],
        };
        let (title, about) = ("Shares".to_owned(), vec![AboutLine::of("Unit", "pairs")]);
        let answer = serde_json::Value::Null;
        let tables =
            AnswerTables { title, about, answer, pictures: Vec::new(), tables: vec![table("One"), table("Other")] };
        let bytes = || {
            let mut out = Vec::new();
            AnswerXlsx.write(&tables, Words::english(), &mut out).unwrap();
            out
        };
        assert!(bytes() == bytes() && bytes().starts_with(b"PK"));
    }
}
