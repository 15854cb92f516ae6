//! The plan as a workbook: frozen header, filters, lists to choose from, ready to print.

use std::io::Write;

use rust_xlsxwriter::{Color, DataValidation, Format, FormatAlign, FormatBorder, Worksheet};
use strum::VariantArray;

use super::ExportError;
use super::caption::Caption;
use super::plan::{PlanWriter, ShownLine, about, heading, lines, text, title};
use super::sheet::{self, LINE, fitting, height};
use crate::domain::{IndicatorType, PlanColumn, Status};
use crate::i18n::Words;
use crate::plan::PlanTable;
use crate::text::printable::printable;

/// Name of the hidden sheet of lists; formulas name it.
const LISTS: &str = "Lists";
/// Paper size number of A3 in the file format.
const A3: u8 = 8;
/// Row of what is to be known, below the title.
const ABOUT: u32 = 1;
/// Row of the header, below that.
const HEADER: u32 = 2;

/// Width of a column in characters; together they fit A3 landscape on one page wide. The keys are
/// hidden: they move with their rows and nobody has to see them.
const fn width(column: PlanColumn) -> f64 {
    match column {
        PlanColumn::Cluster => 8.0,
        PlanColumn::Status => 14.0,
        PlanColumn::Themes | PlanColumn::Groups | PlanColumn::Budget | PlanColumn::Assistance | PlanColumn::Key => 18.0,
        PlanColumn::TimeFrame | PlanColumn::Remarks => 20.0,
        PlanColumn::Title | PlanColumn::Lead | PlanColumn::Supporting => 22.0,
        PlanColumn::SdgTargets => 24.0,
        PlanColumn::Indicator => 26.0,
        PlanColumn::Recommendations | PlanColumn::Measure => 34.0,
        PlanColumn::MergedText => 48.0,
    }
}

/// Number of a column in the sheet.
const fn number(column: PlanColumn) -> u16 {
    column.place() as u16
}

/// The plan as XLSX.
#[derive(Debug, Clone, Copy)]
pub struct PlanXlsx;

impl PlanWriter for PlanXlsx {
    fn write(&self, plan: &PlanTable, words: &Words, out: &mut dyn Write) -> Result<(), ExportError> {
        let mut workbook = sheet::workbook()?;
        lists(workbook.add_worksheet(), plan, words)?;
        let sheet = workbook.add_worksheet();
        table(sheet, plan, words)?;
        sheet::direct(sheet, words.language());
        sheet.set_active(true);
        out.write_all(&workbook.save_to_buffer()?)?;
        Ok(())
    }
}

/// The sheet behind the lists to choose from.
fn lists(sheet: &mut Worksheet, plan: &PlanTable, words: &Words) -> Result<(), ExportError> {
    sheet.set_name(LISTS)?.set_hidden(true);
    for (row, name) in (0..).zip(&plan.entities) {
        sheet.write(row, 0, &*printable(name))?;
    }
    for (row, status) in (0..).zip(Status::VARIANTS) {
        sheet.write(row, 1, words.coded(&status.word()))?;
    }
    for (row, kind) in (0..).zip(IndicatorType::VARIANTS) {
        sheet.write(row, 2, words.coded(&kind.word()))?;
    }
    Ok(())
}

fn table(sheet: &mut Worksheet, plan: &PlanTable, words: &Words) -> Result<(), ExportError> {
    sheet.set_name(words.say(&Caption::PlanSheet))?;
    sheet.write_with_format(0, 0, title(plan, words), &Format::new().set_bold().set_font_size(14))?;
    sheet.write(ABOUT, 0, about(plan, words))?;
    headings(sheet, words)?;
    rows(sheet, plan, words)?;
    let last = HEADER + plan.rows.len().max(1) as u32;
    validations(sheet, plan, words, last)?;
    sheet.autofilter(HEADER, 0, last, PlanColumn::VARIANTS.len() as u16 - 1)?;
    sheet.set_freeze_panes(HEADER + 1, 2)?;
    print_setup(sheet, plan, words)
}

fn headings(sheet: &mut Worksheet, words: &Words) -> Result<(), ExportError> {
    let head = sheet::heading();
    sheet.set_row_height(HEADER, 3.0 * LINE)?;
    for &column in PlanColumn::VARIANTS {
        sheet.write_with_format(HEADER, number(column), heading(column, words), &head)?;
        sheet.set_column_width(number(column), width(column))?;
    }
    sheet.set_column_hidden(number(PlanColumn::Key))?;
    Ok(())
}

