//! Importing files: read, batch, commit, report.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::progress::Progress;
use super::{Workspace, WorkspaceError, clock};
use crate::domain::Recommendation;
use crate::exports::{RejectionRow, RowFormat, write_rows};
use crate::ingest::{ColumnMap, Context, Item, Rejection, Sink, SourceFile, read};
use crate::store::{BatchOutcome, Difference, ImportProgress, StoreError};

/// What to import and how.
#[derive(Debug, Clone, Default)]
pub struct ImportRequest {
    /// Files, in order.
    pub files: Vec<PathBuf>,
    /// Mappings of columns, `text=Recomendación`.
    pub columns: Vec<String>,
    /// Where to write the rows that were not taken over.
    pub rejections: Option<PathBuf>,
}

/// What one file gave.
#[derive(Debug, Clone, Serialize)]
pub struct FileReport {
    /// Name of the file.
    pub file: String,
    /// Format it was read as.
    pub format: &'static str,
    /// Rows read.
    pub rows: u64,
    /// Records that were new.
    pub new: u64,
    /// Records that were known.
    pub known: u64,
    /// Records that were known and have changed.
    pub changed: u64,
    /// Rows not taken over.
    pub rejected: Vec<Rejection>,
    /// Oddities by kind, with counts.
    pub remarks: BTreeMap<String, u64>,
    /// Fields in which a known record and the file differ.
    pub differences: Vec<DifferenceLine>,
    /// Row after which an interrupted import went on.
    pub resumed_at: Option<u64>,
}

/// A difference as it is reported.
#[derive(Debug, Clone, Serialize)]
pub struct DifferenceLine {
    /// Reference of the record.
    pub reference: String,
    /// The field.
    pub field: &'static str,
    /// Value in the store.
    pub stored: String,
    /// Value that arrived.
    pub arrived: String,
    /// Whether it was taken over.
    pub taken: bool,
}

impl From<Difference> for DifferenceLine {
    fn from(d: Difference) -> Self {
        Self { reference: d.reference, field: d.field, stored: d.stored, arrived: d.arrived, taken: d.taken }
    }
}

/// Records written in one transaction.
const BATCH: usize = 1_000;

impl Workspace {
    /// Imports files one after the other; all are checked before the first is read.
    ///
    /// # Errors
    /// When a file cannot be read; files before it have been taken over, batches of it that were
    /// committed stay and the import can be repeated.
    pub fn import(
        &mut self,
        request: &ImportRequest,
        progress: &dyn Progress,
    ) -> Result<Vec<FileReport>, WorkspaceError> {
        let files = request.files.iter().map(|path| SourceFile::open(path)).collect::<Result<Vec<_>, _>>()?;
        let columns = self.columns(&request.columns)?;
        files.iter().try_for_each(|file| self.probe(file, &columns))?;
        let mut reports = Vec::new();
        for file in &files {
            reports.push(self.import_file(file, &columns, progress)?);
            self.keep_original(file)?;
        }
        if !request.columns.is_empty() {
            self.settings.columns = columns.pairs();
            self.settings.write(&self.folder.join(super::open::SETTINGS))?;
        }
        if let Some(path) = &request.rejections {
            let out = std::fs::File::create(path).map_err(Self::io(path))?;
            let rows = reports.iter().flat_map(|r| r.rejected.iter().cloned()).map(RejectionRow::from);
            write_rows(RowFormat::Csv, rows, out)?;
        }
        Ok(reports)
    }

    /// What the user says now, else what was said before.
    fn columns(&self, given: &[String]) -> Result<ColumnMap, WorkspaceError> {
        if !given.is_empty() {
            return Ok(ColumnMap::parse(given)?);
        }
        // A remembered mapping that does not fit another table must not stop its import.
        Ok(ColumnMap::parse(&self.settings.columns)?.optional())
    }

    /// Reads the whole file once without keeping anything, so that a damaged one changes nothing.
    fn probe(&self, file: &SourceFile, columns: &ColumnMap) -> Result<(), WorkspaceError> {
        let context = Context { states: &self.states, default_state: self.settings.state, columns };
        let mut pass = |_: u64, _: Item| Ok(());
        Ok(read(file, &context, &mut Sink::new(u64::MAX, &mut pass))?)
    }

