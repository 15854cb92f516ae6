//! Clusters as they would be, coarser or finer.

use serde::{Deserialize, Serialize};

use super::super::folder::settings::ClusterSettings;
use super::super::progress::Progress;
use super::super::{Workspace, WorkspaceError};
use super::Lookup;
use crate::domain::Asker;
use crate::reports::ClusterLine;

/// The clusters that another granularity would give.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClusterPreview {
    /// How fine they are to be.
    #[serde(default)]
    pub clusters: ClusterSettings,
}

impl Lookup for ClusterPreview {
    type Answer = Vec<ClusterLine>;

    fn look(
        &self,
        desk: &Workspace,
        asker: &Asker,
        progress: &dyn Progress,
    ) -> Result<Vec<ClusterLine>, WorkspaceError> {
        desk.preview(&self.clusters, asker, progress)
    }
}