fn rows(sheet: &mut Worksheet, plan: &PlanTable, words: &Words) -> Result<(), ExportError> {
    let body = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_border(FormatBorder::Hair);
    let band = body.clone().set_background_color(Color::RGB(0xF2_F6_FA));
    let cluster = |at: usize| plan.rows[at].lines(PlanColumn::Cluster);
    let mut shaded = false;
    for (at, row) in plan.rows.iter().enumerate() {
        let line = HEADER + 1 + at as u32;
        // The shade changes with the cluster, so that its rows are seen as one block.
        shaded ^= at > 0 && cluster(at - 1) != cluster(at);
        let texts: Vec<(PlanColumn, String)> =
            PlanColumn::VARIANTS.iter().map(|column| (*column, text(row, *column, words))).collect();
        // A hidden column needs no height.
        let seen = texts.iter().filter(|(column, _)| *column != PlanColumn::Key);
        sheet.set_row_height(line, height(seen.map(|(column, text)| (text.as_str(), width(*column)))))?;
        let format = if shaded { &band } else { &body };
        for (column, text) in &texts {
            write_cell(sheet, (line, number(*column)), fitting(text, words), &lines(row, *column, words), format)?;
        }
    }
    Ok(())
}

/// Writes a cell with what is proposed in italics: all of it, or line by line. A cell that is cut has none.
fn write_cell(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    text: String,
    lines: &[ShownLine],
    format: &Format,
) -> Result<(), ExportError> {
    let proposed = lines.iter().filter(|line| line.is_proposed).count();
    let (italic, plain) = (Format::new().set_italic(), Format::new());
    if proposed == lines.len() && proposed > 0 {
        sheet.write_string_with_format(row, column, text, &format.clone().set_italic())?;
    } else if proposed == 0 || text.lines().count() > lines.len() {
        sheet.write_string_with_format(row, column, text, format)?;
    } else {
        let last = lines.len() - 1;
        let pieces: Vec<String> = (0..)
            .zip(lines)
            .map(|(at, line)| if at == last { line.text.clone() } else { format!("{}\n", line.text) })
            .collect();
        let look = |line: &ShownLine| if line.is_proposed { &italic } else { &plain };
        let rich: Vec<(&Format, &str)> = lines
            .iter()
            .zip(&pieces)
            .filter(|(_, piece)| !piece.is_empty())
            .map(|(line, piece)| (look(line), piece.as_str()))
            .collect();
        sheet.write_rich_string_with_format(row, column, &rich, format)?;
    }
    Ok(())
}

fn validations(sheet: &mut Worksheet, plan: &PlanTable, words: &Words, last: u32) -> Result<(), ExportError> {
    let status = DataValidation::new()
        .allow_list_formula(format!("={LISTS}!$B$1:$B${}", Status::VARIANTS.len()).as_str().into())
        .set_input_message(words.say(&Caption::ChooseStatus))?;
    let column = number(PlanColumn::Status);
    sheet.add_data_validation(HEADER + 1, column, last, column, &status)?;
    if !plan.entities.is_empty() {
        // A body outside the register may be written in: the list helps and does not forbid.
        let lead = DataValidation::new()
            .allow_list_formula(format!("={LISTS}!$A$1:$A${}", plan.entities.len()).as_str().into())
            .set_error_style(rust_xlsxwriter::DataValidationErrorStyle::Information);
        let column = number(PlanColumn::Lead);
        sheet.add_data_validation(HEADER + 1, column, last, column, &lead)?;
    }
    Ok(())
}

fn print_setup(sheet: &mut Worksheet, plan: &PlanTable, words: &Words) -> Result<(), ExportError> {
    sheet.set_landscape();
    sheet.set_paper_size(A3);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.4, 0.4, 0.6, 0.6, 0.3, 0.3);
    sheet.set_repeat_rows(HEADER, HEADER)?;
    // `&P` and `&N` are the marks for the number of a page and of all pages.
    let page = words.say(&Caption::Page { page: "&P".to_owned(), pages: "&N".to_owned() });
    sheet.set_footer(format!("&L{}&R{page}", title(plan, words).replace('&', "&&")));
    Ok(())
}
