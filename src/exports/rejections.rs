//! Rows that were not taken over, as a table that can be mended and imported again.

use serde::Serialize;

use super::lines::ExportRow;
use crate::ingest::Rejection;

/// A row of the list of rejections.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RejectionRow {
    file: String,
    place: String,
    reason: String,
    raw: String,
}

impl From<Rejection> for RejectionRow {
    fn from(rejection: Rejection) -> Self {
        Self { file: rejection.file, place: rejection.place, reason: rejection.reason, raw: rejection.raw }
    }
}

impl ExportRow for RejectionRow {
    const COLUMNS: &'static [&'static str] = &["file", "place", "reason", "raw"];
}
