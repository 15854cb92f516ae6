//! Words that say how much, how many or how long: figures, numbers in words, units of time.
//!
//! Two asks that differ in such a word alone may be one, and what is asked is not the same
//! (`corpora/reference/measure_words.csv`).

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::domain::Language;
use crate::domain::vocabulary::{Table, fold};

static WORDS: LazyLock<[HashSet<String>; 6]> = LazyLock::new(|| {
    let table = Table::embedded("measure_words", include_str!("../../corpora/reference/measure_words.csv"));
    Language::ALL.map(|language| {
        let rows = table.rows().filter(|row| row.cell("language") == language.code());
        rows.flat_map(|row| row.list("words")).map(|word| fold(&word)).collect()
    })
});

/// Whether a word of a language, or a pair of Chinese characters, says how much, how many or how long.
#[must_use]
pub(super) fn is_measure(word: &str, language: Language) -> bool {
    let words = &WORDS[language.index()];
    let has_figure = word.chars().any(char::is_numeric);
    match language {
        Language::Zh => has_figure || words.iter().any(|part| word.contains(part.as_str())),
        _ => has_figure || words.contains(&fold(word)),
    }
}

#[cfg(test)]
mod tests {
    use super::is_measure;
    use crate::domain::Language::{En, Fr, Ru, Zh};

    #[test]
    fn figures_numbers_and_terms_are_told_from_other_words() {
        assert!(is_measure("14", En) && is_measure("Weeks", En) && is_measure("moitié", Fr) && is_measure("трёх", Ru));
        assert!(is_measure("三周", Zh) && !is_measure("人权", Zh) && !is_measure("clinics", En));
    }
}
