//! What workbooks and their sheets share: properties, headings, heights of rows, what a cell can hold.

use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook};

use super::ExportError;
use super::caption::Caption;
use crate::i18n::Words;

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

/// The height in points that texts need in columns of a given width in characters. Programs that open the file
/// measure wrapped text by themselves only when somebody edits the row.
pub(super) fn height<'a>(cells: impl Iterator<Item = (&'a str, f64)>) -> f64 {
    let lines = |(text, width): (&str, f64)| -> f64 {
        text.lines().map(|line| (line.chars().count() as f64 * SPREAD / width).ceil().max(1.0)).sum()
    };
    (cells.map(lines).fold(1.0, f64::max) * LINE + 2.0).min(HIGHEST)
}

/// The text, cut with a mark where it exceeds what a cell can hold.
pub(super) fn fitting(cell: &str, words: &Words) -> String {
    if cell.chars().count() <= LONGEST_CELL {
        return cell.to_owned();
    }
    let kept: String = cell.chars().take(LONGEST_CELL).collect();
    let lines = cell.lines().count() - kept.lines().count();
    format!("{kept}\n{}", words.say(&Caption::CutCell { lines }))
}
