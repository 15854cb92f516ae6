//! What stands before a paragraph: `140.7`, `60.`, `(a)`.

use std::sync::LazyLock;

use regex::Regex;

use super::dates::date;

use crate::text::pattern::pattern;

/// The label of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Label {
    /// An item under a numbered paragraph: `140.7`.
    Item {
        /// Number of the paragraph.
        main: u32,
        /// Number of the item.
        item: u32,
    },
    /// A numbered paragraph: `60.`
    Main(u32),
    /// A letter or a small Roman number: `a`, `iv`.
    Letter(String),
    /// Nothing.
    None,
}

/// "5 March 2024" alone on a line is no paragraph 5.
const LONGEST_DATE: usize = 40;

static ITEM: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(\d{1,3}) ?[.\-–] ?(\d{1,3})(?:\s*[.):–-]+\s*|\s+|(\p{L}))"));
static MAIN: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(\d{1,3})(?: ?[.)-]\s*|\s{2,}|\s+(\p{Lu}))"));
static BARE: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(\d{1,3})\.?$"));
static LETTER: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\(?([a-z]{1,2}|[ivx]{1,5})\)\s*"));

/// The label of a text and what follows it.
///
/// `0.7 per cent` and `2030 Agenda` have none: paragraphs begin at 1 and have three digits at most.
pub(super) fn label(text: &str) -> (Label, &str) {
    let text = text.trim_start();
    if text.len() < LONGEST_DATE && date(text).is_some() {
        return (Label::None, text);
    }
    if let Some(found) = ITEM.captures(text) {
        let (main, item): (u32, u32) = (number(&found[1]), number(&found[2]));
        // The letter that proves the end of the number belongs to the text.
        let end = found.get(3).map_or(found[0].len(), |letter| letter.start());
        if main > 0 && item > 0 && !text[end..].starts_with(|c: char| c.is_ascii_digit() || c == '%') {
            return (Label::Item { main, item }, text[end..].trim_start());
        }
    }
    if let Some(found) = BARE.captures(text) {
        return (Label::Main(number(&found[1])), "");
    }
    if let Some(found) = MAIN.captures(text) {
        let end = found.get(2).map_or(found[0].len(), |letter| letter.start());
        if number(&found[1]) > 0 && !text[end..].starts_with(|c: char| c.is_ascii_digit()) {
            return (Label::Main(number(&found[1])), text[end..].trim_start());
        }
    }
    match LETTER.captures(text) {
        Some(found) => (Label::Letter(found[1].to_owned()), text[found[0].len()..].trim_start()),
        None => (Label::None, text),
    }
}

/// A number in the digits of any script that documents of the review are written in, in half or full width;
/// 0 for others, and for those that are too large.
pub(super) fn number(digits: &str) -> u32 {
    let digit = |c: char| match c {
        '\u{660}'..='\u{669}' => Some(c as u32 - 0x660),
        '\u{6f0}'..='\u{6f9}' => Some(c as u32 - 0x6f0),
        '\u{ff10}'..='\u{ff19}' => Some(c as u32 - 0xff10),
        _ => c.to_digit(10),
    };
    digits.chars().try_fold(0, |sum: u32, c| sum.checked_mul(10)?.checked_add(digit(c)?)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{Label, label};

    #[test]
    fn labels_of_all_shapes_are_read() {
        for (text, expected, rest) in [
            ("140.7 Ratify", Label::Item { main: 140, item: 7 }, "Ratify"),
            ("166.6. Ratify", Label::Item { main: 166, item: 6 }, "Ratify"),
            ("6.1\tRatify", Label::Item { main: 6, item: 1 }, "Ratify"),
            ("131-237 مواصلة", Label::Item { main: 131, item: 237 }, "مواصلة"),
            ("127.179继续", Label::Item { main: 127, item: 179 }, "继续"),
            ("60. The following", Label::Main(60), "The following"),
            ("7.\tThe Committee", Label::Main(7), "The Committee"),
            ("12.The Committee", Label::Main(12), "The Committee"),
            ("(a) Build", Label::Letter("a".into()), "Build"),
            ("١٢. بناء", Label::Main(12), "بناء"),
            ("１２. 建设", Label::Main(12), "建设"),
            ("2030 Agenda", Label::None, "2030 Agenda"),
            ("0.7 per cent", Label::None, "0.7 per cent"),
            ("30% of seats", Label::None, "30% of seats"),
            ("5 March 2024", Label::None, "5 March 2024"),
        ] {
            assert_eq!(label(text), (expected, rest), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_keeps_what_follows_its_label(text in "\\PC{0,80}") {
            let (_, rest) = label(&text);
            proptest::prop_assert!(text.trim_start().ends_with(rest));
        }
    }
}
