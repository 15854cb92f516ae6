//! What stands beside a written answer: all that tells whether another file is the same, and how to make it again.
//!
//! The hash of the inputs is the version of the data, which hangs on what the imported files say and not on the order
//! of their rows. No day and no place stands in a manifest: the same question on the same data makes the same bytes.

use std::path::Path;

use serde::Serialize;
use serde_json::Value;

use crate::domain::Language;
use crate::exports::ExportError;
use crate::reports::About;
use crate::workspace::WorkspaceError;
use crate::workspace::folder::outputs::Outputs;
use crate::workspace::folder::whole_file::write_whole;

/// A file that was made, as its manifest tells of it.
#[derive(Debug, Serialize)]
pub(in crate::workspace) struct Manifest<'a> {
    file: String,
    /// Hash of its bytes, BLAKE3.
    hash: String,
    program: Program,
    /// The question, as it is sent.
    command: Value,
    /// Language of the words in it.
    language: &'static str,
    inputs: Inputs<'a>,
    models: &'a str,
    unit: &'static str,
    counts: Counts,
}

#[derive(Debug, Serialize)]
struct Program {
    name: &'static str,
    version: &'static str,
}

/// What was counted from.
#[derive(Debug, Serialize)]
struct Inputs<'a> {
    /// The version of the data.
    hash: &'a str,
    records: u64,
}

#[derive(Debug, Serialize)]
struct Counts {
    units: u64,
    states: u64,
    rows: u64,
}

impl<'a> Manifest<'a> {
    /// The manifest of a file with its bytes; `rows` are those of its table.
    pub(in crate::workspace) fn of(
        file: &Path,
        bytes: &[u8],
        command: Value,
        language: Language,
        about: &'a About,
        rows: u64,
    ) -> Self {
        Self {
            file: name(file),
            hash: blake3::hash(bytes).to_hex().to_string(),
            program: Program { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
            command,
            language: language.code(),
            inputs: Inputs { hash: &about.data, records: about.records },
            models: &about.models,
            unit: about.unit.code(),
            counts: Counts { units: about.units, states: about.states, rows },
        }
    }

    /// Writes the manifest beside its file, as `NAME.manifest.json`.
    ///
    /// # Errors
    /// When it would take the place of a file of the workspace, or the disk refuses.
    pub(in crate::workspace) fn write(&self, file: &Path, outputs: &Outputs<'_>) -> Result<(), WorkspaceError> {
        let mut bytes = serde_json::to_vec_pretty(self).map_err(ExportError::Json)?;
        bytes.push(b'\n');
        write_beside(file, "manifest.json", &bytes, outputs)
    }
}

/// Writes what goes with a file beside it, under its name with another ending behind.
///
/// # Errors
/// As [`Manifest::write`].
pub(in crate::workspace) fn write_beside(
    file: &Path,
    ending: &str,
    bytes: &[u8],
    outputs: &Outputs<'_>,
) -> Result<(), WorkspaceError> {
    let beside = file.with_file_name(format!("{}.{ending}", name(file)));
    outputs.check(&beside, &[])?;
    write_whole(&beside, bytes)
}

/// The name of a file without its folder.
fn name(file: &Path) -> String {
    file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
