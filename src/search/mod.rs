//! Full text: a cache that can be deleted and made again.
//!
//! Documents come in as values and leave as identifiers; the room knows no store. One text field a
//! language, each with the folding and stems that the analysis uses; string fields for facets. Only
//! this room knows the engine (tantivy).

mod analyser;
mod document;
mod error;
mod finding;
mod index;
mod query;
mod schema;

pub use document::{Facet, SearchDocument};
pub use error::SearchError;
pub use finding::{Found, SearchRequest, SearchResult, Unmatched};
pub use index::SearchIndex;
pub use query::Query;
