//! Compounds of two parts: written with a hyphen (`ill-treatment`) or as one word (`stakeholders`).
//!
//! For words that were cut at the end of a line, where both look the same. Words that the table does not
//! know are told by their parts: some first parts nearly always keep a hyphen, and some second parts.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::domain::vocabulary::Table;

/// How a compound is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// With a hyphen between its parts.
    WithHyphen,
    /// As one word.
    AsOne,
}

/// What a row of the table is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Part {
    Whole,
    First,
    Second,
}

static TABLE: LazyLock<HashMap<(Part, String), Written>> = LazyLock::new(|| {
    let table = Table::embedded("compounds", include_str!("../../corpora/reference/compounds.csv"));
    let entry = |part: &str, text: &str| match (part, text.split_once('-')) {
        ("first", _) => ((Part::First, text.to_owned()), Written::WithHyphen),
        ("second", _) => ((Part::Second, text.to_owned()), Written::WithHyphen),
        (_, Some((first, second))) => ((Part::Whole, format!("{first}{second}")), Written::WithHyphen),
        (_, None) => ((Part::Whole, text.to_owned()), Written::AsOne),
    };
    table.rows().map(|row| entry(row.cell("part"), row.cell("word"))).collect()
});

/// First parts that are shorter are no words: "in", "un".
const SHORTEST: usize = 3;

/// How the word of two parts in small letters is written; none where neither it nor its parts are known.
#[must_use]
pub fn written(first: &str, second: &str) -> Option<Written> {
    let known = |part, text: &str| TABLE.get(&(part, text.to_owned())).copied();
    known(Part::Whole, &format!("{first}{second}"))
        .or_else(|| known(Part::First, first))
        .or_else(|| known(Part::Second, second).filter(|_| first.chars().count() >= SHORTEST))
}

#[cfg(test)]
mod tests {
    use super::{Written, written};

    #[test]
    fn the_table_knows_wholes_first_and_second_parts() {
        assert_eq!(written("ill", "treatment"), Some(Written::WithHyphen));
        assert_eq!(written("multi", "lateral"), Some(Written::AsOne));
        assert_eq!(written("anti", "discrimination"), Some(Written::WithHyphen));
        assert_eq!(written("evidence", "based"), Some(Written::WithHyphen));
        assert_eq!(written("share", "holders"), Some(Written::AsOne));
        assert_eq!((written("discrimi", "nation"), written("under", "standing")), (None, None));
    }
}
