//! Putting a backup back: prepared whole beside what is there, then one swap.

use std::path::{Path, PathBuf};

use crate::domain::Revision;
use crate::store::{BackupContent, BackupDocument, Patience, Store, StoreError};
use crate::workspace::backups::automatic::keep_backup;
use crate::workspace::backups::backup::BackupAnswer;
use crate::workspace::backups::originals::put_back_originals;
use crate::workspace::folder::dated::dated;
use crate::workspace::folder::layout::{ASIDE, LEARNT_BEFORE, LEARNT_FILE, SETTINGS, STORE};
use crate::workspace::folder::lock::FolderLock;
use crate::workspace::folder::private::make_folder;
use crate::workspace::folder::settings::Settings;
use crate::workspace::folder::swap::{Swap, carry_out, discard, prepare, prepare_document, recover_locked};
use crate::workspace::{Workspace, WorkspaceError, clock};

impl Workspace {
    /// Replaces a workspace by what a backup holds: records, decisions and the journal, settings, register,
    /// what was learnt, and originals that were backed up along. What was there before is kept beside, and a
    /// backup of it too; caches are dropped. Works where the store is too damaged to be opened.
    ///
    /// # Errors
    /// When the backup is damaged or the store is in use; the workspace is then as it was.
    pub fn restore(folder: &Path, file: &Path) -> Result<BackupAnswer, WorkspaceError> {
        make_folder(folder).map_err(Self::io(folder))?;
        let lock = FolderLock::wait(folder)?;
        recover_locked(folder, &lock)?;
        refuse_held(folder)?;
        let prepared = prepare(folder, &lock)?;
        let outcome = fill(folder, file, &prepared).and_then(|(content, swap)| {
            fail::fail_point!("workspace-restore-unpacked");
            let originals = put_back_originals(folder, file)?;
            let backed_up = back_up_before(folder, file)?;
            refuse_held(folder)?;
            Ok((content, swap, originals, backed_up))
        });
        let (content, swap, originals, backed_up) = outcome.inspect_err(|_| discard(folder))?;
        carry_out(folder, &swap, &lock)?;
        Ok(BackupAnswer {
            file: file.to_owned(),
            records: content.records,
            events: content.events,
            originals,
            set_aside: Some(folder.join(&swap.aside)),
            backed_up,
        })
    }
}

/// Lays out all that is to come, and says what is to be done with it.
fn fill(folder: &Path, file: &Path, prepared: &Path) -> Result<(BackupContent, Swap), WorkspaceError> {
    let content = Store::open(&prepared.join(STORE))?.restore(file, &clock::stamp())?;
    let documents = checked_documents(&content.documents)?;
    for document in &documents {
        prepare_document(prepared, &document.name, &document.text)?;
    }
    let documents: Vec<String> = documents.into_iter().map(|document| document.name.clone()).collect();
    let is_gone = |name: &&str| !documents.is_empty() && !documents.iter().any(|comes| comes == name);
    let gone = [LEARNT_FILE, LEARNT_BEFORE].into_iter().filter(is_gone).map(str::to_owned).collect();
    let aside = dated(folder, ASIDE, "");
    let aside = aside.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    Ok((content, Swap { aside, documents, gone }))
}

/// A store in use is not replaced; a damaged one cannot be opened and may be.
fn refuse_held(folder: &Path) -> Result<(), WorkspaceError> {
    let path = folder.join(STORE);
    if !path.exists() {
        return Ok(());
    }
    // One of an older format stays what it is: whether it is held is all that is asked here.
    let untouched = |_: &Store| -> Result<(), StoreError> { Err(StoreError::ReadOnly { path: path.clone() }) };
    match Store::open_keeping(&path, Patience::Waits, &untouched) {
        Err(error @ StoreError::Held { .. }) => Err(error.into()),
        _ => Ok(()),
    }
}

/// A backup of what is there, where there is something that can be read. All of it is set aside besides, so
/// that a backup that cannot be made holds up nothing.
fn back_up_before(folder: &Path, file: &Path) -> Result<Option<PathBuf>, WorkspaceError> {
    let path = folder.join(STORE);
    if !path.exists() {
        return Ok(None);
    }
    let settings = Settings::read(&folder.join(SETTINGS)).unwrap_or_else(|_| Settings::new("", None));
    let keep = |store: &Store| keep_backup(folder, &settings.entities, store, Some(file));
    let before_upgrade = |store: &Store| keep(store).map(drop);
    let store = match Store::open_keeping(&path, Patience::Waits, &before_upgrade) {
        Err(error @ StoreError::Held { .. }) => return Err(error.into()),
        Err(_) => return Ok(None),
        Ok(store) => store,
    };
    // Nothing was ever written. Where not even that can be read, a backup is tried.
    if matches!(store.seen(), Ok(Revision(0))) {
        return Ok(None);
    }
    Ok(keep(&store).ok())
}

/// Only the settings, which must be readable, the register that they name, and what was learnt.
fn checked_documents(documents: &[BackupDocument]) -> Result<Vec<&BackupDocument>, WorkspaceError> {
    let Some(own) = documents.iter().find(|document| document.name == SETTINGS) else { return Ok(Vec::new()) };
    let settings = Settings::parse(Path::new(SETTINGS), &own.text)?;
    let is_wanted = |name: &str| name == SETTINGS || name == settings.entities || name == LEARNT_FILE;
    Ok(documents.iter().filter(|document| is_wanted(&document.name)).collect())
}
