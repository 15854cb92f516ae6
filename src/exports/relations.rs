//! The stable export of relations: one row a pair of records.

use serde::Serialize;

use super::lines::ExportRow;
use crate::domain::Relation;
use crate::i18n::Words;

/// A row of the stable export; the fields are its columns, in order. The explanation is an English
/// sentence, whatever the language of the reader.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RelationRow {
    a_id: String,
    b_id: String,
    a_source_id: String,
    b_source_id: String,
    kind: &'static str,
    score: String,
    explanation: String,
}

impl RelationRow {
    /// The row of a relation; of each record all identifiers that its sources gave, joined with `|`.
    #[must_use]
    pub fn new(relation: &Relation, a_sources: &[String], b_sources: &[String]) -> Self {
        Self {
            a_id: relation.a.to_string(),
            b_id: relation.b.to_string(),
            a_source_id: a_sources.join("|"),
            b_source_id: b_sources.join("|"),
            kind: relation.kind.code(),
            score: format!("{:.3}", relation.score),
            explanation: Words::english().say(&relation.reason),
        }
    }
}

impl ExportRow for RelationRow {
    const COLUMNS: &'static [&'static str] =
        &["a_id", "b_id", "a_source_id", "b_source_id", "kind", "score", "explanation"];
}
