//! Rows that were not taken over, as a table that can be mended and imported again.

use serde::Serialize;

use super::lines::ExportRow;
use crate::domain::Rejection;
use crate::i18n::Words;

/// A row of the list of rejections.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RejectionRow {
    file: String,
    place: String,
    reason: String,
    raw: String,
}

impl From<&Rejection> for RejectionRow {
    fn from(rejection: &Rejection) -> Self {
        let reason = &rejection.reason;
        Self {
            file: rejection.file.clone(),
            place: rejection.place.clone(),
            reason: Words::english().sentence(&reason.code, &reason.values),
            raw: rejection.raw.clone(),
        }
    }
}

impl ExportRow for RejectionRow {
    const COLUMNS: &'static [&'static str] = &["file", "place", "reason", "raw"];
}
