//! Commands by name: what is done together is told and taken back together.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::message::{Message, Values, given};

/// The name of a command: the second it was given in, counted up where that is taken, so that later
/// commands of a workspace have greater names. Printed as six letters and digits that nobody confuses.
///
/// A running number would be shorter, but after a restore it would name another command.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CommandId(u64);

/// Letters and digits without those that are read as others.
const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// Digits of a printed name, for the next decades.
const WIDTH: u32 = 6;
/// Digits that a name can have at most: 60 bits.
const WIDEST: usize = 12;
/// The second that names are counted from: the beginning of 2020.
const START: i64 = 1_577_836_800;

impl CommandId {
    /// What events hold that were written before commands had names; the store names them when it reads
    /// them.
    pub const UNNAMED: Self = Self(0);

    /// The name of a command given at a moment, after `last`.
    #[must_use]
    pub fn minted(at: Timestamp, last: Self) -> Self {
        let seconds = u64::try_from(at.as_second() - START).unwrap_or(0);
        Self(seconds.max(last.0 + 1))
    }

    /// The name as a number.
    #[must_use]
    pub const fn number(self) -> u64 {
        self.0
    }

    /// The name of that number.
    #[must_use]
    pub const fn from_number(number: u64) -> Self {
        Self(number)
    }
}

impl fmt::Display for CommandId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = (self.0.max(1).ilog2() / 5 + 1).max(WIDTH);
        let digit = |at: u32| char::from(DIGITS[((self.0 >> (5 * at)) & 31) as usize]);
        (0..digits).rev().try_for_each(|at| write!(f, "{}", digit(at)))
    }
}

/// The text is no name of a command.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("bad-command")]
pub struct BadCommandId(pub String);

impl Message for BadCommandId {
    fn code(&self) -> &'static str {
        "bad-command"
    }

    fn values(&self) -> Values {
        given(&self.0)
    }
}

impl FromStr for CommandId {
    type Err = BadCommandId;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bad = || BadCommandId(text.to_owned());
        let digits = text.trim();
        if digits.is_empty() || digits.len() > WIDEST {
            return Err(bad());
        }
        digits.bytes().try_fold(0, |number, digit| Some((number << 5) | value(digit)?)).map(Self).ok_or_else(bad)
    }
}

/// The value of a digit; letters that are left out are read as the digits they look like.
fn value(digit: u8) -> Option<u64> {
    let meant = match digit.to_ascii_lowercase() {
        b'o' => b'0',
        b'i' | b'l' => b'1',
        other => other,
    };
    DIGITS.iter().position(|digit| *digit == meant).map(|at| at as u64)
}

/// A number in binary formats, the printed form where people read.
impl Serialize for CommandId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() { serializer.collect_str(self) } else { serializer.serialize_u64(self.0) }
    }
}

impl<'de> Deserialize<'de> for CommandId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
        } else {
            u64::deserialize(deserializer).map(Self)
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::CommandId;

    #[test]
    fn names_grow_even_where_the_clock_stands_or_goes_back() {
        let at = Timestamp::from_second(1_790_000_000).unwrap();
        let first = CommandId::minted(at, CommandId::UNNAMED);
        let second = CommandId::minted(at, first);
        let before = CommandId::minted(Timestamp::from_second(1_500_000_000).unwrap(), second);
        assert!(first < second && second < before, "{first} {second} {before}");
    }

    #[test]
    fn a_printed_name_reads_back_and_look_alikes_are_taken_for_what_is_meant() {
        for number in [0, 1, 31, 32, 212_163_200, u64::MAX >> 4] {
            let name = CommandId::from_number(number);
            assert!(name.to_string().len() >= 6);
            assert_eq!(name.to_string().to_uppercase().parse::<CommandId>(), Ok(name));
        }
        assert_eq!("0000Io".parse::<CommandId>(), Ok(CommandId::from_number(32)));
        for wrong in ["", "u", "6n 3k", "0123456789abcdefg"] {
            assert!(wrong.parse::<CommandId>().is_err(), "{wrong}");
        }
    }
}
