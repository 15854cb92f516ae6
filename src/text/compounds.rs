//! Compounds of two parts: written with a hyphen (`ill-treatment`) or as one word (`stakeholders`).
//!
//! For words that were cut at the end of a line, where both look the same. Words that the table
//! (`corpora/reference/compounds.csv`) does not know are told by their parts: some first parts nearly always keep
//! a hyphen, and some second parts. Each language has its own: French "autodétermination" has none if English
//! "self-determination" has one. Arabic and Chinese cut no words, Spanish writes few with a hyphen.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::domain::Language;
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

/// How compounds and parts of them are written, in the order of [`Language::ALL`].
static TABLES: LazyLock<[HashMap<(Part, String), Written>; 6]> = LazyLock::new(|| {
    let table = Table::embedded("compounds", include_str!("../../corpora/reference/compounds.csv"));
    let entry = |part: &str, text: &str| match (part, text.split_once('-')) {
        ("first", _) => ((Part::First, text.to_owned()), Written::WithHyphen),
        ("second", _) => ((Part::Second, text.to_owned()), Written::WithHyphen),
        (_, Some((first, second))) => ((Part::Whole, format!("{first}{second}")), Written::WithHyphen),
        (_, None) => ((Part::Whole, text.to_owned()), Written::AsOne),
    };
    Language::ALL.map(|language| {
        let rows = table.rows().filter(|row| row.cell("language") == language.code());
        rows.map(|row| entry(row.cell("part"), row.cell("word"))).collect()
    })
});

/// First parts that are shorter are no words: "in", "un".
const SHORTEST: usize = 3;

/// How the word of two parts in small letters is written in a language; `None` when neither it nor its parts are
/// known.
#[must_use]
pub fn written(first: &str, second: &str, language: Language) -> Option<Written> {
    let table = &TABLES[language.index()];
    let known = |part, text: &str| table.get(&(part, text.to_owned())).copied();
    known(Part::Whole, &format!("{first}{second}"))
        .or_else(|| known(Part::First, first))
        .or_else(|| known(Part::Second, second).filter(|_| first.chars().count() >= SHORTEST))
}

#[cfg(test)]
mod tests {
    use super::{Written, written};
    use crate::domain::Language;

    #[test]
    fn each_language_has_its_own_compounds() {
        assert_eq!(written("self", "determination", Language::En), Some(Written::WithHyphen));
        assert_eq!(written("anti", "terrorista", Language::Es), None);
        assert_eq!(written("anti", "terroriste", Language::Fr), None);
        assert_eq!(written("non", "refoulement", Language::Fr), Some(Written::WithHyphen));
        assert_eq!(written("государства", "участники", Language::Ru), Some(Written::WithHyphen));
        assert_eq!(written("государства", "участники", Language::En), None);
    }

    #[test]
    fn the_table_knows_wholes_first_and_second_parts() {
        let written = |first, second| written(first, second, Language::En);
        assert_eq!(written("ill", "treatment"), Some(Written::WithHyphen));
        assert_eq!(written("multi", "lateral"), Some(Written::AsOne));
        assert_eq!(written("anti", "discrimination"), Some(Written::WithHyphen));
        assert_eq!(written("evidence", "based"), Some(Written::WithHyphen));
        assert_eq!(written("share", "holders"), Some(Written::AsOne));
        assert_eq!((written("discrimi", "nation"), written("under", "standing")), (None, None));
    }
}
