//! What is asked of the index, and what it answers.

use std::collections::BTreeMap;

use serde::Serialize;

use super::counting::FacetCounts;
use super::document::{Facet, SearchDocument};
use super::names::named;
use super::query::Query;
use super::query_language::{query_language, without_small_words};
use super::query_tokens::has_operators;
use super::thesaurus::{Widened, widen};
use crate::domain::Language;
use crate::text::lexicon::Lexicon;

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
    /// Whether other names of terms and other languages are left aside.
    pub is_literal: bool,
    /// Names of States that the workspace has added, folded, with their codes.
    pub own_states: BTreeMap<String, String>,
}

/// A query as it is looked for.
pub(super) struct ReadQuery {
    /// How it was read, in the query language.
    pub(super) shown: String,
    /// The query with other names of its terms.
    pub(super) query: Query,
    /// The terms whose other names were added.
    pub(super) widened: Vec<Widened>,
    /// The language of its words.
    pub(super) language: Language,
    /// Whether the user said by operators what must occur.
    pub(super) is_strict: bool,
}

impl ReadQuery {
    /// The values of fields that the words of the query name together, or a phrase of it.
    pub(super) fn names(&self) -> Vec<(Facet, String)> {
        let mut names = self.query.runs().iter().flat_map(|run| named(run)).collect::<Vec<_>>();
        names.sort();
        names.dedup();
        names
    }
}

impl SearchRequest {
    /// The query as it is looked for.
    pub(super) fn read(&self, lexicon: &Lexicon) -> ReadQuery {
        let parsed = Query::parse(&self.query);
        let language = query_language(&parsed, lexicon);
        let (query, widened) = if self.is_literal { (parsed.clone(), Vec::new()) } else { widen(parsed.clone()) };
        ReadQuery {
            shown: without_small_words(parsed, language).to_string(),
            query: without_small_words(query, language),
            widened,
            language,
            is_strict: has_operators(&self.query),
        }
    }
}

/// The order of what is found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// Most relevant first; among equals final documents, then newer ones.
    #[default]
    Relevance,
    /// Newest first.
    Date,
    /// By State, then document and paragraph.
    State,
    /// By document and paragraph.
    Reference,
    /// By cluster number, then document and paragraph.
    Cluster,
}

/// A record that was found.
#[derive(Debug, Clone, PartialEq, Serialize)]
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

/// What was found.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SearchResult {
    /// How many records fit.
    pub total: usize,
    /// How many more come near: in other languages, or with most of the words.
    pub related: usize,
    /// The records asked for: those that fit, then those that come near.
    pub found: Vec<Found>,
    /// Counts over all that fit, or, where none does, over all that come near.
    pub facets: FacetCounts,
    /// Filters that no record fits; looked for only when nothing was found.
    pub unmatched: Vec<Unmatched>,
    /// How the query was read.
    pub reading: String,
    /// Terms whose other names were looked for too.
    pub widened: Vec<Widened>,
    /// Values of fields that words of the query name, by which records come near.
    pub named: Vec<(Facet, String)>,
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
