//! The jobs.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::super::jobs::{
    Analyse, Backup, Export, ExportResults, FillMatrix, Import, ImportPlan, Job, Learn, MakeExercise, ReceivePlan,
    RemoveSearch, Renew, SaveSearch, SendPlan, Unlearn, WriteCalendar, WriteReport,
};
use super::super::progress::Progress;
use super::super::written::plain_data::plain;
use super::super::{Workspace, WorkspaceError};
use crate::domain::Asker;

/// The jobs.
#[derive(Debug, Clone, Serialize, Deserialize, strum::VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
#[expect(missing_docs, reason = "each is the job of that name")]
pub enum Run {
    Analyse(Analyse),
    Backup(Backup),
    Export(Export),
    ExportResults(ExportResults),
    FillMatrix(FillMatrix),
    Import(Import),
    ImportPlan(ImportPlan),
    Learn(Learn),
    MakeExercise(MakeExercise),
    ReceivePlan(ReceivePlan),
    RemoveSearch(RemoveSearch),
    Renew(Renew),
    SaveSearch(SaveSearch),
    SendPlan(SendPlan),
    Unlearn(Unlearn),
    WriteCalendar(WriteCalendar),
    WriteReport(WriteReport),
}

impl Run {
    /// What was done, as plain data.
    ///
    /// # Errors
    /// As the typed job.
    pub(super) fn reported(
        &self,
        desk: &mut Workspace,
        asker: &Asker,
        progress: &dyn Progress,
    ) -> Result<Value, WorkspaceError> {
        match self {
            Self::Analyse(job) => ran(job, desk, asker, progress),
            Self::Backup(job) => ran(job, desk, asker, progress),
            Self::Export(job) => ran(job, desk, asker, progress),
            Self::ExportResults(job) => ran(job, desk, asker, progress),
            Self::FillMatrix(job) => ran(job, desk, asker, progress),
            Self::Import(job) => ran(job, desk, asker, progress),
            Self::ImportPlan(job) => ran(job, desk, asker, progress),
            Self::Learn(job) => ran(job, desk, asker, progress),
            Self::MakeExercise(job) => ran(job, desk, asker, progress),
            Self::ReceivePlan(job) => ran(job, desk, asker, progress),
            Self::RemoveSearch(job) => ran(job, desk, asker, progress),
            Self::Renew(job) => ran(job, desk, asker, progress),
            Self::SaveSearch(job) => ran(job, desk, asker, progress),
            Self::SendPlan(job) => ran(job, desk, asker, progress),
            Self::Unlearn(job) => ran(job, desk, asker, progress),
            Self::WriteCalendar(job) => ran(job, desk, asker, progress),
            Self::WriteReport(job) => ran(job, desk, asker, progress),
        }
    }
}

fn ran<J: Job>(job: &J, desk: &mut Workspace, asker: &Asker, progress: &dyn Progress) -> Result<Value, WorkspaceError> {
    plain(&desk.run(job, asker, progress)?)
}
