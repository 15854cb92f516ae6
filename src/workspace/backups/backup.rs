//! Backups: everything that people and files have brought, in one file.

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::workspace::backups::originals::{Originals, back_up_originals, folder_beside};
use crate::workspace::folder::dated::dated;
use crate::workspace::folder::documents::documents;
use crate::workspace::folder::layout::BACKUPS;
use crate::workspace::folder::outputs::Outputs;
use crate::workspace::folder::private::make_folder;
use crate::workspace::progress::{Progress, go_on};
use crate::workspace::{Workspace, WorkspaceError};

/// What a backup or a restore did.
#[derive(Debug, Clone, Serialize)]
pub struct BackupAnswer {
    /// The file.
    pub file: PathBuf,
    /// Records in it.
    pub records: u64,
    /// Events in it.
    pub events: u64,
    /// Originals that were copied beside it, or back from there.
    pub originals: u64,
    /// Where a restore has put what was there before.
    pub set_aside: Option<PathBuf>,
    /// The backup that a restore has made of that.
    pub backed_up: Option<PathBuf>,
}

impl Workspace {
    /// Writes everything that people and files have brought into one file, with settings, register and what
    /// was learnt; without a name it goes to `backups/` with the time in its name. Originals that go along are
    /// copied into a folder beside it.
    ///
    /// # Errors
    /// When the name is that of a file of the workspace, or the file cannot be written.
    pub(in crate::workspace) fn backup(
        &self,
        file: Option<PathBuf>,
        originals: Originals,
        progress: &dyn Progress,
    ) -> Result<BackupAnswer, WorkspaceError> {
        let file = match file {
            Some(file) => file,
            None => new_backup(&self.folder)?,
        };
        Outputs::of(&self.folder, &self.settings).check(&file, &[])?;
        if originals == Originals::GoAlong {
            Outputs::of(&self.folder, &self.settings).check_folder(&folder_beside(&file))?;
        }
        let documents = documents(&self.folder, &self.settings.entities)?;
        let written = self.store.backup(&file, &documents, &|| progress.is_stopped());
        if written.is_err() {
            // The store tells only that its receiver refused. A backup that was written is there, stopped or not.
            go_on(progress)?;
        }
        let content = written?;
        let originals = match originals {
            Originals::GoAlong => back_up_originals(&self.folder, &file)?,
            Originals::Stay => 0,
        };
        let (records, events) = (content.records, content.events);
        Ok(BackupAnswer { file, records, events, originals, set_aside: None, backed_up: None })
    }
}

/// A backup that is not there yet.
fn new_backup(folder: &Path) -> Result<PathBuf, WorkspaceError> {
    let backups = folder.join(BACKUPS);
    make_folder(&backups).map_err(Workspace::io(&backups))?;
    Ok(dated(&backups, "weft-", ".jsonl"))
}
