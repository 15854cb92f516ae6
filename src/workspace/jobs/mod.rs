//! Jobs: work that takes its time, tells how far it has come, and can be stopped.
//!
//! A job is a value that can be sent. What it has done when it is stopped is whole: batches of records that
//! were taken over, or nothing at all of a file that was being written.

mod analyse;
mod backup;
mod calendar;
mod exercise;
mod export;
mod export_results;
mod import;
mod import_plan;
mod learn;
mod receive_plan;
mod renew;
mod saved_search;
mod send_plan;
mod write_report;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::progress::Progress;
use super::{Workspace, WorkspaceError};
use crate::domain::Asker;

pub use analyse::Analyse;
pub use backup::Backup;
pub use calendar::WriteCalendar;
pub use exercise::MakeExercise;
pub use export::Export;
pub use export_results::{ExportResults, ResultsAnswer};
pub use import::Import;
pub use import_plan::ImportPlan;
pub use learn::{Learn, Unlearn};
pub use receive_plan::ReceivePlan;
pub use renew::Renew;
pub use saved_search::{RemoveSearch, SaveSearch};
pub use send_plan::SendPlan;
pub use write_report::{FillMatrix, WriteReport};

/// Work on a workspace.
pub trait Job: Serialize + DeserializeOwned {
    /// What it has done: plain data, for people to be shown and for programs to read.
    type Report: Serialize;

    /// Whether it changes what the workspace holds, so that only those who may decide may ask for it.
    const CHANGES: bool;

    /// Does the work, unless `progress` says that it is to stop.
    ///
    /// # Errors
    /// [`WorkspaceError::Stopped`] where it was stopped; else what went wrong.
    fn run(&self, desk: &mut Workspace, asker: &Asker, progress: &dyn Progress)
    -> Result<Self::Report, WorkspaceError>;
}

impl Workspace {
    /// Does the work that a person asks for.
    ///
    /// # Errors
    /// When the person may not change anything and the work would; else as [`Job::run`].
    pub fn run<J: Job>(
        &mut self,
        job: &J,
        asker: &Asker,
        progress: &dyn Progress,
    ) -> Result<J::Report, WorkspaceError> {
        if J::CHANGES {
            super::decide::check(asker)?;
        }
        job.run(self, asker, progress)
    }
}
