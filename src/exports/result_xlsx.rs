//! Search results as a workbook: what they are, counts, records.

use std::io::Write;

use rust_xlsxwriter::Worksheet;

use super::ExportError;
use super::caption::Caption;
use super::hits::HitRow;
use super::lines::ExportRow;
use super::result_set::{ResultSet, ResultWriter};
use super::sheet::{about, direct, fitting, heading, height, workbook, wrapped};
use crate::i18n::Words;

/// Widths of the columns of records, in characters.
const WIDTHS: [f64; 24] = [
    18.0, 20.0, 30.0, 20.0, 10.0, 16.0, 11.0, 13.0, 10.0, 18.0, 8.0, 7.0, 7.0, 14.0, 20.0, 9.0, 32.0, 32.0, 24.0, 16.0,
    24.0, 18.0, 9.0, 90.0,
];

/// Widths of the columns of issues, of themes and of texts, which wrap.
const THEMES: f64 = 32.0;
const TEXT: f64 = 90.0;

/// Results as XLSX.
#[derive(Debug, Clone, Copy)]
pub struct ResultXlsx;

impl ResultWriter for ResultXlsx {
    fn write(&self, set: &ResultSet, words: &Words, out: &mut dyn Write) -> Result<(), ExportError> {
        let mut workbook = workbook()?;
        about(workbook.add_worksheet(), &set.title, &set.about, words)?;
        counts(workbook.add_worksheet(), set, words)?;
        records(workbook.add_worksheet(), set, words)?;
        workbook.worksheets_mut().iter_mut().for_each(|sheet| direct(sheet, words.language()));
        out.write_all(&workbook.save_to_buffer()?)?;
        Ok(())
    }
}

fn counts(sheet: &mut Worksheet, set: &ResultSet, words: &Words) -> Result<(), ExportError> {
    sheet
        .set_name(words.say(&Caption::CountsSheet))?
        .set_column_width(0, 20)?
        .set_column_width(1, 70)?
        .set_column_width(2, 10)?
        .set_column_width(3, 20)?;
    for (column, name) in (0..).zip([Caption::Field, Caption::Value, Caption::Records, Caption::Level]) {
        sheet.write_with_format(0, column, words.say(&name), &heading())?;
    }
    for (row, line) in (1..).zip(&set.counts) {
        sheet.write_string(row, 0, fitting(&line.field, words))?;
        sheet.write_string(row, 1, fitting(&line.shown(words), words))?;
        sheet.write_number(row, 2, line.records as f64)?;
        sheet.write_string(row, 3, line.level_shown(words))?;
    }
    sheet.autofilter(0, 0, set.counts.len().max(1) as u32, 3)?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_print_fit_to_pages(1, 0);
    Ok(())
}

fn records(sheet: &mut Worksheet, set: &ResultSet, words: &Words) -> Result<(), ExportError> {
    sheet.set_name(words.say(&Caption::RecordsSheet))?;
    for (column, (name, width)) in (0..).zip(HitRow::COLUMNS.iter().zip(WIDTHS)) {
        sheet.write_with_format(0, column, *name, &heading())?;
        sheet.set_column_width(column, width)?;
    }
    for (line, row) in (1..).zip(&set.records) {
        let fields = serde_json::to_value(row)?;
        for (column, name) in (0..).zip(HitRow::COLUMNS) {
            let text = fitting(fields[*name].as_str().unwrap_or_default(), words);
            sheet.write_string_with_format(line, column, text, &wrapped())?;
        }
        let wrapping = [(row.text.as_str(), TEXT), (row.issues.as_str(), THEMES), (row.themes.as_str(), THEMES)];
        sheet.set_row_height(line, height(wrapping.into_iter()))?;
    }
    sheet.autofilter(0, 0, set.records.len().max(1) as u32, HitRow::COLUMNS.len() as u16 - 1)?;
    sheet.set_freeze_panes(1, 3)?;
    sheet.set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    Ok(())
}
