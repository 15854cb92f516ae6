//! Reports as files: Word, a page, or plain text, with their words counted.
//!
//! `worded` says a report in a language and counts it; the others write it.

mod docx;
mod html;
mod plain;
mod worded;

pub use docx::ReportDocx;
pub use html::ReportHtml;
pub use plain::ReportPlain;
pub use worded::{ReportCounts, WordedBlock, WordedReport, WordedSection, worded_reply};

use std::io::Write;

use super::ExportError;
use crate::i18n::Words;

/// Writes a report in one format.
pub trait ReportWriter {
    /// Writes it.
    ///
    /// # Errors
    /// When it cannot be made or written.
    fn write(&self, report: &WordedReport, words: &Words, out: &mut dyn Write) -> Result<(), ExportError>;
}
