//! `weft export`.

use std::path::{Path, PathBuf};

use clap::{Subcommand, ValueEnum};
use jiff::civil::Date;

use super::plural::plural;
use super::shell::Shell;
use super::tags::Tags;
use crate::exports::RowFormat;
use crate::plan::PlanDocument;
use crate::workspace::clock;
use crate::workspace::jobs::Export;
use crate::workspace::{
    ExportRequest, PlanFormat, PlanRowKind, PlanScope, PlanTextFormat, RelationSpan, WorkspaceError, Written,
};

/// Write records, relations or the plan table
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Rows {
    Csv,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum PlanFile {
    Xlsx,
    Csv,
    Docx,
    Json,
    Html,
}

/// What the rows of a plan are
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum PlanRows {
    /// What is asked, once however often it is asked
    Asks,
    /// Measures
    Measures,
    /// Indicators with their values
    Indicators,
    /// Assessments
    Assessments,
}

#[derive(Debug, Subcommand)]
enum What {
    /// All records, one row a record and source identifier
    Recommendations {
        /// csv, or json for JSON Lines
        #[arg(long, default_value = "csv")]
        format: Rows,
        /// Whose tags
        #[arg(long, default_value = "final")]
        tags: Tags,
        /// File [default: standard output]
        #[arg(long, short)]
        out: Option<PathBuf>,
    },
    /// All relations, one row a pair
    Relations {
        /// csv, or json for JSON Lines
        #[arg(long, default_value = "csv")]
        format: Rows,
        /// Add identical and near-identical pairs between States
        #[arg(long)]
        across_states: bool,
        /// File [default: standard output]
        #[arg(long, short)]
        out: Option<PathBuf>,
    },
    /// The clustered implementation plan; what people have written into it with --rows
    Plan {
        /// What the rows are
        #[arg(long, value_enum, default_value = "asks")]
        rows: PlanRows,
        /// xlsx, csv or docx [default: from the name of the file, else xlsx]; of other rows csv or json
        #[arg(long)]
        format: Option<PlanFile>,
        /// Only this State [default: that of the workspace]
        #[arg(long)]
        state: Option<String>,
        /// With --rows measures, only those of this body, by its code in entities.csv
        #[arg(long, value_name = "CODE")]
        entity: Option<String>,
        /// With --rows measures, the day that the plan says it is of [default: today]
        #[arg(long, value_name = "DATE")]
        as_of: Option<Date>,
        /// All States of the workspace in one plan
        #[arg(long, conflicts_with = "state")]
        all_states: bool,
        /// File [default: standard output for csv, plan.xlsx or plan.docx otherwise]
        #[arg(long, short)]
        out: Option<PathBuf>,
    },
}

pub(super) fn run(args: Args, shell: &mut Shell) -> anyhow::Result<u8> {
    let (request, out) = asked(args.what)?;
    check_ending(&request, out.as_deref())?;
    let mut workspace = shell.workspace()?;
    shell.bring_up(&workspace)?;
    let asker = shell.asker(&workspace);
    let Some(file) = out else {
        let written = workspace.export_into(&request, shell.out(), &asker)?;
        aside(&request, written.aside, shell);
        return Ok(0);
    };
    let answer = workspace.run(&Export { what: request.clone(), file }, &asker, &*shell.progress())?;
    if shell.json {
        return shell.json(&answer);
    }
    shell.remark(&format!("{} rows written to {}", answer.rows, answer.file.display()));
    aside(&request, answer.aside, shell);
    Ok(0)
}

/// What is asked for, and the file that it goes to.
fn asked(what: What) -> anyhow::Result<(ExportRequest, Option<PathBuf>)> {
    let rows = |format| match format {
        Rows::Csv => RowFormat::Csv,
        Rows::Json => RowFormat::Json,
    };
    Ok(match what {
        What::Recommendations { format, tags, out } => {
            (ExportRequest::Records { format: rows(format), tags: tags.source() }, out)
        }
        What::Relations { format, across_states, out } => {
            let span = if across_states { RelationSpan::AllStates } else { RelationSpan::OneState };
            (ExportRequest::Relations { format: rows(format), span }, out)
        }
        What::Plan { rows: PlanRows::Measures, format, entity, as_of, out, .. } => {
            measures(format, PlanDocument { as_of: as_of.unwrap_or_else(clock::today), entity }, out)?
        }
        What::Plan { rows: PlanRows::Indicators, format, out, .. } => {
            (plan_rows(PlanRowKind::Indicators, format, None)?, out)
        }
        What::Plan { rows: PlanRows::Assessments, format, out, .. } => {
            (plan_rows(PlanRowKind::Assessments, format, None)?, out)
        }
        What::Plan { rows: PlanRows::Asks, format, entity, as_of, out, .. }
            if format.or_else(|| named(out.as_deref())) == Some(PlanFile::Html) =>
        {
            // Asks alone have no page: it is the plan with its measures.
            measures(format, PlanDocument { as_of: as_of.unwrap_or_else(clock::today), entity }, out)?
        }
        What::Plan { rows: PlanRows::Asks, format, state, all_states, out, .. } => {
            let scope = match state {
                Some(name) => PlanScope::State(name),
                None if all_states => PlanScope::All,
                None => PlanScope::Own,
            };
            plan(format, scope, out)
        }
    })
}

/// Says how many rows a plan has left out, where nobody has named the State that it is of.
fn aside(request: &ExportRequest, rows: u64, shell: &Shell) {
    let is_meant = matches!(request, ExportRequest::Plan { scope: PlanScope::State(_), .. });
    if rows == 0 || is_meant {
        return;
    }
    let said = format!("{} {}", plural(rows, "row"), if rows == 1 { "is" } else { "are" });
    shell.remark(&format!("{said} of other or unknown States and left out; to have all in one plan: --all-states"));
}

/// `r.xlsx` for rows and `plan.pdf` would be files that no program opens.
fn check_ending(request: &ExportRequest, out: Option<&Path>) -> Result<(), WorkspaceError> {
    let (what, fitting): (_, &[&str]) = match request {
        ExportRequest::Plan { .. } | ExportRequest::PlanText { .. } => {
            (Written::Plan, &["xlsx", "docx", "csv", "json", "html"])
        }
        _ => (Written::Rows, &["csv", "json", "jsonl", "txt", "tmp"]),
    };
    let Some(file) = out else { return Ok(()) };
    let ending = file.extension().map(|e| e.to_string_lossy().to_lowercase());
    match ending {
        Some(ending) if !fitting.contains(&ending.as_str()) => {
            Err(WorkspaceError::WrongEnding { file: file.to_owned(), what })
        }
        _ => Ok(()),
    }
}

/// Measures as stable rows, or as a document for reading.
fn measures(
    format: Option<PlanFile>,
    document: PlanDocument,
    out: Option<PathBuf>,
) -> anyhow::Result<(ExportRequest, Option<PathBuf>)> {
    let format = format.or_else(|| named(out.as_deref()));
    let (format, standard) = match format {
        Some(PlanFile::Html) => (PlanTextFormat::Html, "plan.html"),
        Some(PlanFile::Docx) => (PlanTextFormat::Docx, "plan.docx"),
        Some(PlanFile::Xlsx) => (PlanTextFormat::Xlsx, "plan.xlsx"),
        other => return Ok((plan_rows(PlanRowKind::Measures, other, document.entity)?, out)),
    };
    Ok((ExportRequest::PlanText { format, document }, out.or_else(|| Some(PathBuf::from(standard)))))
}

/// The format that the name of a file asks for.
fn named(out: Option<&Path>) -> Option<PlanFile> {
    let ending = out.and_then(Path::extension).map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("csv") => Some(PlanFile::Csv),
        Some("docx") => Some(PlanFile::Docx),
        Some("json") => Some(PlanFile::Json),
        Some("html") => Some(PlanFile::Html),
        Some("xlsx") => Some(PlanFile::Xlsx),
        _ => None,
    }
}

fn plan_rows(rows: PlanRowKind, format: Option<PlanFile>, entity: Option<String>) -> anyhow::Result<ExportRequest> {
    let format = match format {
        None | Some(PlanFile::Csv) => RowFormat::Csv,
        Some(PlanFile::Json) => RowFormat::Json,
        Some(_) => anyhow::bail!("these rows are written as csv or json"),
    };
    Ok(ExportRequest::PlanRows { rows, format, entity })
}

fn plan(format: Option<PlanFile>, scope: PlanScope, out: Option<PathBuf>) -> (ExportRequest, Option<PathBuf>) {
    let named = named(out.as_deref()).unwrap_or(PlanFile::Xlsx);
    let (format, standard) = match format.unwrap_or(named) {
        PlanFile::Xlsx => (PlanFormat::Xlsx, Some("plan.xlsx")),
        PlanFile::Docx => (PlanFormat::Docx, Some("plan.docx")),
        PlanFile::Csv => (PlanFormat::Csv, None),
        PlanFile::Json | PlanFile::Html => (PlanFormat::Json, None),
    };
    (ExportRequest::Plan { format, scope }, out.or_else(|| standard.map(PathBuf::from)))
}
