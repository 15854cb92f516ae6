//! From scores to probabilities and decisions.

use serde::{Deserialize, Serialize};

/// Probability of a label: `1 / (1 + exp(slope · score + offset))` (Platt 1999), and the score from which
/// it is given.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Calibration {
    slope: f32,
    offset: f32,
    /// The label is given from this score on.
    pub threshold: f32,
}

impl Calibration {
    /// A calibration of fitted numbers; the slope is negative where higher scores are likelier.
    #[must_use]
    pub const fn new(slope: f32, offset: f32, threshold: f32) -> Self {
        Self { slope, offset, threshold }
    }

    /// The probability of a score, 0 to 1.
    #[must_use]
    pub fn probability(&self, score: f32) -> f32 {
        1.0 / (1.0 + (self.slope * score + self.offset).exp())
    }
}
