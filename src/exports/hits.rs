//! Search results as a table.

use serde::Serialize;

use super::lines::ExportRow;

/// A row of search results; lists are joined with `|`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HitRow {
    /// Identifier of the record.
    pub id: String,
    /// Identifiers that its sources gave it.
    pub source_ids: String,
    /// Reference.
    pub reference: String,
    /// Symbol of its document.
    pub symbol: String,
    /// Number of its paragraph.
    pub paragraph: String,
    /// Kind of record.
    pub kind: String,
    /// Date of publication; empty where no source gives one.
    pub date: String,
    /// Mechanism code.
    pub mechanism: String,
    /// Short name of the body.
    pub body: String,
    /// State by name.
    pub state: String,
    /// UPR session.
    pub session: String,
    /// Year of publication, or of the session.
    pub year: String,
    /// UPR cycle.
    pub cycle: String,
    /// Position code.
    pub position: String,
    /// Recommending States by name.
    pub recommending_states: String,
    /// Cluster number.
    pub cluster: String,
    /// Issues of UPR Info.
    pub issues: String,
    /// Themes of OHCHR.
    pub themes: String,
    /// Group codes.
    pub groups: String,
    /// SDG targets and goals.
    pub sdg: String,
    /// Entity types, leading and supporting.
    pub entities: String,
    /// Codes of instruments named.
    pub instruments: String,
    /// Language of the text.
    pub language: String,
    /// Whole clean text.
    pub text: String,
}

impl ExportRow for HitRow {
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "source_ids",
        "reference",
        "symbol",
        "paragraph",
        "kind",
        "date",
        "mechanism",
        "body",
        "state",
        "session",
        "year",
        "cycle",
        "position",
        "recommending_states",
        "cluster",
        "issues",
        "themes",
        "groups",
        "sdg",
        "entities",
        "instruments",
        "language",
        "text",
    ];
}
