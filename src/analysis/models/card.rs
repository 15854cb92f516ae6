//! Cards: what a model was fitted to and how well it did where it had not looked.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One figure, with what it was counted over.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// Name of the measure.
    pub measure: String,
    /// Its value, usually 0 to 1.
    pub value: f64,
    /// Number of texts, pairs or labels it was counted over.
    pub of: usize,
}

impl Figure {
    /// A figure.
    #[must_use]
    pub fn new(measure: &str, value: f64, of: usize) -> Self {
        Self { measure: measure.to_owned(), value, of }
    }
}

/// The card of one model file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// Name of the model and of its file.
    pub name: String,
    /// What it does.
    pub purpose: String,
    /// What it was fitted to.
    pub data: String,
    /// How the figures were taken.
    pub split: String,
    /// Method, with its source.
    pub method: String,
    /// Day of the fit.
    pub date: Date,
    /// Licence of the weights.
    pub licence: String,
    /// First sixteen digits of the BLAKE3 hash of the file.
    pub hash: String,
    /// Figures on States held out.
    pub figures: Vec<Figure>,
}
