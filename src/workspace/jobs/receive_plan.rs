//! The job of taking over what came back of tables that were sent.

use std::path::PathBuf;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::super::exchange::choice::{Choices, Take};
use super::super::exchange::receiving::Received;
use super::super::exchange::reply::write_answer;
use super::super::exchange::report::ReturnReport;
use super::super::folder::outputs::Outputs;
use super::super::lookups::columns_of;
use super::super::progress::{Progress, go_on};
use super::super::{Workspace, WorkspaceError, clock};
use super::Job;
use crate::domain::Asker;
use crate::domain::plan::PlanKey;
use crate::i18n::Words;
use crate::plan::exchange::SaidOfReturn;

/// Takes over files that came back, each as one command. What both sides have changed stays ours unless theirs is
/// chosen; both stay on file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReceivePlan {
    /// The files.
    pub files: Vec<PathBuf>,
    /// What the user says of headings, as `status=State of play`.
    #[serde(default)]
    pub columns: Vec<String>,
    /// Which side is taken.
    #[serde(default)]
    pub take: Take,
    /// A list of choices for single cells.
    #[serde(default)]
    pub choose: Option<PathBuf>,
    /// Where the answer to those who sent it goes; of several files that of the last.
    #[serde(default)]
    pub answer: Option<PathBuf>,
    /// The dispatch that they are of, whatever number they bear.
    #[serde(default)]
    pub dispatch: Option<PlanKey>,
    /// The day that they came back; else today.
    #[serde(default)]
    pub on: Option<Date>,
}

impl Job for ReceivePlan {
    type Report = Vec<ReturnReport>;

    const CHANGES: bool = true;

    fn run(
        &self,
        desk: &mut Workspace,
        asker: &Asker,
        progress: &dyn Progress,
    ) -> Result<Vec<ReturnReport>, WorkspaceError> {
        let said = SaidOfReturn { columns: columns_of(&self.columns)?, dispatch: self.dispatch };
        let choices = self.choose.as_deref().map(Choices::read).transpose()?.unwrap_or_default();
        if let Some(answer) = &self.answer {
            let inputs: Vec<_> = self.files.iter().map(PathBuf::as_path).collect();
            Outputs::of(&desk.folder, &desk.settings).check(answer, &inputs)?;
        }
        let on = self.on.unwrap_or_else(clock::today);
        // All files are read before anything is taken of the first.
        let view = desk.view()?;
        for path in &self.files {
            go_on(progress)?;
            let received = Received::of(path, &said, on, &view, asker)?;
            if let Some(answer) = &self.answer {
                write_answer(&received, &view, answer)?;
            }
        }
        let mut reports = Vec::new();
        for path in &self.files {
            go_on(progress)?;
            let view = desk.view()?;
            let received = Received::of(path, &said, on, &view, asker)?;
            let mut report = received.report(Words::of(asker.language));
            let taken = desk.take_over(&received, self.take, &choices, asker, &view)?;
            (report.taken, report.taken_comments, report.taken_measures) = (taken.cells, taken.comments, taken.new);
            report.is_taken = true;
            reports.push(report);
        }
        Ok(reports)
    }
}
