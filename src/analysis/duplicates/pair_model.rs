//! The model that tells same, overlapping and different asks apart, and the guard around it.

use std::collections::HashMap;

use linfa::prelude::*;
use linfa_logistic::MultiLogisticRegression;
use ndarray::{Array1, Array2};
use serde::{Deserialize, Serialize};

use super::families::are_opposite;
use super::pair_concepts::{Rarity, Standing, standings, vocabulary};
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

/// Multinomial logistic regression over the features of a pair and the concepts that stand in it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PairModel {
    rarity: Rarity,
    mean: Vec<f64>,
    deviation: Vec<f64>,
    /// Number of each concept with its standing; its weights follow those of the features.
    concepts: Vec<((Standing, u32), usize)>,
    #[serde(skip)]
    numbers: HashMap<(Standing, u32), usize>,
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
const ALPHA: f64 = 15.0;
/// Value of a concept in a pair, against features of deviation 1.
const CONCEPT: f64 = 1.5;
/// Pairs that must hold a concept in one standing for it to be weighed.
const LEAST: usize = 40;

impl PairModel {
    /// Fits the model to judged pairs.
    ///
    /// # Errors
    /// When there are too few pairs or the fit does not converge.
    pub fn fit(pairs: &[(Profile, Profile, AskRelation)]) -> Result<Self, AnalysisError> {
        if pairs.len() < 30 {
            return Err(AnalysisError::TooFewLabels { task: "pairs of asks", found: pairs.len(), needed: 30 });
        }
        let rarity = Rarity::of(pairs.iter().flat_map(|(a, b, _)| [&a.ask, &b.ask]));
        let raw: Vec<Vec<f64>> = pairs.iter().map(|(a, b, _)| pair_features(a, b, &rarity)).collect();
        let (mean, deviation) = scales(&raw);
        let standing: Vec<_> = pairs.iter().map(|(a, b, _)| standings(&a.ask, &b.ask)).collect();
        let numbers = vocabulary(&standing, LEAST);
        let mut concepts: Vec<_> = numbers.iter().map(|(key, at)| (*key, *at)).collect();
        concepts.sort_unstable_by_key(|(_, at)| *at);
        let mut model = Self { rarity, mean, deviation, concepts, numbers, weights: Vec::new() };
        let columns = raw[0].len() + model.concepts.len();
        let mut rows = Array2::zeros((pairs.len(), columns));
        for (at, (features, standing)) in raw.iter().zip(&standing).enumerate() {
            model.values(features, standing).for_each(|(column, value)| rows[(at, column)] = value);
        }
        let classes: Array1<usize> = pairs.iter().map(|(.., relation)| *relation as usize).collect();
        model.weights = class_weights(rows, classes)?;
        Ok(model)
    }

    /// Builds the look-up table, which is not part of the file.
    #[must_use]
    pub(crate) fn indexed(mut self) -> Self {
        self.numbers = self.concepts.iter().copied().collect();
        self
    }

    /// The columns of a pair that are not zero, with their values.
    fn values<'a>(
        &'a self,
        features: &'a [f64],
        standing: &'a [(Standing, u32)],
    ) -> impl Iterator<Item = (usize, f64)> + 'a {
        let scaled = features.iter().zip(&self.mean).zip(&self.deviation).map(|((f, m), d)| (f - m) / d);
        let concepts = standing.iter().filter_map(|key| self.numbers.get(key)).map(|at| (features.len() + at, CONCEPT));
        scaled.enumerate().chain(concepts)
    }

    /// The odds of a pair before the guard.
    #[must_use]
    pub fn odds(&self, a: &Profile, b: &Profile) -> PairOdds {
        let features = pair_features(a, b, &self.rarity);
        let standing = standings(&a.ask, &b.ask);
        let mut scores = [0.0; 3];
        for (score, weights) in scores.iter_mut().zip(&self.weights) {
            *score = weights[weights.len() - 1];
        }
        for (column, value) in self.values(&features, &standing) {
            scores.iter_mut().zip(&self.weights).for_each(|(score, weights)| *score += weights[column] * value);
        }
        let largest = scores.iter().copied().fold(f64::MIN, f64::max);
        let powers = scores.map(|s| (s - largest).exp());
        let total: f64 = powers.iter().sum();
        let [different, overlap, same] = powers.map(|power| (power / total) as f32);
        PairOdds { different, overlap, same }
    }

    /// The relation of two recommendations, with the odds behind it.
    #[must_use]
    pub fn judge(&self, a: &Profile, b: &Profile) -> (AskRelation, PairOdds) {
        let odds = self.odds(a, b);
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

/// Mean and deviation of every feature.
fn scales(rows: &[Vec<f64>]) -> (Vec<f64>, Vec<f64>) {
    let table = Array2::from_shape_fn((rows.len(), rows[0].len()), |(row, column)| rows[row][column]);
    let columns = || table.columns().into_iter();
    (columns().map(|c| c.mean().unwrap_or(0.0)).collect(), columns().map(|c| c.std(0.0).max(1e-6)).collect())
}

/// Weights and offset of each class.
fn class_weights(rows: Array2<f64>, classes: Array1<usize>) -> Result<Vec<Vec<f64>>, AnalysisError> {
    let columns = rows.ncols();
    let fitted = MultiLogisticRegression::default()
        .alpha(ALPHA)
        .max_iterations(400)
        .fit(&Dataset::new(rows, classes))
        .map_err(|e| AnalysisError::Numeric(e.to_string()))?;
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

/// The closest relation that two recommendations can have, whatever their words.
///
/// Other treaties, other groups of persons or opposite acts are another ask: the guard is a rule, not a
/// weight.
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
    let acts = if are_opposite(a.families, b.families) { AskRelation::Overlap } else { AskRelation::Same };
    treaties.min(groups).min(acts)
}
