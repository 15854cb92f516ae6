//! Clusters as they were made: their numbers are what people's titles and locks are keyed by, so
//! they outlive every cache.

use super::codec::encode;
use super::value_kind::ValueKind;
use super::{Store, StoreError, keys};
use crate::domain::{ClusterDefinition, ClusterNumber};

/// Under `meta`: the hash of the models that the clusters were made with.
const MODELS: &str = "clusters_models";

impl Store {
    /// The clusters in the order of their numbers, with the hash of their models; none and an empty
    /// hash before the first analysis.
    ///
    /// # Errors
    /// When the engine or decoding fails.
    pub fn clusters(&self) -> Result<(String, Vec<ClusterDefinition>), StoreError> {
        let models = self.meta.get(MODELS).map_err(|e| self.engine(&e))?;
        let models = models.map_or_else(String::new, |bytes| String::from_utf8_lossy(&bytes).into_owned());
        let clusters = self.values(&self.clusters, ValueKind::Cluster)?;
        Ok((models, clusters.into_iter().map(|(_, cluster)| cluster).collect()))
    }

    /// Adds clusters; those of other models are dropped first, because their centres mean nothing
    /// in another space.
    ///
    /// # Errors
    /// When the engine fails.
    pub fn keep_clusters(&self, models: &str, clusters: &[ClusterDefinition]) -> Result<(), StoreError> {
        self.check_writable()?;
        if self.clusters()?.0 != models {
            self.clusters.clear().map_err(|e| self.engine(&e))?;
            self.meta.insert(MODELS, models.as_bytes()).map_err(|e| self.engine(&e))?;
            fail::fail_point!("store-clusters-dropped");
        }
        for cluster in clusters {
            let value = encode(ValueKind::Cluster, cluster)?;
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
        self.check_writable()?;
        self.clusters.clear().map_err(|e| self.engine(&e))?;
        self.meta.remove(MODELS).map_err(|e| self.engine(&e))?;
        self.keep_placements(&[])
    }
}

fn key(number: ClusterNumber) -> [u8; 9] {
    keys::number((u64::from(number.theme) << 16) | u64::from(number.cluster))
}
