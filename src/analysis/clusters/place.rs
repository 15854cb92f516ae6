//! The space that clusters are made in: what a text is about, then how it says so.
//!
//! Decision scores of the issues, squashed to −1…1, joined with the latent place of the words.
//! Scores alone cannot split a theme; words alone mix themes. Their joint space keeps neighbours of
//! one theme together and still separates "police training" from "police violence".

use ndarray::Array1;

use crate::analysis::features::SparseVector;
use crate::analysis::models::Models;

/// Weight of the scores against the words.
const SCORES: f32 = 0.55;

/// The place of a text: one number for each issue, then the latent dimensions.
#[must_use]
pub fn place(models: &Models, vector: &SparseVector, issue_scores: &[f32]) -> Array1<f64> {
    let latent = models.space.latent.project(vector);
    let scores = issue_scores.iter().map(|score| f64::from(score.clamp(-1.0, 1.0) * SCORES));
    scores.chain(latent.iter().map(|value| f64::from(*value))).collect()
}
