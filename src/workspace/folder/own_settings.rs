//! What people set for a workspace after it was made: the State that it is of, and its register of bodies.

use std::path::Path;

use toml_edit::{Item, value};

use super::dated::dated;
use super::layout::{BACKUPS, REGISTER_ENDING, REGISTERS};
use super::private::make_folder;
use super::settings::change_settings;
use super::whole_file::write_own;
use crate::domain::{Asker, Change, EntityRegister, Language, Setting, StateCode};
use crate::ingest::read_register;
use crate::store::read_file;
use crate::workspace::decide::check;
use crate::workspace::{Workspace, WorkspaceError, clock};

impl Workspace {
    /// The name of the State that the workspace is of, in a language; `None` where nobody has said it.
    #[must_use]
    pub fn own_state_name(&self, language: Language) -> Option<String> {
        self.settings.state.map(|state| self.states.name_in(state, language))
    }

    /// Sets the State that the workspace is of, and notes it in the journal.
    ///
    /// # Errors
    /// When the person may not decide, nobody may write to the store, or the disk refuses; where it refuses the journal
    /// alone, the State is set.
    pub fn set_own_state(&mut self, state: StateCode, asker: &Asker) -> Result<(), WorkspaceError> {
        check(asker)?;
        self.store.check_writable()?;
        let mut before = String::new();
        // Only that: what else stands in the file may be newer than what was read at the start.
        change_settings(&self.folder, |document| {
            before = document.get("state").and_then(Item::as_str).unwrap_or_default().to_owned();
            document["state"] = value(state.to_string());
            Ok(())
        })?;
        self.settings.state = Some(state);
        self.forget();
        self.note(Setting::State, before, state.to_string(), asker)
    }

    /// Puts a table of bodies in the place of the register, whole or not at all: where a row cannot be used, nothing
    /// is changed. The register before it is kept among the backups, and the journal notes both.
    ///
    /// # Errors
    /// When the person may not decide, nobody may write to the store, the table cannot be read, or the disk refuses; where
    /// it refuses the journal alone, the register is put in its place.
    pub fn put_register(&mut self, table: &Path, asker: &Asker) -> Result<EntityRegister, WorkspaceError> {
        check(asker)?;
        self.store.check_writable()?;
        let register = read_register(table)?;
        if !register.rejections.is_empty() {
            return Ok(register);
        }
        let bytes = read_file(table).map_err(Self::io(table))?;
        let (path, folder) = (self.folder.join(&self.settings.entities), self.folder.join(BACKUPS));
        let mut kept = String::new();
        if path.exists() {
            make_folder(&folder).map_err(Self::io(&folder))?;
            let before = read_file(&path).map_err(Self::io(&path))?;
            let keeping = dated(&folder, REGISTERS, REGISTER_ENDING);
            write_own(&keeping, &before)?;
            kept = name_of(&keeping);
        }
        write_own(&path, &bytes)?;
        self.forget();
        self.note(Setting::Register, kept, name_of(table), asker)?;
        Ok(register)
    }

    /// Notes in the journal that a setting became another; the view that is kept is of before.
    fn note(&self, setting: Setting, before: String, after: String, asker: &Asker) -> Result<(), WorkspaceError> {
        let stamp = clock::stamp_of(asker);
        let command = self.store.mint(stamp.at)?;
        Ok(self.store.note(Change::SettingChanged { setting, before, after }, command, &stamp)?)
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}
