//! Long lists of numbers as one block of bytes: what stands once a record in the cache, and the weights of
//! models. They are read whole, and numbers one by one take ten times as long to read.
//!
//! All numbers are little-endian. A block that does not fit itself is an error of the file.

use serde::de::{Error as _, Visitor};
use serde::{Deserializer, Serializer};

use crate::domain::RecordId;

/// What is wrong with a block that does not fit itself.
const CUT_OFF: &str = "a block is cut off";
/// Bytes of an identifier.
const ID: usize = size_of::<u64>();

/// A block of bytes, not copied.
struct Block;

impl<'de> Visitor<'de> for Block {
    type Value = &'de [u8];

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a block of bytes")
    }

    fn visit_borrowed_bytes<E>(self, bytes: &'de [u8]) -> Result<&'de [u8], E> {
        Ok(bytes)
    }
}

/// The next bytes of a block, which is shortened by them.
fn next<const N: usize>(block: &mut &[u8]) -> Option<[u8; N]> {
    let (bytes, rest) = block.split_first_chunk()?;
    *block = rest;
    Some(*bytes)
}

fn next_id(block: &mut &[u8]) -> Option<RecordId> {
    Some(RecordId(u64::from_le_bytes(next(block)?)))
}

/// All that a block holds, one after another.
fn all<'de, D: Deserializer<'de>, T, C: FromIterator<T>>(
    deserializer: D,
    next: impl Fn(&mut &[u8]) -> Option<T>,
) -> Result<C, D::Error> {
    let mut rest = deserializer.deserialize_bytes(Block)?;
    let found = std::iter::from_fn(|| (!rest.is_empty()).then(|| next(&mut rest)));
    found.collect::<Option<C>>().ok_or_else(|| D::Error::custom(CUT_OFF))
}

/// All that a block of pieces of one length holds; room is made for it once.
fn pieces<'de, D: Deserializer<'de>, T, C: FromIterator<T>, const N: usize>(
    deserializer: D,
    read: impl Fn([u8; N]) -> T,
) -> Result<C, D::Error> {
    let (pieces, rest) = deserializer.deserialize_bytes(Block)?.as_chunks();
    if rest.is_empty() { Ok(pieces.iter().map(|piece| read(*piece)).collect()) } else { Err(D::Error::custom(CUT_OFF)) }
}

/// For each feature of a model the end of its run of weights.
pub(super) mod ends {
    use super::{Deserializer, Serializer, pieces};

    pub(in crate::analysis) fn serialize<S: Serializer>(ends: &[u32], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&ends.iter().flat_map(|end| end.to_le_bytes()).collect::<Vec<u8>>())
    }

    pub(in crate::analysis) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u32>, D::Error> {
        pieces(deserializer, u32::from_le_bytes)
    }
}

/// The weights of a model: label, and multiple of the label's step.
pub(super) mod weights {
    use super::{Deserializer, Serializer, pieces};

    pub(in crate::analysis) fn serialize<S: Serializer>(
        weights: &[(u16, i16)],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let bytes = |(label, multiple): &(u16, i16)| [label.to_le_bytes(), multiple.to_le_bytes()].concat();
        serializer.serialize_bytes(&weights.iter().flat_map(bytes).collect::<Vec<u8>>())
    }

    pub(in crate::analysis) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<(u16, i16)>, D::Error> {
        pieces(deserializer, |[a, b, c, d]| (u16::from_le_bytes([a, b]), i16::from_le_bytes([c, d])))
    }
}

/// The cluster of every record: identifier, theme, cluster.
pub(super) mod placements {
    use std::collections::BTreeMap;

    use super::{Deserializer, ID, RecordId, Serializer, all, next, next_id};
    use crate::domain::ClusterNumber;

    pub(in crate::analysis) fn serialize<S: Serializer>(
        places: &BTreeMap<RecordId, ClusterNumber>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let mut block = Vec::with_capacity(places.len() * (ID + 2 * size_of::<u16>()));
        for (id, number) in places {
            block.extend(id.0.to_le_bytes());
            block.extend(number.theme.to_le_bytes());
            block.extend(number.cluster.to_le_bytes());
        }
        serializer.serialize_bytes(&block)
    }

