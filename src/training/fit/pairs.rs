//! Fitting the model of pairs: multinomial logistic regression, and trees beside it.

use std::collections::BTreeMap;

use linfa::prelude::*;
use linfa_logistic::MultiLogisticRegression;
use ndarray::{Array1, Array2};

use super::boosted::boosted;
use crate::analysis::duplicates::{
    AskRelation, ConceptStanding, PairModel, Profile, Rarity, pair_features, pair_standings,
};
use crate::training::TrainingError;

/// Strength of the penalty on weights.
const ALPHA: f64 = 15.0;
/// Pairs that must hold a concept in one standing for it to be weighed.
const LEAST: usize = 40;
/// Pairs without which nothing is fitted.
const NEEDED: usize = 30;

/// A judged pair as the comparison sees it.
pub(super) struct ComparedPair {
    /// The first text.
    pub(super) a: Profile,
    /// The second text.
    pub(super) b: Profile,
    /// The judgement.
    pub(super) relation: AskRelation,
}

/// Fits the model to judged pairs.
///
/// # Errors
/// When there are too few pairs or the fit does not converge.
pub(super) fn pair_model(pairs: &[ComparedPair]) -> Result<PairModel, TrainingError> {
    if pairs.len() < NEEDED {
        return Err(TrainingError::TooFewPairs { found: pairs.len(), needed: NEEDED });
    }
    let rarity = rarity(pairs.iter().flat_map(|pair| [&pair.a, &pair.b]));
    let features: Vec<Vec<f64>> = pairs.iter().map(|pair| pair_features(&pair.a, &pair.b, &rarity)).collect();
    let (mean, deviation) = scales(&features);
    let model = PairModel::unweighted(rarity, mean, deviation, concepts(pairs));
    let mut rows = Array2::zeros((pairs.len(), model.columns()));
    for (at, pair) in pairs.iter().enumerate() {
        model.row(&features[at], &pair.a, &pair.b).for_each(|(column, value)| rows[(at, column)] = value);
    }
    let relations: Vec<AskRelation> = pairs.iter().map(|pair| pair.relation).collect();
    let trees = boosted(&features, &relations)?;
    let classes: Array1<usize> = pairs.iter().map(|pair| pair.relation as usize).collect();
    Ok(model.weighted(class_weights(rows, classes)?).with_trees(trees))
}

/// In how many texts each concept stands.
fn rarity<'a>(texts: impl Iterator<Item = &'a Profile>) -> Rarity {
    let mut count = 0;
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    for text in texts {
        count += 1;
        text.concepts().iter().for_each(|concept| *counts.entry(*concept).or_default() += 1);
    }
    Rarity::new(count, counts)
}

/// The standings that enough pairs have, each with its number from 0.
fn concepts(pairs: &[ComparedPair]) -> Vec<((ConceptStanding, u32), usize)> {
    let mut counts: BTreeMap<(ConceptStanding, u32), usize> = BTreeMap::new();
    let standings = pairs.iter().flat_map(|pair| pair_standings(&pair.a, &pair.b));
    standings.for_each(|standing| *counts.entry(standing).or_default() += 1);
    counts.into_iter().filter(|(_, count)| *count >= LEAST).enumerate().map(|(at, (key, _))| (key, at)).collect()
}

/// Mean and deviation of every feature.
fn scales(rows: &[Vec<f64>]) -> (Vec<f64>, Vec<f64>) {
    let table = Array2::from_shape_fn((rows.len(), rows[0].len()), |(row, column)| rows[row][column]);
    let columns = || table.columns().into_iter();
    (columns().map(|c| c.mean().unwrap_or(0.0)).collect(), columns().map(|c| c.std(0.0).max(1e-6)).collect())
}

/// Weights and offset of each class.
fn class_weights(rows: Array2<f64>, classes: Array1<usize>) -> Result<Vec<Vec<f64>>, TrainingError> {
    let columns = rows.ncols();
    let fitted = MultiLogisticRegression::default()
        .alpha(ALPHA)
        .max_iterations(400)
        .fit(&Dataset::new(rows, classes))
        .map_err(|e| TrainingError::Numeric(e.to_string()))?;
    let of = |class: usize| {
        // The orientation of classes is looked up, not assumed.
        let at = fitted.classes().iter().position(|c| *c == class);
        at.map_or_else(
            || [vec![0.0; columns], vec![-30.0]].concat(),
            |at| fitted.params().column(at).iter().copied().chain([fitted.intercept()[at]]).collect(),
        )
    };
    Ok((0..3).map(of).collect())
}
