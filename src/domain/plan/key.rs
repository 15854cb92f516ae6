//! Keys of the plan: minted once, the same wherever a plan travels.
//!
//! A key is seven symbols and a check symbol over consonants and digits that are read as nothing else: no word,
//! month, number, date or exponent of any language comes of them, and no two look alike. The check finds every
//! wrong symbol and every exchange of two symbols: the sum of all symbols, each times its place, is a multiple of
//! 23, which is prime (the method of ISBN-10, with another modulus).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use unicode_normalization::UnicodeNormalization;

use crate::domain::message::{Message, Values, given};

/// The symbols, letters first: consonants without those that are read as vowels or digits, digits without those that are
/// read as letters.
const SYMBOLS: [char; 23] =
    ['B', 'C', 'D', 'F', 'G', 'H', 'J', 'K', 'M', 'N', 'P', 'Q', 'R', 'T', 'V', 'W', 'X', '3', '4', '6', '7', '8', '9'];
/// How many of them are letters.
const LETTERS: u64 = 17;
/// How many there are, as a number to count with.
const BASE: u64 = 23;
/// Symbols of a key without the check.
const LENGTH: usize = 7;

/// The key of something in the plan: a measure, a milestone, an indicator, an outcome, an assessment or a comment.
/// Printed as `M4KQ-7T9-X`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PlanKey(u64);

impl PlanKey {
    /// How many keys there are.
    const COUNT: u64 = LETTERS * BASE.pow(LENGTH as u32 - 1);

    /// The key minted out of a seed: the head of its BLAKE3 hash, counted up past keys that are taken.
    #[must_use]
    pub fn minted(seed: &[u8], is_taken: impl Fn(Self) -> bool) -> Self {
        let hash = blake3::hash(seed);
        let head = hash.as_bytes().iter().take(8).fold(0u64, |number, byte| (number << 8) | u64::from(*byte));
        let mut key = Self(head % Self::COUNT);
        while is_taken(key) {
            key = Self((key.0 + 1) % Self::COUNT);
        }
        key
    }

    /// The values of the seven symbols and of the check.
    fn values(self) -> [u64; LENGTH + 1] {
        let mut values = [0; LENGTH + 1];
        let mut rest = self.0;
        for at in (1..LENGTH).rev() {
            values[at] = rest % BASE;
            rest /= BASE;
        }
        values[0] = rest;
        values[LENGTH] = check(&values[..LENGTH]);
        values
    }

    /// The key of eight symbols; `None` where they are none, or the check says that one is wrong.
    fn of(values: &[u64]) -> Option<Self> {
        let (number, last) = (values.get(..LENGTH)?, values.get(LENGTH)?);
        let is_whole = values.len() == LENGTH + 1 && number[0] < LETTERS && check(number) == *last;
        is_whole.then(|| Self(number.iter().fold(0, |sum, value| sum * BASE + value)))
    }
}

/// The check of seven symbols: with it as the eighth, the sum of all times their places is a multiple of the base.
fn check(values: &[u64]) -> u64 {
    let sum: u64 = values.iter().zip(1..).map(|(value, place)| value * place).sum();
    // 8 · 3 = 24, which leaves 1: three times the negative sum is what the eighth place needs.
    (BASE - sum % BASE) * 3 % BASE
}

impl fmt::Display for PlanKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, value) in self.values().into_iter().enumerate() {
            if at == 4 || at == LENGTH {
                f.write_str("-")?;
            }
            write!(f, "{}", SYMBOLS[value as usize])?;
        }
        Ok(())
    }
}

/// The text is no key of the plan.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("bad-plan-key")]
pub struct BadPlanKey(pub String);

impl Message for BadPlanKey {
    fn code(&self) -> &'static str {
        "bad-plan-key"
    }

    fn values(&self) -> Values {
        given(&self.0)
    }
}

impl FromStr for PlanKey {
    type Err = BadPlanKey;

