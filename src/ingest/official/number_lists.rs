//! Lists of paragraph numbers as people write them: `140.7, 140.8. 140.11-14, 87 and 94–103`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::domain::NumberRange;
use crate::text::pattern::pattern;

static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    let run = r"(?: ?[-–—‑] ?| (?i:to|through|until|thru|à|au|a|al|hasta|по|إلى|至) )";
    pattern(&format!(r"(?:(\d{{1,3}})\.)?(\d{{1,3}})(?:{run}(?:(\d{{1,3}})\.)?(\d{{1,3}}))?"))
});
/// A number with a blank beside its point, and whether it is the end of one and the head of another.
static APART: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b(\d{1,3})(?: \. ?|\. )(\d{1,3})(\.\d)?"));
/// A number with a comma for its point, or with letters that look like digits.
static MISTYPED: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b(\d{1,3})(?:,(\d{1,3})|\.(\d{0,2}[OolI]\d{0,2}))\b"));
/// What may stand between numbers of one list.
static BETWEEN: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?:[\s,;.&/]|(?i:and|et|y|e|и|or|from|de|du)\b|و|和|、|，)*$"));

/// What numbers without a paragraph are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bare {
    /// Numbers after a full one, whose paragraph they share.
    AfterFull,
    /// Numbers of a list that has no others.
    Alone,
}

/// The numbers at the head of a text and what follows them.
///
/// A number without its paragraph (`87` after `140.82`) belongs to the paragraph of the one before; it counts
/// only after a full one.
pub(super) fn leading(text: &str) -> (Vec<NumberRange>, &str) {
    at_head(text, Bare::AfterFull)
}

/// The numbers at the head of a cell that should hold nothing else, bare ones too, and what follows them.
pub(in crate::ingest) fn numbers_alone(cell: &str) -> (Vec<NumberRange>, &str) {
    at_head(cell, Bare::Alone)
}

fn at_head(text: &str, bare: Bare) -> (Vec<NumberRange>, &str) {
    let mut ranges: Vec<NumberRange> = Vec::new();
    let mut end = 0;
    for found in NUMBER.captures_iter(text) {
        let Some(whole) = found.get(0) else { break };
        if !BETWEEN.is_match(&text[end..whole.start()]) || is_inside_word(text, whole.start(), whole.end()) {
            break;
        }
        let value = |at: usize| found.get(at).and_then(|m| m.as_str().parse::<u32>().ok());
        let main = value(1).or(ranges.last().and_then(|range| range.main));
        let (Some(from), true) = (value(2), main.is_some() || bare == Bare::Alone) else { break };
        let to = value(4).map_or(from, |to| full_end(from, to));
        if value(3).is_some_and(|second| Some(second) != main) || to < from {
            break;
        }
        ranges.push(NumberRange { main, from, to });
        end = whole.end();
    }
    (ranges, text[end..].trim_start_matches(['.', ',', ';', ':', ' ']))
}

/// The text with `140. 35` and `140 .35` put together, where other numbers of the text begin with 140.
pub(super) fn mended(text: &str) -> String {
    let mains: BTreeSet<&str> = FULL.find_iter(text).filter_map(|m| m.as_str().split('.').next()).collect();
    let mend = |found: &Captures<'_>| {
        let is_one = found.get(3).is_none() && mains.contains(&found[1]);
        if is_one { format!("{}.{}", &found[1], &found[2]) } else { found[0].to_owned() }
    };
    let text = APART.replace_all(text, mend);
    // "140,16" for 140.16, and the letters O, l and I for digits.
    let with_comma = |found: &Captures<'_>| {
        let item =
            found.get(2).or(found.get(3)).map_or("", |m| m.as_str()).replace(['O', 'o'], "0").replace(['l', 'I'], "1");
        // "140.140,141" is a list: its first number belongs to another.
        let is_item = found.get(0).is_some_and(|m| text[..m.start()].ends_with('.'));
        if mains.contains(&found[1]) && !is_item { format!("{}.{item}", &found[1]) } else { found[0].to_owned() }
    };
    MISTYPED.replace_all(&text, with_comma).into_owned()
}

