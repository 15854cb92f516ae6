//! PDF to blocks: the text of pages from another process, then lines to paragraphs.
//!
//! Parsers of PDF are large and the files are foreign, so none runs in this process. The program starts
//! itself with `read-pdf`, which reads with `pdf-extract` and is stopped when it takes more time or memory than
//! it may: that way a file reads the same on every computer, with its columns and raised digits. Where it
//! fails, `pdftotext` is asked if it is installed; that knows no raised digits.

mod characters;
mod child;
mod columns;
mod furniture;
mod hyphens;
mod layout;
mod lines;
mod pages;
mod raised;

use std::path::Path;

use super::extent::beyond;
use super::model::Document;
use crate::ingest::error::IngestError;
use crate::ingest::fault::{ExpectedFormat, Limit};
use crate::ingest::guard::under_guard;

pub use child::extract_pages;
pub(in crate::ingest) use furniture::Notes;
pub(in crate::ingest) use pages::document as document_of_pages;

/// Reads a PDF document.
pub(super) fn read(path: &Path) -> Result<Document, IngestError> {
    let text = child::text(path)?;
    let count = text.matches('\u{c}').count();
    if count > child::MOST_PAGES {
        let limit = Limit::Pages { count: count as u64, most: child::MOST_PAGES as u64 };
        return Err(IngestError::TooLarge { path: path.to_owned(), limit });
    }
    if let Some(limit) = beyond(&text) {
        return Err(IngestError::TooLarge { path: path.to_owned(), limit });
    }
    under_guard(path, ExpectedFormat::Pdf, move || {
        pages::document(&text.split('\u{c}').collect::<Vec<_>>(), Notes::StandBelow)
    })
}
