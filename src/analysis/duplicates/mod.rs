//! Identical, near-identical, same and overlapping asks, and the groups they make.
//!
//! The way of a pair: `join` finds texts with nearly the same words without missing any;
//! `candidates` proposes pairs that share words or treaties; `pair_model` judges them from named
//! features, by weights and by `boosted_trees`; its guard refuses what other treaties or other groups forbid; `comparison` says what came
//! of it and `reasons` why; [`asks`] groups the rest. Where a State was compared before, `open_pairs` says
//! which pairs have to be compared again.

mod asks;
mod boosted_trees;
mod candidates;
mod codes;
mod comparison;
mod concept_features;
mod conjuncts;
mod earlier;
mod following;
mod join;
mod named_features;
mod open_pairs;
mod opposites;
mod pair_concepts;
mod pair_features;
mod pair_model;
mod profile;
mod profile_features;
mod reasons;
mod relations;
mod sets;

pub use asks::asks;
pub use boosted_trees::{BoostedTrees, Branch};
pub use comparison::{Comparison, compare, literal};
pub use earlier::EarlierComparison;
pub use join::similar_pairs;
pub use pair_concepts::{ConceptStanding, Rarity};
pub use pair_features::{pair_features, pair_standings};
pub use pair_model::{AskRelation, PairModel, PairOdds};
pub use profile::Profile;
pub use relations::relations;
