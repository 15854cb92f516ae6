//! Where and why a text meets a query: parts of texts as ranges, and reasons.
//!
//! `marker` finds the parts that meet the query, `snippet` cuts the part of a text with most of them,
//! `reasons` tells them with the fields that were met, each as a `match_reason`. It searches nothing and
//! prints nothing.

mod marker;
mod match_reason;
mod reasons;
mod snippet;

pub use marker::{Marker, Parts};
pub use match_reason::MatchReason;
pub use snippet::Snippet;
