//! The job of taking the last plan of an office in.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::super::imports::plan::take_plans;
use super::super::imports::plan_report::PlanReport;
use super::super::progress::Progress;
use super::super::{Workspace, WorkspaceError};
use super::Job;
use crate::domain::Asker;

/// Takes plans in, all or none: outcomes, measures and indicators that are not known, and what is blank of known ones.
/// The same file again changes nothing. One command, taken back by one undo.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ImportPlan {
    /// The files.
    pub files: Vec<PathBuf>,
    /// What the user says of headings, `measure=Qué se hará`.
    pub columns: Vec<String>,
}

impl Job for ImportPlan {
    type Report = PlanReport;

    const CHANGES: bool = true;

    fn run(&self, desk: &mut Workspace, asker: &Asker, progress: &dyn Progress) -> Result<PlanReport, WorkspaceError> {
        take_plans(&self.files, &self.columns, desk, asker, progress)
    }
}
