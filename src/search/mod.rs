//! Full text: a cache that can be deleted and made again.
//!
//! Documents come in as values and are given back whole; the room knows no store. One text field a
//! language, each with its folding and stems; string fields for facets. Only this room knows the
//! engine (tantivy).
//!
//! The way of a query: `query_tokens` and `parsing` read it, `query_language` tells its language,
//! `thesaurus` adds other names of its terms, `building` makes a query of the engine of it and
//! `related` one of what comes near; `finding` gathers and counts, `ranking` puts in order and folds,
//! `matching` tells where and why a text was found.

mod alike;
mod analyser;
mod building;
mod counting;
mod dictionary;
mod document;
mod error;
mod explaining;
mod finding;
mod gathering;
mod index;
mod listed;
mod matching;
mod names;
mod ordinals;
mod parsing;
mod query;
mod query_language;
mod query_tokens;
mod ranking;
mod reading;
mod related;
mod request;
mod schema;
mod snippets;
mod thesaurus;
mod trees;

pub use counting::FacetCounts;
pub use document::{Facet, SearchDocument, facet_of};
pub use error::SearchError;
pub use index::{Origin, SearchIndex, Stamp};
pub use matching::Marker;
pub use query::Query;
pub use request::{Found, Note, Order, Reach, SearchRequest, SearchResult, Unmatched};
pub use thesaurus::Widened;
pub use trees::{FacetNode, facet_tree};
