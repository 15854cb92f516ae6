//! How far two sortings of the same cards agree.
//!
//! `pairs` counts pairs of cards and takes the indices from them, `moves` counts the cards that have to change
//! their group.

mod moves;
mod pairs;

pub use pairs::Agreement;
