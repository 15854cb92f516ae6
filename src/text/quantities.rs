//! Values of indicators as people write them: numbers with marks between thousands, shares, fractions, yes and no.

use std::sync::LazyLock;

use rust_decimal::Decimal;
use unicode_normalization::UnicodeNormalization;

use super::digits::plain_digit;
use crate::domain::plan::{Parts, Quantity, QuantityKind};
use crate::domain::vocabulary::Table;

/// Words of values by kind, from `corpora/reference/quantity_words.csv`.
struct QuantityWords {
    percent: Vec<String>,
    yes: Vec<String>,
    no: Vec<String>,
}

static WORDS: LazyLock<QuantityWords> = LazyLock::new(|| {
    let table = Table::embedded("quantity_words", include_str!("../../corpora/reference/quantity_words.csv"));
    let of = |kind: &str| {
        let rows = table.rows().filter(|row| row.cell("kind") == kind);
        rows.flat_map(|row| row.list("words")).map(|word| folded(&word)).collect()
    };
    QuantityWords { percent: of("percent"), yes: of("yes"), no: of("no") }
});

/// Why a text is no value of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrongUnit;

/// The kind of values that a unit has: shares where it says per cent, yes or no where it says so, else numbers; `None`
/// where there is no unit.
#[must_use]
pub fn unit_kind(unit: &str) -> Option<QuantityKind> {
    let unit = folded(unit);
    let is_answer = |word: &str| WORDS.yes.iter().chain(&WORDS.no).any(|own| own == word);
    let is_done = unit.split(['/', ' ']).filter(|word| word.len() > 2).all(is_answer)
        && is_answer(unit.split(['/', ' ']).next().unwrap_or_default());
    let is_share = WORDS.percent.iter().any(|word| unit.starts_with(word.as_str()));
    match unit.as_str() {
        "" => None,
        _ if is_share => Some(QuantityKind::Share),
        _ if is_done => Some(QuantityKind::Done),
        _ => Some(QuantityKind::Number),
    }
}

/// Reads a value of a unit. Words behind a number are its unit: they must be the one that is asked for.
///
/// A share may be written as per cent (`37.5 %`), as a fraction (`3/8`), or as both (`37.5 % (3/8)`); where per cent
/// and fraction disagree, neither is taken.
///
/// # Errors
/// When the value is of another unit, or is no value of this one.
pub fn quantity(words: &str, unit: &str) -> Result<Quantity, WrongUnit> {
    let text = folded(words);
    let found = match unit_kind(unit) {
        Some(QuantityKind::Share) => share(&text),
        Some(QuantityKind::Done) => done(&text),
        Some(QuantityKind::Number | QuantityKind::Words) => number_of(&text, &folded(unit)),
        None => Some(any(&text).unwrap_or_else(|| Quantity::Words(words.trim().to_owned()))),
    };
    found.ok_or(WrongUnit)
}

/// A value without a unit: a share where per cent is written, yes, no, a number; `None` for words.
fn any(text: &str) -> Option<Quantity> {
    let is_share = WORDS.percent.iter().any(|word| text.contains(word.as_str()));
    let share = is_share.then(|| share(text)).flatten();
    share.or_else(|| done(text)).or_else(|| number(text).map(Quantity::Number))
}

fn done(text: &str) -> Option<Quantity> {
    let is = |words: &[String]| words.iter().any(|word| word == text);
    if is(&WORDS.yes) {
        return Some(Quantity::Done(true));
    }
    is(&WORDS.no).then_some(Quantity::Done(false))
}

fn share(text: &str) -> Option<Quantity> {
    let (stated, behind) = match text.split_once('(') {
        Some((stated, behind)) => (stated, behind.strip_suffix(')')?),
        None if text.contains('/') => ("", text),
        None => (text, ""),
    };
    let of = if behind.is_empty() { None } else { Some(parts(behind)?) };
    let stated = without_percent(stated.trim());
    let percent = if stated.is_empty() { of?.percent() } else { share_number(stated)? };
    // What was rounded may differ by a half of the last place that was written.
    let is_near = |parts: Parts| {
        let exact = parts.numerator.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(parts.denominator)?;
        let half = Decimal::try_new(5, percent.scale() + 1).unwrap_or_default();
        Some((exact - percent).abs() <= half)
    };
    let is_sound = percent >= Decimal::ZERO && of.is_none_or(|parts| is_near(parts) == Some(true));
    is_sound.then_some(Quantity::Share { percent, of })
}

fn without_percent(text: &str) -> &str {
    let of_word = |word: &String| text.strip_suffix(word.as_str()).or_else(|| text.strip_prefix(word.as_str()));
    WORDS.percent.iter().find_map(of_word).unwrap_or(text).trim()
}

fn parts(text: &str) -> Option<Parts> {
    let (numerator, denominator) = text.split_once('/')?;
    let (numerator, denominator) = (number(numerator.trim())?, number(denominator.trim())?);
    (denominator > Decimal::ZERO && numerator >= Decimal::ZERO).then_some(Parts { numerator, denominator })
}

/// A number whose unit, if it is written, is the one that is asked for.
fn number_of(text: &str, unit: &str) -> Option<Quantity> {
    let bare = text.strip_suffix(unit).or_else(|| text.strip_prefix(unit)).unwrap_or(text);
    number(bare.trim()).map(Quantity::Number)
}

