//! Cells and names of the tables of answers.

use crate::exports::AnswerCell;
use crate::i18n::Words;
use crate::workspace::written::about_table::AboutTable;

pub(super) fn text(value: impl Into<String>) -> AnswerCell {
    AnswerCell::Text(value.into())
}

pub(super) fn numbers<const N: usize>(numbers: [Option<f64>; N]) -> impl Iterator<Item = AnswerCell> {
    numbers.into_iter().map(AnswerCell::Number)
}

pub(super) fn counts<const N: usize>(counts: [u64; N]) -> impl Iterator<Item = AnswerCell> {
    counts.into_iter().map(AnswerCell::Count)
}

pub(super) fn sheet(what: &'static str, words: &Words) -> String {
    words.say(&AboutTable::Sheet { what })
}
