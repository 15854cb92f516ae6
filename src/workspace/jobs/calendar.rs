//! The job of writing what is due as a calendar file.

use std::path::PathBuf;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::super::folder::outputs::Outputs;
use super::super::folder::whole_file::write_whole;
use super::super::progress::{Progress, go_on};
use super::super::{Workspace, WorkspaceError};
use super::Job;
use crate::domain::Asker;
use crate::exports::write_calendar;
use crate::i18n::Words;
use crate::plan::PlanCalendar;

/// Writes what is due and not done as a calendar file. Stopped, it writes none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WriteCalendar {
    /// The day that is looked from.
    pub as_of: Date,
    /// The file.
    pub file: PathBuf,
}

impl Job for WriteCalendar {
    type Report = u64;

    const CHANGES: bool = false;

    fn run(&self, desk: &mut Workspace, asker: &Asker, progress: &dyn Progress) -> Result<u64, WorkspaceError> {
        Outputs::of(&desk.folder, &desk.settings).check(&self.file, &[])?;
        let dues = desk.ask(&PlanCalendar { as_of: self.as_of }, asker)?;
        go_on(progress)?;
        let mut bytes = Vec::new();
        let written = write_calendar(&dues, Words::of(asker.language), &mut bytes)?;
        write_whole(&self.file, &bytes)?;
        Ok(written)
    }
}
