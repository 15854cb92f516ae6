//! What an import would change.

use serde::{Deserialize, Serialize};

use super::super::decide::check;
use super::super::imports::difference::FileDiff;
use super::super::jobs::Import;
use super::super::progress::Progress;
use super::super::{Workspace, WorkspaceError};
use super::Lookup;
use crate::domain::Asker;

/// Files beside what the workspace holds, as an import of them would find it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportDiff {
    /// The import.
    pub import: Import,
}

impl Lookup for ImportDiff {
    type Answer = Vec<FileDiff>;

    fn look(&self, desk: &Workspace, asker: &Asker, progress: &dyn Progress) -> Result<Vec<FileDiff>, WorkspaceError> {
        // It reads files of the machine, which who may only look has no business with.
        check(asker)?;
        desk.import_diff(&self.import, progress)
    }
}
