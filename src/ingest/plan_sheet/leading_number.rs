//! Numbers of an office before the words in one cell.

/// Whether the first word of a cell numbers it: `1.2`, `3)`, `A.1.`
pub(super) fn is_leading_number(word: &str) -> bool {
    let bare = word.trim_end_matches([')', ':', '.']);
    let has_mark = bare.len() < word.len() || bare.contains('.');
    let is_of_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-');
    let rest = bare.strip_prefix(|c: char| c.is_ascii_uppercase()).unwrap_or(bare);
    has_mark && rest.chars().any(|c| c.is_ascii_digit()) && rest.chars().all(is_of_number)
}
