//! What files that came back would change.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::super::decide::check;
use super::super::exchange::receiving::Received;
use super::super::exchange::reply::write_answer;
use super::super::exchange::report::ReturnReport;
use super::super::folder::outputs::Outputs;
use super::super::progress::{Progress, go_on};
use super::super::{Workspace, WorkspaceError, clock};
use super::Lookup;
use crate::domain::Asker;
use crate::domain::exchange::SheetColumn;
use crate::domain::plan::PlanKey;
use crate::i18n::Words;
use crate::plan::exchange::SaidOfReturn;

/// Files that came back, beside what was sent and what stands; nothing is taken over.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ReturnCompared {
    /// The files.
    pub files: Vec<PathBuf>,
    /// What the user says of headings, as `status=State of play`.
    pub columns: Vec<String>,
    /// Where the answer to those who sent it goes; of several files that of the last.
    pub answer: Option<PathBuf>,
    /// The dispatch that they are of, whatever number they bear.
    pub dispatch: Option<PlanKey>,
}

impl Lookup for ReturnCompared {
    type Answer = Vec<ReturnReport>;

    fn look(
        &self,
        desk: &Workspace,
        asker: &Asker,
        progress: &dyn Progress,
    ) -> Result<Vec<ReturnReport>, WorkspaceError> {
        // It reads and writes files of the machine, which who may only look has no business with.
        check(asker)?;
        let said = SaidOfReturn { columns: columns_of(&self.columns)?, dispatch: self.dispatch };
        let view = desk.view()?;
        let mut reports = Vec::new();
        for path in &self.files {
            go_on(progress)?;
            let received = Received::of(path, &said, clock::today(), &view, asker)?;
            reports.push(received.report(Words::of(asker.language)));
            if let Some(answer) = &self.answer {
                let inputs: Vec<_> = self.files.iter().map(PathBuf::as_path).collect();
                Outputs::of(&desk.folder, &desk.settings).check(answer, &inputs)?;
                write_answer(&received, &view, answer)?;
            }
        }
        Ok(reports)
    }
}

/// What the user says of headings.
///
/// # Errors
/// When a pair has no `=`, or names no column.
pub(in crate::workspace) fn columns_of(pairs: &[String]) -> Result<Vec<(SheetColumn, String)>, WorkspaceError> {
    let pair = |pair: &String| {
        let wrong = || WorkspaceError::BadColumn(pair.clone());
        let (column, heading) = pair.split_once('=').ok_or_else(wrong)?;
        Ok((column.trim().to_lowercase().parse().map_err(|_| wrong())?, heading.trim().to_owned()))
    };
    pairs.iter().map(pair).collect()
}