    fn import_file(
        &self,
        file: &SourceFile,
        columns: &ColumnMap,
        progress: &dyn Progress,
    ) -> Result<FileReport, WorkspaceError> {
        let begun = self.store.import_progress(&file.hash)?;
        let resumed_at = begun.as_ref().filter(|p| !p.finished).map(|p| p.rows);
        let fresh =
            || ImportProgress { file: file.name.clone(), file_hash: file.hash.clone(), ..ImportProgress::default() };
        let marker = begun.filter(|p| !p.finished).unwrap_or_else(fresh);
        let mut run = Run {
            workspace: self,
            marker,
            batch: Vec::with_capacity(BATCH),
            report: report(file, resumed_at),
            progress,
            stamp: clock::stamp(),
            failure: None,
        };
        let context = Context { states: &self.states, default_state: self.settings.state, columns };
        let skip = resumed_at.unwrap_or(0);
        let outcome = {
            let mut take = |row: u64, item: Item| run.take(row, item);
            read(file, &context, &mut Sink::new(skip, &mut take))
        };
        match (run.failure.take(), outcome) {
            (Some(failure), _) => Err(failure.into()),
            (None, Err(error)) => Err(error.into()),
            (None, Ok(())) => run.finish(),
        }
    }

    /// Keeps the file as it came, named by its content.
    fn keep_original(&self, file: &SourceFile) -> Result<(), WorkspaceError> {
        let extension = file.path.extension().map_or_else(String::new, |e| format!(".{}", e.to_string_lossy()));
        let kept = self.folder.join("files").join(format!("{}{extension}", file.hash));
        if !kept.exists() {
            std::fs::create_dir_all(self.folder.join("files")).map_err(Self::io(&kept))?;
            // Copied beside and renamed: a copy that was cut off must not pass for the original.
            let beside = kept.with_extension("part");
            std::fs::copy(&file.path, &beside).map_err(Self::io(&beside))?;
            std::fs::rename(&beside, &kept).map_err(Self::io(&kept))?;
        }
        Ok(())
    }
}

fn report(file: &SourceFile, resumed_at: Option<u64>) -> FileReport {
    FileReport {
        file: file.name.clone(),
        format: file.format.label(),
        rows: 0,
        new: 0,
        known: 0,
        changed: 0,
        rejected: Vec::new(),
        remarks: BTreeMap::new(),
        differences: Vec::new(),
        resumed_at,
    }
}

/// One file on its way into the store.
struct Run<'a> {
    workspace: &'a Workspace,
    marker: ImportProgress,
    batch: Vec<Recommendation>,
    report: FileReport,
    progress: &'a dyn Progress,
    stamp: crate::store::Stamp,
    failure: Option<StoreError>,
}

impl Run<'_> {
    fn take(&mut self, row: u64, item: Item) -> Result<(), String> {
        self.marker.rows = row;
        self.report.rows += 1;
        match item {
            Item::Record { record, remarks } => {
                remarks.into_iter().for_each(|remark| *self.report.remarks.entry(remark).or_default() += 1);
                self.batch.push(*record);
            }
            Item::Rejected(rejection) => {
                self.marker.rejected += 1;
                self.report.rejected.push(rejection);
            }
        }
        if self.batch.len() >= BATCH {
            self.commit().map_err(|error| {
                let text = error.to_string();
                self.failure = Some(error);
                text
            })?;
        }
        Ok(())
    }

    fn commit(&mut self) -> Result<(), StoreError> {
        let batch = std::mem::take(&mut self.batch);
        let outcome = self.workspace.store.commit(batch, &mut self.marker, &self.stamp)?;
        self.count(outcome);
        self.progress.step("importing", self.marker.rows, 0);
        self.progress.committed(&self.report.file, self.marker.rows);
        Ok(())
    }

    fn count(&mut self, outcome: BatchOutcome) {
        self.report.new += outcome.new;
        self.report.known += outcome.known;
        self.report.changed += outcome.changed;
        self.report.differences.extend(outcome.differences.into_iter().map(DifferenceLine::from));
    }

    fn finish(mut self) -> Result<FileReport, WorkspaceError> {
        self.marker.finished = true;
        self.commit()?;
        Ok(self.report)
    }
}

/// Whether anything was rejected in any file.
#[must_use]
pub fn has_rejections(reports: &[FileReport]) -> bool {
    reports.iter().any(|report| !report.rejected.is_empty())
}

/// Files of a folder in the order of their names; a file stands for itself.
///
/// # Errors
/// When the folder cannot be read.
pub fn files_of(path: &Path) -> Result<Vec<PathBuf>, WorkspaceError> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let entries = std::fs::read_dir(path).map_err(Workspace::io(path))?;
    let mut files: Vec<PathBuf> = entries.flatten().map(|e| e.path()).filter(|p| p.is_file()).collect();
    files.sort();
    Ok(files)
}
