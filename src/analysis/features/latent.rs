//! Latent semantic space: the feature space folded into a few dimensions.

use ndarray::Array1;
use serde::{Deserialize, Serialize};

use super::sparse::SparseVector;

/// A projection of sparse vectors to `dimensions` numbers.
///
/// The numbers of the basis are whole multiples of a step, as on disk: they are a quarter as large so.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LatentSpace {
    dimensions: usize,
    step: f32,
    /// Feature-major basis: `features × dimensions`.
    basis: Vec<i8>,
}

impl LatentSpace {
    /// A space of a basis: for each feature in turn its `dimensions` numbers, each rounded to a multiple of
    /// the largest divided by 127.
    #[must_use]
    pub fn new(dimensions: usize, basis: &[f32]) -> Self {
        let largest = basis.iter().fold(0.0f32, |m, v| m.max(v.abs()));
        let step = if largest > 0.0 { largest / 127.0 } else { 1.0 };
        Self { dimensions, step, basis: basis.iter().map(|v| (v / step).round() as i8).collect() }
    }

    /// Number of dimensions.
    #[must_use]
    pub const fn dimensions(&self) -> usize {
        self.dimensions
    }

    /// The place of a vector, `dimensions` numbers, scaled to length 1; features beyond the basis do
    /// not count.
    #[must_use]
    pub fn project(&self, vector: &SparseVector) -> Array1<f32> {
        let mut place = Array1::<f32>::zeros(self.dimensions);
        for (feature, value) in vector.iter() {
            let Some(row) =
                self.basis.get(feature as usize * self.dimensions..(feature as usize + 1) * self.dimensions)
            else {
                break;
            };
            place.iter_mut().zip(row).for_each(|(p, b)| *p += value * (f32::from(*b) * self.step));
        }
        let norm = place.dot(&place).sqrt();
        if norm > 0.0 { place / norm } else { place }
    }

    /// The step and the multiples of it.
    #[must_use]
    pub fn quantised(self) -> (f32, Vec<i8>) {
        (self.step, self.basis)
    }

    /// The space of a quantised basis.
    #[must_use]
    pub const fn from_quantised(dimensions: usize, step: f32, basis: Vec<i8>) -> Self {
        Self { dimensions, step, basis }
    }
}