/// A number: blanks, commas, full stops and apostrophes between groups of three digits are none of it; the last mark
/// before another count of digits parts the whole from the rest. `1,234` and `1.234` are over a thousand for some and
/// little more than one for others: they are not read.
#[must_use]
pub fn number(text: &str) -> Option<Decimal> {
    let (sign, digits) = text.strip_prefix(['-', '\u{2212}']).map_or(("", text), |rest| ("-", rest));
    let is_mark = |c: char| matches!(c, ',' | '.' | '\'' | '’' | '٬' | '٫') || c.is_whitespace();
    let groups: Vec<&str> = digits.split(is_mark).collect();
    if groups.iter().any(|group| group.is_empty() || !group.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    let marks: Vec<char> = digits.chars().filter(|c| is_mark(*c)).collect();
    let is_grouped = |groups: &[&str]| groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3);
    let are_alike = |marks: &[char]| marks.windows(2).all(|pair| pair[0] == pair[1]);
    let written = match (groups.split_last()?, marks.split_last()) {
        ((whole, []), None) => (*whole).to_owned(),
        _ if is_twofold(&groups, &marks) => return None,
        _ if is_grouped(&groups) && are_alike(&marks) && groups[0] != "0" => groups.concat(),
        ((rest, before), Some((mark, others))) => {
            let is_whole = before.len() == 1 || (is_grouped(before) && are_alike(others));
            let parts = !mark.is_whitespace() && !others.contains(mark) && is_whole;
            parts.then(|| format!("{}.{rest}", before.concat()))?
        }
        _ => return None,
    };
    format!("{sign}{written}").parse().ok()
}

/// Whether a number has one comma or full stop before three digits, which may part thousands or decimals.
fn is_twofold(groups: &[&str], marks: &[char]) -> bool {
    let is_mark = matches!(marks, [',' | '.']);
    is_mark && groups[0] != "0" && groups[0].len() <= 3 && groups[1].len() == 3
}

/// A share is hardly ever a thousand per cent: one mark in it parts decimals.
fn share_number(text: &str) -> Option<Decimal> {
    number(text).or_else(|| text.replace(',', ".").parse().ok())
}

fn folded(text: &str) -> String {
    let digit = |c| if c == '\u{66a}' { '%' } else { plain_digit(c) };
    text.nfkc().flat_map(char::to_lowercase).map(digit).collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{WrongUnit, number, quantity, unit_kind};
    use crate::domain::plan::QuantityKind;

    fn read(text: &str, unit: &str) -> String {
        quantity(text, unit).map_or_else(|WrongUnit| "wrong unit".to_owned(), |value| value.to_string())
    }

    #[test]
    fn numbers_are_read_with_whatever_marks_they_are_written() {
        for (text, meant) in [
            ("1200", "1200"),
            ("1 200", "1200"),
            ("1\u{a0}234\u{a0}567", "1234567"),
            ("1.200.000", "1200000"),
            ("1,200.50", "1200.50"),
            ("1.200,5", "1200.5"),
            ("37,5", "37.5"),
            ("0.125", "0.125"),
            ("-3", "-3"),
            ("12.50", "12.50"),
        ] {
            assert_eq!(number(text).map(|n| n.to_string()).as_deref(), Some(meant), "{text}");
        }
        for wrong in ["", "1,200", "1.234", "1,2,3", "12 34", "1..2", "3 cases", "1,200,5", "."] {
            assert_eq!(number(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_share_keeps_what_it_is_made_of_and_one_that_contradicts_itself_is_refused() {
        assert_eq!(unit_kind("per cent"), Some(QuantityKind::Share));
        for (text, meant) in [
            ("37.5", "37.5%"),
            ("37,5 %", "37.5%"),
            ("37.125", "37.125%"),
            ("3/8", "37.5% (3/8)"),
            ("38% (3/8)", "38% (3/8)"),
            ("45 per cent", "45%"),
            ("40 (3/8)", "wrong unit"),
            ("33.3333% (1/3)", "33.3333% (1/3)"),
            ("0.1234567890123456789012345678% (1/8)", "wrong unit"),
            ("3/0", "wrong unit"),
            ("50 cases", "wrong unit"),
        ] {
            assert_eq!(read(text, "%"), meant, "{text}");
        }
    }

    #[test]
    fn a_value_of_another_unit_is_refused_and_without_a_unit_it_says_what_it_is() {
        assert_eq!(read("120 cases", "cases"), "120");
        assert_eq!(read("120", "cases"), "120");
        assert_eq!(read("120 shelters", "cases"), "wrong unit");
        assert_eq!(read("50%", "cases"), "wrong unit");
        assert_eq!(
            (read("sí", "yes/no"), read("non", "oui/non"), read("3", "yes/no")),
            ("yes".to_owned(), "no".to_owned(), "wrong unit".to_owned())
        );
        assert_eq!(
            (read("12", ""), read("12 %", ""), read("law adopted", ""), read("да", "")),
            ("12".to_owned(), "12%".to_owned(), "law adopted".to_owned(), "yes".to_owned())
        );
    }
}
