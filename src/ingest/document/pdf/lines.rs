//! Lines of pages: ligatures, blanks, and what a line begins with.

use std::sync::LazyLock;

use regex::Regex;

use crate::text::pattern::pattern;

/// What a paragraph may begin with: `115.7`, `60.`, `(a)`, a bullet.
static MARK: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(\d{1,3}\.\d{1,3}(?:\.\d{1,3})?|\d{1,3}(?:\.|\)))(?:[.)]?)(?:\s|$|\p{Lu})"));
/// The head of a comment on several items: `140.11-14`, `140.82-85, 87`.
static RANGE: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\d{1,3}\.\d{1,3}(?:\s?[-–—]\s?\d|,\s?\d)"));
static LETTER: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\(?(?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2})\)(?:\s|$)"));
static BULLET: LazyLock<Regex> = LazyLock::new(|| pattern(r"^[•●▪◦·]\s"));
/// "II. Conclusions", "A.   Presentation", with at least a word after it.
static HEADING: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(?:([IVX]{1,5})|([A-Z]))\.\s+\p{Lu}"));

/// The number of a line that begins with one: `115.7`, `60`.
pub(super) fn number(line: &str) -> Option<(Option<u32>, u32)> {
    let found = MARK.captures(line)?;
    let parts: Vec<u32> = found[1].split(['.', ')']).filter_map(|part| part.parse().ok()).collect();
    match parts.as_slice() {
        [one] => Some((None, *one)),
        [main, item] | [_, main, item] => Some((Some(*main), *item)),
        _ => None,
    }
}

/// Whether a line begins like an item or a numbered paragraph.
pub(super) fn begins_with_number(line: &str) -> bool {
    MARK.is_match(line)
}

/// Whether a line begins with a run or list of items.
pub(super) fn begins_with_range(line: &str) -> bool {
    RANGE.is_match(line)
}

/// Whether a line begins like a sub-item: a letter in brackets, a bullet.
pub(super) fn begins_with_letter(line: &str) -> bool {
    LETTER.is_match(line) || BULLET.is_match(line)
}

/// The level of a heading that carries a Roman number or a letter.
pub(super) fn heading_level(line: &str) -> Option<u8> {
    let found = HEADING.captures(line)?;
    Some(if found.get(1).is_some() { 1 } else { 2 })
}

/// One line without ligatures, soft hyphens and doubled blanks.
pub(super) fn plain(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    for c in line.chars() {
        match c {
            'ﬀ' => text.push_str("ff"),
            'ﬁ' => text.push_str("fi"),
            'ﬂ' => text.push_str("fl"),
            'ﬃ' => text.push_str("ffi"),
            'ﬄ' => text.push_str("ffl"),
            'ﬅ' | 'ﬆ' => text.push_str("st"),
            '\u{ad}' | '\u{feff}' => {}
            '\u{a0}' | '\t' => text.push(' '),
            _ => text.push(c),
        }
    }
    text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether a text ends like a sentence or an item.
pub(super) fn is_ended(text: &str) -> bool {
    let text = text.trim_end().trim_end_matches(['”', '"', '’', '»', '*']);
    text.ends_with(['.', ';', ':', '!', '?', '。', '；', '：', '؛', '؟'])
        || (text.ends_with("and") || text.ends_with(" or")) && !is_in_brackets(text)
}

/// Whether a bracket is open at the end: "(Antigua and".
fn is_in_brackets(text: &str) -> bool {
    text.rfind('(') > text.rfind(')')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_letters_and_headings_are_told_apart() {
        assert_eq!(number("115.7 Consider"), Some((Some(115), 7)));
        assert_eq!(number("115.10Adopt a law"), Some((Some(115), 10)), "a narrow tab leaves no blank");
        assert_eq!((number("60."), number("67. The")), (Some((None, 60)), Some((None, 67))));
        assert_eq!((number("2030 Agenda"), number("0.7 per cent")), (None, Some((Some(0), 7))));
        assert!(is_ended("law; and") && is_ended("(France) and") && !is_ended("(Peru) (Antigua and"));
        assert!(begins_with_letter("(a) Build") && begins_with_letter("• Mr.") && !begins_with_letter("(see above)"));
        assert_eq!((heading_level("II. Conclusions"), heading_level("A. Presentation")), (Some(1), Some(2)));
    }
}
