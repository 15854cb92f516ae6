//! The folder of a workspace: where things lie in it, and how it is found.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use super::folder::{INDEX, RESTORING, SETTINGS, STORE};
use super::settings::Settings;
use super::{Workspace, WorkspaceError};
use crate::domain::StateCode;
use crate::store::{Store, WholeFile};
use crate::view::{Noun, Refusal};

/// The heading of a new register, so that the ministry sees what to fill in.
const REGISTER_HEADING: &str = "code,name,short_name,type,mandate,contact\n";

impl Workspace {
    /// Makes a workspace in a folder.
    ///
    /// # Errors
    /// When there is one already or the folder cannot be written.
    pub fn init(folder: &Path, name: Option<&str>, state: Option<StateCode>) -> Result<Self, WorkspaceError> {
        let path = folder.join(SETTINGS);
        if path.exists() {
            return Err(WorkspaceError::Exists(folder.to_owned()));
        }
        let io = |source| WorkspaceError::Io { path: folder.to_owned(), source };
        for part in ["", "files", "backups", "cache"] {
            std::fs::create_dir_all(folder.join(part)).map_err(io)?;
        }
        let shown = || folder.file_name().map_or_else(|| "Workspace".to_owned(), |n| n.to_string_lossy().into_owned());
        let settings = Settings::new(name.map_or_else(shown, str::to_owned).as_str(), state);
        settings.write(&path)?;
        let register = folder.join(&settings.entities);
        if !register.exists() {
            WholeFile::write_all_of(&register, REGISTER_HEADING.as_bytes()).map_err(io)?;
        }
        Self::open(folder)
    }

    /// Opens the workspace of a folder.
    ///
    /// # Errors
    /// When there is none, or its store is held or damaged.
    pub fn open(folder: &Path) -> Result<Self, WorkspaceError> {
        Self::open_with(folder, Store::open)
    }

    /// Opens the workspace of a folder, or says at once that another process holds it.
    pub(super) fn open_at_once(folder: &Path) -> Result<Self, WorkspaceError> {
        Self::open_with(folder, Store::open_at_once)
    }

    fn open_with(
        folder: &Path,
        open: impl FnOnce(&Path) -> Result<Store, crate::store::StoreError>,
    ) -> Result<Self, WorkspaceError> {
        let settings_path = folder.join(SETTINGS);
        if !settings_path.exists() {
            return Err(WorkspaceError::NotFound(folder.to_owned()));
        }
        let restoring = folder.join(RESTORING);
        if restoring.exists() && !folder.join(STORE).exists() {
            return Err(WorkspaceError::HalfRestored(restoring));
        }
        let settings = Settings::read(&settings_path)?;
        let states = settings.register();
        Ok(Self {
            store: Arc::new(open(&folder.join(STORE))?),
            folder: folder.to_owned(),
            settings,
            states,
            view: Mutex::new(None),
        })
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

    /// The State of a name.
    ///
    /// # Errors
    /// When no State has it.
    pub fn state(&self, name: &str) -> Result<StateCode, Refusal> {
        self.states.find(name).ok_or_else(|| Refusal::unknown(Noun::State, name))
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
        self.folder.join("cache")
    }

    pub(super) fn cache_file(&self) -> PathBuf {
        self.cache_folder().join("analysis.bin")
    }

    pub(super) fn backups_folder(&self) -> PathBuf {
        self.folder.join("backups")
    }

    pub(super) fn store_folder(folder: &Path) -> PathBuf {
        folder.join(STORE)
    }

    pub(super) fn io(path: &Path) -> impl Fn(std::io::Error) -> WorkspaceError + '_ {
        move |source| WorkspaceError::Io { path: path.to_owned(), source }
    }
}
