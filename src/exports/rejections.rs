//! Rows that were not taken over, and what else of a file was not used, as a table that can be mended and
//! imported again.

use serde::Serialize;

use super::lines::ExportRow;
use crate::domain::{Coded, Rejection};
use crate::i18n::Words;

/// A row of the list of rejections. `what` is `rejected` for a row that was not taken, `unused` for
/// something else that was not used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RejectionRow {
    file: String,
    place: String,
    reason: String,
    raw: String,
    what: &'static str,
}

impl RejectionRow {
    /// Something that was not used, a row for each place that is named, else one for the whole file.
    #[must_use]
    pub fn unused(file: &str, remark: &Coded, places: &[String]) -> Vec<Self> {
        let reason = Words::english().sentence(&remark.code, &remark.values);
        let row = |place: &str| Self {
            file: file.to_owned(),
            place: place.to_owned(),
            reason: reason.clone(),
            raw: String::new(),
            what: "unused",
        };
        if places.is_empty() { vec![row("")] } else { places.iter().map(|place| row(place)).collect() }
    }
}

impl From<&Rejection> for RejectionRow {
    fn from(rejection: &Rejection) -> Self {
        let reason = &rejection.reason;
        Self {
            file: rejection.file.clone(),
            place: rejection.place.clone(),
            reason: Words::english().sentence(&reason.code, &reason.values),
            raw: rejection.raw.clone(),
            what: "rejected",
        }
    }
}

impl ExportRow for RejectionRow {
    const COLUMNS: &'static [&'static str] = &["file", "place", "reason", "raw", "what"];
}
