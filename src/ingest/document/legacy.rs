//! Legacy DOC: read through a converter where one is installed.
//!
//! LibreOffice makes a DOCX of it, which keeps tables and numbers; `antiword` gives plain text.
//! Without either the error says how to save the file as DOCX.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::channel;
use std::time::Duration;

use super::model::Document;
use super::{docx, plain};
use crate::ingest::IngestError;

/// How long a converter may take.
const LIMIT: Duration = Duration::from_secs(180);
/// Names of LibreOffice on the path, then the places where installers put it.
const OFFICES: [&str; 5] = [
    "soffice",
    "libreoffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
];

/// Reads a legacy Word document.
pub(super) fn read(path: &Path) -> Result<Document, IngestError> {
    let folder = tempfile::tempdir().map_err(|source| IngestError::Io { path: path.to_owned(), source })?;
    let io = |source| IngestError::Io { path: path.to_owned(), source };
    // Copied under a plain name: converters stumble over names that begin with a hyphen.
    let copy = folder.path().join("document.doc");
    std::fs::copy(path, &copy).map_err(io)?;
    if let Some(converted) = by_office(&copy, folder.path()) {
        return docx::read(path, std::fs::read(converted).map_err(io)?);
    }
    match by_antiword(&copy) {
        Some(text) => Ok(plain::read(&text)),
        None => Err(IngestError::NoConverter { path: path.to_owned() }),
    }
}

fn by_office(copy: &Path, folder: &Path) -> Option<PathBuf> {
    let profile = format!("-env:UserInstallation={}", file_address(&folder.join("profile")));
    OFFICES.iter().find_map(|program| {
        let mut command = Command::new(program);
        // A profile of its own: an office that is open would take the request and not answer it.
        command.args(["--headless", "--norestore", &profile, "--convert-to", "docx", "--outdir"]).arg(folder).arg(copy);
        let converted = folder.join("document.docx");
        (run(command)?.is_some() && converted.exists()).then_some(converted)
    })
}

fn by_antiword(copy: &Path) -> Option<String> {
    let mut command = Command::new("antiword");
    command.args(["-m", "UTF-8.txt", "-w", "0"]).arg(copy);
    let text = String::from_utf8_lossy(&run(command)??).into_owned();
    (!text.trim().is_empty()).then_some(text)
}

fn file_address(path: &Path) -> String {
    let plain = path.to_string_lossy().replace('\\', "/");
    format!("file://{}{plain}", if plain.starts_with('/') { "" } else { "/" })
}

/// The output of a program: `None` where it is not installed, `Some(None)` where it failed or took
/// too long.
fn run(mut command: Command) -> Option<Option<Vec<u8>>> {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let child = command.spawn().ok()?;
    let (sender, receiver) = channel();
    let id = child.id();
    std::thread::spawn(move || {
        // Nobody listens after a time-out.
        let _ = sender.send(child.wait_with_output());
    });
    match receiver.recv_timeout(LIMIT) {
        Ok(Ok(output)) => Some(output.status.success().then_some(output.stdout)),
        Ok(Err(_)) => Some(None),
        Err(_) => {
            stop(id);
            Some(None)
        }
    }
}

/// Ends a process that is waited for elsewhere.
fn stop(id: u32) {
    let id = id.to_string();
    let mut command = if cfg!(windows) { Command::new("taskkill") } else { Command::new("kill") };
    let arguments: &[&str] = if cfg!(windows) { &["/F", "/T", "/PID", &id] } else { &["-9", &id] };
    // Where even that fails, the process ends with the converter's own work.
    let _ = command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status();
}
