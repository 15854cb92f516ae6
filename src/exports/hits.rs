//! Search results as a table.

use serde::Serialize;

use super::lines::ExportRow;

/// A row of search results.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HitRow {
    /// Identifier of the record.
    pub id: String,
    /// Reference.
    pub reference: String,
    /// State by name.
    pub state: String,
    /// Position code.
    pub position: String,
    /// Cluster number.
    pub cluster: String,
    /// Language of the text.
    pub language: String,
    /// Whole clean text.
    pub text: String,
}

impl ExportRow for HitRow {
    const COLUMNS: &'static [&'static str] = &["id", "reference", "state", "position", "cluster", "language", "text"];
}
