//! Full text: a cache that can be deleted and made again.
//!
//! Documents come in as values and leave as identifiers; the room knows no store. One text field a
//! language, each with the folding and stems that the analysis uses; string fields for facets. Only
//! this room knows the engine (tantivy).

mod analyser;
mod building;
mod counting;
mod document;
mod error;
mod explaining;
mod finding;
mod index;
mod query;
mod query_tokens;
mod reading;
mod request;
mod schema;
mod snippets;
mod thesaurus;

pub use document::{Facet, SearchDocument, facet_of};
pub use error::SearchError;
pub use explaining::matched;
pub use index::SearchIndex;
pub use query::Query;
pub use request::{Found, Order, SearchRequest, SearchResult, Unmatched};
pub use thesaurus::Widened;
