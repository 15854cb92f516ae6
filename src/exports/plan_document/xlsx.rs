//! The plan as a workbook: a sheet of contents, then a sheet for each theme with the measures of its clusters.

use std::collections::BTreeSet;
use std::io::Write;

use rust_xlsxwriter::{Color, DataValidation, Format, FormatAlign, FormatBorder, Url, Worksheet};
use strum::VariantArray;

use super::PlanTextWriter;
use super::caption::PlanCaption;
use super::lines::{COLUMNS, as_of, cells, cluster_title, outcomes, rest, theme_title, title};
use crate::domain::Status;
use crate::exports::ExportError;
use crate::exports::sheet::{self, direct, fitting, height};
use crate::i18n::Words;
use crate::plan::{DocumentCluster, DocumentTheme, PlanText};

/// Widths of the columns in characters; together they fit A3 across.
const WIDTHS: [f64; 9] = [13.0, 48.0, 26.0, 24.0, 24.0, 18.0, 40.0, 22.0, 18.0];
/// Letters of the name of a sheet, at most.
const LONGEST_NAME: usize = 31;
/// Paper size number of A3 in the file format.
const A3: u8 = 8;

/// The plan as XLSX.
#[derive(Debug, Clone, Copy)]
pub struct PlanTextXlsx;

impl PlanTextWriter for PlanTextXlsx {
    fn write(&self, plan: &PlanText, words: &Words, out: &mut dyn Write) -> Result<(), ExportError> {
        let mut workbook = sheet::workbook()?;
        let names = names(plan, words);
        contents(workbook.add_worksheet(), plan, &names, words)?;
        for (theme, name) in plan.themes.iter().zip(&names) {
            let sheet = workbook.add_worksheet();
            sheet.set_name(name)?;
            of_theme(sheet, theme, words)?;
        }
        out.write_all(&workbook.save_to_buffer()?)?;
        Ok(())
    }
}

/// The names of the sheets: titles of themes as far as a name can hold them, no two alike.
fn names(plan: &PlanText, words: &Words) -> Vec<String> {
    let mut taken = BTreeSet::from([words.say(&PlanCaption::Contents).to_lowercase()]);
    let mut name = |(at, theme): (usize, &DocumentTheme)| {
        let title = theme_title(theme, words);
        let plain: String =
            title.chars().filter(|c| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'')).collect();
        let cut: String = plain.chars().take(LONGEST_NAME).collect();
        let own = if taken.contains(&cut.to_lowercase()) || cut.trim().is_empty() {
            let short: String = cut.chars().take(LONGEST_NAME - 5).collect();
            format!("{short} ({})", at + 1)
        } else {
            cut
        };
        taken.insert(own.to_lowercase());
        own
    };
    plan.themes.iter().enumerate().map(&mut name).collect()
}

fn contents(sheet: &mut Worksheet, plan: &PlanText, names: &[String], words: &Words) -> Result<(), ExportError> {
    sheet.set_name(words.say(&PlanCaption::Contents))?.set_column_width(0, 70)?;
    direct(sheet, words.language());
    sheet.write_with_format(0, 0, fitting(&title(plan, words), words), &Format::new().set_bold().set_font_size(16))?;
    sheet.write_with_format(1, 0, as_of(plan, words), &sheet::wrapped())?;
    let mut row = 2;
    if let Some(rest) = rest(plan, words) {
        sheet.write_with_format(row, 0, rest, &sheet::wrapped())?;
        row += 1;
    }
    for (theme, name) in plan.themes.iter().zip(names) {
        row += 1;
        let link = Url::new(format!("internal:'{name}'!A1")).set_text(name);
        sheet.write_url(row, 0, link)?;
        for cluster in theme.clusters.iter().filter(|cluster| cluster.number.is_some()) {
            row += 1;
            let line = format!("    {} ({})", cluster_title(cluster, words), cluster.measures.len());
            sheet.write_with_format(row, 0, fitting(&line, words), &sheet::wrapped())?;
        }
    }
    sheet.set_print_fit_to_pages(1, 0);
    Ok(())
}

fn of_theme(sheet: &mut Worksheet, theme: &DocumentTheme, words: &Words) -> Result<(), ExportError> {
    direct(sheet, words.language());
    let head = sheet::heading();
    for ((at, column), width) in (0..).zip(&COLUMNS).zip(WIDTHS) {
        sheet.write_with_format(0, at, words.say(column), &head)?;
        sheet.set_column_width(at, width)?;
    }
    let mut row = 1;
    for cluster in &theme.clusters {
        row = of_cluster(sheet, cluster, row, words)?;
    }
    let statuses: Vec<String> = Status::VARIANTS.iter().map(|status| words.coded(&status.word())).collect();
    let list = DataValidation::new().allow_list_strings(&statuses)?.ignore_blank(true);
    let last = COLUMNS.len() as u16 - 1;
    // A nation's own words may stand beside those of the list.
    sheet.add_data_validation(1, last, row.max(1), last, &list.show_error_message(false))?;
    sheet.set_freeze_panes(1, 2)?.set_repeat_rows(0, 0)?;
    sheet.set_landscape().set_paper_size(A3).set_print_fit_to_pages(1, 0);
    Ok(())
}

/// Writes a cluster from a row on; returns the row behind it.
fn of_cluster(sheet: &mut Worksheet, cluster: &DocumentCluster, row: u32, words: &Words) -> Result<u32, ExportError> {
    let ground = Format::new().set_bold().set_text_wrap().set_background_color(Color::RGB(0xF2_F2_F2));
    let body = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_border(FormatBorder::Hair);
    let (last, mut row) = (COLUMNS.len() as u16 - 1, row);
    let whole: f64 = WIDTHS.iter().sum();
    for line in std::iter::once(cluster_title(cluster, words)).chain(outcomes(cluster, words)) {
        let line = fitting(&line, words);
        sheet.set_row_height(row, height(std::iter::once((line.as_str(), whole))))?;
        sheet.merge_range(row, 0, row, last, &line, &ground)?;
        row += 1;
    }
    for measure in &cluster.measures {
        let texts = cells(measure, words).map(|lines| fitting(&lines.join("\n"), words));
        sheet.set_row_height(row, height(texts.iter().map(String::as_str).zip(WIDTHS)))?;
        for (at, text) in (0..).zip(&texts) {
            sheet.write_string_with_format(row, at, text, &body)?;
        }
        row += 1;
    }
    if cluster.measures.is_empty() {
        sheet.merge_range(row, 0, row, last, &words.say(&PlanCaption::NoMeasure), &body.set_italic())?;
        row += 1;
    }
    Ok(row)
}
