//! Tables of the plan as files that go out: a workbook or a Word document, in six languages, with the key of every row and
//! the number of the dispatch in several carriers, since each program that files pass through drops some of them.
//!
//! `cells` says what stands in each cell; `answer` writes what came back of a file and what of it needs mending.

mod answer;
mod answer_xlsx;
mod cells;
mod docx;
mod xlsx;

pub use answer::{AnswerLine, ReturnAnswer, write_answer_html, write_answer_text};
pub use answer_xlsx::write_answer_xlsx;
pub use docx::write_dispatch_docx;
pub use xlsx::write_dispatch_xlsx;

use jiff::civil::Date;

use crate::domain::Language;
use crate::domain::exchange::Sheet;
use crate::domain::plan::PlanKey;

/// Tables that go out.
#[derive(Debug, Clone)]
pub struct DispatchFile<'a> {
    /// The number of the dispatch.
    pub number: PlanKey,
    /// The name of the plan.
    pub plan: String,
    /// The name of whom they go to.
    pub to: String,
    /// The day.
    pub on: Date,
    /// Their language.
    pub language: Language,
    /// The tables.
    pub sheets: &'a [Sheet],
}
