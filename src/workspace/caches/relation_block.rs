//! Relations as bytes: of each its two records and the length of what follows (little-endian), then how they relate,
//! so that those of one record are found without reading the others.

use crate::domain::{Reason, RecordId, Relation, RelationKind};

/// What is said of a pair.
type Said = (RelationKind, f32, Reason);

/// Bytes of a length.
const LENGTH: usize = size_of::<u32>();

/// The bytes of relations, in their order.
///
/// # Errors
/// When one of them is longer than a length can say.
pub(in crate::workspace) fn packed(relations: &[Relation]) -> postcard::Result<Vec<u8>> {
    let mut block = Vec::new();
    for relation in relations {
        block.extend(relation.a.0.to_le_bytes());
        block.extend(relation.b.0.to_le_bytes());
        let place = block.len();
        block.extend([0; LENGTH]);
        block = postcard::to_extend(&(relation.kind, relation.score, &relation.reason), block)?;
        let length = block.len() - place - LENGTH;
        let length = u32::try_from(length).map_err(|_| postcard::Error::SerializeBufferFull)?;
        block[place..place + LENGTH].copy_from_slice(&length.to_le_bytes());
    }
    Ok(block)
}

/// The relations of a block, of one record or of all, in their order; `None` when the block does not fit itself.
pub(in crate::workspace) fn unpacked(mut block: &[u8], of: Option<RecordId>) -> Option<Vec<Relation>> {
    let mut found = Vec::new();
    while !block.is_empty() {
        let (a, b) = (RecordId(u64::from_le_bytes(next(&mut block)?)), RecordId(u64::from_le_bytes(next(&mut block)?)));
        let length = u32::from_le_bytes(next(&mut block)?) as usize;
        let (said, rest) = block.split_at_checked(length)?;
        block = rest;
        if of.is_none_or(|id| id == a || id == b) {
            let (kind, score, reason) = postcard::from_bytes::<Said>(said).ok()?;
            found.push(Relation { a, b, kind, score, reason });
        }
    }
    Some(found)
}

/// The next bytes of a block, which is shortened by them.
fn next<const N: usize>(block: &mut &[u8]) -> Option<[u8; N]> {
    let (bytes, rest) = block.split_first_chunk()?;
    *block = rest;
    Some(*bytes)
}

#[cfg(test)]
mod tests {
    use super::{packed, unpacked};
    use crate::domain::{Reason, RecordId, Relation, RelationKind};

    fn relations() -> Vec<Relation> {
        let near = Reason::NearlySameWords { shared: 9, all: 11, apart: "swiftly".into() };
        let pair = |a, b, reason| {
            let (a, b) = (RecordId(a), RecordId(b));
            Relation { a, b, kind: RelationKind::SameAsk, score: 0.8, reason }
        };
        vec![pair(1, 2, Reason::SameWords), pair(1, u64::MAX, near), pair(3, 7, Reason::SameCore)]
    }

    #[test]
    fn all_relations_and_those_of_one_record_are_read_as_they_were() {
        let block = packed(&relations()).unwrap();
        assert_eq!(unpacked(&block, None), Some(relations()));
        assert_eq!(unpacked(&block, Some(RecordId(u64::MAX))), Some(relations()[1..2].to_vec()));
        assert_eq!(unpacked(&block, Some(RecordId(1))), Some(relations()[..2].to_vec()));
        assert_eq!(unpacked(&block, Some(RecordId(9))), Some(Vec::new()));
    }

    #[test]
    fn a_block_that_is_cut_off_is_none() {
        let block = packed(&relations()).unwrap();
        for end in 1..block.len() {
            let read = unpacked(&block[..end], None);
            assert!(read.is_none_or(|found| found.len() < relations().len()), "at {end}");
        }
    }
}
