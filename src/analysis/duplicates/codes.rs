//! Codes of closed vocabularies as they are read back from disk: each becomes that of its table again.

use serde::de::{Deserialize, Deserializer, Error};

use crate::domain::TagKind;
use crate::domain::vocabulary::{value_number, values};

/// Codes of instruments; fails where the table has no such code.
pub(super) fn instruments<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<&'static str>, D::Error> {
    read(TagKind::Instrument, deserializer)
}

/// Codes of groups; fails where the table has no such code.
pub(super) fn groups<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<&'static str>, D::Error> {
    read(TagKind::Group, deserializer)
}

fn read<'de, D: Deserializer<'de>>(kind: TagKind, deserializer: D) -> Result<Vec<&'static str>, D::Error> {
    let codes: Vec<String> = Deserialize::deserialize(deserializer)?;
    let of_table = |code: String| {
        let number = value_number(kind, &code);
        number.map(|at| values(kind)[usize::from(at)]).ok_or_else(|| D::Error::custom(code))
    };
    codes.into_iter().map(of_table).collect()
}
