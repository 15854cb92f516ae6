//! Which backups there are to go back to.

use std::path::PathBuf;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::super::backups::listed::backups;
use super::super::folder::layout::BACKUPS;
use super::super::progress::Progress;
use super::super::{Workspace, WorkspaceError};
use super::Lookup;
use crate::domain::Asker;
use crate::store::read_file;

/// The backups in the folder of the workspace, the newest first; whether they are sound is not told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptBackups {}

/// A backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KeptBackup {
    /// Its name.
    pub name: String,
    /// Where it lies.
    pub path: PathBuf,
    /// When it was written; `None` where the disk does not tell.
    pub at: Option<Timestamp>,
}

impl Lookup for KeptBackups {
    type Answer = Vec<KeptBackup>;

    fn look(
        &self,
        desk: &Workspace,
        _asker: &Asker,
        _progress: &dyn Progress,
    ) -> Result<Vec<KeptBackup>, WorkspaceError> {
        let kept = |path: PathBuf| {
            let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
            let written = path.metadata().and_then(|found| found.modified()).ok();
            KeptBackup { name, at: written.and_then(|at| Timestamp::try_from(at).ok()), path }
        };
        Ok(backups(&desk.folder.join(BACKUPS)).into_iter().map(kept).collect())
    }
}

impl Workspace {
    /// The register of bodies as it lies on the disk.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn register_bytes(&self) -> Result<Vec<u8>, WorkspaceError> {
        let path = self.folder.join(&self.settings.entities);
        read_file(&path).map_err(Self::io(&path))
    }
}
