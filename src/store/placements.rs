//! Clusters of records as they were proposed: a record keeps its place when caches are deleted.
//!
//! They stand in blocks by the first three digits of the identifier, so that no value grows large and few
//! records touch few blocks.

use std::collections::BTreeMap;

use super::codec::{decode, encode};
use super::value_kind::ValueKind;
use super::{Store, StoreError, keys};
use crate::domain::{ClusterNumber, RecordId};

/// Records and their clusters, in the order of identifiers.
pub(super) type Block = Vec<(RecordId, ClusterNumber)>;

impl Store {
    /// The cluster of every record as it was proposed, in the order of identifiers.
    ///
    /// # Errors
    /// When the engine or decoding fails.
    pub fn placements(&self) -> Result<Vec<(RecordId, ClusterNumber)>, StoreError> {
        Ok(self.placement_blocks()?.into_iter().flatten().collect())
    }

    pub(super) fn placement_blocks(&self) -> Result<Vec<Block>, StoreError> {
        let blocks = self.values::<Block>(&self.placements, ValueKind::Placements)?;
        Ok(blocks.into_iter().map(|(_, block)| block).collect())
    }

    /// Keeps the cluster of every record, in the order of identifiers, in place of what was kept before.
    ///
    /// # Errors
    /// When the engine fails; then what was kept before stands.
    pub fn keep_placements(&self, placements: &[(RecordId, ClusterNumber)]) -> Result<(), StoreError> {
        self.check_writable()?;
        let mut kept: BTreeMap<Vec<u8>, sled::IVec> = BTreeMap::new();
        for entry in &self.placements {
            let (key, bytes) = entry.map_err(|e| self.engine(&e))?;
            kept.insert(key.to_vec(), bytes);
        }
        let mut batch = sled::Batch::default();
        for block in placements.chunk_by(|(a, _), (b, _)| key(*a) == key(*b)) {
            let key = key(block[0].0).to_vec();
            let bytes = encode(ValueKind::Placements, &block)?;
            if kept.remove(&key).is_none_or(|known| known != bytes) {
                batch.insert(key, bytes);
            }
        }
        kept.into_keys().for_each(|gone| batch.remove(gone));
        fail::fail_point!("store-placements-begin");
        self.placements.apply_batch(batch).map_err(|e| self.engine(&e))?;
        self.flush()
    }

    /// Puts back a block of a backup.
    pub(super) fn put_placements(&self, block: &Block) -> Result<(), StoreError> {
        let Some((first, _)) = block.first() else { return Ok(()) };
        let bytes = encode(ValueKind::Placements, block)?;
        self.placements.insert(key(*first), bytes).map(|_| ()).map_err(|e| self.engine(&e))
    }
}

/// The key of the block that a record stands in.
fn key(id: RecordId) -> [u8; 9] {
    keys::number(id.0 >> 52)
}

/// The key of a block that the first format kept under its three digits.
pub(super) fn key_of_digits(digits: &[u8]) -> Option<[u8; 9]> {
    let digits = std::str::from_utf8(digits).ok()?;
    u64::from_str_radix(digits, 16).ok().map(keys::number)
}

/// Whether a value is a block.
///
/// # Errors
/// [`StoreError::Codec`] where it is none.
pub(super) fn check_block(bytes: &[u8]) -> Result<(), StoreError> {
    decode::<Block>(ValueKind::Placements, bytes).map(|_| ())
}

#[cfg(test)]
mod tests {
    use crate::domain::{ClusterNumber, RecordId};
    use crate::store::test_store::TestStore;

    #[test]
    fn placements_replace_what_was_kept_before() {
        let store = TestStore::new("placements");
        let number = |cluster| ClusterNumber { theme: 1, cluster };
        let all = [(RecordId(1), number(1)), (RecordId(2), number(2)), (RecordId(u64::MAX), number(3))];
        store.keep_placements(&all).unwrap();
        assert_eq!(store.placements().unwrap(), all);
        store.keep_placements(&all[1..2]).unwrap();
        assert_eq!(store.placements().unwrap(), all[1..2]);
    }
}
