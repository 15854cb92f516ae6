//! Exports: the two stable tables and the plan.

use std::collections::{BTreeMap, HashMap};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::settings::Settings;
use super::settled::TagSource;
use super::{Workspace, WorkspaceError};
use crate::analysis::models::Models;
use crate::analysis::relations_across_states;
use crate::domain::{Cluster, Reason, RecordId, Relation, RelationKind, SettledRecord};
use crate::exports::{
    ExportError, PlanCsv, PlanDocx, PlanWriter, PlanXlsx, RelationRow, RowFormat, record_rows, write_rows,
};
use crate::i18n::Words;
use crate::plan::{PlanInput, PlanTable, plan_table};

/// What to export.
#[derive(Debug, Clone)]
pub enum ExportRequest {
    /// All records.
    Records {
        /// CSV or JSON Lines.
        format: RowFormat,
        /// Whose tags.
        tags: TagSource,
    },
    /// All relations.
    Relations {
        /// CSV or JSON Lines.
        format: RowFormat,
        /// Whether identical and near-identical pairs between States are added.
        across_states: bool,
    },
    /// The clustered plan table.
    Plan {
        /// File format.
        format: PlanFormat,
        /// Only one State, by any of its names.
        state: Option<String>,
    },
}

/// A file format of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanFormat {
    /// Excel workbook.
    Xlsx,
    /// Comma-separated values.
    Csv,
    /// Word document.
    Docx,
}

/// What was written.
#[derive(Debug, Clone, Serialize)]
pub struct ExportAnswer {
    /// Rows written.
    pub rows: u64,
    /// The file; none when it went to standard output.
    pub file: Option<PathBuf>,
    /// Whether records have changed since the analysis.
    pub is_stale: bool,
}

impl Workspace {
    /// Writes an export to a file, or to `stdout` where no file is named.
    ///
    /// # Errors
    /// When nothing was analysed yet or the file cannot be written.
    pub fn export(
        &self,
        request: &ExportRequest,
        file: Option<PathBuf>,
        stdout: &mut dyn Write,
    ) -> Result<ExportAnswer, WorkspaceError> {
        let analysis = self.analysis()?;
        let is_stale = self.is_stale(&analysis)?;
        let rows = match &file {
            None => self.export_to(request, stdout)?,
            Some(path) => {
                refuse_own_file(&self.folder, &self.settings, path)?;
                // Written beside and renamed: a failed export leaves the old file.
                let beside = path.with_extension("part");
                let mut out = BufWriter::new(std::fs::File::create(&beside).map_err(Self::io(&beside))?);
                let rows = self.export_to(request, &mut out)?;
                out.flush().map_err(Self::io(&beside))?;
                drop(out);
                fail::fail_point!("workspace-export-beside");
                if matches!(request, ExportRequest::Plan { .. }) {
                    keep_earlier(path)?;
                }
                fail::fail_point!("workspace-export-aside");
                std::fs::rename(&beside, path).map_err(Self::io(path))?;
                fail::fail_point!("workspace-export-done");
                rows
            }
        };
        Ok(ExportAnswer { rows, file, is_stale })
    }

    fn export_to(&self, request: &ExportRequest, out: &mut dyn Write) -> Result<u64, WorkspaceError> {
        match request {
            ExportRequest::Records { format, tags } => {
                let mut settled = self.settle_with(self.records()?, &self.analysis()?, *tags)?;
                settled.sort_by(|a, b| in_documents(a).cmp(&in_documents(b)));
                Ok(write_rows(*format, settled.iter().flat_map(|s| record_rows(s, self.language)), out)?)
            }
            ExportRequest::Relations { format, across_states } => self.export_relations(*format, *across_states, out),
            ExportRequest::Plan { format, state } => {
                let plan = self.plan(state.as_deref())?;
                write_plan(*format, &plan, out)?;
                Ok(plan.rows.len() as u64)
            }
        }
    }

    fn export_relations(
        &self,
        format: RowFormat,
        across_states: bool,
        out: &mut dyn Write,
    ) -> Result<u64, WorkspaceError> {
        let analysis = self.analysis()?;
        let records = self.records()?;
        let sources: HashMap<RecordId, Vec<String>> =
            records.iter().map(|r| (r.id, r.source_ids().into_iter().map(str::to_owned).collect())).collect();
        let mut relations = self.relations(&analysis, &self.decisions()?)?;
        if across_states {
            relations.extend(relations_across_states(&records, Models::embedded()?));
        }
        relations.extend(records.iter().filter(|r| r.source_ids().len() > 1).map(|r| one_record(r.id)));
        relations.sort_by_key(|r| (r.a, r.b));
        Ok(write_rows(format, relations.iter().flat_map(|r| relation_rows(r, &sources)), out)?)
    }

