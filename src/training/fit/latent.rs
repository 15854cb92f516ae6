//! Fitting the latent space.
//!
//! A randomised range finder (Halko, Martinsson and Tropp 2011, algorithm 4.4 with one power step)
//! and an eigendecomposition of the small matrix. `linfa`'s own PCA needs dense input and stops on
//! rank-deficient data, which texts with duplicates are.

use linfa_linalg::eigh::EighInto;
use linfa_linalg::qr::QR;
use ndarray::{Array2, Axis};
use rand::SeedableRng;
use rand::distributions::{Distribution, Uniform};
use rand_xoshiro::Xoshiro256PlusPlus;
use sprs::{CsMat, TriMat};

use crate::analysis::features::{LatentSpace, SparseVector};
use crate::training::TrainingError;

/// Extra columns of the random sample, dropped at the end.
const OVERSAMPLING: usize = 12;

/// Fits a space of `dimensions` to rows of length `features`; the same rows and seed give the same space.
///
/// # Errors
/// When the small matrix has no eigendecomposition.
pub(super) fn latent_space(
    rows: &[SparseVector],
    features: usize,
    dimensions: usize,
    seed: u64,
) -> Result<LatentSpace, TrainingError> {
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
    let (values, vectors) = gram.eigh_into().map_err(|e| TrainingError::Numeric(e.to_string()))?;
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*b].total_cmp(&values[*a]));
    let chosen = vectors.select(Axis(1), &order[..dimensions.min(order.len())]);
    let basis = range.dot(&chosen);
    Ok(LatentSpace::new(basis.ncols(), &basis.iter().map(|v| *v as f32).collect::<Vec<_>>()))
}

fn matrix(rows: &[SparseVector], features: usize) -> CsMat<f64> {
    let mut triplets = TriMat::new((rows.len(), features));
    for (at, row) in rows.iter().enumerate() {
        row.iter().for_each(|(feature, value)| triplets.add_triplet(at, feature as usize, f64::from(value)));
    }
    triplets.to_csr()
}

fn orthonormal(matrix: Array2<f64>) -> Result<Array2<f64>, TrainingError> {
    let decomposed = matrix.qr().map_err(|e| TrainingError::Numeric(e.to_string()))?;
    Ok(decomposed.generate_q())
}
