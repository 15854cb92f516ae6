//! Latent semantic space: the feature space folded into a few dimensions.

use ndarray::Array1;
use serde::{Deserialize, Serialize};

use super::sparse::SparseVector;

/// A projection of sparse vectors to `dimensions` numbers.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LatentSpace {
    dimensions: usize,
    /// Feature-major basis: `features × dimensions`.
    basis: Vec<f32>,
}

impl LatentSpace {
    /// A space of a basis: for each feature in turn its `dimensions` numbers.
    #[must_use]
    pub fn new(dimensions: usize, basis: Vec<f32>) -> Self {
        Self { dimensions, basis }
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
            place.iter_mut().zip(row).for_each(|(p, b)| *p += value * b);
        }
        let norm = place.dot(&place).sqrt();
        if norm > 0.0 { place / norm } else { place }
    }

    /// The basis with each number rounded to a multiple of the largest divided by 127, which is how
    /// it is written to disk.
    #[must_use]
    pub fn quantised(&self) -> (f32, Vec<i8>) {
        let largest = self.basis.iter().fold(0.0f32, |m, v| m.max(v.abs()));
        let step = if largest > 0.0 { largest / 127.0 } else { 1.0 };
        (step, self.basis.iter().map(|v| (v / step).round() as i8).collect())
    }

    /// The space of a quantised basis.
    #[must_use]
    pub fn from_quantised(dimensions: usize, step: f32, basis: &[i8]) -> Self {
        Self { dimensions, basis: basis.iter().map(|v| f32::from(*v) * step).collect() }
    }
}
