//! Tables that go out as a workbook: a sheet a table, and one that says how to fill them in.
//!
//! The key of a row stands in the first column as text and again in a hidden last one; the codes of the columns stand in
//! a hidden row above the headings, where sorting does not reach them. The number of the dispatch stands in titles and
//! feet, among the properties and as a defined name.

use std::io::Write;

use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, ProtectionOptions,
    Workbook, Worksheet,
};

use super::DispatchFile;
use super::cells::{frame, is_open, shown, title, width};
use crate::domain::exchange::{Access, Sheet, SheetColumn, SheetPart, code_of_column, note, part_title};
use crate::exports::ExportError;
use crate::exports::sheet::{direct, fitting, heading, height};
use crate::i18n::Words;
use crate::plan::exchange::offered;

/// Paper size number of A3 in the file format.
const A3: u8 = 8;
/// Rows: a title, codes that are hidden, headings, then what was sent.
const CODES: u32 = 1;
const HEADINGS: u32 = 2;
const FIRST: u32 = 3;
/// Blank rows below for measures that are added; to recommendations none is.
const fn blank(part: SheetPart) -> u32 {
    if matches!(part, SheetPart::Review) { 0 } else { 5 }
}
/// The year that a workbook says it was made in, so that the same content is the same bytes.
const MADE: u16 = 1980;
/// Letters that Excel takes for all words of a list together.
const LONGEST_LIST: usize = 255;

/// Writes tables as XLSX.
///
/// # Errors
/// When the workbook cannot be made or written.
pub fn write_dispatch_xlsx(file: &DispatchFile<'_>, out: &mut dyn Write) -> Result<(), ExportError> {
    let mut book = Workbook::new();
    let number = file.number.to_string();
    let made = ExcelDateTime::from_ymd(MADE, 1, 1)?;
    let properties = DocProperties::new().set_creation_datetime(&made).set_title(frame(file).title());
    book.set_properties(&properties.set_custom_property("Weft dispatch", number.as_str()));
    for sheet in file.sheets {
        table(book.add_worksheet(), sheet, file)?;
    }
    explained(book.add_worksheet(), file)?;
    book.define_name("Weft_dispatch", &format!("=\"{number}\""))?;
    out.write_all(&book.save_to_buffer()?)?;
    Ok(())
}

fn table(page: &mut Worksheet, sheet: &Sheet, file: &DispatchFile<'_>) -> Result<(), ExportError> {
    let columns = sheet.part.columns();
    page.set_name(part_title(sheet.part, file.language))?;
    direct(page, file.language);
    page.write_with_format(0, 0, title(file, sheet), &Format::new().set_bold().set_font_size(13))?;
    for ((column, access), at) in columns.iter().zip(0..) {
        page.set_column_width(at, width(*column))?;
        page.write_string(CODES, at, code_of_column(*column))?;
        let head = if is_open(*access) { heading() } else { heading().set_background_color(Color::RGB(0x59_59_59)) };
        page.write_string_with_format(HEADINGS, at, column.heading(file.language), &head)?;
        lists(page, *column, at, sheet.rows.len() as u32 + blank(sheet.part), file)?;
    }
    let last = columns.len() as u16;
    page.write_string(CODES, last, code_of_column(SheetColumn::Key))?;
    page.write_string(HEADINGS, last, SheetColumn::Key.heading(file.language))?;
    page.set_column_hidden(last)?.set_row_hidden(CODES)?.set_row_height(HEADINGS, 34)?;
    rows(page, sheet, file)?;
    page.set_freeze_panes(FIRST, 1)?.set_repeat_rows(0, HEADINGS)?;
    page.autofilter(HEADINGS, 0, HEADINGS + sheet.rows.len() as u32, last - 1)?;
    page.set_landscape().set_paper_size(A3).set_print_fit_to_pages(1, 0);
    page.set_footer(format!("&L{}&R&P / &N", frame(file).dispatch()));
    let open = ProtectionOptions {
        format_columns: true,
        format_rows: true,
        insert_rows: true,
        sort: true,
        use_autofilter: true,
        ..ProtectionOptions::default()
    };
    page.protect_with_options(&open);
    Ok(())
}

fn rows(page: &mut Worksheet, sheet: &Sheet, file: &DispatchFile<'_>) -> Result<(), ExportError> {
    let columns = sheet.part.columns();
    let words = Words::of(file.language);
    for (row, (key, sent)) in (FIRST..).zip(&sheet.rows) {
        let number = key.to_string();
        let mut texts = Vec::new();
        for ((column, access), at) in columns.iter().zip(0..) {
            let text = match column {
                SheetColumn::Key => number.clone(),
                own => fitting(&shown(*own, sent, file.language), words),
            };
            page.write_string_with_format(row, at, &text, &body(*access))?;
            texts.push((text, width(*column)));
        }
        // Some programs let it run into the cell beside it.
        let unseen = Format::new().set_num_format(";;;").set_shrink();
        page.write_string_with_format(row, columns.len() as u16, &number, &unseen)?;
        page.set_row_height(row, height(texts.iter().map(|(text, width)| (text.as_str(), *width))))?;
    }
    let below = FIRST + sheet.rows.len() as u32;
    for row in below..below + blank(sheet.part) {
        for (at, _) in (0..).zip(columns) {
            page.write_blank(row, at, &body(Access::Reply))?;
        }
    }
    Ok(())
}

/// The words that are offered, where they are few enough for a list; others may be written.
fn lists(
    page: &mut Worksheet,
    column: SheetColumn,
    at: u16,
    rows: u32,
    file: &DispatchFile<'_>,
) -> Result<(), ExportError> {
    let words = offered(column, file.language);
    let letters: usize = words.iter().map(|word| word.chars().count() + 1).sum();
    if !words.is_empty() && letters <= LONGEST_LIST {
        let list = DataValidation::new().allow_list_strings(&words)?.ignore_blank(true).show_error_message(false);
        page.add_data_validation(FIRST, at, FIRST + rows - 1, at, &list)?;
    }
    Ok(())
}

/// The format of a cell. All is text, so that no program makes a day or a number of it.
fn body(access: Access) -> Format {
    let own =
        Format::new().set_text_wrap().set_align(FormatAlign::Top).set_border(FormatBorder::Hair).set_num_format("@");
    if is_open(access) { own.set_unlocked() } else { own.set_background_color(Color::RGB(0xED_ED_ED)) }
}

fn explained(page: &mut Worksheet, file: &DispatchFile<'_>) -> Result<(), ExportError> {
    page.set_name(note("about", file.language))?.set_column_width(0, 110)?;
    direct(page, file.language);
    page.write_with_format(0, 0, frame(file).title(), &Format::new().set_bold().set_font_size(13))?;
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (row, line) in (2..).zip(frame(file).about()) {
        page.set_row_height(row, height(std::iter::once((line.as_str(), 110.0))))?;
        page.write_string_with_format(row, 0, line, &wrapped)?;
    }
    page.set_print_fit_to_pages(1, 0);
    Ok(())
}
