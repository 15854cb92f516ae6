//! The process that takes the text out of a PDF, and the limits it runs under.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use super::characters::PageCharacters;
use super::layout;
use crate::ingest::damage::{Damage, DamagedPlace};
use crate::ingest::error::IngestError;
use crate::ingest::fault::ExpectedFormat;
use crate::ingest::own_process;
use crate::ingest::process::{Bounds, Ended, run};

/// Most pages of a document; the longest reports have some hundred.
pub(super) const MOST_PAGES: usize = 2_000;
/// What a reader may take for one document: time, text, and memory.
const BOUNDS: Bounds = Bounds { time: Duration::from_secs(90), output: 64 << 20, memory: 1 << 30 };
/// The subcommand of this program that reads a PDF.
const SUBCOMMAND: &str = "read-pdf";
/// Set to any value, `pdftotext` is not asked where the own reader fails.
const OWN_READER: &str = "WEFT_OWN_PDF_READER";

/// The text of a PDF, a form feed after every page.
pub(super) fn text(path: &Path) -> Result<String, IngestError> {
    // A name that begins with a hyphen would be an option.
    let absolute = std::path::absolute(path).map_err(|source| IngestError::Io { path: path.to_owned(), source })?;
    let outcome = by_own_process(&absolute).or_else(|reason| {
        // What was made to exhaust one reader would exhaust the other.
        let is_bomb = matches!(reason, Damage::Memory { .. } | Damage::SlowReader { .. } | Damage::ManyPages { .. });
        let may_try = !is_bomb && std::env::var_os(OWN_READER).is_none();
        let other = may_try.then(|| by_pdftotext(&absolute)).flatten();
        // Where both fail, the reason of the first is told, which is the same on every computer.
        other.and_then(Result::ok).ok_or(reason)
    });
    outcome.map_err(|reason| IngestError::damaged(ExpectedFormat::Pdf, path, DamagedPlace::Pages, reason))
}

/// `None` where the program is not installed.
fn by_pdftotext(path: &Path) -> Option<Result<String, Damage>> {
    let mut command = Command::new("pdftotext");
    command.args(["-layout", "-enc", "UTF-8", "-eol", "unix"]).arg(path).arg("-");
    match run(command, BOUNDS) {
        Ended::Missing => None,
        ended => Some(own_process::finished(ended, BOUNDS).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())),
    }
}

fn by_own_process(path: &Path) -> Result<String, Damage> {
    Ok(String::from_utf8_lossy(&own_process::read(SUBCOMMAND, path, BOUNDS)?).into_owned())
}

/// Reads a PDF in this process and writes its text to `out`, a form feed after every page.
///
/// Meant for a process of its own: it ends the process when that takes too much time or memory, as does the one
/// that has started it.
///
/// # Errors
/// When the document cannot be read or has too many pages.
pub fn extract_pages(path: &Path, out: &Path) -> Result<(), Damage> {
    own_process::keep_within(BOUNDS);
    let mut document = pdf_extract::Document::load(path).map_err(Damage::said)?;
    let count = document.get_pages().len();
    if count > MOST_PAGES {
        return Err(Damage::ManyPages { count, most: MOST_PAGES });
    }
    if document.is_encrypted() {
        document.decrypt("").map_err(Damage::said)?;
    }
    let mut text = String::new();
    for page in document.get_pages().into_keys() {
        let mut shown = PageCharacters::default();
        pdf_extract::output_doc_page(&document, &mut shown, page).map_err(Damage::said)?;
        text.push_str(&layout::text(shown.list));
        text.push('\u{c}');
    }
    std::fs::write(out, text.as_bytes().get(..BOUNDS.output as usize).unwrap_or(text.as_bytes())).map_err(Damage::said)
}
