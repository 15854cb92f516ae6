//! Linear models: scores of all labels for one text, and the words that speak for a label.

use serde::{Deserialize, Serialize};

use crate::analysis::features::SparseVector;

/// Weights below this share of a label's largest are dropped; they change no decision.
const PRUNE: f32 = 0.012;

/// One-against-rest linear model, stored by feature so that a text touches only its own rows.
///
/// A score is `bias + Σ weight · value`; positive means yes before thresholds are applied. Weights
/// are whole multiples of a step for each label.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LinearModel {
    /// Labels in a fixed order.
    pub labels: Vec<String>,
    bias: Vec<f32>,
    step: Vec<f32>,
    /// For each feature the end of its run in `entries`.
    #[serde(with = "crate::analysis::packed::ends")]
    ends: Vec<u32>,
    /// Label and multiple of the label's step.
    #[serde(with = "crate::analysis::packed::weights")]
    entries: Vec<(u16, i16)>,
}

/// A feature that speaks for a label: its number and its part of the score.
pub type Contribution = (u32, f32);

impl LinearModel {
    /// Builds the model from dense weights by label.
    #[must_use]
    pub fn from_columns(labels: Vec<String>, features: usize, columns: &[(Vec<f32>, f32)]) -> Self {
        let largest: Vec<f32> =
            columns.iter().map(|(w, _)| w.iter().fold(0.0f32, |m, v| m.max(v.abs())).max(1e-9)).collect();
        let step: Vec<f32> = largest.iter().map(|m| m / 2_000.0).collect();
        let (mut ends, mut entries) = (Vec::with_capacity(features), Vec::new());
        for feature in 0..features {
            for (label, (weights, _)) in columns.iter().enumerate() {
                let weight = weights[feature];
                if weight.abs() >= PRUNE * largest[label] {
                    entries.push((label as u16, (weight / step[label]).round() as i16));
                }
            }
            ends.push(entries.len() as u32);
        }
        Self { labels, bias: columns.iter().map(|(_, b)| *b).collect(), step, ends, entries }
    }

    /// Whether the parts fit each other and a space of that number of features.
    #[must_use]
    pub fn fits(&self, features: usize) -> bool {
        let labels = self.labels.len();
        let ascending = self.ends.windows(2).all(|pair| pair[0] <= pair[1]);
        let in_range = self.entries.iter().all(|(label, _)| usize::from(*label) < labels);
        let last = self.ends.last().map_or(0, |end| *end as usize);
        let sizes = self.bias.len() == labels && self.step.len() == labels && self.ends.len() == features;
        sizes && ascending && in_range && last == self.entries.len()
    }

    fn entries_of(&self, feature: u32) -> &[(u16, i16)] {
        let at = feature as usize;
        let start = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        self.ends.get(at).map_or(&[], |end| &self.entries[start..*end as usize])
    }

    /// The score of every label, in the order of `labels`.
    #[must_use]
    pub fn scores(&self, vector: &SparseVector) -> Vec<f32> {
        let mut scores = self.bias.clone();
        for (feature, value) in vector.iter() {
            for (label, multiple) in self.entries_of(feature) {
                scores[*label as usize] += f32::from(*multiple) * self.step[*label as usize] * value;
            }
        }
        scores
    }

    /// The features that speak most for a label, strongest first.
    #[must_use]
    pub fn explain(&self, vector: &SparseVector, label: usize, most: usize) -> Vec<Contribution> {
        let mut parts: Vec<Contribution> = vector
            .iter()
            .filter_map(|(feature, value)| {
                let (_, multiple) = self.entries_of(feature).iter().find(|(l, _)| *l as usize == label)?;
                Some((feature, f32::from(*multiple) * self.step[label] * value))
            })
            .filter(|(_, part)| *part > 0.0)
            .collect();
        parts.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        parts.truncate(most);
        parts
    }
}
