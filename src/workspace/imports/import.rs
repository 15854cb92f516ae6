//! Importing files: each is read once, told from what is known, written in whole batches, reported.

use crate::workspace::written::export::keep_earlier;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::domain::{Asker, CommandId, PositionList, Recommendation, Stamp, Step};
use crate::exports::{RejectionRow, RowFormat, write_rows};
use crate::ingest::{Context, SourceFile, SourceItem};
use crate::records::{Arrival, KnownReviews, reconcile};
use crate::store::ImportProgress;
use crate::workspace::folder::outputs::Outputs;
use crate::workspace::folder::settings::change_settings;
use crate::workspace::folder::whole_file::write_whole;
use crate::workspace::imports::files::{PreparedFile, PreparedFiles};
use crate::workspace::imports::report::{FileReport, Ledger};
use crate::workspace::jobs::Import;
use crate::workspace::progress::{Progress, go_on};
use crate::workspace::{Workspace, WorkspaceError, clock};

/// Records written in one transaction.
const BATCH: usize = 1_000;

impl Workspace {
    /// Imports files one after the other; all are read before the first is taken over.
    ///
    /// # Errors
    /// When a file cannot be read; then nothing was taken over. When the store fails, batches that were
    /// committed stay and the import can be repeated.
    pub(in crate::workspace) fn import(
        &mut self,
        request: &Import,
        asker: &Asker,
        progress: &dyn Progress,
    ) -> Result<Vec<FileReport>, WorkspaceError> {
        if let Some(path) = &request.rejections {
            let inputs: Vec<&Path> = request.files.iter().chain(&request.found).map(PathBuf::as_path).collect();
            Outputs::of(&self.folder, &self.settings).check(path, &inputs)?;
        }
        let prepared = self.prepare_import(request, progress)?;
        let imported = self.import_prepared(prepared, request, asker, progress);
        // Batches may have been written before it was stopped or failed: what was seen before holds no more.
        self.forget();
        imported
    }

    fn import_prepared(
        &mut self,
        prepared: PreparedFiles,
        request: &Import,
        asker: &Asker,
        progress: &dyn Progress,
    ) -> Result<Vec<FileReport>, WorkspaceError> {
        let mut reports = Vec::new();
        for mut file in prepared.files {
            let given = request.given_for(&file.file.path);
            let context = self.context(&prepared.columns, &prepared.entities, &given);
            let report = self.import_file(&mut file, &context, asker, progress)?;
            self.keep_original(&file.file)?;
            self.keep_report(&file.file.hash, &report);
            reports.push(report);
        }
        reports.extend(prepared.passed_over.into_iter().map(FileReport::not_read));
        if !request.columns.is_empty() {
            self.remember_columns(prepared.columns.pairs())?;
        }
        if let Some(path) = &request.rejections {
            write_rejections(path, &reports)?;
        }
        Ok(reports)
    }

    /// Keeps mappings of columns for later imports.
    fn remember_columns(&mut self, columns: Vec<String>) -> Result<(), WorkspaceError> {
        change_settings(&self.folder, |document| {
            document["columns"] = toml_edit::value(columns.iter().collect::<toml_edit::Array>());
            Ok(())
        })?;
        self.settings.columns = columns;
        Ok(())
    }

    fn import_file(
        &self,
        prepared: &mut PreparedFile,
        context: &Context<'_>,
        asker: &Asker,
        progress: &dyn Progress,
    ) -> Result<FileReport, WorkspaceError> {
        let items = prepared.take_items(context)?;
        let file = &prepared.file;
        let begun = self.store.import_progress(&file.hash)?.filter(|begun| !begun.finished);
        let resumed_at = begun.as_ref().map(|begun| begun.rows);
        let fresh =
            || ImportProgress { file: file.name.clone(), file_hash: file.hash.clone(), ..ImportProgress::default() };
        let stamp = clock::stamp_of(asker);
        let mut run = FileImport {
            workspace: self,
            reviews: self.known_reviews(file, &items)?,
            marker: begun.unwrap_or_else(fresh),
            batch: Vec::with_capacity(BATCH),
            positions: Vec::new(),
            ledger: Ledger::default(),
            report: FileReport {
                file: file.name.clone(),
                format: Some(file.format),
                kind: items.recognition.kind.into(),
                about: items.recognition.about,
                resumed_at,
                ..FileReport::default()
            },
            rows: items.list.iter().filter(|item| item.is_row()).count() as u64,
            progress,
            command: self.store.mint(stamp.at)?,
            stamp,
        };
        let mut row = 0;
        for item in items.list {
            row += u64::from(item.is_row());
            if !item.is_row() || row > resumed_at.unwrap_or(0) {
                run.take(row, item)?;
            }
        }
        run.finish(file)
    }
}

