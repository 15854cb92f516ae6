//! What is asked of the index, as it is given and as it was read.

use serde::{Deserialize, Serialize};
use tantivy::Term;

use crate::domain::Facet;
use crate::search::query::{Reach, ReadQuery};

/// What to look for.
#[derive(Debug, Clone, Default)]
pub struct SearchRequest {
    /// The query in the query language; empty finds all.
    pub query: String,
    /// A query within whose records is searched.
    pub within: Option<String>,
    /// Filters, which must all hold; the values of one are alternatives.
    pub filters: Vec<FacetFilter>,
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
    /// How far beyond the words of the query is looked.
    pub reach: Reach,
}

/// A filter of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetFilter {
    /// The field.
    pub facet: Facet,
    /// Its values, of which one must fit.
    pub values: Vec<String>,
}

impl SearchRequest {
    /// The values of all filters, one by one.
    pub(in crate::search) fn filter_values(&self) -> impl Iterator<Item = (Facet, &str)> {
        self.filters.iter().flat_map(|filter| filter.values.iter().map(|value| (filter.facet, value.as_str())))
    }
}

/// A request whose query was read: read once, used for searching, counting and marking.
pub struct ReadRequest<'r> {
    /// What was asked.
    pub(in crate::search) request: &'r SearchRequest,
    /// Its query, and that within which it is looked for.
    pub(in crate::search) read: ReadQuery,
    /// The name of records that the whole query is, if it is one.
    pub(super) name: Option<Term>,
}

impl ReadRequest<'_> {
    /// How the query was read, in the query language.
    #[must_use]
    pub fn shown(&self) -> &str {
        &self.read.shown
    }
}

/// The order of what is found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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
