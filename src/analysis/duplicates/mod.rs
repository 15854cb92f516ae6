//! Identical, near-identical, same and overlapping asks, and the groups they make.
//!
//! The way of a pair: `join` finds texts with nearly the same words without missing any;
//! `candidates` proposes pairs that share words or treaties; `pair_model` judges them from named
//! features; its guard refuses what other treaties or other groups forbid; [`asks`] groups the rest.

mod asks;
mod candidates;
mod families;
mod join;
mod pair_concepts;
mod pair_features;
mod pair_model;
mod profile;
mod relations;

pub use asks::asks;
pub use families::{bit, families, family_noun};
pub use join::similar_pairs;
pub use pair_concepts::{Rarity, Standing};
pub use pair_features::{pair_features, pair_standings};
pub use pair_model::{AskRelation, PairModel, PairOdds};
pub use profile::Profile;
pub use relations::{Comparison, compare, literal, relations};
