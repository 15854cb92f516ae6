//! What the index answers.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::{Facet, FacetValue, Language};
use crate::search::index::SearchDocument;
use crate::search::query::{Note, Widened};

/// A value of a field and how many records have it; a pair in data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(into = "(String, u64)")]
pub struct ValueCount {
    /// The value.
    pub value: String,
    /// How many records have it.
    pub count: u64,
}

impl From<ValueCount> for (String, u64) {
    fn from(counted: ValueCount) -> Self {
        (counted.value, counted.count)
    }
}

/// Values of fields with their counts, most frequent first.
pub type FacetCounts = BTreeMap<Facet, Vec<ValueCount>>;

/// Values of the fields of a table and how many records have them all; a pair in data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(into = "(Vec<String>, u64)")]
pub struct CountRow {
    /// One value a field; empty for records without any.
    pub values: Vec<String>,
    /// How many records have them.
    pub count: u64,
}

impl From<CountRow> for (Vec<String>, u64) {
    fn from(row: CountRow) -> Self {
        (row.values, row.count)
    }
}

/// A word that no record has, with words that some record has and that look like it; a pair in data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(into = "(String, Vec<String>)")]
pub struct Suggestion {
    /// The word as the query has it.
    pub word: String,
    /// Words that look like it, likest first.
    pub alike: Vec<String>,
}

impl From<Suggestion> for (String, Vec<String>) {
    fn from(suggestion: Suggestion) -> Self {
        (suggestion.word, suggestion.alike)
    }
}

/// A filter value that no record has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unmatched {
    /// The facet.
    pub facet: Facet,
    /// The value asked for.
    pub wanted: String,
    /// Some values that exist.
    pub known: Vec<String>,
}

/// A record that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The record.
    pub document: SearchDocument,
    /// Relevance (BM25).
    pub score: f32,
    /// How many other records fit whose texts are alike.
    pub alike: u64,
    /// How many other States those are addressed to.
    pub alike_states: u64,
    /// Whether it only comes near: through the words of another language, or with most of the words.
    pub is_related: bool,
}

/// What was found, but for the records themselves.
#[derive(Debug, Clone, Serialize)]
pub struct Findings {
    /// How many records fit.
    pub total: usize,
    /// How many texts those are, where texts that are alike count once.
    pub texts: usize,
    /// How many more come near: in other languages, or with most of the words.
    pub related: usize,
    /// Counts by facet over all that fit, or, where none does, over all that come near.
    pub facets: FacetCounts,
    /// Whether the counts are over records that come near, because none fits.
    pub counts_related: bool,
    /// Filters that no record fits, with values that exist.
    pub unmatched: Vec<Unmatched>,
    /// How the query was read.
    pub reading: String,
    /// Terms whose other names were looked for too.
    pub widened: Vec<Widened>,
    /// Values of fields that words of the query name, by which records come near.
    pub named: Vec<FacetValue>,
    /// What in the query could not be read as it seems to be meant.
    pub notes: Vec<Note>,
    /// Words that no record has, each with words that some record has and that look like it.
    pub suggestions: Vec<Suggestion>,
}

/// What was found, with the records of a page.
#[derive(Debug, Clone)]
pub struct SearchResult {
    /// All but the records.
    pub findings: Findings,
    /// The records asked for: those that fit, then those that come near.
    pub found: Vec<Found>,
    /// The language of the query's words.
    pub language: Language,
}

#[cfg(test)]
mod tests {
    use super::{CountRow, Suggestion, ValueCount};

    #[test]
    fn counts_and_suggestions_are_pairs_in_data() {
        let count = ValueCount { value: "SVN".to_owned(), count: 3 };
        assert_eq!(serde_json::to_value(count).unwrap(), serde_json::json!(["SVN", 3]));
        let row = CountRow { values: vec!["SVN".to_owned(), String::new()], count: 1 };
        assert_eq!(serde_json::to_value(row).unwrap(), serde_json::json!([["SVN", ""], 1]));
        let suggestion = Suggestion { word: "tortur".to_owned(), alike: vec!["torture".to_owned()] };
        assert_eq!(serde_json::to_value(suggestion).unwrap(), serde_json::json!(["tortur", ["torture"]]));
    }
}
