//! Which backups there are to go back to, and which registers of bodies.

use std::path::PathBuf;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::super::backups::listed::{backups, former_registers};
use super::super::folder::layout::BACKUPS;
use super::super::progress::Progress;
use super::super::{Workspace, WorkspaceError};
use super::Lookup;
use crate::domain::Asker;
use crate::store::read_file;

/// The backups in the folder of the workspace, the newest first; whether they are sound is not told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptBackups {}

/// The registers of bodies that others have taken the place of, the newest first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormerRegisters {}

/// A file of the folder of backups.
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
        Ok(backups(&desk.folder.join(BACKUPS)).into_iter().map(KeptBackup::of).collect())
    }
}

impl Lookup for FormerRegisters {
    type Answer = Vec<KeptBackup>;

    fn look(
        &self,
        desk: &Workspace,
        _asker: &Asker,
        _progress: &dyn Progress,
    ) -> Result<Vec<KeptBackup>, WorkspaceError> {
        Ok(former_registers(&desk.folder.join(BACKUPS)).into_iter().map(KeptBackup::of).collect())
    }
}

impl KeptBackup {
    fn of(path: PathBuf) -> Self {
        let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let written = path.metadata().and_then(|found| found.modified()).ok();
        Self { name, at: written.and_then(|at| Timestamp::try_from(at).ok()), path }
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
