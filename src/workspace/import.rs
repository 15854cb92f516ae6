//! Importing files: read, match with what is known, batch, commit, report.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::matching::Known;
use super::positions::PositionReport;
use super::progress::Progress;
use super::{Workspace, WorkspaceError, clock};
use crate::domain::{Recommendation, StateCode};
use crate::exports::{RejectionRow, RowFormat, write_rows};
use crate::ingest::{
    ColumnMap, Context, DocumentKind, Given, IngestError, Item, PositionList, Reading, Rejection, Sink, SourceFile,
    read,
};
use crate::store::{Arrival, BatchOutcome, Difference, ImportProgress, StoreError};

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
    pub given: Given,
    /// What the user has said of single files when asked.
    pub answers: BTreeMap<PathBuf, StateCode>,
    /// Where to write the rows that were not taken over.
    pub rejections: Option<PathBuf>,
}

impl ImportRequest {
    /// What the user says of one file.
    pub(super) fn given_for(&self, path: &Path) -> Given {
        let answer = self.answers.get(path).copied();
        Given { state: answer.or(self.given.state), ..self.given.clone() }
    }
}

/// What one file gave.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FileReport {
    /// Name of the file.
    pub file: String,
    /// Format it was read as.
    pub format: &'static str,
    /// Kind of document; empty for exports and tables.
    pub kind: &'static str,
    /// What the document is about: State, session, symbol.
    pub about: String,
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
    /// Positions that an addendum stated, where the file is one.
    pub positions: Option<PositionReport>,
    /// Records whose reading is in doubt.
    pub unsure: u64,
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

