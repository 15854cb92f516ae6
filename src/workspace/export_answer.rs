//! What an export has written.

use std::path::PathBuf;

use serde::Serialize;

/// What was written.
#[derive(Debug, Clone, Serialize)]
pub struct ExportAnswer {
    /// Rows written.
    pub rows: u64,
    /// The file.
    pub file: PathBuf,
    /// Whether records have changed since the analysis.
    pub is_stale: bool,
}
