//! Which mechanisms or bodies speak of the same matters, ask the same, and ask the opposite?
//!
//! `matrix` is the question and counts, `contradictions` finds pairs that ask for opposite acts on one matter,
//! `equivalents` lays beside the recommendations of the review what others ask alike.

mod contradictions;
mod equivalents;
mod matrix;

pub use contradictions::Contradiction;
pub use equivalents::{Equivalent, Equivalents, EquivalentsAnswer, HandedRecommendation, ReviewedRecommendation};
pub use matrix::{Combination, MadeBy, Matter, Overlap, OverlapAnswer, OverlapCell, OverlapColumn, OverlapUnit};
