//! Documents of any format as one model: blocks with heading level, number, text and place.
//!
//! DOCX is read by our own reader over zip and quick-xml, because the numbers that Word sets, merged
//! cells and tracked changes are what matters here and no library keeps all three. PDF comes through
//! `pdf-extract` in a process of its own, and through `pdftotext` where that fails. Legacy DOC needs a
//! converter on the machine. HTML and plain text become the same model. What the blocks mean
//! is the business of `official`.

mod docx;
mod extent;
mod html;
mod html_bounds;
mod legacy;
mod model;
mod pdf;
mod plain;
mod raised_mark;
mod xml;

#[cfg(feature = "fuzzing")]
pub(super) use docx::document as docx_of_bytes;
pub(super) use docx::{Package, children_through_controls, rows_of};
pub(super) use model::{Block, Cell, Document, Paragraph, Row};
pub use pdf::extract_pages;
#[cfg(feature = "fuzzing")]
pub(super) use pdf::{Notes, document_of_pages};
pub(super) use xml::{Element, parse as parse_xml};

use super::error::IngestError;
use super::fault::{ExpectedFormat, Limit};
use super::format::DocumentFormat;
use super::guard::under_guard;
use super::source_file::SourceFile;

/// Largest document, in bytes.
const LARGEST: u64 = 200 << 20;
/// Largest page of the web, which may hold pictures; its text becomes a tree of many times its size.
const LARGEST_PAGE: u64 = 48 << 20;
/// Largest plain text: the longest reports are a tenth of it.
const LARGEST_TEXT: u64 = 32 << 20;

/// The largest document of a format, in bytes.
const fn largest(format: DocumentFormat) -> u64 {
    match format {
        DocumentFormat::Html => LARGEST_PAGE,
        DocumentFormat::Text => LARGEST_TEXT,
        DocumentFormat::Docx | DocumentFormat::Doc | DocumentFormat::Pdf => LARGEST,
    }
}

/// Reads a document.
///
/// # Errors
/// When it is damaged, beyond the limits, empty, or needs a program that is not installed.
pub(super) fn read(file: &SourceFile, format: DocumentFormat) -> Result<Document, IngestError> {
    let most = largest(format);
    if file.size > most {
        // The last begun megabyte is whole: what is beyond a limit is told as more than that.
        let limit = Limit::Document { size: file.size.div_ceil(1 << 20), most: most >> 20 };
        return Err(IngestError::TooLarge { path: file.path.clone(), limit });
    }
    let document = match format {
        DocumentFormat::Docx => docx::read(&file.path, file.bytes()?)?,
        DocumentFormat::Pdf => pdf::read(file.content())?,
        DocumentFormat::Doc => legacy::read(file.content())?,
        DocumentFormat::Html => {
            let text = plain::decoded(file.content())?;
            if let Some(limit) = html_bounds::beyond(&text) {
                return Err(IngestError::TooLarge { path: file.path.clone(), limit });
            }
            under_guard(&file.path, ExpectedFormat::WebPage, move || html::read(&text))?
        }
        DocumentFormat::Text => plain::read(&file.path, plain::decoded(file.content())?)?,
    };
    if document.is_empty() {
        return Err(IngestError::NoText { path: file.path.clone(), format });
    }
    Ok(document)
}
