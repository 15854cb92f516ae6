//! The keys of rows of the plan, by which a table that comes back is matched.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::message::{Message, Values, given};
use super::{Fingerprint, RecordId};

/// The key of a row of the plan: the same wherever a row answers the same recommendations, whatever
/// cluster or ask they stand in. Printed as sixteen hexadecimal digits, the first a letter: spreadsheets
/// take no such text for a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RowKey(u64);

impl RowKey {
    /// Two bits that make the first digit one of `c` to `f`.
    const LETTER: u64 = 0xc000_0000_0000_0000;

    /// The key of the row that answers these records: the head of the BLAKE3 hash over their
    /// identifiers in order.
    #[must_use]
    pub fn of(records: &BTreeSet<RecordId>) -> Self {
        let mut hasher = blake3::Hasher::new();
        for id in records {
            hasher.update(&id.0.to_be_bytes());
        }
        Self(Fingerprint::from(hasher.finalize()).0 | Self::LETTER)
    }
}

impl fmt::Display for RowKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// The text is no key of a row.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("bad-row-key")]
pub struct BadRowKey(pub String);

impl Message for BadRowKey {
    fn code(&self) -> &'static str {
        "bad-row-key"
    }

    fn values(&self) -> Values {
        given(&self.0)
    }
}

impl FromStr for RowKey {
    type Err = BadRowKey;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = text.trim();
        let is_whole = digits.len() == 16 && digits.bytes().all(|b| b.is_ascii_hexdigit());
        let number = u64::from_str_radix(digits, 16).ok().filter(|number| is_whole && *number >= Self::LETTER);
        number.map(Self).ok_or_else(|| BadRowKey(text.to_owned()))
    }
}

/// The printed form, in every format.
impl Serialize for RowKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for RowKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::RowKey;
    use crate::domain::RecordId;

    #[test]
    fn a_key_hangs_on_the_records_alone_and_reads_back() {
        let key = RowKey::of(&BTreeSet::from([RecordId(2), RecordId(1)]));
        assert_eq!(key, RowKey::of(&BTreeSet::from([RecordId(1), RecordId(2)])));
        assert_ne!(key, RowKey::of(&BTreeSet::from([RecordId(1)])));
        assert_eq!(key.to_string().to_uppercase().parse::<RowKey>(), Ok(key));
    }

    #[test]
    fn no_key_reads_as_a_number() {
        for number in 0..1_000 {
            let key = RowKey::of(&BTreeSet::from([RecordId(number)])).to_string();
            assert!(key.len() == 16 && key.parse::<f64>().is_err(), "{key}");
        }
        for wrong in ["", "12", "0123456789012345", "+c23456789abcdef", "c23456789abcdefg"] {
            assert!(wrong.parse::<RowKey>().is_err(), "{wrong}");
        }
    }
}
