//! Walking a tree: every iteration stops at the first error, because the engine's iterator can
//! yield the same error for ever on a damaged file.

use rayon::prelude::*;
use serde::de::DeserializeOwned;

use super::codec::decode;
use super::keys;
use super::value_kind::ValueKind;
use super::{Store, StoreError};
use crate::domain::{Recommendation, RecordId};

/// Records that are decoded together before the first of them is visited.
const BLOCK: usize = 4_096;

impl Store {
    /// The record with that identifier.
    ///
    /// # Errors
    /// When the engine fails or the record cannot be decoded.
    pub fn record(&self, id: RecordId) -> Result<Option<Recommendation>, StoreError> {
        let found = self.records.get(keys::record(id)).map_err(|e| self.engine(&e))?;
        found.map(|bytes| decode(ValueKind::Record, &bytes)).transpose()
    }

    /// Visits all records in the order of their identifiers.
    ///
    /// # Errors
    /// The first error of the engine, of decoding, or of the visitor.
    pub fn each_record<E: From<StoreError>>(
        &self,
        mut visit: impl FnMut(Recommendation) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut entries = self.records.iter().map(|entry| entry.map(|(_, bytes)| bytes));
        loop {
            let block: Result<Vec<sled::IVec>, sled::Error> = entries.by_ref().take(BLOCK).collect();
            let block = block.map_err(|e| self.engine(&e))?;
            if block.is_empty() {
                return Ok(());
            }
            for record in decoded(&block) {
                visit(record?)?;
            }
        }
    }

    /// All records in the order of their identifiers.
    ///
    /// # Errors
    /// The first error of the engine or of decoding.
    pub fn records(&self) -> Result<Vec<Recommendation>, StoreError> {
        let mut entries = self.records.iter().map(|entry| entry.map(|(_, bytes)| bytes));
        let mut is_broken = false;
        let blocks = std::iter::from_fn(|| {
            let block: Result<Vec<sled::IVec>, sled::Error> = entries.by_ref().take(BLOCK).collect();
            let is_last = is_broken || matches!(&block, Ok(block) if block.is_empty());
            is_broken |= block.is_err();
            (!is_last).then_some(block)
        });
        // The next entries are read while those before them are decoded, whichever block is done first.
        let read = blocks.par_bridge().map(|block| {
            let block = block.map_err(|e| self.engine(&e))?;
            block.iter().map(|bytes| decode(ValueKind::Record, bytes)).collect::<Result<Vec<Recommendation>, _>>()
        });
        let mut blocks: Vec<Vec<Recommendation>> = read.collect::<Result<_, StoreError>>()?;
        blocks.sort_unstable_by_key(|block| block.first().map(|record| record.id));
        Ok(blocks.into_iter().flatten().collect())
    }

    /// All values of a small tree, in the order of their keys.
    pub(super) fn values<T: DeserializeOwned>(
        &self,
        tree: &sled::Tree,
        what: ValueKind,
    ) -> Result<Vec<(sled::IVec, T)>, StoreError> {
        let mut values = Vec::new();
        for entry in tree {
            let (key, bytes) = entry.map_err(|e| self.engine(&e))?;
            values.push((key, decode(what, &bytes)?));
        }
        Ok(values)
    }
}

/// Decoding takes longer than reading, so it is done on all cores; results keep the order of the entries.
fn decoded(entries: &[sled::IVec]) -> Vec<Result<Recommendation, StoreError>> {
    entries.par_iter().map(|bytes| decode(ValueKind::Record, bytes)).collect()
}
