//! Full text: a cache that can be deleted and made again.
//!
//! Documents come in as values and are given back whole; the room knows no store. One text field a
//! language, each with its folding and stems; string fields for facets. Only this room knows the
//! engine (tantivy).
//!
//! The way of a query: [`Asking`] a [`SearchIndex`] reads a request once (`query`), finds and counts
//! what fits and what comes near (`find`) in what was written (`index`), and a [`Marker`] tells where
//! and why a text was found (`mark`). Of these `query` and `index` know no other, `find` knows both,
//! `mark` knows all.

mod error;
mod find;
mod index;
mod mark;
mod query;

pub use error::SearchError;
pub use find::{
    Asking, CountRow, FacetCounts, FacetFilter, FacetNode, Findings, Found, Order, ReadRequest, SearchRequest,
    SearchResult, Suggestion, Unmatched, ValueCount, facet_tree,
};
pub use index::{IndexEntry, IndexStamp, Origin, SearchDocument, SearchIndex};
pub use mark::{Marker, MatchReason, Parts, Snippet};
pub use query::{Note, OtherName, Query, Reach, TitledValue, Titles, Widened, facet_of};
