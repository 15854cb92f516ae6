//! Whether a workspace is sound.

use serde::{Deserialize, Serialize};

use super::super::backups::verify::VerifyAnswer;
use super::super::progress::Progress;
use super::super::{Workspace, WorkspaceError};
use super::Lookup;
use crate::domain::Asker;

/// Checks the store, the originals, the backups and the small files beside them; mends nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verify {}

impl Lookup for Verify {
    type Answer = VerifyAnswer;

    fn look(&self, desk: &Workspace, _asker: &Asker, progress: &dyn Progress) -> Result<VerifyAnswer, WorkspaceError> {
        desk.verify(progress)
    }
}
