//! A linear model with its calibration: labels with probabilities, and why.

use serde::{Deserialize, Serialize};

use super::calibrate::Calibration;
use super::linear::LinearModel;

/// A label that a classifier gives.
#[derive(Debug, Clone, PartialEq)]
pub struct Prediction {
    /// Place of the label in [`Classifier::labels`].
    pub label: usize,
    /// Probability, 0 to 1.
    pub probability: f32,
}

/// A calibrated linear model.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Classifier {
    /// The weights.
    pub model: LinearModel,
    calibrations: Vec<Calibration>,
}

impl Classifier {
    /// A classifier of fitted parts: one calibration a label, in the order of the model's labels.
    #[must_use]
    pub fn new(model: LinearModel, calibrations: Vec<Calibration>) -> Self {
        Self { model, calibrations }
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
