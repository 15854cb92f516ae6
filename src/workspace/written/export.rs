//! Exports: the two stable tables, the plan, tables and figures of answers.

use std::collections::HashMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::analysis::models::Models;
use crate::analysis::relations_across_states;
use crate::domain::{Asker, RecordId, SettledRecord};
use crate::exports::{
    ExportError, PlanCsv, PlanDocx, PlanJson, PlanTextDocx, PlanTextHtml, PlanTextWriter, PlanTextXlsx, PlanWriter,
    PlanXlsx, RelationRow, RowFormat, record_rows, write_rows,
};
use crate::i18n::Words;
use crate::plan::{Plan, PlanDocument, PlanTable, assessment_rows, indicator_rows, measure_rows};
use crate::store::WholeFile;
use crate::view::{Question, TagSource, View};
use crate::workspace::folder::dated::dated;
use crate::workspace::folder::outputs::Outputs;
use crate::workspace::progress::{Progress, go_on};
use crate::workspace::written::answer::{ExportAnswer, Exported};
use crate::workspace::written::figure::{FigureFormat, write_figure};
use crate::workspace::written::figure_question::FigureQuestion;
use crate::workspace::written::file_format::TableFormat;
use crate::workspace::written::stoppable::Stoppable;
use crate::workspace::written::table::write_tables;
use crate::workspace::written::table_question::TableQuestion;
use crate::workspace::{Workspace, WorkspaceError};

/// Between the records of which States relations are exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RelationSpan {
    /// Of each State, among its own.
    #[default]
    OneState,
    /// Identical and near-identical pairs between States as well.
    AllStates,
}

/// What to export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
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
        /// Between the records of which States.
        #[serde(default)]
        span: RelationSpan,
    },
    /// The clustered plan table.
    Plan {
        /// File format.
        format: PlanFormat,
        /// Which plan.
        #[serde(default)]
        plan: Plan,
    },
    /// What people have written into the plan, as stable rows.
    PlanRows {
        /// Which rows.
        rows: PlanRowKind,
        /// CSV or JSON Lines.
        format: RowFormat,
        /// Of measures only those that this body leads or supports, by its code.
        #[serde(default)]
        entity: Option<String>,
    },
    /// The plan with its measures, for reading.
    PlanText {
        /// File format.
        format: PlanTextFormat,
        /// Which measures, and the day that it says it is of.
        document: PlanDocument,
    },
    /// The tables of an answer.
    Table {
        /// The question.
        question: TableQuestion,
        /// File format.
        format: TableFormat,
    },
    /// The figure of an answer.
    Figure {
        /// The question.
        question: FigureQuestion,
        /// File format.
        format: FigureFormat,
    },
}

/// A file format of the plan for reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlanTextFormat {
    /// A workbook, a sheet a theme.
    Xlsx,
    /// A document with contents.
    Docx,
    /// One page without a script.
    Html,
}

/// What the rows of a plan are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlanRowKind {
    /// Measures.
    Measures,
    /// Indicators with their values.
    Indicators,
    /// Assessments.
    Assessments,
}

/// A file format of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlanFormat {
    /// Excel workbook.
    Xlsx,
    /// Comma-separated values.
    Csv,
    /// Word document.
    Docx,
    /// One JSON object.
    Json,
}

impl Workspace {
    /// Writes an export to a file.
    ///
    /// # Errors
    /// When nothing was analysed yet or the file cannot be written.
    pub(in crate::workspace) fn export(
        &self,
        request: &ExportRequest,
        file: PathBuf,
        asker: &Asker,
        progress: &dyn Progress,
    ) -> Result<ExportAnswer, WorkspaceError> {
        if let ExportRequest::Table { question, format } = request {
            return self.export_tables(question, *format, file, asker, progress);
        }
        if let ExportRequest::Figure { question, format } = request {
            return self.export_figure(question, *format, file, asker, progress);
        }
        let view = self.view_of_asker(asker)?;
        Outputs::of(&self.folder, &self.settings).check(&file, &[])?;
        let mut out = WholeFile::beside(&file).map_err(Self::io(&file))?;
        let Exported { rows, aside } = export_to(&view, request, &mut Stoppable::before(&mut out, progress), asker)?;
        out.sync().map_err(Self::io(&file))?;
        go_on(progress)?;
        fail::fail_point!("workspace-export-beside");
        if matches!(request, ExportRequest::Plan { .. } | ExportRequest::PlanText { .. }) {
            keep_earlier(&file)?;
        }
        fail::fail_point!("workspace-export-aside");
        out.put().map_err(Self::io(&file))?;
        fail::fail_point!("workspace-export-done");
        Ok(ExportAnswer { rows, aside, file, is_stale: self.is_stale(&view.analysis)? })
    }

