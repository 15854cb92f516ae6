//! Plain text: the same lines as a page of a PDF, without footnotes.

use std::path::Path;

use super::extent::beyond;
use super::model::Document;
use super::pdf::{Notes, document_of_pages};
use crate::ingest::encoding::decode;
use crate::ingest::error::IngestError;
use crate::ingest::fault::ExpectedFormat;
use crate::ingest::guard::under_guard;

/// The text of a file, whatever its encoding.
pub(super) fn decoded(path: &Path) -> Result<String, IngestError> {
    let bytes = std::fs::read(path).map_err(|source| IngestError::Io { path: path.to_owned(), source })?;
    Ok(decode(&bytes).0)
}

/// Reads a plain text; form feeds part pages, as `pdftotext` and `antiword` write them.
pub(super) fn read(path: &Path, text: String) -> Result<Document, IngestError> {
    if let Some(limit) = beyond(&text) {
        return Err(IngestError::TooLarge { path: path.to_owned(), limit });
    }
    under_guard(path, ExpectedFormat::Text, move || {
        document_of_pages(&text.split('\u{c}').collect::<Vec<_>>(), Notes::AreText)
    })
}
