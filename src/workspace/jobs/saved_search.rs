//! The jobs of keeping a search under a name, and of giving it up.

use serde::{Deserialize, Serialize};

use super::super::folder::saved_search::SavedSearch;
use super::super::progress::Progress;
use super::super::{Workspace, WorkspaceError};
use super::Job;
use crate::domain::Asker;

/// Keeps a search in the settings; one of the same name is replaced and returned. A search that cannot be run is
/// not kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaveSearch {
    /// The search.
    pub search: SavedSearch,
}

/// Removes a saved search and returns it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemoveSearch {
    /// Its name.
    pub name: String,
}

impl Job for SaveSearch {
    type Report = Option<SavedSearch>;

    const CHANGES: bool = true;

    fn run(
        &self,
        desk: &mut Workspace,
        _asker: &Asker,
        progress: &dyn Progress,
    ) -> Result<Option<SavedSearch>, WorkspaceError> {
        let search = SavedSearch { name: self.search.name.trim().to_owned(), ..self.search.clone() };
        desk.finder(progress)?.total_of(&search)?;
        Workspace::save_search(desk.folder(), &search)
    }
}

impl Job for RemoveSearch {
    type Report = SavedSearch;

    const CHANGES: bool = true;

    fn run(
        &self,
        desk: &mut Workspace,
        _asker: &Asker,
        _progress: &dyn Progress,
    ) -> Result<SavedSearch, WorkspaceError> {
        Workspace::remove_search(desk.folder(), &self.name)
    }
}