/// `118-19` means 118 to 119.
fn full_end(from: u32, to: u32) -> u32 {
    let (from_digits, to_digits) = (from.to_string(), to.to_string());
    match from_digits.len().checked_sub(to_digits.len()).filter(|cut| *cut > 0 && to < from) {
        Some(cut) => format!("{}{to_digits}", &from_digits[..cut]).parse().unwrap_or(to),
        None => to,
    }
}

fn is_inside_word(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].chars().next_back();
    let after = text[end..].chars().next();
    before.is_some_and(|c| c.is_alphanumeric() || c == '/')
        || after.is_some_and(|c| c.is_alphanumeric() || c == '/' || c == '%')
}

/// All lists of full numbers in a text, wherever they stand.
pub(super) fn anywhere(text: &str) -> Vec<NumberRange> {
    let mut ranges = Vec::new();
    let mut rest = text;
    while let Some(found) = FULL.find(rest) {
        let (list, tail) = leading(&rest[found.start()..]);
        let next = if list.is_empty() { &rest[found.end()..] } else { tail };
        ranges.extend(list);
        rest = next;
    }
    ranges
}

static FULL: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b\d{1,3}\.\d{1,3}"));

#[cfg(test)]
mod tests {
    use super::*;

    fn spelt(ranges: &[NumberRange]) -> Vec<String> {
        ranges.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn lists_with_ranges_and_typing_errors_are_read() {
        let (list, rest) = leading("140.35. 140.36, 140.82-85, 87 and 140.118-19 Slovenia builds");
        assert_eq!(spelt(&list), ["140.35", "140.36", "140.82-85", "140.87", "140.118-119"]);
        assert_eq!(rest, "Slovenia builds");
        let (list, _) = leading("122.17 – 18");
        assert_eq!(spelt(&list), ["122.17-18"]);
        let (list, _) = numbers_alone("94–103, 105");
        assert_eq!(spelt(&list), ["94-103", "105"]);
        assert!(numbers_alone("2030 is a year").0.is_empty());
        assert!(leading("94 schools").0.is_empty());
    }

    #[test]
    fn points_end_ranges_and_blanks_beside_them_are_mended() {
        let (list, _) = leading("121.9-11. 121.15, 121.82-85, 87. 121.90");
        assert_eq!(spelt(&list), ["121.9-11", "121.15", "121.82-85", "121.87", "121.90"]);
        let text = mended("121.1, 121. 35, 121 .36, 87. 121.40");
        assert_eq!(text, "121.1, 121.35, 121.36, 87. 121.40");
        assert_eq!(mended("121.1, 121,16, 121.2O and 121.l5"), "121.1, 121.16, 121.20 and 121.15");
        assert_eq!(spelt(&leading("121.1 to 121.4, 121.6 à 8").0), ["121.1-4", "121.6-8"]);
    }

    #[test]
    fn numbers_are_found_inside_sentences() {
        let list = anywhere("The Government accepts the following: 140.1, 140.2 and takes note of 140.5.");
        assert_eq!(spelt(&list), ["140.1", "140.2", "140.5"]);
    }

    proptest::proptest! {
        #[test]
        fn what_is_written_is_read(numbers in proptest::collection::vec((1u32..400, 1u32..300, 0u32..20), 1..30)) {
            let ranges: Vec<NumberRange> = numbers.iter().map(|&(main, from, run)| NumberRange { main: Some(main), from, to: from + run }).collect();
            let text = spelt(&ranges).join(", ") + ". Then words.";
            proptest::prop_assert_eq!(leading(&text), (ranges, "Then words."));
        }

        #[test]
        fn any_text_is_read(text in "\\PC{0,200}") {
            let _ = (numbers_alone(&text), anywhere(&text));
        }
    }
}
