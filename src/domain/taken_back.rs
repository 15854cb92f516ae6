//! Reading which command an event takes back: the first format only said that it does.

use std::fmt;

use serde::Deserializer;
use serde::de::{Error, Visitor};

use super::command::CommandId;

/// The command that an event takes back; [`CommandId::UNNAMED`] where it only says that it does.
pub(super) fn taken_back<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<CommandId>, D::Error> {
    deserializer.deserialize_any(TakenBack)
}

struct TakenBack;

impl<'de> Visitor<'de> for TakenBack {
    type Value = Option<CommandId>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a command, nothing, or whether one is taken back")
    }

    fn visit_bool<E: Error>(self, takes_back: bool) -> Result<Self::Value, E> {
        Ok(takes_back.then_some(CommandId::UNNAMED))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Some(CommandId::from_number(number)))
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        name.parse().map(Some).map_err(E::custom)
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_none<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(Self)
    }
}
