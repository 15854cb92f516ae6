//! What is found: from a question as it was read to records in their order and exact counts.
//!
//! `request` is what is asked, `asking` a question to one index and `answer` what it says.
//! `engine_query` makes a query of the engine, `conditions` puts filters and `days` dates to it, `near`
//! makes one of what comes near. `gathered` and `document_list` hold the documents that fit, `rank` puts them
//! in order and folds, `counts` and `trees` count them, `similar` finds what may say the same,
//! `unmatched` tells what nothing has, `remarks` what else is to be known. `search` leads them all.

mod answer;
mod asking;
mod conditions;
mod counts;
mod days;
mod document_list;
mod engine_query;
mod gathered;
mod near;
mod rank;
mod remarks;
mod request;
mod search;
mod similar;
mod trees;
mod unmatched;

pub use answer::{CountRow, FacetCounts, Findings, Found, SearchResult, Suggestion, Unmatched, ValueCount};
pub use asking::Asking;
pub use request::{FacetFilter, Order, ReadRequest, SearchRequest};
pub use trees::{FacetNode, facet_tree};
