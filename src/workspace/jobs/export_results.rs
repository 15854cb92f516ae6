//! The job of writing what a search finds to a file.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::super::progress::{Progress, go_on};
use super::super::searching::search::SearchQuery;
use super::super::{Workspace, WorkspaceError};
use super::Job;
use crate::domain::Asker;

/// Writes all that fits a query to a file, with the query, the counts and the version of the data, in the format of
/// its name. Stopped, it writes none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportResults {
    /// The query; its limit is of no account.
    #[serde(default)]
    pub query: SearchQuery,
    /// The file.
    pub file: PathBuf,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultsAnswer {
    /// The file.
    pub file: PathBuf,
    /// Records in it.
    pub rows: u64,
}

impl Job for ExportResults {
    type Report = ResultsAnswer;

    const CHANGES: bool = false;

    fn run(
        &self,
        desk: &mut Workspace,
        _asker: &Asker,
        progress: &dyn Progress,
    ) -> Result<ResultsAnswer, WorkspaceError> {
        let finder = desk.finder(progress)?;
        go_on(progress)?;
        Ok(ResultsAnswer { rows: finder.write_results(&self.query, &self.file)?, file: self.file.clone() })
    }
}
