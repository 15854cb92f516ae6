//! The identifier of a record.

use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;

use nohash_hasher::{BuildNoHashHasher, IsEnabled};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Fingerprint, Paragraph};

/// Identifier of a record, derived from its content; printed as sixteen hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RecordId(pub u64);

/// Something by record. Identifiers are hashes already, so they are not hashed again.
pub type RecordMap<V> = HashMap<RecordId, V, BuildNoHashHasher<RecordId>>;

impl IsEnabled for RecordId {}

impl RecordId {
    /// The identifier of a recommendation that has the same words as this one under another number of the
    /// same report.
    #[must_use]
    pub fn apart(self, paragraph: &Paragraph) -> Self {
        Self(Fingerprint::of(format!("{self} {paragraph}").as_bytes()).0)
    }
}

/// A number in binary formats, the printed form where people read.
impl Serialize for RecordId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() { serializer.collect_str(self) } else { serializer.serialize_u64(self.0) }
    }
}

impl<'de> Deserialize<'de> for RecordId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
        } else {
            u64::deserialize(deserializer).map(Self)
        }
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl FromStr for RecordId {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        u64::from_str_radix(text.trim(), 16).map(Self)
    }
}
