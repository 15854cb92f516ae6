//! What an import would change, without changing anything: the same way, but for the last step.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::domain::{Recommendation, RecordId, Rejection};
use crate::ingest::{Context, Format, SourceItem};
use crate::records::{Arrival, ArrivalOutcome, Difference, Effect, reconcile};
use crate::workspace::imports::files::PreparedFile;
use crate::workspace::imports::report::FileKind;
use crate::workspace::jobs::Import;
use crate::workspace::progress::Progress;
use crate::workspace::{Workspace, WorkspaceError};

/// What a file says beside what the workspace holds.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct FileDiff {
    /// Name of the file.
    pub file: String,
    /// Format it was read as; `None` when it was not read.
    pub format: Option<Format>,
    /// What the file is.
    pub kind: FileKind,
    /// State, session, symbol.
    pub about: String,
    /// Records that say the same.
    pub same: u64,
    /// Records that would gain something without contradiction: a position, a language, a tag.
    pub gaining: u64,
    /// Records that the workspace does not hold.
    pub new: Vec<RecordInShort>,
    /// Records that say something else in a field.
    pub differing: u64,
    /// Fields that differ.
    pub differences: Vec<Difference>,
    /// Records of the same document in the workspace that the file lacks.
    pub missing: Vec<RecordInShort>,
    /// What would not be taken over.
    pub rejected: Vec<Rejection>,
}

/// A record as a diff shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordInShort {
    /// Its reference.
    pub reference: String,
    /// Its text, in the language of the workspace.
    pub text: String,
}

impl Workspace {
    /// Compares files with the workspace, as an import of them would.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub(in crate::workspace) fn import_diff(
        &self,
        request: &Import,
        progress: &dyn Progress,
    ) -> Result<Vec<FileDiff>, WorkspaceError> {
        let prepared = self.prepare_import(request, progress)?;
        let mut diffs: Vec<FileDiff> = prepared.passed_over.into_iter().map(not_read).collect();
        for mut file in prepared.files {
            let given = request.given_for(&file.file.path);
            diffs.push(self.file_diff(&mut file, &self.context(&prepared.columns, &prepared.entities, &given))?);
        }
        Ok(diffs)
    }

    fn file_diff(&self, prepared: &mut PreparedFile, context: &Context<'_>) -> Result<FileDiff, WorkspaceError> {
        let items = prepared.take_items(context)?;
        let file = &prepared.file;
        let mut reviews = self.known_reviews(file, &items)?;
        let mut diff = FileDiff {
            file: file.name.clone(),
            format: Some(file.format),
            kind: items.recognition.kind.into(),
            about: items.recognition.about,
            ..FileDiff::default()
        };
        let (mut records, mut lists) = (Vec::new(), Vec::new());
        for item in items.list {
            match item {
                SourceItem::Record { record, .. } => records.push(*record),
                SourceItem::Rejected(rejection) => diff.rejected.push(rejection),
                SourceItem::Positions(list) => lists.push(list),
                SourceItem::Remark { .. } => {}
            }
        }
        let mut arrivals = reviews.arrivals(records, &self.states, &*self.store)?;
        for list in &lists {
            let answered = self.answered(list, file)?;
            arrivals.extend(answered.arrivals);
            diff.rejected.extend(answered.rejected);
        }
        for id in reviews.unclaimed(&self.compared(arrivals, &mut diff)?) {
            diff.missing.extend(self.store.record(id)?.map(|record| self.in_short(&record)));
        }
        Ok(diff)
    }

    /// Notes what would become of arrivals; returns the records that they stand for or take in.
    fn compared(&self, arrivals: Vec<Arrival>, diff: &mut FileDiff) -> Result<HashSet<RecordId>, WorkspaceError> {
        let shown: Vec<RecordInShort> = arrivals.iter().map(|arrival| self.in_short(&arrival.record)).collect();
        let reconciled = reconcile(arrivals, &*self.store)?;
        let mut seen: HashSet<RecordId> = reconciled.absorbed.into_keys().collect();
        for (outcome, shown) in reconciled.outcomes.into_iter().zip(shown) {
            seen.insert(outcome.id);
            diff.note(outcome, shown);
        }
        Ok(seen)
    }

    fn in_short(&self, record: &Recommendation) -> RecordInShort {
        let text = record.clean_text(self.settings.language).to_owned();
        RecordInShort { reference: record.called(), text }
    }
}

impl FileDiff {
    fn note(&mut self, outcome: ArrivalOutcome, shown: RecordInShort) {
        match outcome.effect {
            Effect::New => self.new.push(shown),
            Effect::Known if outcome.differences.is_empty() => self.same += 1,
            Effect::Changed if outcome.differences.is_empty() => self.gaining += 1,
            Effect::Known | Effect::Changed => {
                self.differing += 1;
                self.differences.extend(outcome.differences);
            }
        }
    }
}

fn not_read(rejection: Rejection) -> FileDiff {
    let file = rejection.file.clone();
    FileDiff { file, kind: FileKind::NotRead, rejected: vec![rejection], ..FileDiff::default() }
}
