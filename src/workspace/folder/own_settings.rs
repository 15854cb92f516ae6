//! What people set for a workspace after it was made: the State that it is of, and its register of bodies.

use std::path::Path;

use toml_edit::value;

use super::dated::dated;
use super::layout::BACKUPS;
use super::private::make_folder;
use super::settings::change_settings;
use super::whole_file::write_own;
use crate::domain::{EntityRegister, Language, StateCode};
use crate::ingest::read_register;
use crate::store::read_file;
use crate::workspace::{Workspace, WorkspaceError};

impl Workspace {
    /// The name of the State that the workspace is of, in a language; `None` where nobody has said it.
    #[must_use]
    pub fn own_state_name(&self, language: Language) -> Option<String> {
        self.settings.state.map(|state| self.states.name_in(state, language))
    }

    /// Sets the State that the workspace is of.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn set_own_state(&mut self, state: StateCode) -> Result<(), WorkspaceError> {
        // Only that: what else stands in the file may be newer than what was read at the start.
        change_settings(&self.folder, |document| {
            document["state"] = value(state.to_string());
            Ok(())
        })?;
        self.settings.state = Some(state);
        self.forget();
        Ok(())
    }

    /// Puts a table of bodies in the place of the register, whole or not at all: where a row cannot be used, nothing
    /// is changed. The register before it is kept among the backups.
    ///
    /// # Errors
    /// When the table cannot be read, or the disk refuses.
    pub fn put_register(&mut self, table: &Path) -> Result<EntityRegister, WorkspaceError> {
        let register = read_register(table)?;
        if !register.rejections.is_empty() {
            return Ok(register);
        }
        let bytes = read_file(table).map_err(Self::io(table))?;
        let (path, folder) = (self.folder.join(&self.settings.entities), self.folder.join(BACKUPS));
        if path.exists() {
            make_folder(&folder).map_err(Self::io(&folder))?;
            let before = read_file(&path).map_err(Self::io(&path))?;
            write_own(&dated(&folder, "entities-", ".csv"), &before)?;
        }
        write_own(&path, &bytes)?;
        self.forget();
        Ok(register)
    }
}
