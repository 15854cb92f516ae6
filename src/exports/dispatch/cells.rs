//! What stands in the cells of a table that goes out: codes in words of its language, titles, notes.

use super::DispatchFile;
use crate::domain::exchange::{Access, SentRow, Sheet, SheetColumn, note, part_title};
use crate::domain::plan::{Acceptance, IriAnswer, Status};
use crate::domain::{Direction, Language};
use crate::text::plan_words::{answer_words, iri_words, status_words};

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

/// The words that are offered in a column; none where people write freely.
pub(super) fn offered(column: SheetColumn, language: Language) -> Vec<String> {
    use strum::VariantArray;
    match column {
        SheetColumn::Status => Status::VARIANTS.iter().map(|own| status_words(*own, language)).collect(),
        SheetColumn::Answer => {
            [Acceptance::Accepted, Acceptance::Refused].map(|own| answer_words(own, language)).to_vec()
        }
        SheetColumn::Agreed => vec![answer_words(Acceptance::Accepted, language)],
        SheetColumn::Assessment => IriAnswer::VARIANTS.iter().map(|own| iri_words(*own, language)).collect(),
        _ => Vec::new(),
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
    format!("{}. {}. {}", part_title(sheet.part, file.language), plan_title(file), dispatch(file))
}

/// The title of the plan.
pub(super) fn plan_title(file: &DispatchFile<'_>) -> String {
    note("title", file.language).replace("{name}", &file.plan)
}

/// The number of the dispatch, with its word.
pub(super) fn dispatch(file: &DispatchFile<'_>) -> String {
    format!("{} {}", note("dispatch", file.language), file.number)
}

/// What is said to those who fill the table in: to whom it goes and since when, then how to write in it.
pub(super) fn about(file: &DispatchFile<'_>) -> Vec<String> {
    let said = |code| note(code, file.language);
    let clearing = format!("{}: {}", said("clearing"), said("clear"));
    // In a language that is read from the right a date would be turned round.
    let mark = if Direction::of(file.language) == Direction::RightToLeft { "\u{200e}" } else { "" };
    let head = [format!("{}: {}", said("to"), file.to), format!("{}: {mark}{}", said("sent"), file.on), dispatch(file)];
    let how = ["how", "key", "dates"].map(|code| said(code).to_owned());
    head.into_iter().chain(how).chain([clearing, said("return").to_owned()]).collect()
}

/// Whether people write in a column.
pub(super) fn is_open(access: Access) -> bool {
    access == Access::Reply
}
