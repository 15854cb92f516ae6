//! Training linear one-against-rest models.
//!
//! Dual coordinate descent for support vector machines with squared hinge loss (Hsieh, Chang, Lin,
//! Keerthi and Sundararajan 2008, algorithm 1). `linfa-svm` and `linfa-logistic` take dense rows
//! only; a dense matrix of these texts would need gigabytes.

use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_xoshiro::Xoshiro256PlusPlus;
use rayon::prelude::*;

use super::linear::LinearModel;
use crate::analysis::features::SparseVector;

/// How strongly and how long to fit.
#[derive(Debug, Clone, Copy)]
pub struct SvmParams {
    /// Weight of a wrong text against the length of the weights.
    pub cost: f64,
    /// Factor on `cost` for positive texts of rare labels.
    pub positive: f64,
    /// Passes over the texts.
    pub epochs: usize,
    /// Seed of the order in which texts are visited.
    pub seed: u64,
}

impl Default for SvmParams {
    fn default() -> Self {
        Self { cost: 0.6, positive: 1.0, epochs: 40, seed: 20_26 }
    }
}

/// Fits one binary model a label; `has(text, label)` tells the truth.
#[must_use]
pub(super) fn fit(
    rows: &[SparseVector],
    features: usize,
    labels: &[String],
    has: impl Fn(usize, usize) -> bool + Sync,
    params: SvmParams,
) -> LinearModel {
    let columns: Vec<(Vec<f32>, f32)> = (0..labels.len())
        .into_par_iter()
        .map(|label| fit_one(rows, features, |text| has(text, label), params))
        .collect();
    LinearModel::from_columns(labels.to_vec(), features, &columns)
}

/// Weights and bias of one label; the bias is learnt as a feature of value 1.
fn fit_one(rows: &[SparseVector], features: usize, has: impl Fn(usize) -> bool, params: SvmParams) -> (Vec<f32>, f32) {
    let mut weights = vec![0f64; features];
    let mut bias = 0f64;
    let mut alpha = vec![0f64; rows.len()];
    let mut order: Vec<usize> = (0..rows.len()).collect();
    let mut random = Xoshiro256PlusPlus::seed_from_u64(params.seed);
    for _ in 0..params.epochs {
        order.shuffle(&mut random);
        let mut largest = 0f64;
        for &text in &order {
            let positive = has(text);
            let y = if positive { 1.0 } else { -1.0 };
            let cost = if positive { params.cost * params.positive } else { params.cost };
            let diagonal = 0.5 / cost;
            let row = &rows[text];
            let score = bias + row.iter().map(|(f, v)| weights[f as usize] * f64::from(v)).sum::<f64>();
            let gradient = y * score - 1.0 + diagonal * alpha[text];
            let projected = if alpha[text] == 0.0 { gradient.min(0.0) } else { gradient };
            if projected.abs() < 1e-6 {
                continue;
            }
            largest = largest.max(projected.abs());
            let length = 1.0 + row.values.iter().map(|v| f64::from(v * v)).sum::<f64>();
            let before = alpha[text];
            alpha[text] = (before - gradient / (length + diagonal)).max(0.0);
            let step = (alpha[text] - before) * y;
            row.iter().for_each(|(f, v)| weights[f as usize] += step * f64::from(v));
            bias += step;
        }
        if largest < 0.02 {
            break;
        }
    }
    (weights.into_iter().map(|w| w as f32).collect(), bias as f32)
}
