//! Addenda that number recommendations without the paragraph of the report: "accepts recommendations
//! 1, 2 and 5", "Rec. 3", "1–5".
//!
//! Such numbers are written as items of a paragraph `000`, which no document has, so that lists, tables
//! and comments are read as in every other addendum; [`restored`] takes it off what was read.

use std::sync::LazyLock;

use regex::Regex;

use super::number_lists::{anywhere, numbers_alone};
use crate::domain::{NumberRange, Position, PositionStatement};
use crate::ingest::document::{Block, Cell, Document, Row};
use crate::text::pattern::pattern;

/// The paragraph that stands for none.
const NONE: &str = "000.";

/// The word "recommendation" and the number after it.
static WORDED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)((?:\brec\.?|\brecommendations?|\brecommandations?|\brecomendaci(?:ón|ones)|\bрекомендаци\p{L}*|توصي\p{L}*|建议)\s*(?:\(?(?:nos?\.?|numbers?|numbered|n[°ºo]s?\.?|№|numéros?|números?|номер\p{L}*|под номер\p{L}*|أرقام|رقم|第)\s*)?[:：]?\s*)(\d{1,3})\b",
    )
});
/// A list that goes to the end of a sentence that ends in a colon.
static LISTED: LazyLock<Regex> = LazyLock::new(|| pattern(r"[:：]\s*(\d{1,3})\b"));
/// The mark of an item, where no other number goes before it: `10 000.5` is one number.
static MARKED: LazyLock<Regex> = LazyLock::new(|| pattern(r"(^[\s,.'’]*|[^\d\s,.'’][\s,.'’]*)000\.(\d)"));
/// "Rec. 3 …", "Rec. 115.3 …" at the head of a comment.
static ABBREVIATED: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^(?:rec|r[ée]com)\.?\s*(?:nos?\.?|n[°º]|№)?\s*(\d{1,3}(?:\.\d{1,3})?)\b"));

/// Whether a document names recommendations by plain numbers more often than by full ones.
pub(super) fn is_plain(document: &Document) -> bool {
    let texts = document.blocks.iter().flat_map(|block| match block {
        Block::Paragraph(paragraph) => vec![paragraph.text.clone()],
        Block::Row(row) => row.cells.iter().map(Cell::text).collect(),
    });
    let (mut plain, mut full) = (0, 0);
    for text in texts {
        let has_full = !anywhere(&text).is_empty();
        full += usize::from(has_full);
        plain += usize::from(!has_full && WORDED.captures_iter(&text).any(|found| is_alone(&text, &found)));
    }
    plain > full
}

/// A text with its plain numbers as items.
pub(super) fn as_items(text: &str) -> String {
    let is_list = |text: &str| {
        let (numbers, rest) = numbers_alone(text);
        rest.is_empty() && (numbers.len() > 1 || numbers.iter().any(|range| range.to > range.from))
    };
    if is_list(text) {
        return format!("{NONE}{text}");
    }
    let mut written = WORDED
        .replace_all(text, |found: &regex::Captures<'_>| {
            let mark = if is_alone(text, found) { NONE } else { "" };
            format!("{}{mark}{}", &found[1], &found[2])
        })
        .into_owned();
    let listed = LISTED.captures_iter(&written).filter_map(|found| found.get(1)).map(|number| number.start());
    let is_open = |at: &usize| !written[*at..].starts_with(NONE) && is_list(&written[*at..]);
    let at = listed.filter(is_open).last();
    at.into_iter().for_each(|at| written.insert_str(at, NONE));
    written
}

/// A row with its plain numbers as items: a cell may hold one number and no more.
pub(super) fn row_as_items(row: &Row) -> Row {
    let cell = |cell: &Cell| {
        let text = cell.text();
        let is_number = (1..=3).contains(&text.trim().trim_end_matches('.').len())
            && text.trim().trim_end_matches('.').bytes().all(|b| b.is_ascii_digit());
        let line = if is_number { format!("{NONE}{}", text.trim()) } else { as_items(text.trim()) };
        Cell { span: cell.span, lines: Some(line).filter(|line| !line.is_empty()).into_iter().collect() }
    };
    Row { cells: row.cells.iter().map(cell).collect(), ..row.clone() }
}

/// A comment without the word before its number: "Rec. 3 …" is "3 …".
pub(super) fn without_abbreviation(text: &str) -> &str {
    ABBREVIATED.captures(text).and_then(|found| found.get(1)).map_or(text, |number| &text[number.start()..])
}

/// What was read, with the numbers and words as the document has them.
pub(super) fn restored(statement: PositionStatement) -> PositionStatement {
    let number = |range: NumberRange| NumberRange { main: range.main.filter(|main| *main > 0), ..range };
    let numbers = statement.numbers.into_iter().map(number).collect();
    PositionStatement { numbers, comment: as_written(&statement.comment), ..statement }
}

/// A text as the document has it; thousands of the document's own stay.
pub(super) fn as_written(text: &str) -> String {
    MARKED.replace_all(text, "$1$2").into_owned()
}

/// The position that a text of nothing but numbers and position words names: "Recommendations 4, 6: noted".
pub(super) fn position_beside_numbers(text: &str) -> Option<Position> {
    if !text.contains(char::is_numeric) {
        return None;
    }
    let words: String = text.chars().map(|c| if c.is_numeric() { ' ' } else { c }).collect();
    Position::from_words(&words).filter(|position| !matches!(position, Position::None | Position::Pending))
}

/// Whether a number is no part of a longer one, of a symbol or of a share.
fn is_alone(text: &str, found: &regex::Captures<'_>) -> bool {
    let after = found.get(2).map_or("", |number| &text[number.end()..]);
    let is_point = after.strip_prefix('.').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    !is_point && !after.starts_with(['/', '%'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_numbers_are_written_as_items_and_back() {
        for (text, expected) in [
            ("Peru accepts the recommendations 1–2, 5.", "Peru accepts the recommendations 000.1–2, 5."),
            ("Rec. 3 Schools were built.", "Rec. 000.3 Schools were built."),
            ("1, 2 and 5-7", "000.1, 2 and 5-7"),
            ("Peru accepts the following: 1, 2 and 5", "Peru accepts the following: 000.1, 2 and 5"),
            ("Les recommandations nos 4 et 6 sont notées.", "Les recommandations nos 000.4 et 6 sont notées."),
            ("Рекомендации 4, 6 приняты.", "Рекомендации 000.4, 6 приняты."),
            ("The report contains 6 recommendations.", "The report contains 6 recommendations."),
            ("Recommendation 121.3 is noted.", "Recommendation 121.3 is noted."),
        ] {
            assert_eq!(as_items(text), expected, "{text}");
            assert_eq!(as_written(&as_items(text)), text);
        }
        assert_eq!(without_abbreviation("Rec. 000.3 Schools were built."), "000.3 Schools were built.");
    }

    #[test]
    fn thousands_are_no_marks() {
        for text in ["It spent 10,000. Schools were built.", "It spent 1 000.50 on it.", "Of 30 000. 5 schools"] {
            assert_eq!(as_written(&as_items(text)), text);
        }
    }

    #[test]
    fn a_position_stands_beside_numbers() {
        assert_eq!(position_beside_numbers("Recommendations 4, 6: noted"), Some(Position::Noted));
        assert_eq!(position_beside_numbers("Aceptadas: 1-5"), Some(Position::Supported));
        assert_eq!(position_beside_numbers("Schools 4, 6"), None);
    }
}
