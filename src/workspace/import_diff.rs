//! What an import would change, without changing anything.

use std::collections::HashSet;

use serde::Serialize;

use super::import::{DifferenceLine, ImportRequest};
use super::progress::Progress;
use super::{Workspace, WorkspaceError, clock};
use crate::domain::{Recommendation, RecordId, Symbol};
use crate::ingest::{Item, Rejection, Sink, read};
use crate::store::{Effect, Preview};

/// What a file says beside what the workspace holds.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FileDiff {
    /// Name of the file.
    pub file: String,
    /// Kind of document, or format.
    pub kind: &'static str,
    /// State, session, symbol.
    pub about: String,
    /// Records that say the same.
    pub same: u64,
    /// Records that would gain something without contradiction: a position, a language, a tag.
    pub gaining: u64,
    /// Records that the workspace does not hold: reference and text.
    pub new: Vec<(String, String)>,
    /// Fields that differ.
    pub differences: Vec<DifferenceLine>,
    /// Records of the same document in the workspace that the file lacks: reference and text.
    pub missing: Vec<(String, String)>,
    /// What would not be taken over.
    pub rejected: Vec<Rejection>,
}

impl Workspace {
    /// Compares files with the workspace, as an import of them would.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn import_diff(
        &self,
        request: &ImportRequest,
        progress: &dyn Progress,
    ) -> Result<Vec<FileDiff>, WorkspaceError> {
        let prepared = self.prepare_import(request, progress)?;
        let passed = prepared.passed_over.iter();
        let mut diffs: Vec<FileDiff> = passed
            .map(|r| FileDiff {
                file: r.file.clone(),
                kind: "not read",
                rejected: vec![r.clone()],
                ..FileDiff::default()
            })
            .collect();
        for (file, reading) in &prepared.files {
            let given = request.given_for(&file.path);
            let mut records: Vec<Recommendation> = Vec::new();
            let mut lists = Vec::new();
            let kind = if reading.label.is_empty() { file.format.label() } else { reading.label };
            let mut diff =
                FileDiff { file: file.name.clone(), kind, about: reading.about.clone(), ..FileDiff::default() };
            let mut take = |_: u64, item: Item| {
                match item {
                    Item::Record { record, .. } => records.push(*record),
                    Item::Rejected(rejection) => diff.rejected.push(rejection),
                    Item::Positions(list) => lists.push(list),
                    Item::Remark(_) => {}
                }
                Ok(())
            };
            let context = self.context(&prepared.columns, &given);
            read(file, &context, &mut Sink::new(0, &mut take))?;
            let symbols: HashSet<Symbol> = records.iter().filter_map(|record| record.symbol.clone()).collect();
            let mut known = self.known(file, &context)?;
            let mut arrivals = known.arrivals(records, &self.states);
            for list in &lists {
                let taken = self.resolve_positions(list, file)?;
                arrivals.extend(taken.arrivals);
                diff.rejected.extend(taken.rejected);
            }
            let seen: HashSet<RecordId> =
                arrivals.iter().flat_map(|a| a.absorbs.iter().copied().chain([a.record.id])).collect();
            for preview in self.store.preview(arrivals, &clock::stamp())? {
                self.compare_one(preview, &mut diff);
            }
            for id in known.unclaimed(&seen, &symbols) {
                diff.missing.extend(self.store.record(id)?.map(|record| self.in_short(&record)));
            }
            diffs.push(diff);
        }
        Ok(diffs)
    }

    fn compare_one(&self, preview: Preview, diff: &mut FileDiff) {
        match preview.effect {
            Effect::New => diff.new.push(self.in_short(&preview.record)),
            Effect::Known if preview.differences.is_empty() => diff.same += 1,
            Effect::Changed if preview.differences.is_empty() => diff.gaining += 1,
            _ => diff.differences.extend(preview.differences.into_iter().map(DifferenceLine::from)),
        }
    }

    fn in_short(&self, record: &Recommendation) -> (String, String) {
        (record.reference().to_string(), record.text(self.language).1.clean.clone())
    }
}
