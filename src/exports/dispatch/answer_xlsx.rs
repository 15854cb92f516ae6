//! The answer to a file that came back as a workbook: its own rows as they were read, with what needs mending as notes on
//! the rows concerned and in a column of its own.

use std::collections::BTreeMap;
use std::io::Write;

use rust_xlsxwriter::{Color, Format, FormatAlign, Note, Worksheet};

use super::answer::ReturnAnswer;
use crate::domain::exchange::{ReturnedFile, ReturnedTable, note};
use crate::exports::ExportError;
use crate::exports::sheet::{direct, fitting, heading, workbook};
use crate::i18n::Words;

/// Letters of the name of a sheet, at most.
const LONGEST_NAME: usize = 28;

/// Writes an answer over the rows of the file.
///
/// # Errors
/// When the workbook cannot be made or written.
pub fn write_answer_xlsx(answer: &ReturnAnswer, file: &ReturnedFile, out: &mut dyn Write) -> Result<(), ExportError> {
    let mut book = workbook()?;
    let mut of_row: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for line in &answer.lines {
        let column = line.column.map(|column| format!("{}: ", column.heading(answer.language))).unwrap_or_default();
        of_row.entry(&line.row).or_default().push(format!("{column}{}", line.sentence()));
    }
    for (at, returned) in file.tables.iter().enumerate() {
        let page = book.add_worksheet();
        let plain: String = returned.name.chars().filter(|c| !"[]:*?/\\'".contains(*c)).take(LONGEST_NAME).collect();
        page.set_name(if plain.trim().is_empty() { format!("{}", at + 1) } else { format!("{plain} {}", at + 1) })?;
        table(page, returned, &of_row, answer)?;
    }
    summary(book.add_worksheet(), answer)?;
    out.write_all(&book.save_to_buffer()?)?;
    Ok(())
}

fn table(
    page: &mut Worksheet,
    table: &ReturnedTable,
    of_row: &BTreeMap<&str, Vec<String>>,
    answer: &ReturnAnswer,
) -> Result<(), ExportError> {
    direct(page, answer.language);
    let words = Words::of(answer.language);
    let plain = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_num_format("@");
    let marked = plain.clone().set_background_color(Color::RGB(0xFC_E4_D6));
    let width = table.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0) as u16;
    for (row, own) in (0..).zip(&table.rows) {
        let told = of_row.get(own.place.as_str());
        let format = if told.is_some() { &marked } else { &plain };
        for (at, cell) in (0..).zip(&own.cells) {
            page.write_string_with_format(row, at, fitting(&cell.text, words), format)?;
        }
        if let Some(told) = told {
            let text = fitting(&told.join("\n"), words);
            page.write_string_with_format(row, width, &text, &marked)?;
            let short: String = text.chars().take(2_000).collect();
            page.insert_note(row, 0, &Note::new(short).set_author("Weft").add_author_prefix(false))?;
        }
    }
    (0..width).try_for_each(|at| page.set_column_width(at, 24).map(|_| ()))?;
    page.set_column_width(width, 70)?;
    Ok(())
}

fn summary(page: &mut Worksheet, answer: &ReturnAnswer) -> Result<(), ExportError> {
    let words = Words::of(answer.language);
    page.set_name(note("problems", answer.language).chars().take(31).collect::<String>())?;
    direct(page, answer.language);
    page.set_column_width(0, 40)?.set_column_width(1, 100)?;
    let mut row = 0;
    for line in &answer.counts {
        page.write_string(row, 0, fitting(line, words))?;
        row += 1;
    }
    page.write_with_format(row, 0, note("problems", answer.language), &heading())?;
    page.write_with_format(row, 1, answer.lines.len() as u32, &heading())?;
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (row, line) in (row + 1..).zip(&answer.lines) {
        page.write_string_with_format(row, 0, fitting(&line.place(answer.language), words), &wrapped)?;
        page.write_string_with_format(row, 1, fitting(&line.sentence(), words), &wrapped)?;
    }
    Ok(())
}