    /// Writes an export to a stream that somebody reads.
    ///
    /// # Errors
    /// When nothing was analysed yet or the stream refuses.
    pub fn export_into(
        &self,
        request: &ExportRequest,
        out: &mut dyn Write,
        asker: &Asker,
    ) -> Result<Exported, WorkspaceError> {
        export_to(&*self.view_of_asker(asker)?, request, out, asker)
    }
}

fn export_to(
    view: &View,
    request: &ExportRequest,
    out: &mut dyn Write,
    asker: &Asker,
) -> Result<Exported, WorkspaceError> {
    let rows = match request {
        ExportRequest::Records { format, tags } => {
            let mut settled = view.settled_by(*tags)?;
            settled.sort_by(|a, b| in_documents(a).cmp(&in_documents(b)));
            write_rows(*format, settled.iter().flat_map(|s| record_rows(s, asker.language)), out)?
        }
        ExportRequest::Relations { format, span } => export_relations(view, *format, *span, out)?,
        ExportRequest::Plan { format, plan } => {
            let plan = plan.answer(view, asker)?;
            write_plan(*format, &plan, Words::of(asker.language), out)?;
            return Ok(Exported { rows: plan.rows.len() as u64, aside: plan.aside as u64 });
        }
        ExportRequest::PlanText { format, document } => write_plan_text(view, *format, document, out, asker)?,
        ExportRequest::PlanRows { rows, format, entity } => {
            let measures = |view| measure_rows(view, asker, entity.as_deref());
            match rows {
                PlanRowKind::Measures => write_rows(*format, measures(view)?.into_iter(), out)?,
                PlanRowKind::Indicators => write_rows(*format, indicator_rows(view, asker).into_iter(), out)?,
                PlanRowKind::Assessments => write_rows(*format, assessment_rows(view)?.into_iter(), out)?,
            }
        }
        ExportRequest::Table { question, format } => write_tables(view, question, *format, out, asker)?,
        ExportRequest::Figure { question, format } => write_figure(view, question, *format, out, asker)?,
    };
    Ok(Exported { rows, aside: 0 })
}

/// Writes the plan for reading, in the language of the asker; returns how many measures it holds.
fn write_plan_text(
    view: &View,
    format: PlanTextFormat,
    document: &PlanDocument,
    out: &mut dyn Write,
    asker: &Asker,
) -> Result<u64, WorkspaceError> {
    let plan = document.answer(view, asker)?;
    let writer: &dyn PlanTextWriter = match format {
        PlanTextFormat::Xlsx => &PlanTextXlsx,
        PlanTextFormat::Docx => &PlanTextDocx,
        PlanTextFormat::Html => &PlanTextHtml,
    };
    writer.write(&plan, Words::of(asker.language), out)?;
    Ok(plan.measures as u64)
}

fn export_relations(
    view: &View,
    format: RowFormat,
    span: RelationSpan,
    out: &mut dyn Write,
) -> Result<u64, WorkspaceError> {
    let records = view.records()?;
    let sources: HashMap<RecordId, Vec<String>> =
        records.iter().map(|r| (r.id, r.source_ids().into_iter().map(str::to_owned).collect())).collect();
    let mut relations = view.relations()?.to_vec();
    if span == RelationSpan::AllStates {
        relations.extend(relations_across_states(&records, Models::embedded()?));
    }
    relations.sort_by_key(|r| (r.a, r.b));
    let of = |id: RecordId| sources.get(&id).map(Vec::as_slice).unwrap_or_default();
    let rows = relations.iter().map(|relation| RelationRow::new(relation, of(relation.a), of(relation.b)));
    Ok(write_rows(format, rows, out)?)
}

/// The order of a reader: by State, mechanism, document and paragraph.
fn in_documents(settled: &SettledRecord) -> impl Ord + '_ {
    let record = &settled.record;
    let document = (record.session, &record.body, &record.symbol);
    (record.state, record.mechanism, document, &record.paragraph, record.id)
}

/// A file that is there may hold what people have written, such as measures: it is kept under another name.
pub(in crate::workspace) fn keep_earlier(path: &Path) -> Result<(), WorkspaceError> {
    if !path.exists() {
        return Ok(());
    }
    let (stem, ending) = (path.file_stem().unwrap_or_default(), path.extension().unwrap_or_default());
    let (beginning, ending) = (format!("{}-before-", stem.to_string_lossy()), ending.to_string_lossy());
    let kept = dated(path.parent().unwrap_or(Path::new("")), &beginning, &format!(".{ending}"));
    std::fs::rename(path, kept).map_err(Workspace::io(path))
}

fn write_plan(format: PlanFormat, plan: &PlanTable, words: &Words, out: &mut dyn Write) -> Result<(), ExportError> {
    let writer: &dyn PlanWriter = match format {
        PlanFormat::Xlsx => &PlanXlsx,
        PlanFormat::Csv => &PlanCsv,
        PlanFormat::Docx => &PlanDocx,
        PlanFormat::Json => &PlanJson,
    };
    writer.write(plan, words, out)
}
