//! The job of writing an export to a file.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::super::progress::{Progress, go_on};
use super::super::written::answer::ExportAnswer;
use super::super::written::export::ExportRequest;
use super::super::{Workspace, WorkspaceError};
use super::Job;
use crate::domain::Asker;

/// Writes an export to a file. Stopped, it leaves what was there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Export {
    /// What to export.
    pub what: ExportRequest,
    /// The file.
    pub file: PathBuf,
}

impl Job for Export {
    type Report = ExportAnswer;

    const CHANGES: bool = false;

    fn run(
        &self,
        desk: &mut Workspace,
        asker: &Asker,
        progress: &dyn Progress,
    ) -> Result<ExportAnswer, WorkspaceError> {
        let outcome = desk.export(&self.what, self.file.clone(), asker, progress);
        if outcome.is_err() {
            // A format's own error hides why its receiver refused. A file that was written is there, stopped or not.
            go_on(progress)?;
        }
        outcome
    }
}
