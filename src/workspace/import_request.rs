//! What an import is asked to do.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::domain::StateCode;
use crate::ingest::DocumentFacts;

/// What to import and how.
#[derive(Debug, Clone, Default)]
pub struct ImportRequest {
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

impl ImportRequest {
    /// What the user says of one file.
    pub(super) fn given_for(&self, path: &Path) -> DocumentFacts {
        let answer = self.answers.get(path).copied();
        DocumentFacts { state: answer.or(self.given.state), ..self.given.clone() }
    }
}