/// The rows that were not taken over, then what was not used, file by file.
fn write_rejections(path: &Path, reports: &[FileReport]) -> Result<(), WorkspaceError> {
    keep_earlier(path)?;
    let mut out = Vec::new();
    not_taken_into(reports, &mut out)?;
    write_whole(path, &out)
}

/// Writes the rows that were not taken over as a table to a stream, each with its place, the reason and what stands there.
///
/// # Errors
/// When the stream refuses.
pub fn not_taken_into(reports: &[FileReport], out: &mut dyn Write) -> Result<(), WorkspaceError> {
    let rows = reports.iter().flat_map(|report| {
        let unused = report.remarks.iter().filter(|remark| remark.is_unused);
        let unused = unused.flat_map(|r| RejectionRow::unused(&report.file, &r.remark, &r.places));
        report.rejected.iter().map(RejectionRow::from).chain(unused)
    });
    write_rows(RowFormat::Csv, rows, out)?;
    Ok(())
}

/// One file on its way into the store.
struct FileImport<'a> {
    workspace: &'a Workspace,
    reviews: KnownReviews,
    marker: ImportProgress,
    batch: Vec<Recommendation>,
    /// Positions by number; they are resolved when all rows are in.
    positions: Vec<PositionList>,
    ledger: Ledger,
    report: FileReport,
    /// Rows of the file.
    rows: u64,
    progress: &'a dyn Progress,
    command: CommandId,
    stamp: Stamp,
}

impl FileImport<'_> {
    fn take(&mut self, row: u64, item: SourceItem) -> Result<(), WorkspaceError> {
        match item {
            SourceItem::Positions(list) => self.positions.push(list),
            SourceItem::Remark { remark, place } => self.ledger.enter(remark, &place),
            SourceItem::Record { record, remarks } => {
                self.count_row(row);
                let place = record.sources.first().map_or("", |source| &source.place);
                remarks.into_iter().for_each(|remark| self.ledger.enter(remark, place));
                self.report.unsure += u64::from(!record.doubts.is_empty());
                self.batch.push(*record);
            }
            SourceItem::Rejected(rejection) => {
                self.count_row(row);
                self.marker.rejected += 1;
                self.report.rejected.push(rejection);
            }
        }
        if self.batch.len() >= BATCH { self.commit() } else { Ok(()) }
    }

    fn count_row(&mut self, row: u64) {
        self.marker.rows = row;
        self.report.rows += 1;
    }

    fn commit(&mut self) -> Result<(), WorkspaceError> {
        go_on(self.progress)?;
        let batch = std::mem::take(&mut self.batch);
        let arrivals = self.reviews.arrivals(batch, &self.workspace.states, &*self.workspace.store)?;
        self.write(arrivals)
    }

    fn write(&mut self, arrivals: Vec<Arrival>) -> Result<(), WorkspaceError> {
        let store = &*self.workspace.store;
        let reconciled = reconcile(arrivals, store)?;
        store.commit(&reconciled, &mut self.marker, self.command, &self.stamp)?;
        let counts = reconciled.counts();
        self.report.new += counts.new;
        self.report.known += counts.known;
        self.report.changed += counts.changed;
        for outcome in reconciled.outcomes {
            self.report.folded.extend(outcome.folded);
            self.report.differences.extend(outcome.differences);
        }
        self.progress.step(Step::Importing, self.marker.rows, self.rows);
        self.progress.committed(&self.report.file, self.marker.rows);
        Ok(())
    }

    fn finish(mut self, file: &SourceFile) -> Result<FileReport, WorkspaceError> {
        if !self.batch.is_empty() {
            self.commit()?;
        }
        for list in std::mem::take(&mut self.positions) {
            let answered = self.workspace.answered(&list, file)?;
            self.marker.rejected += answered.rejected.len() as u64;
            let rows = (answered.arrivals.len() + answered.rejected.len()) as u64;
            self.report.rows += rows;
            self.marker.rows += rows;
            self.report.rejected.extend(answered.rejected);
            self.report.positions = Some(answered.report);
            self.write(answered.arrivals)?;
        }
        self.marker.finished = true;
        self.write(Vec::new())?;
        self.report.remarks = self.ledger.counts();
        Ok(self.report)
    }
}
