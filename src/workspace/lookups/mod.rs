//! Lookups: what is asked of the folder itself and of no view of it, such as its journal, its index or its files.
//!
//! A lookup is a value that can be sent. It changes nothing that people or files have brought; at most it brings
//! the index up to date, which is a cache. Who may only read may look up all of it.

mod cluster_preview;
mod history;
mod import_diff;
mod kept_backups;
mod return_diff;
mod saved_searches;
mod search;
mod sources;
mod verify;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::progress::Progress;
use super::{Workspace, WorkspaceError};
use crate::domain::Asker;

pub use cluster_preview::ClusterPreview;
pub use history::{History, NewestEvent};
pub use import_diff::ImportDiff;
pub use kept_backups::{FormerRegisters, KeptBackup, KeptBackups};
pub use return_diff::ReturnCompared;
pub(in crate::workspace) use return_diff::columns_of;
pub use saved_searches::SavedSearches;
pub use search::{CountBy, Like, Search};
pub use sources::{OneSource, SourceAnswer, SourceFileLine, Sources};
pub use verify::Verify;

/// Something that is looked up in a workspace.
pub trait Lookup: Serialize + DeserializeOwned {
    /// What it is answered by: plain data, for people to be shown and for programs to read.
    type Answer: Serialize;

    /// Looks it up, and tells how far that has come where it takes its time.
    ///
    /// # Errors
    /// What goes wrong on the way; nothing was changed then either.
    fn look(&self, desk: &Workspace, asker: &Asker, progress: &dyn Progress) -> Result<Self::Answer, WorkspaceError>;
}

impl Workspace {
    /// Looks up what a person asks for.
    ///
    /// # Errors
    /// As [`Lookup::look`].
    pub fn look<L: Lookup>(
        &self,
        lookup: &L,
        asker: &Asker,
        progress: &dyn Progress,
    ) -> Result<L::Answer, WorkspaceError> {
        let found = lookup.look(self, asker, progress);
        if matches!(found, Err(WorkspaceError::Search(_))) {
            self.doubt_index();
        }
        found
    }
}
