//! What saved searches find now.

use serde::{Deserialize, Serialize};

use crate::domain::Coded;
use crate::workspace::WorkspaceError;
use crate::workspace::folder::saved_search::SavedSearch;
use crate::workspace::searching::finder::Finder;
use crate::workspace::searching::search::SearchQuery;

/// A saved search with what it finds now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedTotal {
    /// The search.
    pub search: SavedSearch,
    /// How many records it finds; `None` when it cannot be run.
    pub total: Option<usize>,
    /// Why it cannot be run.
    pub error: Option<Coded>,
}

impl Finder {
    /// What each of some searches finds; one that cannot be run does not hold up the others.
    #[must_use]
    pub fn totals(&self, saved: Vec<SavedSearch>) -> Vec<SavedTotal> {
        let found = |search: SavedSearch| match self.total_of(&search) {
            Ok(total) => SavedTotal { search, total: Some(total), error: None },
            Err(error) => SavedTotal { search, total: None, error: Some(Coded::from(&error)) },
        };
        saved.into_iter().map(found).collect()
    }

    /// How many records a saved search finds.
    ///
    /// # Errors
    /// As [`Finder::total`].
    pub(in crate::workspace) fn total_of(&self, saved: &SavedSearch) -> Result<usize, WorkspaceError> {
        self.total(&SearchQuery { within: Some(saved.clone()), ..SearchQuery::default() })
    }
}
