//! Where a table goes: to the terminal, as CSV, or into a file.

use std::path::{Path, PathBuf};

use crate::cli::shell::{Shell, Tone};
use crate::i18n::Words;
use crate::reports::About;
use crate::view::Question;
use crate::workspace::jobs::Export;
use crate::workspace::{ExportRequest, FigureFormat, TableFormat, TableQuestion, WorkspaceError, Written};

/// Where a table goes.
#[derive(Debug, Clone, clap::Args)]
pub(in crate::cli) struct Output {
    /// Print the table as CSV
    #[arg(long, conflicts_with_all = ["json", "out"])]
    pub(in crate::cli) csv: bool,
    /// Write the table, with what it counts and the version of the data: .csv .json, and with its
    /// figures .xlsx .docx .html;
    /// or draw it: .svg .png
    #[arg(long, short, value_name = "FILE")]
    pub(in crate::cli) out: Option<PathBuf>,
    /// How many rows to show on the terminal or to draw
    #[arg(long, short = 'n', default_value_t = 40)]
    pub(in crate::cli) limit: usize,
}

/// Answers a question where its answer is wanted: `file` is what is written, `print` shows the answer to people.
pub(in crate::cli) fn give<Q: Question>(
    question: &Q,
    file: TableQuestion,
    output: &Output,
    shell: &mut Shell,
    print: impl FnOnce(&Q::Answer, &mut Shell) -> anyhow::Result<u8>,
) -> anyhow::Result<u8> {
    if let Some(path) = &output.out {
        let request = requested(file, path, output.limit)?;
        return written(request, path.clone(), shell);
    }
    let workspace = shell.workspace()?;
    if output.csv {
        shell.bring_up(&workspace)?;
        let asker = shell.asker(&workspace);
        let request = ExportRequest::Table { question: file, format: TableFormat::Csv };
        let written = workspace.export_into(&request, shell.out(), &asker)?;
        return Ok(u8::from(written.rows == 0));
    }
    let answer = shell.answer(&workspace, question)?;
    if shell.json {
        return shell.json(&answer);
    }
    print(&answer, shell)
}

/// The table, or its figure where the file is a picture.
fn requested(question: TableQuestion, file: &Path, limit: usize) -> Result<ExportRequest, WorkspaceError> {
    let Some(format) = FigureFormat::named_by(file) else {
        return Ok(ExportRequest::Table { question, format: TableFormat::of(file)? });
    };
    let wrong = || WorkspaceError::WrongEnding { file: file.to_owned(), what: Written::Pairs };
    Ok(ExportRequest::Figure { question: question.as_figure(limit).ok_or_else(wrong)?, format })
}

/// Writes a table or a figure to a file and says so.
pub(in crate::cli) fn written(what: ExportRequest, file: PathBuf, shell: &mut Shell) -> anyhow::Result<u8> {
    let mut workspace = shell.workspace()?;
    shell.bring_up(&workspace)?;
    let asker = shell.asker(&workspace);
    let answer = workspace.run(&Export { what, file }, &asker, &*shell.progress())?;
    if shell.json {
        return shell.json(&answer);
    }
    shell.remark(&format!("{} rows written to {}", answer.rows, answer.file.display()));
    Ok(u8::from(answer.rows == 0))
}

/// What has to be known of a table, under it.
pub(in crate::cli) fn notes(about: &About, shell: &mut Shell) -> anyhow::Result<()> {
    let words = Words::english();
    shell.line("")?;
    for note in &about.notes {
        shell.paragraph(&Tone::Dim.paint(&format!("{}.", words.coded(note))), 0)?;
    }
    shell.line(&Tone::Dim.paint(&format!("Data {}, models {}.", about.data, about.models)))
}
