//! What of a table is no value: errors that a spreadsheet has left in cells, and rows of totals.

use std::sync::LazyLock;

use crate::domain::vocabulary::{Table, fold};

/// What programs write where a formula fails.
const ERRORS: [&str; 9] =
    ["#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#DATA!", "#GETTING_DATA"];

/// Words of rows that count others, folded, from `corpora/reference/total_words.csv`.
struct TotalWords {
    /// What such a row begins with.
    totals: Vec<String>,
    /// What stands beside its numbers.
    counted: Vec<String>,
}

static WORDS: LazyLock<TotalWords> = LazyLock::new(|| {
    let table = Table::embedded("total_words", include_str!("../../corpora/reference/total_words.csv"));
    let words = |kind| {
        let lists = table.of_kind(kind).lists_of_languages("words");
        lists.iter().flatten().map(|word| fold(word)).collect()
    };
    TotalWords { totals: words("total"), counted: words("counted") }
});

/// Whether a cell holds an error of a spreadsheet.
pub(super) fn is_error(cell: &str) -> bool {
    let cell = cell.trim();
    cell.starts_with('#') && ERRORS.iter().any(|error| error.eq_ignore_ascii_case(cell))
}

/// Whether a row counts others: its first filled cell says so, and the text is a number of recommendations, or
/// nothing.
pub(super) fn is_total(row: &[String], text: &str) -> bool {
    let Some(first) = row.iter().map(|cell| cell.trim()).find(|cell| !cell.is_empty()) else { return false };
    let is_counted = |word: &str| WORDS.counted.iter().any(|counted| counted == word);
    let is_count = |words: &str| {
        words.split(' ').all(|word| word.is_empty() || word.chars().all(char::is_numeric) || is_counted(word))
    };
    let folded = fold(first);
    let after =
        WORDS.totals.iter().filter_map(|total| folded.strip_prefix(total.as_str())).min_by_key(|rest| rest.len());
    let own = after.filter(|rest| rest.is_empty() || rest.starts_with(' '));
    own.is_some_and(|rest| is_count(rest) && (first == text.trim() || is_count(&fold(text))))
}

#[cfg(test)]
mod tests {
    use super::{is_error, is_total};

    #[test]
    fn errors_of_spreadsheets_are_no_values() {
        assert!(is_error("#REF!") && is_error(" #n/a ") && !is_error("#12") && !is_error("N/A"));
    }

    #[test]
    fn rows_of_totals_are_told_from_texts() {
        let is_total =
            |cells: &[&str], text| is_total(&cells.iter().map(|c| (*c).to_owned()).collect::<Vec<_>>(), text);
        assert!(is_total(&["Total", "", "5 recommendations"], "5 recommendations"));
        assert!(is_total(&["", "Total: 12 recommandations"], "Total: 12 recommandations"));
        assert!(is_total(&["Итого", "3"], "3 рекомендации") && is_total(&["合计", "8"], ""));
        assert!(is_total(&["Totales", "12 recomendaciones"], "12 recomendaciones"));
        assert!(is_total(&["الإجمالي", "5"], "5 توصيات") && is_total(&["共计", "8"], "8 项建议"));
        assert!(!is_total(&["Total ban on torture"], "Total ban on torture"));
        assert!(!is_total(&["6.1", "Total"], "Total"));
        assert!(!is_total(&["Total", "x"], "Build schools"));
    }
}
