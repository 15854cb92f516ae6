//! The plan as people read it, in files: a page for browsers and printers, a Word document, a workbook.
//!
//! `caption` holds the words, `lines` turns measures into cells; each format has a file. What nobody has said is marked,
//! and nothing is padded.

mod caption;
mod docx;
mod html;
mod lines;
mod xlsx;

use std::io::Write;

pub(super) use caption::PlanCaption;
pub use docx::PlanTextDocx;
pub use html::PlanTextHtml;
pub use xlsx::PlanTextXlsx;

use super::ExportError;
use crate::i18n::Words;
use crate::plan::PlanText;

/// A format of the plan for reading.
pub trait PlanTextWriter {
    /// Writes the whole plan, with captions in the language of `words`.
    ///
    /// # Errors
    /// When the receiver refuses.
    fn write(&self, plan: &PlanText, words: &Words, out: &mut dyn Write) -> Result<(), ExportError>;
}
