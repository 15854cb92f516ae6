//! `weft report`.

use std::path::PathBuf;

use clap::Subcommand;
use jiff::civil::Date;

use super::cluster_decisions::meant;
use super::plural::plural;
use super::shell::Shell;
use crate::reports::{ChapterReport, FollowUpReport, MidTermForm, MidTermReport, ReportScope, ScopeReport};
use crate::workspace::jobs::{FillMatrix, WriteReport};
use crate::workspace::{MatrixAnswer, ReportAnswer, ReportRequest, Workspace, clock};

/// Recommendations shown that a report leaves out.
const MOST: usize = 15;

/// Write a report to a mechanism, or of a part of the plan
///
/// Nothing stands in a report that no measure, value or assessment carries: what is missing is marked, and
/// recommendations that it says nothing of are listed. The file is Word (.docx), a page (.html), or text.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The day that the report is of [default: today]
    #[arg(long, value_name = "DATE", global = true)]
    as_of: Option<Date>,
    /// Of a closed edition of the plan, by its name
    #[arg(long, value_name = "NAME", global = true)]
    edition: Option<String>,
    /// The file
    #[arg(long, short, value_name = "FILE", global = true, default_value = "report.docx")]
    out: PathBuf,
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Follow-up to a treaty body: the paragraphs that it has chosen, by lettered parts
    FollowUp {
        /// Symbol of the concluding observations, as CAT/C/XSV/CO/2
        #[arg(long, value_name = "SYMBOL")]
        symbol: String,
    },
    /// The chapter of a national report on the last review, by themes, with the numbers in endnotes
    Chapter,
    /// The mid-term report of the UPR
    MidTerm {
        /// How it is laid out
        #[arg(long, value_enum, default_value = "matrix")]
        form: Form,
    },
    /// Fill the matrix of OHCHR in, and leave all else in it as it is
    Matrix {
        /// The matrix, DOCX
        file: PathBuf,
    },
    /// A report of one body, one cluster, or what is for parliament
    Scope {
        /// Of this body, by its code
        #[arg(long, value_name = "CODE", group = "scope")]
        entity: Option<String>,
        /// Of this cluster, by number or title
        #[arg(long, value_name = "CLUSTER", group = "scope")]
        cluster: Option<String>,
        /// Of what parliament leads or supports
        #[arg(long, group = "scope")]
        parliament: bool,
    },
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Form {
    /// As the matrix of OHCHR
    Matrix,
    /// Number, recommendation, level of implementation, measures
    Table,
    /// By themes
    Themes,
}

pub(super) fn run(args: Args, shell: &mut Shell) -> anyhow::Result<u8> {
    shell.edition = args.edition;
    let mut workspace = shell.workspace()?;
    shell.bring_up(&workspace)?;
    let as_of = args.as_of.unwrap_or_else(clock::today);
    let what = match args.what {
        What::Matrix { file } => return matrix(file, args.out, &mut workspace, shell),
        What::FollowUp { symbol } => ReportRequest::FollowUp(FollowUpReport { symbol, as_of }),
        What::Chapter => ReportRequest::Chapter(ChapterReport { as_of }),
        What::MidTerm { form } => {
            let form = match form {
                Form::Matrix => MidTermForm::Matrix,
                Form::Table => MidTermForm::Table,
                Form::Themes => MidTermForm::Themes,
            };
            ReportRequest::MidTerm(MidTermReport { form, as_of })
        }
        What::Scope { entity, cluster, parliament } => {
            let scope = match (entity, cluster) {
                (Some(code), _) => ReportScope::Entity(code),
                (None, Some(cluster)) => ReportScope::Cluster(meant(&cluster, &workspace, shell)?),
                (None, None) if parliament => ReportScope::Parliament,
                (None, None) => anyhow::bail!("name one of --entity, --cluster, --parliament"),
            };
            ReportRequest::Scope(ScopeReport { scope, as_of })
        }
    };
    let job = WriteReport { what, file: args.out };
    let answer = workspace.run(&job, &shell.asker(&workspace), &*shell.progress())?;
    if shell.json { shell.json(&answer) } else { print(&answer, shell) }
}

fn print(answer: &ReportAnswer, shell: &mut Shell) -> anyhow::Result<u8> {
    let counts = &answer.counts;
    let limit = counts.limit.map_or_else(String::new, |limit| format!(" of {limit}"));
    let uncounted = plural(counts.uncounted as u64, "word");
    shell.paragraph(
        &format!(
            "{}: {}{limit}; not counted: {uncounted} of notes, tables and what is left out",
            answer.file.display(),
            plural(counts.words as u64, "word"),
        ),
        0,
    )?;
    shell.paragraph(&format!("{} marked, {} left out", plural(counts.gaps as u64, "gap"), counts.left_out), 0)?;
    for line in answer.left_out.iter().take(MOST) {
        shell.beside("  ", line)?;
    }
    if counts.left_out > MOST {
        shell.line(&format!("  … {} more: --json", counts.left_out - MOST))?;
    }
    answer.warnings.iter().for_each(|warning| shell.remark(warning));
    Ok(0)
}

fn matrix(matrix: PathBuf, file: PathBuf, workspace: &mut Workspace, shell: &mut Shell) -> anyhow::Result<u8> {
    let job = FillMatrix { matrix, file };
    let answer: MatrixAnswer = workspace.run(&job, &shell.asker(workspace), &*shell.progress())?;
    if shell.json {
        return shell.json(&answer);
    }
    let rows = plural(answer.rows as u64, "row");
    shell.paragraph(&format!("{}: {} of {rows} filled", answer.file.display(), answer.filled), 0)?;
    let listed = |numbers: &[String]| numbers.iter().take(MOST).cloned().collect::<Vec<_>>().join(", ");
    if !answer.unanswered.is_empty() {
        let count = answer.unanswered.len();
        shell.paragraph(&format!("nothing is on file to {count}: {}", listed(&answer.unanswered)), 0)?;
    }
    if !answer.taken.is_empty() {
        let count = answer.taken.len();
        shell.paragraph(
            &format!("left as they were, since something stands there: {count}: {}", listed(&answer.taken)),
            0,
        )?;
    }
    Ok(0)
}
