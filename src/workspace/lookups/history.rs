//! What was done.

use serde::{Deserialize, Serialize};

use super::super::history::{HistoryAnswer, LastChange};
use super::super::progress::Progress;
use super::super::{Workspace, WorkspaceError};
use super::Lookup;
use crate::domain::{Asker, RecordId};

/// The newest events of the journal.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct History {
    /// How many at most.
    pub most: usize,
    /// Only what is about this record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<RecordId>,
    /// Only what this person did; empty for all.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub who: String,
}

/// The newest event of the journal, with how many more its command has written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewestEvent {}

impl Lookup for NewestEvent {
    type Answer = Option<LastChange>;

    fn look(
        &self,
        desk: &Workspace,
        _asker: &Asker,
        _progress: &dyn Progress,
    ) -> Result<Option<LastChange>, WorkspaceError> {
        desk.last_change()
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
        desk.history(self.most, self.record, &self.who)
    }
}
