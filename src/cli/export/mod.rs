//! `weft export`.

mod plan;

use std::path::{Path, PathBuf};

use clap::{Subcommand, ValueEnum};

use self::plan::PlanArgs;
use super::plural::plural;
use super::shell::Shell;
use super::tags::Tags;
use crate::exports::RowFormat;
use crate::plan::Plan;
use crate::workspace::jobs::Export;
use crate::workspace::{ExportRequest, PlanScope, RelationSpan, WorkspaceError, Written};

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
    Plan(Box<PlanArgs>),
}

pub(super) fn run(args: Args, shell: &mut Shell) -> anyhow::Result<u8> {
    if let What::Plan(plan) = &args.what {
        shell.edition.clone_from(&plan.edition);
    }
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
        What::Plan(plan) => plan.asked()?,
    })
}

/// Says how many recommendations a plan has left out, where nobody has named the State that it is of.
fn aside(request: &ExportRequest, count: u64, shell: &Shell) {
    let is_meant = matches!(request, ExportRequest::Plan { plan: Plan { scope: PlanScope::State(_), .. }, .. });
    if count == 0 || is_meant {
        return;
    }
    let said = format!("{} {}", plural(count, "recommendation"), if count == 1 { "is" } else { "are" });
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
