//! The handout as a workbook: the cards with a column to fill in, then what it is.

use std::io::Write;

use rust_xlsxwriter::Worksheet;

use super::caption::ExerciseCaption;
use super::handout::{card_text, headings, instructions};
use super::key::drawn;
use crate::exercise::Exercise;
use crate::exports::ExportError;
use crate::exports::about_line::AboutLine;
use crate::exports::sheet::{about, direct, fitting, heading, height, workbook, wrapped};
use crate::i18n::Words;

/// Widths of the columns in characters: number, text, group, better text.
const WIDTHS: [f64; 4] = [8.0, 80.0, 30.0, 60.0];
const TEXT: f64 = 80.0;

/// Writes the handout.
pub(super) fn write_sheet(exercise: &Exercise, words: &Words, out: &mut dyn Write) -> Result<(), ExportError> {
    let mut workbook = workbook()?;
    cards(workbook.add_worksheet(), exercise, words)?;
    let title = words.say(&ExerciseCaption::HandoutTitle { kind: exercise.kind.code() });
    // The line for those who sorted has no room to write in here.
    let lines = instructions(exercise, words).into_iter().take(2).chain(drawn(exercise, words));
    let lines: Vec<AboutLine> = lines.map(|line| AboutLine::of("", line)).collect();
    let sheet = workbook.add_worksheet();
    about(sheet, &title, &lines, words)?;
    direct(sheet, exercise.language);
    out.write_all(&workbook.save_to_buffer()?)?;
    Ok(())
}

fn cards(sheet: &mut Worksheet, exercise: &Exercise, words: &Words) -> Result<(), ExportError> {
    sheet.set_name(words.say(&ExerciseCaption::CardsSheet))?;
    direct(sheet, exercise.language);
    let headings = headings(exercise, words);
    for (column, (name, width)) in (0..).zip(headings.iter().zip(WIDTHS)) {
        sheet.write_with_format(0, column, name.as_str(), &heading())?;
        sheet.set_column_width(column, width)?;
    }
    for (row, card) in (1..).zip(&exercise.cards) {
        let text = card_text(card);
        sheet.write_number_with_format(row, 0, card.number as f64, &wrapped())?;
        sheet.write_string_with_format(row, 1, fitting(&text, words), &wrapped())?;
        for (column, _) in (2..).zip(headings.iter().skip(2)) {
            sheet.write_blank(row, column, &wrapped())?;
        }
        sheet.set_row_height(row, height(std::iter::once((text.as_str(), TEXT))))?;
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    Ok(())
}
