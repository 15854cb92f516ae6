//! What stands in the cells of a table that goes out: codes in words of its language, titles, notes.

use super::DispatchFile;
use crate::domain::Language;
use crate::domain::exchange::{Access, SentRow, Sheet, SheetColumn, part_title};
use crate::plan::exchange::Frame;
use crate::text::plan_words::{answer_words, status_words};

/// The text of a cell in the language of the table.
pub(super) fn shown(column: SheetColumn, row: &SentRow, language: Language) -> String {
    let text = row.cell(column);
    match column {
        SheetColumn::Status => text.parse().map_or_else(|_| text.to_owned(), |status| status_words(status, language)),
        SheetColumn::Answer | SheetColumn::Agreed => {
            text.parse().map_or_else(|_| text.to_owned(), |answer| answer_words(answer, language))
        }
        _ => text.to_owned(),
    }
}

/// How wide a column is, in characters.
pub(super) const fn width(column: SheetColumn) -> f64 {
    match column {
        SheetColumn::Key => 18.0,
        SheetColumn::Number | SheetColumn::Answer | SheetColumn::Agreed | SheetColumn::Unit => 11.0,
        SheetColumn::LeadBody | SheetColumn::SupportBodies | SheetColumn::SdgTargets | SheetColumn::SameAs => 30.0,
        SheetColumn::Recommendations => 46.0,
        SheetColumn::Measure => 36.0,
        SheetColumn::Cluster | SheetColumn::Comment | SheetColumn::Evidence | SheetColumn::Indicator => 28.0,
        SheetColumn::From | SheetColumn::Until | SheetColumn::Period | SheetColumn::Value => 14.0,
        SheetColumn::Status | SheetColumn::Assessment | SheetColumn::Contact => 18.0,
        _ => 18.0,
    }
}

/// The title of a table, with the number of the dispatch.
pub(super) fn title(file: &DispatchFile<'_>, sheet: &Sheet) -> String {
    format!("{}. {}. {}", part_title(sheet.part, file.language), frame(file).title(), frame(file).dispatch())
}

/// The frame of a file.
pub(super) fn frame<'f>(file: &'f DispatchFile<'_>) -> Frame<'f> {
    Frame { number: file.number, plan: &file.plan, to: &file.to, on: file.on, language: file.language }
}

/// Whether people write in a column.
pub(super) fn is_open(access: Access) -> bool {
    access == Access::Reply
}
