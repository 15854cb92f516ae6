//! Lineages: what was asked of a State, chained over cycles and mechanisms.
//!
//! Two ways lead to a chain: a treaty that is to be ratified, named by any of its names, which finds
//! what likeness misses; and the asks that [`super::duplicates`] has made, where their members stand
//! in more than one cycle or come from more than one mechanism.

mod chains;

pub use chains::{Asked, lineages};
