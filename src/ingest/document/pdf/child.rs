//! The process that takes the text out of a PDF, and the limits it runs under.

use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::channel;
use std::time::Duration;

use crate::ingest::IngestError;

/// How long a document may take.
const LIMIT: Duration = Duration::from_secs(90);
/// Most text that is taken, in bytes.
const MOST_TEXT: u64 = 64 << 20;
/// Most memory of the process that reads with `pdf-extract`, in bytes.
const MOST_MEMORY: usize = 1 << 30;
/// How often that process looks at its own memory.
const GLANCE: Duration = Duration::from_millis(20);
/// Its exit code when it has taken too much.
const TOO_MUCH: i32 = 70;
/// The subcommand of this program that reads a PDF.
const SUBCOMMAND: &str = "read-pdf";
/// Set to any value, `pdftotext` is passed over.
const OWN_READER: &str = "WEFT_OWN_PDF_READER";

/// The text of a PDF, a form feed after every page.
pub(super) fn text(path: &Path) -> Result<String, IngestError> {
    let installed = std::env::var_os(OWN_READER).is_none();
    match installed.then(|| by_pdftotext(path)).flatten() {
        Some(outcome) => outcome.map_err(|reason| damaged(path, reason)),
        None => by_own_process(path).map_err(|reason| damaged(path, reason)),
    }
}

/// `None` where the program is not installed.
fn by_pdftotext(path: &Path) -> Option<Result<String, String>> {
    let mut command = Command::new("pdftotext");
    command.args(["-layout", "-enc", "UTF-8", "-eol", "unix"]).arg(path).arg("-");
    let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().ok()?;
    Some(finish(child))
}

fn by_own_process(path: &Path) -> Result<String, String> {
    let program = std::env::current_exe().map_err(|e| format!("this program does not find itself: {e}"))?;
    let folder = tempfile::tempdir().map_err(|e| format!("there is no folder for temporary files: {e}"))?;
    // The library prints warnings to standard output, so the text goes through a file.
    let out = folder.path().join("text");
    let mut command = Command::new(program);
    command.arg(SUBCOMMAND).arg(path).arg(&out).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    finish(command.spawn().map_err(|e| format!("the reader of PDF could not be started: {e}"))?)?;
    let mut text = String::new();
    let file = std::fs::File::open(&out).map_err(|e| format!("the reader of PDF left no text: {e}"))?;
    file.take(MOST_TEXT).read_to_string(&mut text).map_err(|e| e.to_string())?;
    Ok(text)
}

/// Waits for a process under the limit of time; its standard output, or why it failed.
fn finish(mut child: Child) -> Result<String, String> {
    let (sender, receiver) = channel();
    let (out, complaint) = (child.stdout.take(), child.stderr.take());
    let complaint = std::thread::spawn(move || drain(complaint, 4096));
    std::thread::spawn(move || {
        // Nobody listens after a time-out.
        let _ = sender.send(drain(out, MOST_TEXT));
    });
    let received = receiver.recv_timeout(LIMIT);
    if received.is_err() {
        // It may have ended by itself in this moment.
        let _ = child.kill();
    }
    let status = child.wait().map_err(|e| e.to_string())?;
    let Ok(bytes) = received else {
        return Err(format!("it took longer than {} seconds to read", LIMIT.as_secs()));
    };
    let complaint = String::from_utf8_lossy(&complaint.join().unwrap_or_default()).trim().to_owned();
    match status.code() {
        Some(0) => Ok(String::from_utf8_lossy(&bytes).into_owned()),
        Some(TOO_MUCH) => Err(format!("it takes more than {} MB of memory to read", MOST_MEMORY >> 20)),
        _ if complaint.is_empty() => Err("the reader of PDF gave up without a reason".to_owned()),
        _ => Err(last_line(&complaint)),
    }
}

fn drain(stream: Option<impl Read>, most: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    if let Some(stream) = stream {
        let mut taken = stream.take(most);
        // What was read before an error is what there is.
        let _ = taken.read_to_end(&mut bytes);
        let _ = std::io::copy(&mut taken.into_inner(), &mut std::io::sink());
    }
    bytes
}

fn last_line(text: &str) -> String {
    text.lines().rfind(|line| !line.trim().is_empty()).unwrap_or(text).trim().to_owned()
}

fn damaged(path: &Path, reason: String) -> IngestError {
    IngestError::Damaged { path: path.to_owned(), format: "the PDF document", place: "its pages".to_owned(), reason }
}

/// Reads a PDF in this process and writes its text to `out`, a form feed after every page.
///
/// Meant for a process of its own: it ends the process when that takes more than a gigabyte.
///
/// # Errors
/// When the document cannot be read or has too many pages.
pub fn extract_pages(path: &Path, out: &Path) -> Result<(), String> {
    std::thread::spawn(|| {
        while memory_stats::memory_stats().is_none_or(|memory| memory.physical_mem < MOST_MEMORY) {
            std::thread::sleep(GLANCE);
        }
        std::process::exit(TOO_MUCH);
    });
    let count = pdf_extract::Document::load(path).map_err(|e| e.to_string())?.get_pages().len();
    if count > super::MOST_PAGES {
        return Err(format!("it has {count} pages, more than the {} that are read", super::MOST_PAGES));
    }
    let pages = pdf_extract::extract_text_by_pages(path).map_err(|e| e.to_string())?;
    let text: String = pages.iter().map(|page| format!("{page}\u{c}")).collect();
    std::fs::write(out, text).map_err(|e| e.to_string())
}
