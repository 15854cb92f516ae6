//! Stores of older formats become those of the next, one step a format. A step is one transaction that
//! also writes the number of the format: an interrupted one has not happened.

use sled::Transactional;
use sled::transaction::TransactionError;

use super::codec::decode;
use super::placements::{Block, check_block, key_of_digits};
use super::value_kind::ValueKind;
use super::{InTransaction, Store, StoreError, counters};
use crate::domain::CommandId;

/// A step from one format to the next.
type Step = fn(&Store) -> Result<(), StoreError>;

/// The steps, the first from format 1.
pub(super) const STEPS: [Step; 1] = [to_second];

/// Under `meta` in the first format: placements in blocks.
const PLACEMENTS: &str = "placements:";

/// Placements move from `meta` into a tree of their own; names of commands go on after those that old
/// events are given.
fn to_second(store: &Store) -> Result<(), StoreError> {
    let blocks = first_placements(store)?;
    let newest = store.newest_command()?;
    let trees = (&store.placements, &store.meta);
    let outcome: Result<(), TransactionError<StoreError>> = trees.transaction(|(placements, meta)| {
        for (key, old, block) in &blocks {
            placements.insert(key, block)?;
            meta.remove(old)?;
        }
        meta.insert(counters::COMMAND, &newest.number().to_be_bytes())?;
        meta.insert(counters::SCHEMA, &2_u16.to_be_bytes())?;
        InTransaction::Ok(())
    });
    outcome.map_err(|e| store.transaction(e))?;
    store.flush()
}

/// Placements as the first format kept them: the key of today, the key of then, the block.
fn first_placements(store: &Store) -> Result<Vec<([u8; 9], sled::IVec, sled::IVec)>, StoreError> {
    let mut blocks = Vec::new();
    for entry in store.meta.scan_prefix(PLACEMENTS) {
        let (old, block) = entry.map_err(|e| store.engine(&e))?;
        check_block(&block)?;
        // Nothing else was ever written there; what is, is left alone.
        let Some(key) = key_of_digits(&old[PLACEMENTS.len()..]) else { continue };
        blocks.push((key, old, block));
    }
    Ok(blocks)
}

impl Store {
    /// Placements that still stand as the first format kept them: a backup before the step holds them too.
    pub(super) fn first_placement_blocks(&self) -> Result<Vec<Block>, StoreError> {
        first_placements(self)?.iter().map(|(_, _, block)| decode(ValueKind::Placements, block)).collect()
    }

    /// The newest name of a command in the journal.
    pub(super) fn newest_command(&self) -> Result<CommandId, StoreError> {
        Ok(self.events()?.iter().map(|event| event.command).max().unwrap_or(CommandId::UNNAMED))
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::to_second;
    use crate::domain::{ClusterNumber, CommandId, RecordId};
    use crate::store::codec::encode;
    use crate::store::test_store::TestStore;
    use crate::store::value_kind::ValueKind;

    #[test]
    fn placements_of_the_first_format_move_into_their_tree_once() {
        let store = TestStore::new("upgrade");
        let number = ClusterNumber { theme: 3, cluster: 4 };
        let blocks =
            [("placements:000", vec![(RecordId(7), number)]), ("placements:fff", vec![(RecordId(u64::MAX), number)])];
        for (key, block) in &blocks {
            store.meta.insert(key, encode(ValueKind::Placements, block).unwrap()).unwrap();
        }
        store.meta.insert("schema", &1_u16.to_be_bytes()).unwrap();
        let kept: Vec<_> = store.first_placement_blocks().unwrap().concat();
        let store = store.reopened();
        let all = [(RecordId(7), number), (RecordId(u64::MAX), number)];
        assert_eq!((store.placements().unwrap(), kept), (all.to_vec(), all.to_vec()));
        assert!(store.first_placement_blocks().unwrap().is_empty());
        assert!(store.meta.scan_prefix("placements:").next().is_none());
        assert_eq!(store.meta.get("schema").unwrap().unwrap(), &2_u16.to_be_bytes());
        to_second(&store).unwrap();
        assert_eq!(store.reopened().placements().unwrap(), all, "a step that is taken twice changes nothing");
    }

    #[test]
    fn names_of_commands_go_on_after_a_store_is_closed() {
        let store = TestStore::new("mint");
        let at = Timestamp::from_second(1_790_000_000).unwrap();
        let first = store.mint(at).unwrap();
        let store = store.reopened();
        assert!(store.mint(at).unwrap() > first && first > CommandId::UNNAMED);
    }
}