    /// The plan of the workspace, or of one State in it.
    ///
    /// # Errors
    /// When nothing was analysed yet or there is no such State.
    pub fn plan(&self, state: Option<&str>) -> Result<PlanTable, WorkspaceError> {
        let analysis = self.analysis()?;
        let state = state.map(|name| self.state(name)).transpose()?;
        let decisions = self.decisions()?;
        let mut settled = self.settle_all(self.records()?, &analysis)?;
        settled.retain(|s| state.is_none() || s.record.state == state);
        let records: BTreeMap<RecordId, SettledRecord> = settled.into_iter().map(|s| (s.record.id, s)).collect();
        let clusters: Vec<Cluster> = self.clusters_of(&analysis, &decisions);
        let mut asks = self.asks(&analysis, &decisions)?;
        asks.retain(|ask| records.contains_key(&ask.representative));
        let (entities, _) = self.entity_register()?;
        let name = state.map_or_else(|| self.settings.name.clone(), |code| self.states.name_in(code, self.language));
        Ok(plan_table(&PlanInput {
            name,
            language: self.language,
            records: &records,
            clusters: &clusters,
            asks: &asks,
            entities: &entities,
            states: &self.states,
        }))
    }
}

/// The order of a reader: by State, mechanism, document and paragraph.
fn in_documents(settled: &SettledRecord) -> impl Ord + '_ {
    let record = &settled.record;
    let document = (record.session, &record.body, &record.symbol);
    (record.state, record.mechanism, document, &record.paragraph, record.id)
}

/// A plan that is there may hold measures that people have written: it is kept under another name.
fn keep_earlier(path: &Path) -> Result<(), WorkspaceError> {
    if !path.exists() {
        return Ok(());
    }
    let time = super::clock::now().strftime("%Y%m%d-%H%M%S");
    let (stem, ending) = (path.file_stem().unwrap_or_default(), path.extension().unwrap_or_default());
    let name = format!("{}-before-{time}.{}", stem.to_string_lossy(), ending.to_string_lossy());
    std::fs::rename(path, path.with_file_name(name)).map_err(Workspace::io(path))
}

/// Settings and register are no place for an export.
pub(super) fn refuse_own_file(folder: &Path, settings: &Settings, path: &Path) -> Result<(), WorkspaceError> {
    let own = [super::open::SETTINGS, settings.entities.as_str()];
    let is_own = own.iter().any(|name| same_file(path, &folder.join(name)));
    if is_own { Err(WorkspaceError::OwnFile(path.to_owned())) } else { Ok(()) }
}

fn same_file(a: &Path, b: &Path) -> bool {
    matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}

fn write_plan(format: PlanFormat, plan: &PlanTable, out: &mut dyn Write) -> Result<(), ExportError> {
    let writer: &dyn PlanWriter = match format {
        PlanFormat::Xlsx => &PlanXlsx,
        PlanFormat::Csv => &PlanCsv,
        PlanFormat::Docx => &PlanDocx,
    };
    writer.write(plan, Words::english(), out)
}

/// A record with several source identifiers is identical with itself.
fn one_record(id: RecordId) -> Relation {
    Relation { a: id, b: id, kind: RelationKind::Identical, score: 1.0, reason: Reason::SeveralSources }
}

/// One row for each pair of source identifiers; a record without any stands with an empty one.
fn relation_rows(relation: &Relation, sources: &HashMap<RecordId, Vec<String>>) -> Vec<RelationRow> {
    let empty = vec![String::new()];
    let of = |id: RecordId| sources.get(&id).filter(|list| !list.is_empty()).unwrap_or(&empty);
    let (left, right) = (of(relation.a), of(relation.b));
    let mut rows = Vec::new();
    for (i, a) in left.iter().enumerate() {
        for (j, b) in right.iter().enumerate() {
            if relation.a != relation.b || i < j {
                rows.push(RelationRow::new(relation, a, b));
            }
        }
    }
    rows
}
