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
    /// How features are weighed before the fit.
    pub weighing: Weighing,
}

/// How features are weighed before the fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weighing {
    /// As they are.
    Equal,
    /// By the root of their log-count ratio for the label (after Wang and Manning 2012): features
    /// that tell nothing about a label cannot be learnt by heart.
    NaiveBayes,
}

impl Default for SvmParams {
    fn default() -> Self {
        Self { cost: 0.6, positive: 1.0, epochs: 40, seed: 20_26, weighing: Weighing::Equal }
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
    let factors = match params.weighing {
        Weighing::Equal => Vec::new(),
        Weighing::NaiveBayes => count_ratios(rows, features, &has),
    };
    // Weighing a value by its factor is weighing the step and the score by it.
    let factor = |feature: u32| factors.get(feature as usize).copied().unwrap_or(1.0);
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
            let score = bias + row.iter().map(|(f, v)| weights[f as usize] * f64::from(v) * factor(f)).sum::<f64>();
            let gradient = y * score - 1.0 + diagonal * alpha[text];
            let projected = if alpha[text] == 0.0 { gradient.min(0.0) } else { gradient };
            if projected.abs() < 1e-6 {
                continue;
            }
            largest = largest.max(projected.abs());
            let length = 1.0 + row.iter().map(|(f, v)| (f64::from(v) * factor(f)).powi(2)).sum::<f64>();
            let before = alpha[text];
            alpha[text] = (before - gradient / (length + diagonal)).max(0.0);
            let step = (alpha[text] - before) * y;
            row.iter().for_each(|(f, v)| weights[f as usize] += step * f64::from(v) * factor(f));
            bias += step;
        }
        if largest < 0.02 {
            break;
        }
    }
    let folded = weights.into_iter().enumerate().map(|(feature, weight)| (weight * factor(feature as u32)) as f32);
    (folded.collect(), bias as f32)
}

/// Added to every count, so that a feature that one side lacks has a finite ratio.
const SMOOTHING: f64 = 0.1;
/// The ratios are divided by this, which brings the usual one near 1.
const USUAL: f64 = 1.5;

/// For each feature `√|ln(p / q)|`, `p` and `q` its shares of the positive and of the negative texts.
fn count_ratios(rows: &[SparseVector], features: usize, has: &impl Fn(usize) -> bool) -> Vec<f64> {
    let mut sums = [vec![SMOOTHING; features], vec![SMOOTHING; features]];
    for (text, row) in rows.iter().enumerate() {
        let side = &mut sums[usize::from(has(text))];
        row.iter().for_each(|(feature, value)| side[feature as usize] += f64::from(value));
    }
    let totals = [sums[0].iter().sum::<f64>(), sums[1].iter().sum::<f64>()];
    let ratio =
        |(negative, positive): (&f64, &f64)| ((positive / totals[1]) / (negative / totals[0])).ln().abs().sqrt();
    sums[0].iter().zip(&sums[1]).map(|pair| ratio(pair) / USUAL).collect()
}
