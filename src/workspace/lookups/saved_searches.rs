//! The searches that are kept under a name.

use serde::{Deserialize, Serialize};

use super::super::progress::Progress;
use super::super::searching::saved_totals::SavedTotal;
use super::super::{Workspace, WorkspaceError};
use super::Lookup;
use crate::domain::Asker;

/// All saved searches, in the order of their names, with what they find now.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedSearches {}

impl Lookup for SavedSearches {
    type Answer = Vec<SavedTotal>;

    fn look(
        &self,
        desk: &Workspace,
        _asker: &Asker,
        progress: &dyn Progress,
    ) -> Result<Vec<SavedTotal>, WorkspaceError> {
        let saved = Workspace::saved_searches(desk.folder())?;
        if saved.is_empty() {
            return Ok(Vec::new());
        }
        Ok(desk.finder(progress)?.totals(saved))
    }
}
