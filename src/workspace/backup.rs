//! Backup, restore, verify.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::open::SETTINGS;
use super::settings::Settings;
use super::{Workspace, WorkspaceError, clock};
use crate::store::{Store, VerifyReport};

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
    /// Writes everything that people and files have brought into one file, with settings and
    /// register; without a name it goes to `backups/` with the time in its name.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn backup(&self, file: Option<PathBuf>) -> Result<BackupAnswer, WorkspaceError> {
        let folder = self.backups_folder();
        std::fs::create_dir_all(&folder).map_err(Self::io(&folder))?;
        let time = clock::now().strftime("%Y%m%d-%H%M%S").to_string();
        let file = file.unwrap_or_else(|| folder.join(format!("weft-{time}.jsonl")));
        let mut documents = Vec::new();
        for name in [SETTINGS, self.settings.entities.as_str()] {
            let path = self.folder.join(name);
            if path.exists() {
                documents.push((name.to_owned(), std::fs::read_to_string(&path).map_err(Self::io(&path))?));
            }
        }
        let content = self.store.backup(&file, &documents)?;
        Ok(BackupAnswer { file, records: content.records, events: content.events, set_aside: None })
    }

    /// Replaces the store of a folder by a backup. The store before is kept beside; caches are
    /// dropped. Works where the store is too damaged to be opened.
    ///
    /// # Errors
    /// When the backup is damaged; the workspace is then as it was.
    pub fn restore(folder: &Path, file: &Path) -> Result<BackupAnswer, WorkspaceError> {
        let store = Self::store_folder(folder);
        let fresh = folder.join("store.restoring");
        if fresh.exists() {
            std::fs::remove_dir_all(&fresh).map_err(Self::io(&fresh))?;
        }
        // Taking the lock first: a store in use is not replaced. A damaged one cannot be opened.
        let held = if store.exists() { Store::open(&store) } else { Store::open(&fresh) };
        if let Err(error @ crate::store::StoreError::Held { .. }) = held {
            return Err(error.into());
        }
        drop(held);
        let outcome = Store::open(&fresh).and_then(|target| target.restore(file));
        let content = outcome.inspect_err(|_| _ = std::fs::remove_dir_all(&fresh))?;
        let aside = folder.join(format!("store.before-restore-{}", clock::now().strftime("%Y%m%d-%H%M%S")));
        let set_aside = store.exists().then_some(aside);
        if let Some(aside) = &set_aside {
            std::fs::rename(&store, aside).map_err(Self::io(&store))?;
        }
        std::fs::rename(&fresh, &store).map_err(Self::io(&fresh))?;
        for (name, text) in content.documents.iter().filter(|(name, _)| is_plain_name(name)) {
            let path = folder.join(name);
            std::fs::write(&path, text).map_err(Self::io(&path))?;
        }
        Settings::read(&folder.join(SETTINGS))?;
        for cache in ["index", "cache"] {
            let path = folder.join(cache);
            if path.exists() {
                std::fs::remove_dir_all(&path).map_err(Self::io(&path))?;
            }
        }
        Ok(BackupAnswer { file: file.to_owned(), records: content.records, events: content.events, set_aside })
    }

    /// Checks the store from end to end.
    ///
    /// # Errors
    /// When the engine fails.
    pub fn verify(&self) -> Result<VerifyReport, WorkspaceError> {
        Ok(self.store.verify()?)
    }
}

/// A backup names files of the workspace folder only, never a path out of it.
fn is_plain_name(name: &str) -> bool {
    !name.is_empty() && !name.contains(['/', '\\', ':']) && name != ".." && Path::new(name).components().count() == 1
}
