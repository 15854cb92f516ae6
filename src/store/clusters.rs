//! Clusters as they were made: their numbers are what people's titles and locks are keyed by, so
//! they outlive every cache.

use sled::Transactional;
use sled::transaction::TransactionError;

use super::codec::encode;
use super::value_kind::ValueKind;
use super::{Store, StoreError, keys};
use crate::domain::{ClusterDefinition, ClusterNumber};

/// Under `meta`: the hash of the models that the clusters were made with.
const MODELS: &str = "clusters_models";

/// The clusters of a store.
#[derive(Debug, Clone, Default)]
pub struct KeptClusters {
    /// Hash of the models that they were made with.
    pub models: String,
    /// The clusters, in the order of their numbers.
    pub clusters: Vec<ClusterDefinition>,
}

impl Store {
    /// The clusters; none and an empty hash before the first analysis.
    ///
    /// # Errors
    /// When the engine or decoding fails.
    pub fn clusters(&self) -> Result<KeptClusters, StoreError> {
        let models = self.meta.get(MODELS).map_err(|e| self.engine(&e))?;
        let models = models.map_or_else(String::new, |bytes| String::from_utf8_lossy(&bytes).into_owned());
        let clusters = self.values(&self.clusters, ValueKind::Cluster)?;
        Ok(KeptClusters { models, clusters: clusters.into_iter().map(|(_, cluster)| cluster).collect() })
    }

    /// Adds clusters in one transaction; those of other models are dropped first, because their centres mean
    /// nothing in another space.
    ///
    /// # Errors
    /// When the engine fails; then what was kept before stands.
    pub fn keep_clusters(&self, models: &str, clusters: &[ClusterDefinition]) -> Result<(), StoreError> {
        self.check_writable()?;
        let is_new = self.clusters()?.models != models;
        let gone = if is_new { self.keys_of(&self.clusters)? } else { Vec::new() };
        let encoded = clusters.iter().map(|cluster| Ok((key(cluster.number), encode(ValueKind::Cluster, cluster)?)));
        let encoded: Vec<([u8; 9], Vec<u8>)> = encoded.collect::<Result<_, StoreError>>()?;
        let kept: Result<(), TransactionError<StoreError>> = (&self.clusters, &self.meta).transaction(|(own, meta)| {
            gone.iter().try_for_each(|key| own.remove(key).map(drop))?;
            fail::fail_point!("store-clusters-inside");
            meta.insert(MODELS, models.as_bytes())?;
            encoded.iter().try_for_each(|(key, value)| own.insert(key, value.as_slice()).map(drop))?;
            Ok(())
        });
        kept.map_err(|e| self.transaction(e))?;
        self.flush()
    }

    /// Drops all clusters and placements in one transaction, so that the next analysis makes them anew.
    ///
    /// # Errors
    /// When the engine fails; then they stand.
    pub fn drop_clusters(&self) -> Result<(), StoreError> {
        self.check_writable()?;
        let (clusters, blocks) = (self.keys_of(&self.clusters)?, self.keys_of(&self.placements)?);
        let trees = (&self.clusters, &self.placements, &self.meta);
        let dropped: Result<(), TransactionError<StoreError>> = trees.transaction(|(own, placements, meta)| {
            clusters.iter().try_for_each(|key| own.remove(key).map(drop))?;
            blocks.iter().try_for_each(|key| placements.remove(key).map(drop))?;
            fail::fail_point!("store-clusters-dropping");
            meta.remove(MODELS)?;
            Ok(())
        });
        dropped.map_err(|e| self.transaction(e))?;
        self.flush()
    }

    fn keys_of(&self, tree: &sled::Tree) -> Result<Vec<sled::IVec>, StoreError> {
        tree.iter().keys().collect::<Result<_, sled::Error>>().map_err(|e| self.engine(&e))
    }
}

fn key(number: ClusterNumber) -> [u8; 9] {
    keys::number((u64::from(number.theme) << 16) | u64::from(number.cluster))
}
