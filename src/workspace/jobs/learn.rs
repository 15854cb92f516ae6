//! The jobs of learning from what people have decided, and of taking that back.

use serde::{Deserialize, Serialize};

use super::super::caches::learn::LearnAnswer;
use super::super::progress::Progress;
use super::super::{Workspace, WorkspaceError};
use super::Job;
use crate::domain::Asker;

/// Learns leads and themes from all decisions; the next analysis goes by it. Stopped, it leaves what was learnt
/// before.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Learn {}

/// Takes the last learning back: what was learnt before holds again, or nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unlearn {}

impl Job for Learn {
    type Report = LearnAnswer;

    const CHANGES: bool = true;

    fn run(
        &self,
        desk: &mut Workspace,
        _asker: &Asker,
        progress: &dyn Progress,
    ) -> Result<LearnAnswer, WorkspaceError> {
        desk.learn(progress)
    }
}

impl Job for Unlearn {
    type Report = ();

    const CHANGES: bool = true;

    fn run(&self, desk: &mut Workspace, _asker: &Asker, _progress: &dyn Progress) -> Result<(), WorkspaceError> {
        desk.unlearn()
    }
}