    pub(in crate::analysis) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<BTreeMap<RecordId, ClusterNumber>, D::Error> {
        all(deserializer, |rest| {
            let (id, theme, cluster) = (next_id(rest)?, next(rest)?, next(rest)?);
            Some((id, ClusterNumber { theme: u16::from_le_bytes(theme), cluster: u16::from_le_bytes(cluster) }))
        })
    }
}

/// Asks: the number of members, the place of the representative among them, the members. The first of them
/// names the ask.
pub(super) mod asks {
    use super::{Deserializer, ID, Serializer, all, next, next_id};
    use crate::domain::{Ask, RecordId};

    /// A list may say that it is longer than its block; so many are made room for at once.
    const ROOM: usize = 64;

    pub(in crate::analysis) fn serialize<S: Serializer>(asks: &[Ask], serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::Error as _;
        let mut block = Vec::with_capacity(asks.len() * 2 * ID);
        for ask in asks {
            let place = ask.members.iter().position(|id| *id == ask.representative);
            let place = place.filter(|_| ask.members[0] == ask.id);
            let place = place.ok_or_else(|| S::Error::custom("an ask is not named by its first member"))?;
            block.extend((ask.members.len() as u32).to_le_bytes());
            block.extend((place as u32).to_le_bytes());
            ask.members.iter().for_each(|id| block.extend(id.0.to_le_bytes()));
        }
        serializer.serialize_bytes(&block)
    }

    pub(in crate::analysis) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Ask>, D::Error> {
        all(deserializer, ask)
    }

    fn ask(rest: &mut &[u8]) -> Option<Ask> {
        let (count, place) = (u32::from_le_bytes(next(rest)?), u32::from_le_bytes(next(rest)?));
        let mut members: Vec<RecordId> = Vec::with_capacity((count as usize).min(ROOM));
        for _ in 0..count {
            members.push(next_id(rest)?);
        }
        Some(Ask { id: *members.first()?, representative: *members.get(place as usize)?, members })
    }
}

#[cfg(test)]
mod tests {
    use serde::{Deserialize, Serialize};

    use super::{asks, placements};
    use crate::domain::{Ask, ClusterNumber, RecordId};

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Packed {
        #[serde(with = "asks")]
        asks: Vec<Ask>,
        #[serde(with = "placements")]
        placements: std::collections::BTreeMap<RecordId, ClusterNumber>,
    }

    fn packed() -> Packed {
        let ids = |numbers: &[u64]| numbers.iter().map(|number| RecordId(*number)).collect::<Vec<_>>();
        let ask = |members: Vec<RecordId>, at: usize| Ask { id: members[0], representative: members[at], members };
        let number = |cluster| ClusterNumber { theme: 3, cluster };
        Packed {
            asks: vec![ask(ids(&[1, 7, u64::MAX]), 2), ask(ids(&[5]), 0)],
            placements: [(RecordId(1), number(2)), (RecordId(5), number(400))].into(),
        }
    }

    #[test]
    fn what_is_packed_is_read_as_it_was() {
        let bytes = rmp_serde::to_vec(&packed()).unwrap();
        assert_eq!(rmp_serde::from_slice::<Packed>(&bytes).unwrap(), packed());
    }

    #[test]
    fn a_block_that_does_not_fit_itself_is_an_error() {
        let mut bytes = rmp_serde::to_vec(&packed()).unwrap();
        let count = bytes.iter().position(|byte| *byte == 3).unwrap();
        bytes[count] = 200;
        assert!(rmp_serde::from_slice::<Packed>(&bytes).is_err());
    }

    #[test]
    fn an_ask_of_another_name_is_not_packed() {
        let mut other = packed();
        other.asks[0].id = RecordId(9);
        assert!(rmp_serde::to_vec(&other).is_err());
    }
}
