//! Symbols of United Nations documents: `A/HRC/59/15`, `E/C.12/AUS/CO/6`.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::StateCode;

/// A document symbol, upper case without blanks.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Symbol(String);

impl Symbol {
    /// Reads a symbol; `None` when the text has no slash or holds other than symbol characters.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let joined: String = text.split_whitespace().collect::<String>().to_uppercase();
        let fits = |c: char| c.is_ascii_alphanumeric() || "/.-_&*()".contains(c);
        let well_formed =
            joined.contains('/') && joined.starts_with(|c: char| c.is_ascii_alphabetic()) && joined.chars().all(fits);
        well_formed.then_some(Self(joined))
    }

    /// The symbol as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The session of the Human Rights Council in the symbol of a report or its first addendum:
    /// 59 in `A/HRC/59/15`.
    #[must_use]
    pub fn council(&self) -> Option<u16> {
        match self.0.split('/').collect::<Vec<_>>().as_slice() {
            ["A", "HRC", council, number, rest @ ..] if number.parse::<u16>().is_ok() && rest.len() < 3 => {
                council.parse().ok()
            }
            _ => None,
        }
    }

    /// The three letters that name the State, if the symbol carries them.
    ///
    /// They follow `/C/`, `/C/OP…/`, `CAT/OP/` or `E/C.12/`, and a national report of the UPR
    /// carries them after `A/HRC/WG.6/n/`. The letters are not checked against the list of States.
    #[must_use]
    pub fn state(&self) -> Option<StateCode> {
        let parts: Vec<&str> = self.0.split('/').collect();
        let from = match parts.as_slice() {
            ["A", "HRC", "WG.6", ..] => 3,
            ["A", ..] => return None,
            _ => 1,
        };
        parts
            .iter()
            .skip(from)
            .find(|part| part.len() == 3 && part.bytes().all(|b| b.is_ascii_uppercase()))
            .and_then(|part| part.parse().ok())
    }
}

impl fmt::Display for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Symbol;

    fn state(symbol: &str) -> Option<String> {
        Symbol::parse(symbol)?.state().map(String::from)
    }

    #[test]
    fn the_state_stands_in_symbols_of_treaty_bodies() {
        for (symbol, expected) in [
            ("E/C.12/AUS/CO/6", Some("AUS")),
            ("CRC/C/OPSC/PER/CO/1", Some("PER")),
            ("CAT/OP/ALB/1", Some("ALB")),
            ("ccpr/c/usa/co/4", Some("USA")),
            ("A/HRC/28/15", None),
            ("A/HRC/WG.6/20/SVN/1", Some("SVN")),
        ] {
            assert_eq!(state(symbol).as_deref(), expected, "{symbol}");
        }
        assert_eq!(Symbol::parse("A/HRC/59/15").and_then(|s| s.council()), Some(59));
        assert_eq!(Symbol::parse("A/HRC/WG.6/20/SVN/1").and_then(|s| s.council()), None);
    }

    #[test]
    fn prose_is_no_symbol() {
        assert_eq!(Symbol::parse("and/or, see §4"), None);
        assert_eq!(Symbol::parse("12/04/2020"), None);
    }
}
