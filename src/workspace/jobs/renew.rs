//! The job of proposing clusters anew.

use serde::{Deserialize, Serialize};

use super::super::folder::settings::ClusterSettings;
use super::super::progress::Progress;
use super::super::{Workspace, WorkspaceError};
use super::Job;
use crate::domain::{Asker, Coded};

/// Drops the proposed clusters, so that the next analysis makes others as fine as is wished; refused where
/// people have decided on some.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Renew {
    /// How fine they are to be.
    #[serde(default)]
    pub clusters: ClusterSettings,
}

impl Job for Renew {
    type Report = Coded;

    const CHANGES: bool = true;

    fn run(&self, desk: &mut Workspace, _asker: &Asker, _progress: &dyn Progress) -> Result<Coded, WorkspaceError> {
        desk.renew(&self.clusters)
    }
}
