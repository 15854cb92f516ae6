//! Clusters as they were made: their numbers are what people's titles and locks are keyed by, so
//! they outlive every cache.

use std::collections::BTreeMap;

use super::codec::{decode, encode};
use super::{Store, StoreError, keys};
use crate::domain::{ClusterDefinition, ClusterNumber, RecordId};

/// Under `meta`: the hash of the models that the clusters were made with.
const MODELS: &str = "clusters_models";

/// Under `meta`: placements in blocks by the first three digits of the identifier, so that no value grows
/// large and few records touch few blocks.
const PLACEMENTS: &str = "placements:";

impl Store {
    /// The clusters in the order of their numbers, with the hash of their models; none and an empty
    /// hash before the first analysis.
    ///
    /// # Errors
    /// When the engine or decoding fails.
    pub fn clusters(&self) -> Result<(String, Vec<ClusterDefinition>), StoreError> {
        let models = self.meta.get(MODELS).map_err(|e| self.engine(&e))?;
        let models = models.map_or_else(String::new, |bytes| String::from_utf8_lossy(&bytes).into_owned());
        let clusters = self.values(&self.clusters, "a cluster")?;
        Ok((models, clusters.into_iter().map(|(_, cluster)| cluster).collect()))
    }

    /// The cluster of every record as it was proposed, in the order of identifiers.
    ///
    /// # Errors
    /// When the engine or decoding fails.
    pub fn placements(&self) -> Result<Vec<(RecordId, ClusterNumber)>, StoreError> {
        let mut all = Vec::new();
        for entry in self.meta.scan_prefix(PLACEMENTS) {
            let (_, bytes) = entry.map_err(|e| self.engine(&e))?;
            all.extend(decode::<Vec<(RecordId, ClusterNumber)>>("placements", &bytes)?);
        }
        Ok(all)
    }

    /// Keeps the cluster of every record, in the order of identifiers, in place of what was kept before.
    ///
    /// # Errors
    /// When the engine fails; then what was kept before stands.
    pub fn keep_placements(&self, placements: &[(RecordId, ClusterNumber)]) -> Result<(), StoreError> {
        let mut kept: BTreeMap<Vec<u8>, sled::IVec> = BTreeMap::new();
        for entry in self.meta.scan_prefix(PLACEMENTS) {
            let (key, bytes) = entry.map_err(|e| self.engine(&e))?;
            kept.insert(key.to_vec(), bytes);
        }
        let mut batch = sled::Batch::default();
        let block_of = |id: RecordId| id.0 >> 52;
        for block in placements.chunk_by(|(a, _), (b, _)| block_of(*a) == block_of(*b)) {
            let key = format!("{PLACEMENTS}{:03x}", block_of(block[0].0)).into_bytes();
            let bytes = encode("placements", &block)?;
            if kept.remove(&key).is_none_or(|known| known != bytes) {
                batch.insert(key, bytes);
            }
        }
        kept.into_keys().for_each(|gone| batch.remove(gone));
        fail::fail_point!("store-placements-begin");
        self.meta.apply_batch(batch).map_err(|e| self.engine(&e))?;
        self.flush()
    }

    /// Adds clusters; those of other models are dropped first, because their centres mean nothing
    /// in another space.
    ///
    /// # Errors
    /// When the engine fails.
    pub fn keep_clusters(&self, models: &str, clusters: &[ClusterDefinition]) -> Result<(), StoreError> {
        if self.clusters()?.0 != models {
            self.clusters.clear().map_err(|e| self.engine(&e))?;
            self.meta.insert(MODELS, models.as_bytes()).map_err(|e| self.engine(&e))?;
            fail::fail_point!("store-clusters-dropped");
        }
        for cluster in clusters {
            let value = encode("a cluster", cluster)?;
            self.clusters.insert(key(cluster.number), value).map_err(|e| self.engine(&e))?;
            fail::fail_point!("store-clusters-one");
        }
        self.flush()
    }

    /// Drops all clusters and placements, so that the next analysis makes them anew.
    ///
    /// # Errors
    /// When the engine fails.
    pub fn drop_clusters(&self) -> Result<(), StoreError> {
        self.clusters.clear().map_err(|e| self.engine(&e))?;
        self.meta.remove(MODELS).map_err(|e| self.engine(&e))?;
        self.keep_placements(&[])
    }
}

fn key(number: ClusterNumber) -> [u8; 9] {
    keys::number((u64::from(number.theme) << 16) | u64::from(number.cluster))
}
