//! Fitting linear one-against-rest models.
//!
//! Dual coordinate descent for support vector machines with squared hinge loss (Hsieh, Chang, Lin,
//! Keerthi and Sundararajan 2008, algorithm 1). `linfa-svm` and `linfa-logistic` take dense rows
//! only; a dense matrix of these texts would need gigabytes.

use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_xoshiro::Xoshiro256PlusPlus;
use rayon::prelude::*;

use crate::analysis::classify::LinearModel;
use crate::analysis::features::SparseVector;

/// How strongly and how long to fit.
#[derive(Debug, Clone, Copy)]
pub(super) struct SvmParams {
    /// Weight of a wrong text against the length of the weights.
    pub(super) cost: f64,
    /// Factor on `cost` for positive texts of rare labels.
    pub(super) positive: f64,
    /// Passes over the texts.
    pub(super) epochs: usize,
    /// Seed of the order in which texts are visited.
    pub(super) seed: u64,
    /// How features are weighed before the fit.
    pub(super) weighing: Weighing,
}

/// How features are weighed before the fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weighing {
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

/// Added to every count, so that a feature that one side lacks has a finite ratio.
const SMOOTHING: f64 = 0.1;
/// The ratios are divided by this, which brings the usual one near 1.
const USUAL: f64 = 1.5;
/// A text whose projected gradient is smaller than this is left alone.
const SMALLEST: f64 = 1e-6;
/// The fit ends with a pass whose largest projected gradient is smaller than this.
const CLOSE: f64 = 0.02;

/// Fits one binary model a label; `has(text, label)` tells the truth.
#[must_use]
pub(super) fn linear_model(
    rows: &[SparseVector],
    features: usize,
    labels: &[String],
    has: impl Fn(usize, usize) -> bool + Sync,
    params: SvmParams,
) -> LinearModel {
    let columns: Vec<(Vec<f32>, f32)> = (0..labels.len())
        .into_par_iter()
        .map(|label| one_label(rows, features, |text| has(text, label), params))
        .collect();
    LinearModel::from_columns(labels.to_vec(), features, &columns)
}

/// Weights and bias of one label; the bias is learnt as a feature of value 1.
fn one_label(
    rows: &[SparseVector],
    features: usize,
    has: impl Fn(usize) -> bool,
    params: SvmParams,
) -> (Vec<f32>, f32) {
    let factors = match params.weighing {
        Weighing::Equal => Vec::new(),
        Weighing::NaiveBayes => count_ratios(rows, features, &has),
    };
    let (weights, alpha) = (vec![0f64; features], vec![0f64; rows.len()]);
    let mut descent = Descent { rows, factors, weights, bias: 0.0, alpha };
    let mut order: Vec<usize> = (0..rows.len()).collect();
    let mut random = Xoshiro256PlusPlus::seed_from_u64(params.seed);
    for _ in 0..params.epochs {
        order.shuffle(&mut random);
        let mut largest = 0f64;
        for &text in &order {
            let (sign, cost) = if has(text) { (1.0, params.cost * params.positive) } else { (-1.0, params.cost) };
            largest = largest.max(descent.visit(text, sign, cost));
        }
        if largest < CLOSE {
            break;
        }
    }
    descent.finished()
}

/// The state of a fit for one label.
struct Descent<'a> {
    rows: &'a [SparseVector],
    /// How each feature is weighed; all alike where there are none.
    factors: Vec<f64>,
    weights: Vec<f64>,
    bias: f64,
    /// Dual variables, one a text.
    alpha: Vec<f64>,
}

impl Descent<'_> {
    /// Weighing a value by its factor is weighing the step and the score by it.
    fn factor(&self, feature: u32) -> f64 {
        self.factors.get(feature as usize).copied().unwrap_or(1.0)
    }

    /// Mends the weights for one text of that sign; returns the size of its projected gradient, 0 where it
    /// was left alone.
    fn visit(&mut self, text: usize, sign: f64, cost: f64) -> f64 {
        let rows = self.rows;
        let row = &rows[text];
        let diagonal = 0.5 / cost;
        let parts = row.iter().map(|(f, v)| self.weights[f as usize] * f64::from(v) * self.factor(f));
        let score = self.bias + parts.sum::<f64>();
        let gradient = sign * score - 1.0 + diagonal * self.alpha[text];
        let projected = if self.alpha[text] == 0.0 { gradient.min(0.0) } else { gradient };
        if projected.abs() < SMALLEST {
            return 0.0;
        }
        let length = 1.0 + row.iter().map(|(f, v)| (f64::from(v) * self.factor(f)).powi(2)).sum::<f64>();
        let before = self.alpha[text];
        self.alpha[text] = (before - gradient / (length + diagonal)).max(0.0);
        let step = (self.alpha[text] - before) * sign;
        for (feature, value) in row.iter() {
            let change = step * f64::from(value) * self.factor(feature);
            self.weights[feature as usize] += change;
        }
        self.bias += step;
        projected.abs()
    }

    /// Weights that take the factors into themselves, and the bias.
    fn finished(self) -> (Vec<f32>, f32) {
        let weigh = |(at, weight): (usize, &f64)| (weight * self.factor(at as u32)) as f32;
        (self.weights.iter().enumerate().map(weigh).collect(), self.bias as f32)
    }
}

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
