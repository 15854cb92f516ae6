//! Words of the calendar in six languages: months, seasons, quarters, small numbers, and what stands around dates.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::domain::vocabulary::Table;

/// What a word of the calendar tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum CalendarKind {
    /// A month, with its number.
    Month,
    /// A small number.
    Count,
    /// A season, from spring.
    Season,
    /// That a number counts quarters.
    Quarter,
    /// That a number counts half years.
    Half,
    /// A number in an order.
    Ordinal,
    /// That something has no end.
    Continuous,
    /// That what follows is a beginning.
    Start,
    /// That the number before it counts months.
    MonthMark,
    /// What stands around dates and changes nothing of them, or not more than their words keep.
    Filler,
}

/// The words by kind, from `corpora/reference/calendar_words.csv`.
static WORDS: LazyLock<HashMap<(CalendarKind, String), i8>> = LazyLock::new(|| {
    let table = Table::embedded("calendar_words", include_str!("../../corpora/reference/calendar_words.csv"));
    let mut words = HashMap::new();
    for row in table.rows() {
        let number = row.cell("number").parse().expect("the table holds numbers");
        let kind: CalendarKind = row.cell("kind").parse().expect("the table holds kinds");
        row.list("words").iter().for_each(|word| _ = words.insert((kind, word.to_lowercase()), number));
    }
    words
});

/// The number of a word, or of several with one blank between; `None` when it is none of that kind.
#[must_use]
pub fn calendar_word(kind: CalendarKind, words: &str) -> Option<i8> {
    WORDS.get(&(kind, words.to_lowercase())).copied()
}
