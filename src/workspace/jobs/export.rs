//! The job of writing an export to a file.

use std::io::{self, Write};
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::super::export::{ExportAnswer, ExportRequest};
use super::super::progress::Progress;
use super::super::{Workspace, WorkspaceError};
use super::{Job, go_on};
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
        // A format's own error hides why its receiver refused.
        go_on(progress)?;
        outcome
    }
}

/// A receiver that takes nothing more once the work is to stop.
pub(in crate::workspace) struct Stoppable<'a, W> {
    out: W,
    progress: &'a dyn Progress,
}

impl<'a, W: Write> Stoppable<'a, W> {
    /// A receiver before another.
    pub(in crate::workspace) const fn before(out: W, progress: &'a dyn Progress) -> Self {
        Self { out, progress }
    }
}

impl<W: Write> Write for Stoppable<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.progress.is_stopped() {
            return Err(io::ErrorKind::ConnectionAborted.into());
        }
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
