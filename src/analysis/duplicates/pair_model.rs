//! The model that tells same, overlapping and different asks apart, and the guard around it.

use linfa::prelude::*;
use linfa_logistic::MultiLogisticRegression;
use ndarray::{Array1, Array2};
use serde::{Deserialize, Serialize};

use super::pair_features::{Sets, pair_features, relation};
use super::profile::Profile;
use crate::analysis::AnalysisError;

/// How two asks relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum AskRelation {
    /// Nothing in common that a plan would note.
    Different,
    /// A shared part.
    Overlap,
    /// One measure answers both.
    Same,
}

impl AskRelation {
    /// Reads `same`, `overlap` or `different`.
    #[must_use]
    pub fn from_label(label: &str) -> Option<Self> {
        match label {
            "same" => Some(Self::Same),
            "overlap" => Some(Self::Overlap),
            "different" => Some(Self::Different),
            _ => None,
        }
    }
}

/// Multinomial logistic regression over [`pair_features`].
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PairModel {
    mean: Vec<f64>,
    deviation: Vec<f64>,
    /// For each class (different, overlap, same) the weights, then the offset.
    weights: Vec<Vec<f64>>,
}

/// Probabilities of the three relations; they add up to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PairOdds {
    /// Different asks.
    pub different: f32,
    /// Overlapping asks.
    pub overlap: f32,
    /// The same ask.
    pub same: f32,
}

/// Strength of the penalty on weights.
const ALPHA: f64 = 1.0;

impl PairModel {
    /// Fits the model to judged pairs.
    ///
    /// # Errors
    /// When there are too few pairs or the fit does not converge.
    pub fn fit(pairs: &[([f64; 30], AskRelation)]) -> Result<Self, AnalysisError> {
        if pairs.len() < 30 {
            return Err(AnalysisError::TooFewLabels { task: "pairs of asks", found: pairs.len(), needed: 30 });
        }
        let columns = pairs[0].0.len();
        let raw = Array2::from_shape_fn((pairs.len(), columns), |(row, column)| pairs[row].0[column]);
        let mean: Vec<f64> = raw.columns().into_iter().map(|c| c.mean().unwrap_or(0.0)).collect();
        let deviation: Vec<f64> = raw.columns().into_iter().map(|c| c.std(0.0).max(1e-6)).collect();
        let scaled = Array2::from_shape_fn(raw.dim(), |(r, c)| (raw[(r, c)] - mean[c]) / deviation[c]);
        let classes: Array1<usize> = pairs.iter().map(|(_, relation)| *relation as usize).collect();
        let dataset = Dataset::new(scaled, classes);
        let fitted = MultiLogisticRegression::default()
            .alpha(ALPHA)
            .max_iterations(400)
            .fit(&dataset)
            .map_err(|e| AnalysisError::Numeric(e.to_string()))?;
        let weights = (0..3)
            .map(|class| {
                // The orientation of classes is looked up, not assumed.
                let at = fitted.classes().iter().position(|c| *c == class);
                at.map_or_else(
                    || [vec![0.0; columns], vec![-30.0]].concat(),
                    |at| fitted.params().column(at).iter().copied().chain([fitted.intercept()[at]]).collect(),
                )
            })
            .collect();
        Ok(Self { mean, deviation, weights })
    }

    /// The odds of a pair before the guard.
    #[must_use]
    pub fn odds(&self, features: &[f64; 30]) -> PairOdds {
        let score = |weights: &Vec<f64>| {
            let scaled = features.iter().zip(&self.mean).zip(&self.deviation).map(|((f, m), d)| (f - m) / d);
            scaled.zip(weights).map(|(f, w)| f * w).sum::<f64>() + weights[features.len()]
        };
        let scores: Vec<f64> = self.weights.iter().map(score).collect();
        let largest = scores.iter().copied().fold(f64::MIN, f64::max);
        let powers: Vec<f64> = scores.iter().map(|s| (s - largest).exp()).collect();
        let total: f64 = powers.iter().sum();
        let [different, overlap, same] = [0, 1, 2].map(|class| (powers[class] / total) as f32);
        PairOdds { different, overlap, same }
    }

    /// The relation of two recommendations, with the odds behind it.
    #[must_use]
    pub fn judge(&self, a: &Profile, b: &Profile) -> (AskRelation, PairOdds) {
        let odds = self.odds(&pair_features(a, b));
        let judged = if odds.same >= odds.overlap && odds.same >= odds.different {
            AskRelation::Same
        } else if odds.overlap >= odds.different {
            AskRelation::Overlap
        } else {
            AskRelation::Different
        };
        (judged.min(ceiling(a, b)), odds)
    }
}

/// The closest relation that two recommendations can have, whatever their words.
///
/// Other treaties or other groups of persons are another ask: the guard is a rule, not a weight.
#[must_use]
pub(super) fn ceiling(a: &Profile, b: &Profile) -> AskRelation {
    let treaties = match relation(&a.treaties, &b.treaties) {
        Sets::Disjoint => AskRelation::Different,
        Sets::Partly => AskRelation::Overlap,
        Sets::Equal | Sets::Empty | Sets::OneEmpty => AskRelation::Same,
    };
    let groups = match relation(&a.groups, &b.groups) {
        Sets::Disjoint => AskRelation::Overlap,
        _ => AskRelation::Same,
    };
    treaties.min(groups)
}