    /// Reads a key however it was typed: in small letters, with other dashes or blanks, in full width, with the
    /// letters and digits of other scripts that look the same.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let values: Option<Vec<u64>> = text.nfkc().filter(|c| !is_between(*c)).map(value).collect();
        values.and_then(|values| Self::of(&values)).ok_or_else(|| BadPlanKey(text.to_owned()))
    }
}

/// What may stand between symbols, or around them: blanks, dashes of all kinds, marks of direction.
fn is_between(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '-' | '_' | '.' | '\u{ad}' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn value(c: char) -> Option<u64> {
    let meant = c.to_uppercase().next().map(look_alike)?;
    SYMBOLS.iter().position(|symbol| *symbol == meant).map(|at| at as u64)
}

/// The symbol that a letter of another script looks like, or a digit of another script means.
const fn look_alike(c: char) -> char {
    match c {
        'В' | 'Β' => 'B',
        'С' | 'Ϲ' => 'C',
        'Н' | 'Η' => 'H',
        'Ј' => 'J',
        'К' | 'Κ' => 'K',
        'М' | 'Μ' => 'M',
        'Ν' => 'N',
        'Р' | 'Ρ' => 'P',
        'Т' | 'Τ' => 'T',
        'Х' | 'Χ' => 'X',
        '\u{663}' | '\u{6f3}' => '3',
        '\u{664}' | '\u{6f4}' => '4',
        '\u{666}' | '\u{6f6}' => '6',
        '\u{667}' | '\u{6f7}' => '7',
        '\u{668}' | '\u{6f8}' => '8',
        '\u{669}' | '\u{6f9}' => '9',
        other => other,
    }
}

/// The printed form, in every format.
impl Serialize for PlanKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PlanKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::{PlanKey, SYMBOLS};

    fn keys(count: u32) -> impl Iterator<Item = PlanKey> {
        (0..count).map(|number| PlanKey::minted(&number.to_be_bytes(), |_| false))
    }

    #[test]
    fn a_key_reads_back_however_it_was_typed() {
        for key in keys(1_000) {
            let printed = key.to_string();
            assert_eq!(printed.len(), 10, "{printed}");
            assert!(printed.starts_with(|c: char| c.is_ascii_uppercase()), "{printed}");
            let typed = [
                printed.to_lowercase(),
                printed.replace('-', ""),
                printed.replace('-', " \u{2013} "),
                format!("\u{200e}{printed}\u{a0}"),
                printed.replace('M', "М").replace('K', "Κ").replace('7', "\u{667}"),
                printed
                    .chars()
                    .map(|c| if c == '-' { c } else { char::from_u32(c as u32 + 0xfee0).unwrap() })
                    .collect(),
            ];
            assert!(typed.iter().all(|typed| typed.parse() == Ok(key)), "{typed:?}");
        }
    }

    #[test]
    fn no_wrong_symbol_and_no_exchange_of_symbols_makes_another_key() {
        for key in keys(1_000) {
            let symbols: Vec<char> = key.to_string().chars().filter(|c| *c != '-').collect();
            for at in 0..symbols.len() {
                for other in SYMBOLS.iter().filter(|other| **other != symbols[at]) {
                    let mut wrong = symbols.clone();
                    wrong[at] = *other;
                    assert!(String::from_iter(&wrong).parse::<PlanKey>().is_err(), "{key} {wrong:?}");
                }
                for with in (at + 1..symbols.len()).filter(|with| symbols[*with] != symbols[at]) {
                    let mut wrong = symbols.clone();
                    wrong.swap(at, with);
                    assert!(String::from_iter(&wrong).parse::<PlanKey>().is_err(), "{key} {wrong:?}");
                }
            }
        }
    }

    #[test]
    fn a_taken_key_is_passed_over_and_what_is_no_key_is_refused() {
        let first = PlanKey::minted(b"seed", |_| false);
        assert_ne!(PlanKey::minted(b"seed", |key| key == first), first);
        for wrong in ["", "M4KQ", "12.5", "MMMM-MMM-MM", "M4KQ-7T9-", "3333-333-3"] {
            assert!(wrong.parse::<PlanKey>().is_err(), "{wrong}");
        }
    }
}
