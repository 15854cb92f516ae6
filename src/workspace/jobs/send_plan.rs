//! The job of sending tables of the plan out.

use std::path::PathBuf;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::super::exchange::sending::{Addressees, DispatchFormat, Sending, SentFile};
use super::super::progress::Progress;
use super::super::{Workspace, WorkspaceError, clock};
use super::Job;
use crate::domain::{Asker, Language};

/// Writes a table for each of those it goes to, and keeps every cell as it was sent. One command, taken back by one undo;
/// stopped, it writes none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SendPlan {
    /// The folder that the files go to.
    pub folder: PathBuf,
    /// To whom.
    pub to: Addressees,
    /// How they are written.
    #[serde(default)]
    pub format: DispatchFormat,
    /// Their language; else that of whoever asks.
    #[serde(default)]
    pub language: Option<Language>,
    /// The day that they bear; else today.
    #[serde(default)]
    pub on: Option<Date>,
}

impl Job for SendPlan {
    type Report = Vec<SentFile>;

    const CHANGES: bool = true;

    fn run(
        &self,
        desk: &mut Workspace,
        asker: &Asker,
        progress: &dyn Progress,
    ) -> Result<Vec<SentFile>, WorkspaceError> {
        let language = self.language.unwrap_or(asker.language);
        let on = self.on.unwrap_or_else(clock::today);
        let sending = Sending { folder: &self.folder, to: &self.to, format: self.format, language, on };
        desk.send_tables(&sending, asker, progress)
    }
}
