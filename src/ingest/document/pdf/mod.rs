//! PDF to blocks: the text of pages from another process, then lines to paragraphs.
//!
//! Parsers of PDF are large and the files are foreign, so none runs in this process. `pdftotext` is
//! preferred where it is installed because it keeps the lines of a page together; otherwise this
//! program starts itself with `read-pdf`, which reads with `pdf-extract` and ends when it has taken
//! more memory than it may.

mod child;
mod furniture;
mod lines;
mod pages;

use std::path::Path;

use super::model::Document;
use crate::ingest::error::IngestError;
use crate::ingest::fault::{ExpectedFormat, Limit};
use crate::ingest::guard::under_guard;

pub use child::{extract_pages, read_pdf_with};
pub(super) use furniture::Notes;
pub(in crate::ingest) use pages::document as document_of_pages;

/// Reads a PDF document.
pub(super) fn read(path: &Path) -> Result<Document, IngestError> {
    let text = child::text(path)?;
    let count = text.matches('\u{c}').count();
    if count > child::MOST_PAGES {
        let limit = Limit::Pages { count: count as u64, most: child::MOST_PAGES as u64 };
        return Err(IngestError::TooLarge { path: path.to_owned(), limit });
    }
    under_guard(path, ExpectedFormat::Pdf, move || {
        pages::document(&text.split('\u{c}').collect::<Vec<_>>(), Notes::StandBelow)
    })
}
