//! The job of writing everything into one file.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::super::backups::backup::BackupAnswer;
use super::super::backups::originals::Originals;
use super::super::progress::Progress;
use super::super::{Workspace, WorkspaceError};
use super::Job;
use crate::domain::Asker;

/// Writes everything that people and files have brought into one file, with settings, register and what was
/// learnt. Stopped, it writes none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Backup {
    /// The file; without a name it goes to `backups/` with the time in its name.
    #[serde(default)]
    pub file: Option<PathBuf>,
    /// Whether the imported files go along, in a folder beside it.
    #[serde(default)]
    pub originals: Originals,
}

impl Job for Backup {
    type Report = BackupAnswer;

    const CHANGES: bool = false;

    fn run(
        &self,
        desk: &mut Workspace,
        _asker: &Asker,
        progress: &dyn Progress,
    ) -> Result<BackupAnswer, WorkspaceError> {
        desk.backup(self.file.clone(), self.originals, progress)
    }
}
