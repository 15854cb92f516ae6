//! The doors for fuzzing: bytes in, nothing out. Only with the feature `fuzzing`.

use super::document::{Notes, document_of_pages, docx_of_bytes};
use super::official::positions_of_text;

/// Reads bytes as a Word document.
pub fn docx(bytes: Vec<u8>) {
    // A refusal is as good as a document; only a panic or a hang is a find.
    let _ = docx_of_bytes(bytes);
}

/// Reads text as the pages of a PDF.
pub fn pages(text: &str) {
    let _ = document_of_pages(&text.split('\u{c}').collect::<Vec<_>>(), Notes::StandBelow);
}

/// Reads text as paragraphs of an addendum.
pub fn positions(text: &str) {
    let _ = positions_of_text(text);
}
