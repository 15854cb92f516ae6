//! The files of a workspace, each written whole or not at all, and on the disk before it takes its place: else a
//! power cut could leave neither what was there nor what was to come.

use std::io::Write;
use std::path::Path;

use crate::store::WholeFile;
use crate::workspace::{Workspace, WorkspaceError};

/// Writes a file: what fails or is cut off leaves what was there.
///
/// # Errors
/// When the disk refuses, or another program holds the file open where that forbids it.
pub(in crate::workspace) fn write_whole(file: &Path, bytes: &[u8]) -> Result<(), WorkspaceError> {
    written(file, WholeFile::beside(file), bytes)
}

/// Writes a file of the workspace itself, which is for its owner alone.
///
/// # Errors
/// As [`write_whole`].
pub(in crate::workspace) fn write_own(file: &Path, bytes: &[u8]) -> Result<(), WorkspaceError> {
    written(file, WholeFile::of_owner(file), bytes)
}

fn written(file: &Path, begun: std::io::Result<WholeFile>, bytes: &[u8]) -> Result<(), WorkspaceError> {
    fail::fail_point!("workspace-whole-begin");
    let written = begun.and_then(|mut beside| {
        beside.write_all(bytes)?;
        beside.sync()?;
        fail::fail_point!("workspace-whole-beside");
        beside.put()
    });
    fail::fail_point!("workspace-whole-done");
    written.map_err(Workspace::io(file))
}
