//! What of a table is no value: errors that a spreadsheet has left in cells, and rows of totals.

use std::sync::LazyLock;

use crate::domain::vocabulary::{Table, fold};

/// What programs write where a formula fails.
const ERRORS: [&str; 9] =
    ["#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#DATA!", "#GETTING_DATA"];

/// Words of a count that stands alone in its row.
const MOST_WORDS: usize = 7;

/// Words of rows that count others, folded, from `corpora/reference/total_words.csv`.
struct TotalWords {
    /// What such a row begins with.
    totals: Vec<String>,
    /// What stands beside its numbers.
    counted: Vec<String>,
    /// What a note on a table begins with.
    notes: Vec<String>,
}

static WORDS: LazyLock<TotalWords> = LazyLock::new(|| {
    let table = Table::embedded("total_words", include_str!("../../corpora/reference/total_words.csv"));
    let words = |kind| {
        let lists = table.of_kind(kind).lists_of_languages("words");
        lists.iter().flatten().map(|word| fold(word)).collect()
    };
    TotalWords { totals: words("total"), counted: words("counted"), notes: words("note") }
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
    if is_alone(row) && first == text.trim() && is_short_count(&folded, &is_count) {
        return true;
    }
    let after =
        WORDS.totals.iter().filter_map(|total| folded.strip_prefix(total.as_str())).min_by_key(|rest| rest.len());
    let own = after.filter(|rest| rest.is_empty() || rest.starts_with(' '));
    own.is_some_and(|rest| is_count(rest) && (first == text.trim() || is_count(&fold(text))))
}

/// Whether one cell of a row with several columns holds something.
fn is_alone(row: &[String]) -> bool {
    row.len() > 1 && row.iter().filter(|cell| !cell.trim().is_empty()).count() == 1
}

/// Whether words that stand alone in their row are a count: "2 recommendations", "Total accepted: 2".
fn is_short_count(folded: &str, is_count: &dyn Fn(&str) -> bool) -> bool {
    let has_digits = folded.chars().any(char::is_numeric);
    let is_short = folded.split(' ').count() <= MOST_WORDS;
    let begins = || WORDS.totals.iter().any(|total| folded.strip_prefix(total.as_str()).is_some_and(ends_word));
    has_digits && (is_count(folded) || (is_short && begins()))
}

fn ends_word(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(' ')
}

/// Whether a row holds a note on the table and nothing else: "Source: …", "* …".
pub(super) fn is_note(row: &[String], text: &str) -> bool {
    let text = text.trim();
    let word = text.split_once([':', '：']).map_or("", |(word, _)| word);
    let names_note = !word.is_empty() && WORDS.notes.contains(&fold(word));
    is_alone(row) && !text.is_empty() && (names_note || text.starts_with(['*', '†']))
}

#[cfg(test)]
mod tests {
    use super::{is_error, is_note, is_total};

    #[test]
    fn errors_of_spreadsheets_are_no_values() {
        assert!(is_error("#REF!") && is_error(" #n/a ") && !is_error("#12") && !is_error("N/A"));
    }

    #[test]
    fn notes_on_a_table_stand_alone_in_their_row() {
        let is_note = |cells: &[&str], text| is_note(&cells.iter().map(|c| (*c).to_owned()).collect::<Vec<_>>(), text);
        assert!(is_note(&["", "Source: the ministry"], "Source: the ministry"));
        assert!(is_note(&["", "* Changed later"], "* Changed later") && is_note(&["", "注：略"], "注：略"));
        assert!(!is_note(&["* Build schools"], "* Build schools") && !is_note(&["6.1", "Note: build"], "Note: build"));
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
        assert!(is_total(&["", "", "Total number of recommendations: 2"], "Total number of recommendations: 2"));
        assert!(is_total(&["", "2 recommendations"], "2 recommendations"));
        assert!(!is_total(
            &["", "Total ban on 3 weapons of this kind, at sea and on land"],
            "Total ban on 3 weapons of this kind, at sea and on land"
        ));
        assert!(!is_total(&["Total ban on torture"], "Total ban on torture"));
        assert!(!is_total(&["6.1", "Total"], "Total"));
        assert!(!is_total(&["Total", "x"], "Build schools"));
    }
}
