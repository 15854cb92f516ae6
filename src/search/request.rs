//! What is asked of the index, and what it answers.

use std::collections::BTreeMap;

use serde::Serialize;

use super::document::Facet;
use super::query::Query;
use super::thesaurus::{Widened, widen};
use crate::domain::RecordId;

/// What to look for.
#[derive(Debug, Clone, Default)]
pub struct SearchRequest {
    /// The query in the query language; empty finds all.
    pub query: String,
    /// Filters: values of one facet are alternatives, facets must all hold.
    pub filters: BTreeMap<Facet, Vec<String>>,
    /// Earliest day, days since 1970.
    pub from: Option<i64>,
    /// Latest day.
    pub to: Option<i64>,
    /// How many records to return.
    pub limit: usize,
    /// How many to pass over.
    pub offset: usize,
    /// In which order.
    pub order: Order,
    /// Whether texts that are alike are shown once.
    pub folds: bool,
    /// Whether other names of terms are left aside.
    pub is_literal: bool,
    /// Names of States that the workspace has added, folded, with their codes.
    pub own_states: BTreeMap<String, String>,
}

impl SearchRequest {
    /// The query as it is looked for, and the terms whose other names were added.
    pub(super) fn read(&self) -> (Query, Vec<Widened>) {
        let read = Query::parse(&self.query);
        if self.is_literal { (read, Vec::new()) } else { widen(read) }
    }
}

/// The order of what is found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// Most relevant first.
    #[default]
    Relevance,
    /// Newest first.
    Date,
}

/// A record that was found.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Found {
    /// The record.
    pub id: RecordId,
    /// Relevance (BM25).
    pub score: f32,
    /// Other records that fit and whose texts are alike.
    pub alike: Vec<RecordId>,
}

/// What was found.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SearchResult {
    /// How many records fit.
    pub total: usize,
    /// The records asked for, most relevant first.
    pub found: Vec<Found>,
    /// Counts over all that fit, most frequent first.
    pub facets: BTreeMap<Facet, Vec<(String, u64)>>,
    /// Filters that no record fits; looked for only when nothing was found.
    pub unmatched: Vec<Unmatched>,
    /// How the query was read.
    pub reading: String,
    /// Terms whose other names were looked for too.
    pub widened: Vec<Widened>,
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
