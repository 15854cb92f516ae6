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
        for block in self.blocks() {
            for record in decoded(&block?) {
                visit(record?)?;
            }
        }
        Ok(())
    }

    /// All records in the order of their identifiers.
    ///
    /// # Errors
    /// The first error of the engine or of decoding.
    pub fn records(&self) -> Result<Vec<Recommendation>, StoreError> {
        // The next entries are read while those before them are decoded, whichever block is done first.
        let read = self.blocks().par_bridge().map(|block| {
            block?.iter().map(|bytes| decode(ValueKind::Record, bytes)).collect::<Result<Vec<Recommendation>, _>>()
        });
        let mut blocks: Vec<Vec<Recommendation>> = read.collect::<Result<_, StoreError>>()?;
        blocks.sort_unstable_by_key(|block| block.first().map(|record| record.id));
        Ok(blocks.into_iter().flatten().collect())
    }

    /// The records as they lie on disk, in blocks and in the order of their identifiers; it ends with the first error.
    fn blocks(&self) -> impl Iterator<Item = Result<Vec<sled::IVec>, StoreError>> + Send + '_ {
        let mut entries = self.records.iter().map(|entry| entry.map(|(_, bytes)| bytes));
        let mut is_broken = false;
        std::iter::from_fn(move || {
            if is_broken {
                return None;
            }
            let block: Result<Vec<sled::IVec>, sled::Error> = entries.by_ref().take(BLOCK).collect();
            is_broken = block.is_err();
            let is_end = block.as_ref().is_ok_and(Vec::is_empty);
            (!is_end).then(|| block.map_err(|e| self.engine(&e)))
        })
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
