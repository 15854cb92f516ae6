//! A linear model with its calibration: labels with probabilities, and why.

use serde::{Deserialize, Serialize};

use super::calibrate::{Calibration, best_threshold};
use super::folds::fold_of;
use super::linear::LinearModel;
use super::train::{SvmParams, fit};
use crate::analysis::features::SparseVector;

/// A label that a classifier gives.
#[derive(Debug, Clone, PartialEq)]
pub struct Prediction {
    /// Place of the label in [`Classifier::labels`].
    pub label: usize,
    /// Probability, 0 to 1.
    pub probability: f32,
}

/// How many folds of States the calibration is fitted on.
const FOLDS: usize = 4;

/// A calibrated linear model.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Classifier {
    /// The weights.
    pub model: LinearModel,
    calibrations: Vec<Calibration>,
}

/// Texts with the truth, as numbers.
pub struct TrainingSet<'a> {
    /// Vectors of the texts.
    pub rows: &'a [SparseVector],
    /// The State of each text, for splitting.
    pub states: &'a [String],
    /// Labels of each text, by place in `labels`.
    pub truths: &'a [Vec<usize>],
    /// All labels.
    pub labels: &'a [String],
    /// Number of features.
    pub features: usize,
}

impl Classifier {
    /// Trains on all texts; calibrates on scores of models that have not seen a text's State.
    /// Returns the classifier and the held-out scores of every text.
    #[must_use]
    pub fn train(set: &TrainingSet<'_>, params: SvmParams) -> (Self, Vec<Vec<f32>>) {
        let held_out = held_out_scores(set, params);
        let scored = |label: usize| -> Vec<(f32, bool)> {
            held_out.iter().zip(set.truths).map(|(s, truth)| (s[label], truth.contains(&label))).collect()
        };
        let pooled = best_threshold(&(0..set.labels.len()).flat_map(scored).collect::<Vec<_>>());
        let calibrations = (0..set.labels.len()).map(|label| Calibration::fit(&scored(label), pooled)).collect();
        let model = fit(set.rows, set.features, set.labels, |text, label| set.truths[text].contains(&label), params);
        (Self { model, calibrations }, held_out)
    }

    /// The names of the labels.
    #[must_use]
    pub fn labels(&self) -> &[String] {
        &self.model.labels
    }

    /// Labels whose score reaches the threshold, most probable first, at least `least` and at most
    /// `most` of them.
    #[must_use]
    pub fn several(&self, scores: &[f32], least: usize, most: usize) -> Vec<Prediction> {
        let mut ranked: Vec<(f32, Prediction)> = scores
            .iter()
            .zip(&self.calibrations)
            .enumerate()
            .map(|(label, (score, c))| (score - c.threshold, Prediction { label, probability: c.probability(*score) }))
            .collect();
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.label.cmp(&b.1.label)));
        let given = ranked.iter().take_while(|(margin, _)| *margin >= 0.0).count().clamp(least, most);
        ranked.into_iter().take(given).map(|(_, prediction)| prediction).collect()
    }

    /// The label with the highest score.
    #[must_use]
    pub fn single(&self, scores: &[f32]) -> Prediction {
        let best = scores.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1).then(b.0.cmp(&a.0)));
        let (label, score) = best.map_or((0, 0.0), |(label, score)| (label, *score));
        Prediction { label, probability: self.calibrations[label].probability(score) }
    }

    /// The probability of every label.
    #[must_use]
    pub fn probabilities(&self, scores: &[f32]) -> Vec<f32> {
        scores.iter().zip(&self.calibrations).map(|(score, c)| c.probability(*score)).collect()
    }
}

fn held_out_scores(set: &TrainingSet<'_>, params: SvmParams) -> Vec<Vec<f32>> {
    let mut scores = vec![Vec::new(); set.rows.len()];
    let folds: Vec<usize> = set.states.iter().map(|state| fold_of(state, FOLDS)).collect();
    for fold in 0..FOLDS {
        let kept: Vec<usize> = (0..set.rows.len()).filter(|text| folds[*text] != fold).collect();
        let rows: Vec<SparseVector> = kept.iter().map(|text| set.rows[*text].clone()).collect();
        let model = fit(&rows, set.features, set.labels, |at, label| set.truths[kept[at]].contains(&label), params);
        for text in (0..set.rows.len()).filter(|text| folds[*text] == fold) {
            scores[text] = model.scores(&set.rows[text]);
        }
    }
    scores
}
