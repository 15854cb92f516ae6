//! Saved searches: queries under a name, kept in `weft.toml`.

use std::path::Path;

use toml_edit::{Array, ArrayOfTables, InlineTable, Item, Table, value};

use crate::view::{Noun, Refusal};
use crate::workspace::folder::layout::SETTINGS;
use crate::workspace::folder::saved_search::SavedSearch;
use crate::workspace::folder::settings::{Settings, change_settings};
use crate::workspace::folder::settings_fault::SettingsFault;
use crate::workspace::folder::swap::recover;
use crate::workspace::{Workspace, WorkspaceError};

impl Workspace {
    /// The saved searches of a workspace, in the order of their names.
    ///
    /// # Errors
    /// When `weft.toml` cannot be read.
    pub fn saved_searches(folder: &Path) -> Result<Vec<SavedSearch>, WorkspaceError> {
        recover(folder)?;
        let mut searches = Settings::read(&folder.join(SETTINGS))?.searches;
        searches.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(searches)
    }

    /// The saved search of that name.
    ///
    /// # Errors
    /// When there is none.
    pub fn saved_search(folder: &Path, name: &str) -> Result<SavedSearch, WorkspaceError> {
        let found = Self::saved_searches(folder)?.into_iter().find(|saved| saved.name == name.trim());
        found.ok_or_else(|| Refusal::unknown(Noun::SavedSearch, name).into())
    }

    /// Keeps a search; one of the same name is replaced and returned.
    ///
    /// # Errors
    /// When the name is empty or `weft.toml` cannot be written.
    pub fn save_search(folder: &Path, search: &SavedSearch) -> Result<Option<SavedSearch>, WorkspaceError> {
        if search.shown().is_empty() {
            return Err(WorkspaceError::NothingToKeep(search.name.clone()));
        }
        if search.name.is_empty() {
            return Err(WorkspaceError::NoName);
        }
        let before = Self::saved_search(folder, &search.name).ok();
        change(folder, |searches| {
            searches.retain(|table| !is_named(table, &search.name));
            let mut table = Table::new();
            table["name"] = value(&search.name);
            if !search.query.is_empty() {
                table["query"] = value(&search.query);
            }
            if !search.filters.is_empty() {
                table["filters"] = value(filters(search));
            }
            search.from.iter().for_each(|from| table["from"] = value(from));
            search.to.iter().for_each(|to| table["to"] = value(to));
            if search.literal {
                table["literal"] = value(true);
            }
            searches.push(table);
        })?;
        Ok(before)
    }

    /// Removes a saved search and returns it.
    ///
    /// # Errors
    /// When there is none of that name, or `weft.toml` cannot be written.
    pub fn remove_search(folder: &Path, name: &str) -> Result<SavedSearch, WorkspaceError> {
        let removed = Self::saved_search(folder, name)?;
        change(folder, |searches| searches.retain(|table| !is_named(table, &removed.name)))?;
        Ok(removed)
    }
}

fn filters(search: &SavedSearch) -> InlineTable {
    let list = |values: &Vec<String>| toml_edit::Value::from(values.iter().collect::<Array>());
    search.filters.iter().map(|(facet, values)| (facet.name().to_owned(), list(values))).collect()
}

fn is_named(table: &Table, name: &str) -> bool {
    table.get("name").and_then(Item::as_str).is_some_and(|own| own.trim() == name)
}

/// Changes the searches in `weft.toml` and leaves everything else in it, comments too, as it stands.
fn change(folder: &Path, change: impl FnOnce(&mut ArrayOfTables)) -> Result<(), WorkspaceError> {
    change_settings(folder, |document| {
        let item = document.entry("searches").or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
        change(item.as_array_of_tables_mut().ok_or(SettingsFault::SearchesNoTables)?);
        Ok(())
    })
}
