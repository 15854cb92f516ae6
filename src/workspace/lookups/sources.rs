//! Which files the workspace was read from, and what was found in each.

use std::collections::HashMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::super::imports::report::FileReport;
use super::super::progress::Progress;
use super::super::{Workspace, WorkspaceError};
use super::Lookup;
use crate::domain::{Asker, Change};
use crate::store::ImportProgress;

/// The files that were read in, the newest first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sources {}

/// What was found in one file when it was read in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OneSource {
    /// Hash of the file, sixteen hexadecimal digits: an address names no path of this computer.
    pub file: String,
}

/// A file that was read in.
#[derive(Debug, Clone, Serialize)]
pub struct SourceFileLine {
    /// Its name.
    pub file: String,
    /// Its hash, sixteen hexadecimal digits.
    pub file_hash: String,
    /// Rows read.
    pub rows: u64,
    /// Rows that were not taken over.
    pub rejected: u64,
    /// Records that were new.
    pub new: u64,
    /// Records that were known already and gained nothing but a source.
    pub known: u64,
    /// Records that were known and have changed.
    pub changed: u64,
    /// Whether it was read to its end; one that was not goes on when it is added again.
    pub is_whole: bool,
    /// When it was read to its end; `None` where the journal does not tell.
    pub at: Option<Timestamp>,
    /// Who had it read.
    pub who: String,
}

/// A file with what was found in it.
#[derive(Debug, Clone, Serialize)]
pub struct SourceAnswer {
    /// The file.
    pub line: SourceFileLine,
    /// What was found; `None` where that was not kept: adding the file again makes it anew.
    pub report: Option<FileReport>,
}

impl Lookup for Sources {
    type Answer = Vec<SourceFileLine>;

    fn look(
        &self,
        desk: &Workspace,
        _asker: &Asker,
        _progress: &dyn Progress,
    ) -> Result<Vec<SourceFileLine>, WorkspaceError> {
        desk.source_lines()
    }
}

impl Lookup for OneSource {
    type Answer = SourceAnswer;

    fn look(&self, desk: &Workspace, _asker: &Asker, _progress: &dyn Progress) -> Result<SourceAnswer, WorkspaceError> {
        let mut lines = desk.source_lines()?;
        lines.retain(|line| line.file_hash == self.file);
        let line = lines.pop().ok_or_else(|| WorkspaceError::NotImported(self.file.clone()))?;
        let report = desk.kept_report(&line.file_hash)?;
        Ok(SourceAnswer { line, report })
    }
}

impl Workspace {
    fn source_lines(&self) -> Result<Vec<SourceFileLine>, WorkspaceError> {
        let mut read: HashMap<String, (Timestamp, String)> = HashMap::new();
        for event in self.store.events()? {
            if let Change::Imported { file_hash, .. } = event.what {
                read.insert(file_hash, (event.at, event.who));
            }
        }
        let line = |import: ImportProgress| {
            let (at, who) = read.remove(&import.file_hash).unzip();
            SourceFileLine {
                file: import.file,
                file_hash: import.file_hash,
                rows: import.rows,
                rejected: import.rejected,
                new: import.new,
                known: import.known,
                changed: import.changed,
                is_whole: import.finished,
                at,
                who: who.unwrap_or_default(),
            }
        };
        let mut lines: Vec<SourceFileLine> = self.store.imports()?.into_iter().map(line).collect();
        lines.sort_by(|a, b| (b.at, &a.file).cmp(&(a.at, &b.file)));
        Ok(lines)
    }
}
