//! The files of an exercise by their names.

use std::io::Write;

use strum::VariantArray;

use super::docx::write_page;
use super::facilitator::facilitator;
use super::handout::handout;
use super::key::key;
use super::rows::{write_cards, write_key};
use super::sheet::write_sheet;
use super::tables::tables;
use crate::exercise::Exercise;
use crate::exports::ExportError;
use crate::exports::cells::printable_value;
use crate::i18n::Words;

/// A file of an exercise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::VariantArray)]
pub enum ExerciseFile {
    /// The handout to print and to fill in.
    Handout,
    /// The same as a workbook.
    HandoutSheet,
    /// The cards as the file of a card sort, still to be filled in.
    Cards,
    /// The key for programs, which sheets are read and scored by.
    Key,
    /// The key as the file of a card sort.
    KeyRows,
    /// The key for people.
    KeyPage,
    /// The page of whoever leads the exercise.
    Facilitator,
    /// Cards for the tables of a knowledge café.
    Tables,
}

impl ExerciseFile {
    /// All files, those to give away first.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Handout => "handout.docx",
            Self::HandoutSheet => "handout.xlsx",
            Self::Cards => "cards.csv",
            Self::Key => "key.json",
            Self::KeyRows => "key.csv",
            Self::KeyPage => "key.docx",
            Self::Facilitator => "facilitator.docx",
            Self::Tables => "tables.docx",
        }
    }
}

/// Writes a file of an exercise, whose cards all have a text; what are no cards are words of `words`, which speak
/// the language of the exercise.
///
/// # Errors
/// When the output refuses.
pub fn write_exercise(
    file: ExerciseFile,
    exercise: &Exercise,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), ExportError> {
    match file {
        ExerciseFile::Handout => write_page(&handout(exercise, words), out),
        ExerciseFile::HandoutSheet => write_sheet(exercise, words, out),
        ExerciseFile::Cards => write_cards(exercise, out),
        ExerciseFile::Key => {
            serde_json::to_writer_pretty(&mut *out, &printable_value(serde_json::to_value(exercise)?))?;
            Ok(out.write_all(b"\n")?)
        }
        ExerciseFile::KeyRows => write_key(exercise, words, out),
        ExerciseFile::KeyPage => write_page(&key(exercise, words), out),
        ExerciseFile::Facilitator => write_page(&facilitator(exercise, words), out),
        ExerciseFile::Tables => write_page(&tables(exercise, words), out),
    }
}
