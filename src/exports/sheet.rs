//! What workbooks and their sheets share: properties, headings, heights of rows, what a cell can hold.

use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet};

use super::ExportError;
use super::about_line::AboutLine;
use super::caption::Caption;
use crate::domain::{Direction, Language};
use crate::i18n::Words;
use crate::text::printable::printable;

/// Height of a line of text in points, and the highest row that Excel allows.
pub(super) const LINE: f64 = 15.0;
const HIGHEST: f64 = 409.0;
/// Words break before the edge: lines hold somewhat less than their width.
const SPREAD: f64 = 1.12;
/// Excel holds at most this many characters in one cell.
const LONGEST_CELL: usize = 32_000;

/// The year that a workbook says it was made in: that of the first entries of its file format. The moment of
/// writing would make other bytes of the same content.
const MADE: u16 = 1980;

/// A workbook without sheets, whose bytes hang on what is written into it alone.
pub(super) fn workbook() -> Result<Workbook, ExportError> {
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::from_ymd(MADE, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    Ok(workbook)
}

/// The format of headings.
pub(super) fn heading() -> Format {
    Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter)
        .set_background_color(Color::RGB(0x1F_4E_79))
        .set_font_color(Color::White)
        .set_border(FormatBorder::Thin)
}

/// The format of text that wraps.
pub(super) fn wrapped() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top)
}

/// Writes the sheet that says what a workbook is: a title, then names and values.
pub(super) fn about(sheet: &mut Worksheet, title: &str, lines: &[AboutLine], words: &Words) -> Result<(), ExportError> {
    sheet.set_name(words.say(&Caption::AboutSheet))?.set_column_width(0, 24)?.set_column_width(1, 100)?;
    sheet.write_with_format(0, 0, fitting(title, words), &Format::new().set_bold().set_font_size(14))?;
    for (row, AboutLine { name, value }) in (2..).zip(lines) {
        sheet.write_with_format(row, 0, fitting(name, words), &wrapped().set_bold())?;
        sheet.write_string_with_format(row, 1, fitting(value, words), &wrapped())?;
        sheet.set_row_height(row, height(std::iter::once((value.as_str(), 100.0))))?;
    }
    sheet.set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}

/// Turns a sheet to the side where its language starts to read.
pub(super) fn direct(sheet: &mut Worksheet, language: Language) {
    if Direction::of(language) == Direction::RightToLeft {
        sheet.set_right_to_left(true);
    }
}

/// The height in points that texts need in columns of a given width in characters. Programs that open the file
/// measure wrapped text by themselves only when somebody edits the row.
pub(super) fn height<'a>(cells: impl Iterator<Item = (&'a str, f64)>) -> f64 {
    let lines = |(text, width): (&str, f64)| -> f64 {
        text.lines().map(|line| (line.chars().count() as f64 * SPREAD / width).ceil().max(1.0)).sum()
    };
    (cells.map(lines).fold(1.0, f64::max) * LINE + 2.0).min(HIGHEST)
}

/// The text as far as it can be printed, cut where it exceeds what a cell can hold, with a note that says how
/// much is cut.
pub(super) fn fitting(cell: &str, words: &Words) -> String {
    let cell = printable(cell);
    let characters = cell.chars().count().saturating_sub(LONGEST_CELL);
    if characters == 0 {
        return cell.into_owned();
    }
    let kept: String = cell.chars().take(LONGEST_CELL).collect();
    format!("{kept}\n{}", words.say(&Caption::CutCell { characters }))
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_CELL, fitting};
    use crate::i18n::Words;

    #[test]
    fn a_cell_that_is_cut_says_how_much_is_missing() {
        let whole = "a".repeat(LONGEST_CELL);
        assert_eq!(fitting(&whole, Words::english()), whole);
        let cut = fitting(&format!("{whole}{}", "b\n".repeat(700)), Words::english());
        let (kept, note) = cut.split_at(LONGEST_CELL);
        assert_eq!((kept, note), (whole.as_str(), "\n… and 1400 more characters; the CSV holds them all"));
        let one = fitting(&format!("{whole}é"), Words::english());
        assert!(one.ends_with("… and one more character; the CSV holds them all"), "{}", &one[LONGEST_CELL..]);
    }
}
