//! The job of importing files, and what it is asked to do.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::super::imports::report::FileReport;
use super::super::progress::Progress;
use super::super::{Workspace, WorkspaceError};
use super::Job;
use crate::domain::{Asker, StateCode};
use crate::ingest::DocumentFacts;

/// Imports files one after the other. Stopped, it keeps the batches that were taken over; importing the same
/// files again goes on from there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Import {
    /// Files named by the user, in order: one that cannot be read stops the import.
    pub files: Vec<PathBuf>,
    /// Files found in folders: one that cannot be read is passed over and listed.
    pub found: Vec<PathBuf>,
    /// Mappings of columns, `text=Recomendación`.
    pub columns: Vec<String>,
    /// What the user says of documents that do not say it: State, symbol, session.
    pub given: DocumentFacts,
    /// What the user has said of single files when asked.
    pub answers: BTreeMap<PathBuf, StateCode>,
    /// Where to write the rows that were not taken over.
    pub rejections: Option<PathBuf>,
}

impl Job for Import {
    type Report = Vec<FileReport>;

    const CHANGES: bool = true;

    fn run(
        &self,
        desk: &mut Workspace,
        asker: &Asker,
        progress: &dyn Progress,
    ) -> Result<Vec<FileReport>, WorkspaceError> {
        desk.import(self, asker, progress)
    }
}

impl Import {
    /// What the user says of one file.
    pub(in crate::workspace) fn given_for(&self, path: &Path) -> DocumentFacts {
        let answer = self.answers.get(path).copied();
        DocumentFacts { state: answer.or(self.given.state), ..self.given.clone() }
    }
}