/// Files that were looked at, in the order in which they are taken over.
pub(super) struct Prepared {
    pub(super) files: Vec<(SourceFile, Reading)>,
    pub(super) columns: ColumnMap,
    /// Files of folders that cannot be read, with the reason.
    pub(super) passed_over: Vec<Rejection>,
}

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
        let prepared = self.prepare_import(request, progress)?;
        let mut reports = Vec::new();
        for (file, reading) in &prepared.files {
            let given = request.given_for(&file.path);
            let context = self.context(&prepared.columns, &given);
            reports.push(self.import_file(file, reading, &context, progress)?);
            self.keep_original(file)?;
        }
        reports.extend(prepared.passed_over.iter().map(not_read));
        if !request.columns.is_empty() {
            self.settings.columns = prepared.columns.pairs();
            self.settings.write(&self.folder.join(super::open::SETTINGS))?;
        }
        if let Some(path) = &request.rejections {
            let out = std::fs::File::create(path).map_err(Self::io(path))?;
            let rows = reports.iter().flat_map(|r| r.rejected.iter().cloned()).map(RejectionRow::from);
            write_rows(RowFormat::Csv, rows, out)?;
        }
        Ok(reports)
    }

    /// Opens all files and reads each once, so that a damaged one changes nothing. Addenda come last:
    /// their numbers are resolved against the records of the others.
    pub(super) fn prepare_import(
        &self,
        request: &ImportRequest,
        progress: &dyn Progress,
    ) -> Result<Prepared, WorkspaceError> {
        let columns = self.columns(&request.columns)?;
        let look = |path: &Path| look_at(path, &self.context(&columns, &request.given_for(path)));
        let total = (request.files.len() + request.found.len()) as u64;
        let (mut files, mut passed_over) = (Vec::new(), Vec::new());
        for path in &request.files {
            progress.step("looking at files", files.len() as u64, total);
            files.push(look(path)?);
        }
        for path in &request.found {
            progress.step("looking at files", (files.len() + passed_over.len()) as u64, total);
            match look(path) {
                Ok(file) => files.push(file),
                Err(error) => passed_over.push(unreadable(path, &error)),
            }
        }
        files.sort_by_key(|(_, reading)| reading.label == DocumentKind::Addendum.label());
        Ok(Prepared { files, columns, passed_over })
    }

    /// What readers are told.
    pub(super) fn context<'a>(&'a self, columns: &'a ColumnMap, given: &'a Given) -> Context<'a> {
        Context { states: &self.states, default_state: self.settings.state, columns, given }
    }

    /// What the user says now, else what was said before.
    fn columns(&self, given: &[String]) -> Result<ColumnMap, WorkspaceError> {
        if !given.is_empty() {
            return Ok(ColumnMap::parse(given)?);
        }
        // A remembered mapping that does not fit another table must not stop its import.
        Ok(ColumnMap::parse(&self.settings.columns)?.optional())
    }

    fn import_file(
        &self,
        file: &SourceFile,
        reading: &Reading,
        context: &Context<'_>,
        progress: &dyn Progress,
    ) -> Result<FileReport, WorkspaceError> {
        let begun = self.store.import_progress(&file.hash)?;
        let resumed_at = begun.as_ref().filter(|p| !p.finished).map(|p| p.rows);
        let fresh =
            || ImportProgress { file: file.name.clone(), file_hash: file.hash.clone(), ..ImportProgress::default() };
        let marker = begun.filter(|p| !p.finished).unwrap_or_else(fresh);
        let mut run = Run {
            workspace: self,
            known: self.known(file, context)?,
            marker,
            batch: Vec::with_capacity(BATCH),
            positions: Vec::new(),
            report: report(file, reading, resumed_at),
            progress,
            stamp: clock::stamp(),
            failure: None,
        };
        let skip = resumed_at.unwrap_or(0);
        let outcome = {
            let mut take = |row: u64, item: Item| run.take(row, item);
            read(file, context, &mut Sink::new(skip, &mut take))
        };
        match (run.failure.take(), outcome) {
            (Some(failure), _) => Err(failure.into()),
            (None, Err(error)) => Err(error.into()),
            (None, Ok(_)) => run.finish(file),
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

/// Opens a file and reads it once without keeping anything.
fn look_at(path: &Path, context: &Context<'_>) -> Result<(SourceFile, Reading), IngestError> {
    let file = SourceFile::open(path)?;
    let mut pass = |_: u64, _: Item| Ok(());
    let reading = read(&file, context, &mut Sink::new(u64::MAX, &mut pass))?;
    Ok((file, reading))
}

fn unreadable(path: &Path, error: &IngestError) -> Rejection {
    let name = path.file_name().map_or_else(|| path.display().to_string(), |n| n.to_string_lossy().into_owned());
    let reason = error.to_string().replacen(&format!("{}: ", path.display()), "", 1);
    Rejection { file: name, place: "the whole file".to_owned(), reason, raw: String::new() }
}

fn not_read(rejection: &Rejection) -> FileReport {
    FileReport {
        file: rejection.file.clone(),
        kind: "not read",
        rejected: vec![rejection.clone()],
        ..FileReport::default()
    }
}

fn report(file: &SourceFile, reading: &Reading, resumed_at: Option<u64>) -> FileReport {
    FileReport {
        file: file.name.clone(),
        format: file.format.label(),
        kind: reading.label,
        about: reading.about.clone(),
        resumed_at,
        ..FileReport::default()
    }
}

/// One file on its way into the store.
struct Run<'a> {
    workspace: &'a Workspace,
    known: Known,
    marker: ImportProgress,
    batch: Vec<Recommendation>,
    /// Positions by number; they are resolved when all rows are in.
    positions: Vec<PositionList>,
    report: FileReport,
    progress: &'a dyn Progress,
    stamp: crate::store::Stamp,
    failure: Option<StoreError>,
}

impl Run<'_> {
    fn take(&mut self, row: u64, item: Item) -> Result<(), String> {
        match item {
            Item::Positions(list) => self.positions.push(list),
            Item::Remark(remark) => *self.report.remarks.entry(remark).or_default() += 1,
            Item::Record { record, remarks } => {
                self.count_row(row);
                remarks.into_iter().for_each(|remark| *self.report.remarks.entry(remark).or_default() += 1);
                self.report.unsure += u64::from(!record.doubts.is_empty());
                self.note_state(&record);
                self.batch.push(*record);
            }
            Item::Rejected(rejection) => {
                self.count_row(row);
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

    /// A workspace about one State seldom means to hold another.
    fn note_state(&mut self, record: &Recommendation) {
        let own = self.workspace.settings.state;
        if let (Some(own), Some(state)) = (own, record.state.filter(|state| Some(*state) != own)) {
            let (own, state) = (self.workspace.states.name(own), self.workspace.states.name(state));
            let remark = format!("a record of {state}; the workspace is about {own}");
            *self.report.remarks.entry(remark).or_default() += 1;
        }
    }

    fn count_row(&mut self, row: u64) {
        self.marker.rows = row;
        self.report.rows += 1;
    }

    fn commit(&mut self) -> Result<(), StoreError> {
        let batch = std::mem::take(&mut self.batch);
        let arrivals = self.known.arrivals(batch, &self.workspace.states);
        self.write(arrivals)
    }

    fn write(&mut self, arrivals: Vec<Arrival>) -> Result<(), StoreError> {
        let outcome = self.workspace.store.commit(arrivals, &mut self.marker, &self.stamp)?;
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

    fn finish(mut self, file: &SourceFile) -> Result<FileReport, WorkspaceError> {
        if !self.batch.is_empty() {
            self.commit()?;
        }
        for list in std::mem::take(&mut self.positions) {
            let taken = self.workspace.resolve_positions(&list, file)?;
            self.marker.rejected += taken.rejected.len() as u64;
            self.report.rows += (taken.arrivals.len() + taken.rejected.len()) as u64;
            self.report.rejected.extend(taken.rejected);
            self.report.positions = Some(taken.report);
            self.write(taken.arrivals)?;
        }
        self.marker.finished = true;
        self.write(Vec::new())?;
        Ok(self.report)
    }
}

/// Whether anything was rejected in any file.
#[must_use]
pub fn has_rejections(reports: &[FileReport]) -> bool {
    reports.iter().any(|report| !report.rejected.is_empty())
}

/// Files of a folder in the order of their names, those of its folders too; a file stands for
/// itself. Hidden files and the lock files of Word (`~$…`) are passed over.
///
/// # Errors
/// When the folder cannot be read.
pub fn files_of(path: &Path) -> Result<Vec<PathBuf>, WorkspaceError> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let entries = std::fs::read_dir(path).map_err(Workspace::io(path))?;
    let entries: Result<Vec<PathBuf>, std::io::Error> = entries.map(|entry| entry.map(|e| e.path())).collect();
    let mut entries = entries.map_err(Workspace::io(path))?;
    entries.sort();
    let is_hidden = |path: &PathBuf| {
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        name.starts_with('.') || name.starts_with("~$")
    };
    let mut files = Vec::new();
    for entry in entries.into_iter().filter(|entry| !is_hidden(entry) && !entry.is_symlink()) {
        if entry.is_dir() {
            files.extend(files_of(&entry)?);
        } else if entry.is_file() {
            files.push(entry);
        }
    }
    Ok(files)
}
