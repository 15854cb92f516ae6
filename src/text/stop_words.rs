//! Small words that say nothing of what is looked for, in six languages.
//!
//! They count inside phrases and names; among single words they are left out
//! (`corpora/reference/stop_words.csv`).

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::domain::Language;
use crate::domain::vocabulary::{Table, fold};

static WORDS: LazyLock<[HashSet<String>; 6]> = LazyLock::new(|| {
    let table = Table::embedded("stop_words", include_str!("../../corpora/reference/stop_words.csv"));
    Language::ALL.map(|language| {
        let rows = table.rows().filter(|row| row.cell("language") == language.code());
        rows.flat_map(|row| row.list("words")).map(|word| fold(&word)).collect()
    })
});

/// Whether a word is one of them in a language.
#[must_use]
pub fn is_stop_word(word: &str, language: Language) -> bool {
    WORDS[language.index()].contains(&fold(word))
}

#[cfg(test)]
mod tests {
    use super::is_stop_word;
    use crate::domain::Language::{En, Es, Fr, Ru};

    #[test]
    fn small_words_are_told_from_others_by_language() {
        assert!(
            is_stop_word("The", En) && is_stop_word("où", Fr) && is_stop_word("cómo", Es) && is_stop_word("её", Ru)
        );
        assert!(!is_stop_word("women", En) && !is_stop_word("la", En));
    }
}
