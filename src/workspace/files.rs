//! Files that are written whole or not at all.

use std::path::Path;

use super::{Workspace, WorkspaceError};

/// Writes a file beside its place and renames it: what fails or is cut off leaves what was there.
///
/// # Errors
/// When the disk refuses, or another program holds the file open where that forbids it.
pub(super) fn write_whole(file: &Path, bytes: &[u8]) -> Result<(), WorkspaceError> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let beside = file.with_file_name(format!(".{name}.new"));
    fail::fail_point!("workspace-whole-begin");
    let written = std::fs::write(&beside, bytes).and_then(|()| {
        fail::fail_point!("workspace-whole-beside");
        std::fs::rename(&beside, file)
    });
    fail::fail_point!("workspace-whole-done");
    if written.is_err() {
        // Nobody looks for it: that it cannot be removed either is no news.
        let _ = std::fs::remove_file(&beside);
    }
    written.map_err(Workspace::io(file))
}
