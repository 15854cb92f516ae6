//! Lines of pages: ligatures, blanks, hyphens at the end, and what a line begins with.

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

/// First parts of words that keep their hyphen.
const KEEPING: [&str; 26] = [
    "non",
    "re",
    "self",
    "anti",
    "co",
    "mid",
    "post",
    "pre",
    "sub",
    "multi",
    "inter",
    "well",
    "long",
    "short",
    "high",
    "low",
    "cross",
    "gender",
    "human",
    "human-rights",
    "decision",
    "policy",
    "law",
    "capacity",
    "follow",
    "full",
];

/// Adds a line to a text; a hyphen at the end of a line is kept where the word has one elsewhere.
pub(super) fn join(text: &mut String, line: &str, has_word: &dyn Fn(&str) -> bool) {
    let goes_on = line.starts_with(|c: char| c.is_lowercase());
    let before = text.strip_suffix('-').filter(|t| t.ends_with(char::is_alphabetic));
    if let (Some(before), true) = (before, goes_on) {
        let head = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("").to_lowercase();
        let tail: String = line.chars().take_while(|c| c.is_alphanumeric()).collect();
        let whole = has_word(&format!("{head}{tail}"));
        let hyphened = has_word(&format!("{head}-{tail}")) || (!whole && KEEPING.contains(&head.as_str()));
        let length = before.len();
        if !hyphened {
            text.truncate(length);
        }
        text.push_str(line);
        return;
    }
    // A name or a symbol that was broken after its slash or hyphen goes on without a blank.
    let joins = text.ends_with('/') || (text.ends_with('-') && !text.ends_with(" -"));
    if !text.is_empty() && !joins {
        text.push(' ');
    }
    text.push_str(line);
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

    #[test]
    fn hyphens_at_line_ends_are_undone_where_the_word_has_none() {
        let known = |word: &str| ["rehabilitation", "non-citizens"].contains(&word);
        let join_two = |a: &str, b: &str| {
            let mut text = a.to_owned();
            join(&mut text, b, &known);
            text
        };
        assert_eq!(join_two("the rehabil-", "itation of"), "the rehabilitation of");
        assert_eq!(join_two("of non-", "citizens and"), "of non-citizens and");
        assert_eq!(join_two("A/HRC/28/", "15/Add.1"), "A/HRC/28/15/Add.1");
        assert_eq!(join_two("Timor-", "Leste"), "Timor-Leste");
    }
}
