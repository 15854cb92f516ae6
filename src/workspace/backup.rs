//! Backup, restore, verify.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::folder::{RESTORING, SETTINGS};
use super::learn::LEARNT_FILE;
use super::progress::{Progress, go_on};
use super::settings::Settings;
use super::{Workspace, WorkspaceError, clock};
use crate::ingest::read_text;
use crate::store::{Store, StoreError, VerifyReport, WholeFile};

/// What a backup or a restore did.
#[derive(Debug, Clone, Serialize)]
pub struct BackupAnswer {
    /// The file.
    pub file: PathBuf,
    /// Records in it.
    pub records: u64,
    /// Events in it.
    pub events: u64,
    /// Where the store before the restore was put.
    pub set_aside: Option<PathBuf>,
}

impl Workspace {
    /// Writes everything that people and files have brought into one file, with settings, register and what
    /// was learnt; without a name it goes to `backups/` with the time in its name.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub(super) fn backup(
        &self,
        file: Option<PathBuf>,
        progress: &dyn Progress,
    ) -> Result<BackupAnswer, WorkspaceError> {
        let folder = self.backups_folder();
        std::fs::create_dir_all(&folder).map_err(Self::io(&folder))?;
        let time = clock::now().strftime("%Y%m%d-%H%M%S").to_string();
        let file = file.unwrap_or_else(|| folder.join(format!("weft-{time}.jsonl")));
        let mut documents = Vec::new();
        for name in [SETTINGS, self.settings.entities.as_str(), LEARNT_FILE] {
            let path = self.folder.join(name);
            if path.exists() {
                documents.push((name.to_owned(), read_text(&path)?));
            }
        }
        let written = self.store.backup(&file, &documents, &|| progress.is_stopped());
        // The store tells only that its receiver refused.
        go_on(progress)?;
        let content = written?;
        Ok(BackupAnswer { file, records: content.records, events: content.events, set_aside: None })
    }

    /// Replaces the store of a folder by a backup. What was there before is kept beside, settings and
    /// register too; caches are dropped. Works where the store is too damaged to be opened.
    ///
    /// # Errors
    /// When the backup is damaged or the store is in use; the workspace is then as it was.
    pub fn restore(folder: &Path, file: &Path) -> Result<BackupAnswer, WorkspaceError> {
        let store = Self::store_folder(folder);
        refuse_held(&store)?;
        let fresh = folder.join(RESTORING);
        remove(&fresh)?;
        let stamp = clock::stamp();
        let outcome = Store::open(&fresh).and_then(|target| target.restore(file, &stamp));
        let content = outcome.inspect_err(|_| _ = remove(&fresh))?;
        let documents = checked_documents(&content.documents).inspect_err(|_| _ = remove(&fresh))?;
        fail::fail_point!("workspace-restore-unpacked");
        refuse_held(&store).inspect_err(|_| _ = remove(&fresh))?;
        let aside = folder.join(format!("before-restore-{}", stamp.at.strftime("%Y%m%d-%H%M%S")));
        std::fs::create_dir_all(&aside).map_err(Self::io(&aside))?;
        if store.exists() {
            std::fs::rename(&store, aside.join("store")).map_err(Self::io(&store))?;
        }
        fail::fail_point!("workspace-restore-aside");
        if let Err(source) = std::fs::rename(&fresh, &store) {
            // Back to what was: a workspace without a store would look like a new one.
            let _ = std::fs::rename(aside.join("store"), &store);
            return Err(WorkspaceError::Io { path: fresh, source });
        }
        fail::fail_point!("workspace-restore-moved");
        for (name, text) in documents {
            let path = folder.join(name);
            if path.exists() {
                std::fs::copy(&path, aside.join(name)).map_err(Self::io(&path))?;
            }
            WholeFile::write_all_of(&path, text.as_bytes()).map_err(Self::io(&path))?;
            fail::fail_point!("workspace-restore-document");
        }
        remove(&folder.join("index"))?;
        fail::fail_point!("workspace-restore-index");
        remove(&folder.join("cache"))?;
        Ok(BackupAnswer {
            file: file.to_owned(),
            records: content.records,
            events: content.events,
            set_aside: Some(aside),
        })
    }

    /// Checks the store from end to end.
    ///
    /// # Errors
    /// When the engine fails.
    pub fn verify(&self) -> Result<VerifyReport, WorkspaceError> {
        Ok(self.store.verify()?)
    }
}

/// A store in use is not replaced; a damaged one cannot be opened and may be.
fn refuse_held(store: &Path) -> Result<(), WorkspaceError> {
    let opened = if store.exists() { Store::open(store).map(drop) } else { Ok(()) };
    match opened {
        Err(error @ StoreError::Held { .. }) => Err(error.into()),
        _ => Ok(()),
    }
}

fn remove(folder: &Path) -> Result<(), WorkspaceError> {
    if folder.exists() { std::fs::remove_dir_all(folder).map_err(Workspace::io(folder)) } else { Ok(()) }
}

/// Only the settings, which must be readable, the register that they name, and what was learnt.
fn checked_documents(documents: &[(String, String)]) -> Result<Vec<(&str, &str)>, WorkspaceError> {
    let Some((_, text)) = documents.iter().find(|(name, _)| name == SETTINGS) else { return Ok(Vec::new()) };
    let settings = Settings::parse(Path::new(SETTINGS), text)?;
    let is_wanted = |name: &str| name == SETTINGS || name == settings.entities || name == LEARNT_FILE;
    Ok(documents.iter().filter(|(name, _)| is_wanted(name)).map(|(n, t)| (n.as_str(), t.as_str())).collect())
}
