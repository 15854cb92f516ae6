//! Latent semantic space: the feature space folded into a few dimensions.
//!
//! A randomised range finder (Halko, Martinsson and Tropp 2011, algorithm 4.4 with one power step)
//! and an eigendecomposition of the small matrix. `linfa`'s own PCA needs dense input and stops on
//! rank-deficient data, which texts with duplicates are.

use linfa_linalg::eigh::EighInto;
use linfa_linalg::qr::QR;
use ndarray::{Array1, Array2, Axis};
use rand::SeedableRng;
use rand::distributions::{Distribution, Uniform};
use rand_xoshiro::Xoshiro256PlusPlus;
use serde::{Deserialize, Serialize};
use sprs::{CsMat, TriMat};

use super::sparse::SparseVector;
use crate::analysis::AnalysisError;

/// Extra columns of the random sample, dropped at the end.
const OVERSAMPLING: usize = 12;

/// A projection of sparse vectors to `dimensions` numbers.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LatentSpace {
    dimensions: usize,
    /// Feature-major basis: `features × dimensions`.
    basis: Vec<f32>,
}

impl LatentSpace {
    /// Fits the space to rows of length `features`; the same rows and seed give the same space.
    ///
    /// # Errors
    /// When the small matrix has no eigendecomposition.
    pub fn fit(rows: &[SparseVector], features: usize, dimensions: usize, seed: u64) -> Result<Self, AnalysisError> {
        let matrix = matrix(rows, features);
        let transposed = matrix.transpose_view().to_csr();
        let sample = dimensions + OVERSAMPLING;
        let mut random = Xoshiro256PlusPlus::seed_from_u64(seed);
        let spread = Uniform::new_inclusive(-1.0f64, 1.0);
        let omega = Array2::from_shape_fn((rows.len(), sample), |_| spread.sample(&mut random));
        let mut range = orthonormal(&transposed * &omega)?;
        for _ in 0..2 {
            range = orthonormal(&transposed * &orthonormal(&matrix * &range)?)?;
        }
        let projected = &matrix * &range;
        let gram = projected.t().dot(&projected);
        let (values, vectors) = gram.eigh_into().map_err(|e| AnalysisError::Numeric(e.to_string()))?;
        let mut order: Vec<usize> = (0..values.len()).collect();
        order.sort_by(|a, b| values[*b].total_cmp(&values[*a]));
        let chosen = vectors.select(Axis(1), &order[..dimensions.min(order.len())]);
        let basis = range.dot(&chosen);
        Ok(Self { dimensions: basis.ncols(), basis: basis.iter().map(|v| *v as f32).collect() })
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

fn matrix(rows: &[SparseVector], features: usize) -> CsMat<f64> {
    let mut triplets = TriMat::new((rows.len(), features));
    for (at, row) in rows.iter().enumerate() {
        row.iter().for_each(|(feature, value)| triplets.add_triplet(at, feature as usize, f64::from(value)));
    }
    triplets.to_csr()
}

fn orthonormal(matrix: Array2<f64>) -> Result<Array2<f64>, AnalysisError> {
    let decomposed = matrix.qr().map_err(|e| AnalysisError::Numeric(e.to_string()))?;
    Ok(decomposed.generate_q())
}
