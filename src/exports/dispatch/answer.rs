//! What came back of a file: counts, and everything that needs mending, for those who sent it back.

use std::io::Write;

use maud::html;

use crate::domain::Language;
use crate::domain::exchange::{SheetColumn, note};
use crate::domain::plan::PlanKey;
use crate::exports::ExportError;
use crate::exports::html_page::HtmlPage;

/// How the page looks: a list and no tables.
const STYLE: &str = "body{font:16px/1.5 sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#111}\
    table{border-collapse:collapse}td,th{border:1px solid #767676;padding:.3rem .6rem;text-align:start;vertical-align:top}";

/// Something that needs mending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerLine {
    /// The row.
    pub row: String,
    /// The column; `None` where it concerns the row.
    pub column: Option<SheetColumn>,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub mend: String,
}

/// The answer to a file that came back.
#[derive(Debug, Clone)]
pub struct ReturnAnswer {
    /// The name of the file.
    pub file: String,
    /// The number of the dispatch.
    pub dispatch: PlanKey,
    /// The language of those who sent it.
    pub language: Language,
    /// Counts in sentences.
    pub counts: Vec<String>,
    /// What needs mending.
    pub lines: Vec<AnswerLine>,
}

impl AnswerLine {
    /// Where it is.
    pub(super) fn place(&self, language: Language) -> String {
        self.column.map_or_else(|| self.row.clone(), |column| format!("{}, {}", self.row, column.heading(language)))
    }

    /// What is wrong and what to do.
    pub(super) fn sentence(&self) -> String {
        if self.mend.is_empty() { self.what.clone() } else { format!("{}: {}", self.what, self.mend) }
    }
}

/// Writes an answer as text.
///
/// # Errors
/// When it cannot be written.
pub fn write_answer_text(answer: &ReturnAnswer, out: &mut dyn Write) -> Result<(), ExportError> {
    writeln!(out, "{}. {} {}", answer.file, note("dispatch", answer.language), answer.dispatch)?;
    answer.counts.iter().try_for_each(|line| writeln!(out, "{line}"))?;
    if !answer.lines.is_empty() {
        writeln!(out, "\n{} ({})", note("problems", answer.language), answer.lines.len())?;
    }
    for line in &answer.lines {
        writeln!(out, "- {}: {}", line.place(answer.language), line.sentence())?;
    }
    Ok(())
}

/// Writes an answer as one page without a script.
///
/// # Errors
/// When it cannot be written.
pub fn write_answer_html(answer: &ReturnAnswer, out: &mut dyn Write) -> Result<(), ExportError> {
    let page = HtmlPage { title: &answer.file, language: answer.language, styles: &[STYLE] };
    let page = page.around(&html! {
        main {
            h1 { bdi { (answer.file) } }
            p { (note("dispatch", answer.language)) " " bdi { (answer.dispatch) } }
            @for line in &answer.counts { p { (line) } }
            @if !answer.lines.is_empty() {
                h2 { (note("problems", answer.language)) " (" (answer.lines.len()) ")" }
                ul { @for line in &answer.lines { li { b { bdi { (line.place(answer.language)) } } ": " bdi { (line.sentence()) } } } }
            }
        }
    });
    Ok(out.write_all(page.into_string().as_bytes())?)
}
