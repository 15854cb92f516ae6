//! The job of analysing what is new.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::super::caches::analysed::AnalyseReport;
use super::super::progress::Progress;
use super::super::{Workspace, WorkspaceError};
use super::Job;
use crate::domain::Asker;

/// Brings the analysis and the index up to date.
///
/// Stopped, it leaves the analysis as it was; comparisons that were done are not done again.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Analyse {
    /// Folder of models to use instead of those in the program.
    #[serde(default)]
    pub models: Option<PathBuf>,
}

impl Job for Analyse {
    type Report = AnalyseReport;

    const CHANGES: bool = true;

    fn run(
        &self,
        desk: &mut Workspace,
        _asker: &Asker,
        progress: &dyn Progress,
    ) -> Result<AnalyseReport, WorkspaceError> {
        desk.analyse(self.models.as_deref(), progress)
    }
}
