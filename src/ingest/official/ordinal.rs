//! Ordinals of lists in any shape: `(1)`, `1º`, `R1:`, `Recommendation 1 –`, `一、`, `أ)`, a bullet.
//!
//! What [`label`](super::label::label) reads is read first; the shapes here would be mistaken for
//! labels outside a list.

use std::sync::LazyLock;

use regex::Regex;

use super::label::{Label, label, number};
use crate::text::pattern::pattern;

/// "Recommendation 5:", "R5.", "No. 5 –": a word before the number and a mark after it.
static WORDED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:r|rec|recommendation|recommandation|recomendaci[oó]n|рекомендация|توصية|التوصية|建议|no|n°|nº|№)\.?\s*(?:no\.?|n°|nº|№|رقم)?\s*(\d{1,3})(?:\.(\d{1,3}))?\s*[.:)：、–—-]+\s*",
    )
});
/// "(5)", "5º", "5、", "5:", "5 –".
static MARKED: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?:[(（]\s?(\d{1,3})\s?[)）][.:]?|(\d{1,3})\s?(?:[º°ª]\.?|[、．：:]|[/–—]\s))\s*"));
/// "一、", "（一）".
static COUNTED: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?:[(（]([一二三四五六七八九十]{1,3})[)）]|([一二三四五六七八九十]{1,3})、)\s*"));
/// "a.", "(б)", "أ)".
static LETTERED: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?:[(（]\s?(\p{Ll}|\p{Arabic})\s?[)）]|(\p{Ll}|\p{Arabic})\s?[)）.](?:\s|$))\s*"));
static BULLET: LazyLock<Regex> = LazyLock::new(|| pattern(r"^[•●▪◦·*–—-]\s+"));

/// Letters in the order in which lists count them.
const SERIES: [&str; 3] =
    ["abcdefghijklmnopqrstuvwxyz", "абвгдежзиклмнопрстуфхцчшщэюя", "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ"];

/// The ordinal of a text and what follows it.
pub(super) fn ordinal(text: &str) -> (Label, &str) {
    match label(text) {
        (Label::None, rest) => other(rest).unwrap_or((Label::None, rest)),
        found => found,
    }
}

/// What follows a bullet.
pub(super) fn bullet(text: &str) -> Option<&str> {
    let text = text.trim_start();
    BULLET.find(text).map(|found| &text[found.end()..])
}

fn other(text: &str) -> Option<(Label, &str)> {
    if let Some(found) = WORDED.captures(text) {
        let (first, second) = (number(&found[1]), found.get(2).map(|item| number(item.as_str())));
        let label = second.map_or(Label::Main(first), |item| Label::Item { main: first, item });
        return (first > 0 && second != Some(0)).then(|| (label, &text[found[0].len()..]));
    }
    if let Some(found) = MARKED.captures(text) {
        let main = found.get(1).or(found.get(2)).map_or(0, |digits| number(digits.as_str()));
        return (main > 0).then(|| (Label::Main(main), &text[found[0].len()..]));
    }
    if let Some(found) = COUNTED.captures(text) {
        let main = found.get(1).or(found.get(2)).map_or(0, |numeral| counted(numeral.as_str()));
        return Some((Label::Main(main), &text[found[0].len()..]));
    }
    let found = LETTERED.captures(text)?;
    let letter = found.get(1).or(found.get(2))?.as_str().chars().next()?;
    Some((Label::Letter(latin(letter)?), &text[found[0].len()..]))
}

/// A Chinese numeral up to 99.
fn counted(numeral: &str) -> u32 {
    let value = |c: char| "一二三四五六七八九".chars().zip(1_u32..).find(|(one, _)| *one == c).map_or(0, |(_, n)| n);
    numeral.chars().fold(0, |sum: u32, c| if c == '十' { sum.max(1) * 10 } else { sum + value(c) })
}

/// The Latin letter that stands where a letter of any script stands in its series.
pub(super) fn latin(letter: char) -> Option<String> {
    let plain = match letter {
        'أ' | 'إ' | 'آ' => 'ا',
        _ => letter,
    };
    let (at, _) = SERIES
        .iter()
        .find_map(|series| series.chars().zip(10_u32..).map(|(c, at)| (at, c)).find(|(_, c)| *c == plain))?;
    char::from_digit(at, 36).map(String::from)
}

#[cfg(test)]
mod tests {
    use super::{Label, bullet, ordinal};

    #[test]
    fn ordinals_of_any_shape_and_script_are_read() {
        for (text, expected, rest) in [
            ("87.1 Build", Label::Item { main: 87, item: 1 }, "Build"),
            ("1. Build", Label::Main(1), "Build"),
            ("(1) Build", Label::Main(1), "Build"),
            ("1º Construir", Label::Main(1), "Construir"),
            ("R1: Build", Label::Main(1), "Build"),
            ("Recommandation n° 12 – Construire", Label::Main(12), "Construire"),
            ("Rec. 87.1: Build", Label::Item { main: 87, item: 1 }, "Build"),
            ("1、建设", Label::Main(1), "建设"),
            ("（二十一）建设", Label::Main(21), "建设"),
            ("а) Построить", Label::Letter("a".into()), "Построить"),
            ("(ب) بناء", Label::Letter("b".into()), "بناء"),
            ("Recommendations 1 and 2 were made", Label::None, "Recommendations 1 and 2 were made"),
        ] {
            assert_eq!(ordinal(text), (expected, rest), "{text}");
        }
        assert_eq!(bullet("• Build"), Some("Build"));
        assert_eq!(bullet("well-built"), None);
    }
}
