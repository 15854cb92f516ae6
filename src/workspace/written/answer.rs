//! What an export has written.

use std::path::PathBuf;

use serde::Serialize;

/// How much was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Exported {
    /// Rows written.
    pub rows: u64,
    /// Recommendations that stand aside of a plan, because they are of other States than its own.
    pub aside: u64,
}

/// What was written.
#[derive(Debug, Clone, Serialize)]
pub struct ExportAnswer {
    /// Rows written.
    pub rows: u64,
    /// Recommendations that stand aside of a plan, because they are of other States than its own.
    pub aside: u64,
    /// The file.
    pub file: PathBuf,
    /// Whether records have changed since the analysis.
    pub is_stale: bool,
}
