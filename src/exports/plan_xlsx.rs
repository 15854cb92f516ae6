//! The plan as a workbook: frozen header, filters, lists to choose from, ready to print.

use std::io::Write;

use rust_xlsxwriter::{Color, DataValidation, Format, FormatAlign, FormatBorder, Workbook, Worksheet};

use super::ExportError;
use super::plan::{PlanWriter, cells};
use super::sheet::{LINE, fitting, heading, height};
use crate::domain::{IndicatorType, Status};
use crate::plan::{COLUMNS, PlanTable};

/// Widths of the columns in characters; together they fit A3 landscape on one page wide.
const WIDTHS: [f64; 16] =
    [8.0, 22.0, 34.0, 48.0, 18.0, 18.0, 24.0, 34.0, 22.0, 22.0, 20.0, 26.0, 18.0, 18.0, 14.0, 20.0];
const LEAD: u16 = 8;
const STATUS: u16 = 14;
/// Paper size number of A3 in the file format.
const A3: u8 = 8;
/// Row of the header, below the title.
const HEADER: u32 = 1;

/// The plan as XLSX.
#[derive(Debug, Clone, Copy)]
pub struct PlanXlsx;

impl PlanWriter for PlanXlsx {
    fn write(&self, plan: &PlanTable, out: &mut dyn Write) -> Result<(), ExportError> {
        let mut workbook = Workbook::new();
        lists(workbook.add_worksheet(), plan)?;
        table(workbook.add_worksheet(), plan)?;
        workbook.worksheet_from_name("Plan")?.set_active(true);
        out.write_all(&workbook.save_to_buffer()?)?;
        Ok(())
    }
}

/// The sheet behind the lists to choose from.
fn lists(sheet: &mut Worksheet, plan: &PlanTable) -> Result<(), ExportError> {
    sheet.set_name("Lists")?.set_hidden(true);
    for (row, name) in plan.entities.iter().enumerate() {
        sheet.write(row as u32, 0, name.as_str())?;
    }
    for (row, status) in Status::ALL.iter().enumerate() {
        sheet.write(row as u32, 1, status.label())?;
    }
    for (row, kind) in IndicatorType::ALL.iter().enumerate() {
        sheet.write(row as u32, 2, kind.label())?;
    }
    Ok(())
}

fn table(sheet: &mut Worksheet, plan: &PlanTable) -> Result<(), ExportError> {
    sheet.set_name("Plan")?;
    let head = heading();
    let body = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_border(FormatBorder::Hair);
    let band = body.clone().set_background_color(Color::RGB(0xF2_F6_FA));
    sheet.write_with_format(0, 0, plan.title.as_str(), &Format::new().set_bold().set_font_size(14))?;
    sheet.set_row_height(HEADER, 3.0 * LINE)?;
    for (column, heading) in COLUMNS.iter().enumerate() {
        sheet.write_with_format(HEADER, column as u16, *heading, &head)?;
        sheet.set_column_width(column as u16, WIDTHS[column])?;
    }
    let mut shaded = false;
    for (at, row) in plan.rows.iter().enumerate() {
        let line = HEADER + 1 + at as u32;
        // The shade changes with the cluster, so that its rows are seen as one block.
        shaded ^= at > 0 && plan.rows[at - 1].cluster != row.cluster;
        let texts = cells(row);
        sheet.set_row_height(line, height(texts.iter().map(String::as_str).zip(WIDTHS)))?;
        for (column, cell) in texts.iter().enumerate() {
            sheet.write_string_with_format(line, column as u16, fitting(cell), if shaded { &band } else { &body })?;
        }
    }
    let last = HEADER + plan.rows.len().max(1) as u32;
    validations(sheet, plan, last)?;
    sheet.autofilter(HEADER, 0, last, COLUMNS.len() as u16 - 1)?;
    sheet.set_freeze_panes(HEADER + 1, 2)?;
    print_setup(sheet, plan)
}

fn validations(sheet: &mut Worksheet, plan: &PlanTable, last: u32) -> Result<(), ExportError> {
    let status = DataValidation::new()
        .allow_list_formula(format!("=Lists!$B$1:$B${}", Status::ALL.len()).as_str().into())
        .set_input_message("Choose a status")?;
    sheet.add_data_validation(HEADER + 1, STATUS, last, STATUS, &status)?;
    if !plan.entities.is_empty() {
        // A body outside the register may be written in: the list helps and does not forbid.
        let lead = DataValidation::new()
            .allow_list_formula(format!("=Lists!$A$1:$A${}", plan.entities.len()).as_str().into())
            .set_error_style(rust_xlsxwriter::DataValidationErrorStyle::Information);
        sheet.add_data_validation(HEADER + 1, LEAD, last, LEAD, &lead)?;
    }
    Ok(())
}

fn print_setup(sheet: &mut Worksheet, plan: &PlanTable) -> Result<(), ExportError> {
    sheet.set_landscape();
    sheet.set_paper_size(A3);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.4, 0.4, 0.6, 0.6, 0.3, 0.3);
    sheet.set_repeat_rows(HEADER, HEADER)?;
    sheet.set_footer(format!("&L{}&RPage &P of &N", plan.title.replace('&', "&&")));
    Ok(())
}
