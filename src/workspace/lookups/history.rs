//! What was done.

use serde::{Deserialize, Serialize};

use super::super::history::{HistoryAnswer, HistoryLine};
use super::super::progress::Progress;
use super::super::{Workspace, WorkspaceError};
use super::Lookup;
use crate::domain::Asker;

/// The newest events of the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct History {
    /// How many at most.
    pub most: usize,
}

/// The newest event of the journal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewestEvent {}

impl Lookup for NewestEvent {
    type Answer = Option<HistoryLine>;

    fn look(
        &self,
        desk: &Workspace,
        _asker: &Asker,
        _progress: &dyn Progress,
    ) -> Result<Option<HistoryLine>, WorkspaceError> {
        desk.newest_line()
    }
}

impl Lookup for History {
    type Answer = HistoryAnswer;

    fn look(
        &self,
        desk: &Workspace,
        _asker: &Asker,
        _progress: &dyn Progress,
    ) -> Result<HistoryAnswer, WorkspaceError> {
        desk.history(self.most)
    }
}
