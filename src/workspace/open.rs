//! The folder of a workspace: where things lie in it, and how it is found.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use super::backups::automatic::keep_backup;
use super::folder::layout::{
    BACKUPS, CACHE, EARLIER_PREPARED, FILES, INDEX, LEARNT_BEFORE, LEARNT_FILE, SETTINGS, STORE,
};
use super::folder::lock::FolderLock;
use super::folder::private::{close_to_others, make_folder};
use super::folder::settings::Settings;
use super::folder::swap::{is_store, recover, recover_locked};
use super::{Workspace, WorkspaceError};
use crate::analysis::models::Models;
use crate::domain::{Language, StateCode};
use crate::store::{Patience, Store, WholeFile};
use crate::view::{Noun, Refusal};

/// The heading of a new register, so that the ministry sees what to fill in.
const REGISTER_HEADING: &str = "code,name,short_name,type,mandate,contact\n";

/// Says that reasons of proposals will be asked for: the models that give them are loaded while the workspace
/// is opened.
pub fn begin_to_load_models() {
    Models::begin_to_load();
}

impl Workspace {
    /// Makes a workspace in a folder.
    ///
    /// # Errors
    /// When there is one already or the folder cannot be written.
    pub fn init(
        folder: &Path,
        name: Option<&str>,
        state: Option<StateCode>,
        language: Language,
    ) -> Result<Self, WorkspaceError> {
        let path = folder.join(SETTINGS);
        if path.exists() {
            return Err(WorkspaceError::Exists(folder.to_owned()));
        }
        let io = |source| WorkspaceError::Io { path: folder.to_owned(), source };
        for part in ["", STORE, FILES, BACKUPS, CACHE] {
            make_folder(&folder.join(part)).map_err(io)?;
        }
        let shown = || folder.file_name().map_or_else(|| "Workspace".to_owned(), |n| n.to_string_lossy().into_owned());
        let name = name.map_or_else(shown, str::to_owned);
        let settings = Settings { language, ..Settings::new(&name, state) };
        let register = folder.join(&settings.entities);
        if !register.exists() {
            WholeFile::of_owner(&register).and_then(|file| file.put_all(REGISTER_HEADING.as_bytes())).map_err(io)?;
        }
        // Last: a folder is a workspace when its settings are there.
        settings.write(&path)?;
        Self::open(folder)
    }

    /// Whether a folder is a workspace.
    #[must_use]
    pub fn is_in(folder: &Path) -> bool {
        folder.join(SETTINGS).exists()
    }

    /// Opens the workspace of a folder.
    ///
    /// # Errors
    /// When there is none, or its store is held or damaged.
    pub fn open(folder: &Path) -> Result<Self, WorkspaceError> {
        Self::open_with(folder, Patience::Waits)
    }

    /// Opens the workspace of a folder, or says at once that another process holds it.
    pub(super) fn open_at_once(folder: &Path) -> Result<Self, WorkspaceError> {
        Self::open_with(folder, Patience::AtOnce)
    }

    fn open_with(folder: &Path, patience: Patience) -> Result<Self, WorkspaceError> {
        let settings_path = folder.join(SETTINGS);
        if !settings_path.exists() {
            return Err(WorkspaceError::NotFound(folder.to_owned()));
        }
        // Until the store is open: else a restore could put another in its place in between, and what is decided
        // here would go into what was set aside.
        let lock = FolderLock::patiently(folder, patience)?;
        match &lock {
            Some(lock) => recover_locked(folder, lock)?,
            None => recover(folder)?,
        }
        let (path, restoring) = (folder.join(STORE), folder.join(EARLIER_PREPARED));
        if is_store(&restoring) && !path.exists() {
            return Err(WorkspaceError::HalfRestored(restoring));
        }
        let settings = Settings::read(&settings_path)?;
        let states = settings.register();
        // Where it cannot be made, opening the store tells why.
        let _ = make_folder(&path);
        close(folder, &settings.entities);
        let keep = |store: &Store| keep_backup(folder, &settings.entities, store, None).map(drop);
        let workspace = Self {
            store: Arc::new(Store::open_keeping(&path, patience, &keep)?),
            folder: folder.to_owned(),
            settings,
            states,
            view: Mutex::new(None),
            earlier: Mutex::new(None),
            whole_index: Mutex::new(None),
        };
        workspace.note_earlier_lessons();
        Ok(workspace)
    }

    /// The folder that holds `weft.toml`: `start` or the nearest one above it.
    ///
    /// # Errors
    /// When there is none up to the root.
    pub fn find(start: &Path) -> Result<PathBuf, WorkspaceError> {
        let absolute =
            std::path::absolute(start).map_err(|source| WorkspaceError::Io { path: start.to_owned(), source })?;
        let found = absolute.ancestors().find(|folder| folder.join(SETTINGS).exists()).map(Path::to_owned);
        found.ok_or_else(|| WorkspaceError::NotFound(start.to_owned()))
    }

    /// Whether nobody has written a body into the register: it is not there, or has its heading alone.
    pub(super) fn register_is_blank(&self) -> bool {
        let path = self.folder.join(&self.settings.entities);
        match std::fs::read(&path) {
            Ok(bytes) => bytes.split(|byte| *byte == b'\n').skip(1).all(|line| line.trim_ascii().is_empty()),
            Err(error) => error.kind() == std::io::ErrorKind::NotFound,
        }
    }

    /// The State of a name.
    ///
    /// # Errors
    /// When no State has it.
    pub fn state(&self, name: &str) -> Result<StateCode, Refusal> {
        self.states.find(name).ok_or_else(|| Refusal::unknown(Noun::State, name))
    }

    /// What people call it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.settings.name
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub(super) fn index_folder(&self) -> PathBuf {
        self.folder.join(INDEX)
    }

    pub(super) fn cache_folder(&self) -> PathBuf {
        self.folder.join(CACHE)
    }

    pub(super) fn cache_file(&self) -> PathBuf {
        self.cache_folder().join("analysis.bin")
    }

    pub(super) fn store_folder(folder: &Path) -> PathBuf {
        folder.join(STORE)
    }

    /// A failure of the disk or of a socket, at a place.
    pub fn io_at(path: &Path) -> impl Fn(std::io::Error) -> WorkspaceError + '_ {
        Self::io(path)
    }

    /// Writes a file that only the owner of the workspace can read.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn write_private(path: &Path, bytes: &[u8]) -> Result<(), WorkspaceError> {
        super::folder::whole_file::write_own(path, bytes)
    }

    pub(super) fn io(path: &Path) -> impl Fn(std::io::Error) -> WorkspaceError + '_ {
        move |source| WorkspaceError::Io { path: path.to_owned(), source }
    }
}

/// Takes from others what they could read of a workspace that was made before they were kept out.
fn close(folder: &Path, register: &str) {
    for part in [STORE, FILES, BACKUPS, CACHE, INDEX, SETTINGS, register, LEARNT_FILE, LEARNT_BEFORE] {
        close_to_others(&folder.join(part));
    }
}
