//! The answer to those who sent a file back, as text, as a page, or over their own rows.

use std::path::Path;

use crate::domain::Language;
use crate::domain::exchange::ReturnedFile;
use crate::exports::{AnswerLine, ReturnAnswer, write_answer_html, write_answer_text, write_answer_xlsx};
use crate::i18n::Words;
use crate::view::View;
use crate::workspace::WorkspaceError;
use crate::workspace::exchange::receiving::Received;
use crate::workspace::exchange::report::ReturnReport;
use crate::workspace::folder::whole_file::write_whole;

/// Writes the answer to a file, in the language in which its table went out: `.html`, `.xlsx`, else text.
///
/// # Errors
/// When it cannot be made or written.
pub(in crate::workspace) fn write_answer(received: &Received, view: &View, path: &Path) -> Result<(), WorkspaceError> {
    let sent = view.plan().dispatches.get(&received.diff.dispatch);
    let language = sent.map_or(Language::En, |sent| sent.dispatch.language);
    let words = Words::of(language);
    let report = received.report(words);
    let answer = answer_of(&report, language, words);
    let bytes = written(&answer, &received.file, path)?;
    write_whole(path, &bytes)
}

fn written(answer: &ReturnAnswer, file: &ReturnedFile, path: &Path) -> Result<Vec<u8>, WorkspaceError> {
    let mut bytes = Vec::new();
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "html" | "htm" => write_answer_html(answer, &mut bytes)?,
        "xlsx" => write_answer_xlsx(answer, file, &mut bytes)?,
        _ => write_answer_text(answer, &mut bytes)?,
    }
    Ok(bytes)
}

fn answer_of(report: &ReturnReport, language: Language, words: &Words) -> ReturnAnswer {
    let lines = report.problems.iter().map(|problem| AnswerLine {
        row: problem.row.clone(),
        column: problem.column,
        what: problem.what.clone(),
        mend: problem.mend.clone(),
    });
    ReturnAnswer {
        file: report.file.clone(),
        dispatch: report.diff.dispatch,
        language,
        counts: report.row_sentences(words),
        lines: lines.collect(),
    }
}
