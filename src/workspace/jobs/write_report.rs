//! The job of writing a report.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::super::progress::Progress;
use super::super::written::report::{MatrixAnswer, ReportAnswer, ReportRequest};
use super::super::{Workspace, WorkspaceError};
use super::Job;
use crate::domain::Asker;

/// Writes a report to a file, DOCX, HTML or text by its ending. Stopped, it writes none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WriteReport {
    /// Which.
    pub what: ReportRequest,
    /// The file.
    pub file: PathBuf,
}

impl Job for WriteReport {
    type Report = ReportAnswer;

    const CHANGES: bool = false;

    fn run(
        &self,
        desk: &mut Workspace,
        asker: &Asker,
        progress: &dyn Progress,
    ) -> Result<ReportAnswer, WorkspaceError> {
        desk.write_report(&self.what, &self.file, asker, progress)
    }
}

/// Fills the matrix of OHCHR in and writes it as another file. Stopped, it writes none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FillMatrix {
    /// The matrix.
    pub matrix: PathBuf,
    /// The file that is written.
    pub file: PathBuf,
}

impl Job for FillMatrix {
    type Report = MatrixAnswer;

    const CHANGES: bool = false;

    fn run(
        &self,
        desk: &mut Workspace,
        asker: &Asker,
        progress: &dyn Progress,
    ) -> Result<MatrixAnswer, WorkspaceError> {
        desk.fill_matrix(&self.matrix, &self.file, asker, progress)
    }
}
