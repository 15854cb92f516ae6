//! Words that fill cells of official tables: marks of a column that applies, and groups that are everybody
//! (`corpora/reference/cell_words.csv`).

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::domain::vocabulary::{Table, fold};

/// Marks that people set in the column of a class; the letter folds, the signs do not.
const TICKS: [&str; 7] = ["x", "✓", "✔", "√", "☑", "☒", "✅"];

/// Words, folded.
struct CellWords {
    yes: HashSet<String>,
    everyone: HashSet<String>,
}

static WORDS: LazyLock<CellWords> = LazyLock::new(|| {
    let table = Table::embedded("cell_words", include_str!("../../../corpora/reference/cell_words.csv"));
    let words = |kind| {
        let lists = table.of_kind(kind).lists_of_languages("words");
        lists.iter().flatten().map(|word| fold(word)).collect()
    };
    CellWords { yes: words("yes"), everyone: words("everyone") }
});

/// Whether a cell says that the class of its column applies.
pub(super) fn is_tick(cell: &str) -> bool {
    let folded = fold(cell);
    TICKS.contains(&folded.as_str()) || TICKS.contains(&cell) || WORDS.yes.contains(&folded)
}

/// Whether a cell of groups means no group.
pub(super) fn is_everyone(cell: &str) -> bool {
    WORDS.everyone.contains(&fold(cell))
}

#[cfg(test)]
mod tests {
    use super::{is_everyone, is_tick};

    #[test]
    fn ticks_and_words_for_everyone_are_known_in_six_languages() {
        for cell in ["X", "✓", "Yes", "Oui", "Sí", "نعم", "Да", "是"] {
            assert!(is_tick(cell), "{cell}");
        }
        for cell in ["All persons", "Toutes les personnes", "Todas las personas", "جميع الأشخاص", "Все лица", "所有人"]
        {
            assert!(is_everyone(cell), "{cell}");
        }
        assert!(!is_tick("Supported") && !is_tick("") && !is_everyone("Women") && !is_everyone(""));
    }
}
