//! Fitting trees that tell each relation of a pair from the other two: gradient boosting of the logistic loss.
//!
//! Settings were chosen in five folds of whole States.

use forust_ml::data::Matrix;
use forust_ml::gradientbooster::{GradientBooster, GrowPolicy};
use forust_ml::sampler::SampleMethod;
use forust_ml::tree::Tree;

use crate::analysis::duplicates::{AskRelation, BoostedTrees, Branch};
use crate::training::TrainingError;

/// Trees for each relation.
const ROUNDS: usize = 300;
const LEARNING_RATE: f32 = 0.04;
const LEAVES: usize = 12;
/// How deep a tree of that many leaves may be.
const DEPTH: usize = 12;
/// Penalty on the squares of leaves.
const RIDGE: f32 = 5.0;
/// Least sum of second derivatives in a leaf.
const LEAST: f32 = 1.0;
/// Values of a feature are told apart in so many steps.
const STEPS: u16 = 64;
/// Share of pairs that each tree sees.
const ROWS: f32 = 0.8;
/// Share of features that each tree sees.
const FEATURES: f64 = 0.5;
const SEED: u64 = 20_080_407;

/// The trees of each relation (different, overlap, same) over the features of pairs that relate so.
///
/// # Errors
/// When a fit fails.
pub(super) fn boosted(features: &[Vec<f64>], relations: &[AskRelation]) -> Result<[BoostedTrees; 3], TrainingError> {
    let columns = features.first().map_or(0, Vec::len);
    let by_column: Vec<f64> = (0..columns).flat_map(|column| features.iter().map(move |row| row[column])).collect();
    let table = Matrix::new(&by_column, features.len(), columns);
    let of = |relation: AskRelation| -> Result<BoostedTrees, TrainingError> {
        let is_it: Vec<f64> = relations.iter().map(|own| f64::from(u8::from(*own == relation))).collect();
        let mut booster = booster();
        booster.fit_unweighted(&table, &is_it, None).map_err(|e| TrainingError::Numeric(e.to_string()))?;
        let trees: Vec<Branch> = booster.trees.iter().map(|tree| branch(tree, 0)).collect();
        Ok(BoostedTrees::new(booster.base_score, &trees))
    };
    Ok([of(AskRelation::Different)?, of(AskRelation::Overlap)?, of(AskRelation::Same)?])
}

fn booster() -> GradientBooster {
    let mut booster = GradientBooster::default()
        .set_iterations(ROUNDS)
        .set_learning_rate(LEARNING_RATE)
        .set_max_leaves(LEAVES)
        .set_max_depth(DEPTH)
        .set_l2(RIDGE)
        .set_min_leaf_weight(LEAST)
        .set_nbins(STEPS)
        .set_subsample(ROWS)
        .set_sample_method(SampleMethod::Random)
        .set_colsample_bytree(FEATURES)
        .set_initialize_base_score(true)
        .set_seed(SEED);
    booster.grow_policy = GrowPolicy::LossGuide;
    booster
}

/// A node of a fitted tree with what hangs on it. Features are fewer than [`u16::MAX`], and none is missing.
fn branch(tree: &Tree, at: usize) -> Branch {
    let node = &tree.nodes[at];
    if node.is_leaf {
        return Branch::Leaf(f64::from(node.weight_value));
    }
    Branch::Question {
        feature: node.split_feature as u16,
        value: node.split_value,
        below: Box::new(branch(tree, node.left_child)),
        above: Box::new(branch(tree, node.right_child)),
    }
}
