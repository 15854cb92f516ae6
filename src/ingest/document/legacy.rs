//! Legacy DOC, rich text and OpenDocument text: read through a converter where one is installed.
//!
//! LibreOffice makes a DOCX of it, which keeps tables and numbers; `antiword` gives plain text.
//! Without either the error says how to save the file as DOCX.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::model::Document;
use super::{docx, plain};
use crate::ingest::error::IngestError;
use crate::ingest::process::{Bounds, Ended, run};

/// What a converter may take: an office has hundreds of megabytes before it opens a file.
const BOUNDS: Bounds = Bounds { time: Duration::from_secs(60), output: 64 << 20, memory: 1536 << 20 };
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
    let io = |source| IngestError::Io { path: path.to_owned(), source };
    let folder = tempfile::tempdir().map_err(io)?;
    // Copied under a plain name: converters stumble over names that begin with a hyphen.
    let copy = folder.path().join("document.doc");
    std::fs::copy(path, &copy).map_err(io)?;
    if let Some(converted) = by_office(&copy, folder.path()) {
        return docx::read(path, std::fs::read(converted).map_err(io)?);
    }
    match by_antiword(&copy) {
        Some(text) => plain::read(path, text),
        None => Err(IngestError::NoConverter { path: path.to_owned() }),
    }
}

fn by_office(copy: &Path, folder: &Path) -> Option<PathBuf> {
    let profile = format!("-env:UserInstallation={}", file_address(&folder.join("profile")));
    for program in OFFICES {
        let mut command = Command::new(program);
        // A profile of its own: an office that is open would take the request and not answer it.
        command.args(["--headless", "--norestore", &profile, "--convert-to", "docx", "--outdir"]).arg(folder).arg(copy);
        match run(command, BOUNDS) {
            Ended::Missing => {}
            // Another name of the same program would take as long.
            Ended::TooLong | Ended::TooLarge => return None,
            Ended::Done { .. } => return Some(folder.join("document.docx")).filter(|converted| converted.exists()),
        }
    }
    None
}

fn by_antiword(copy: &Path) -> Option<String> {
    let mut command = Command::new("antiword");
    command.args(["-m", "UTF-8.txt", "-w", "0"]).arg(copy);
    match run(command, BOUNDS) {
        Ended::Done { code: Some(0), output, .. } => Some(String::from_utf8_lossy(&output).into_owned()),
        _ => None,
    }
}

/// The address of a file, with everything but plain letters encoded.
fn file_address(path: &Path) -> String {
    let plain = path.to_string_lossy().replace('\\', "/");
    let encoded: String = plain
        .bytes()
        .map(|b| match b {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b':' | b'.' | b'-' | b'_' => char::from(b).to_string(),
            _ => format!("%{b:02X}"),
        })
        .collect();
    format!("file://{}{encoded}", if encoded.starts_with('/') { "" } else { "/" })
}

#[cfg(test)]
mod tests {
    #[test]
    fn addresses_of_files_have_no_blanks() {
        let address = super::file_address(std::path::Path::new("/tmp/Jané Doe/x"));
        assert_eq!(address, "file:///tmp/Jan%C3%A9%20Doe/x");
    }
}
