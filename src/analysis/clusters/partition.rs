//! Splitting one theme into clusters: k-means with seeded starts, then fixed centres.

use linfa::DatasetBase;
use linfa::prelude::*;
use linfa_clustering::KMeans;
use ndarray::{Array1, Array2, ArrayView1};
use rand::SeedableRng;
use rand_xoshiro::Xoshiro256PlusPlus;

use crate::analysis::AnalysisError;

/// Texts one cluster should hold, about; a plan line for more is unreadable, for fewer a waste.
const PER_CLUSTER: f64 = 20.0;
/// Beyond this many texts clusters grow much slower than texts: a plan of hundreds of clusters helps
/// nobody.
const LINEAR: f64 = 60.0;
/// Power by which clusters grow with texts beyond [`LINEAR`].
const GROWTH: f64 = 0.1;
/// Most texts that centres are fitted to; more add time and no structure.
const SAMPLE: usize = 6_000;
const SEED: u64 = 54;

/// How many clusters a theme of `texts` texts is split into, at least 1.
#[must_use]
pub fn cluster_count(texts: usize) -> usize {
    let texts = texts as f64;
    let count =
        if texts <= LINEAR { texts / PER_CLUSTER } else { LINEAR / PER_CLUSTER * (texts / LINEAR).powf(GROWTH) };
    (count.round() as usize).max(1)
}

/// Centres for the places of one theme, `count` × dimensions, in a fixed order.
///
/// # Errors
/// When the places hold numbers that are none.
pub(super) fn centres(places: &[&Array1<f64>], count: usize) -> Result<Vec<Array1<f64>>, AnalysisError> {
    let step = places.len().div_ceil(SAMPLE).max(1);
    let sample: Vec<&Array1<f64>> = places.iter().step_by(step).copied().collect();
    if count <= 1 || sample.len() <= count {
        return Ok(vec![mean(places)]);
    }
    let rows = Array2::from_shape_fn((sample.len(), sample[0].len()), |(row, column)| sample[row][column]);
    let random = Xoshiro256PlusPlus::seed_from_u64(SEED);
    let fitted = KMeans::params_with_rng(count, random)
        .max_n_iterations(60)
        .n_runs(2)
        .tolerance(1e-4)
        .fit(&DatasetBase::from(rows))
        .map_err(|e| AnalysisError::Numeric(e.to_string()))?;
    Ok(fitted.centroids().rows().into_iter().map(|row| row.to_owned()).collect())
}

fn mean(places: &[&Array1<f64>]) -> Array1<f64> {
    let mut sum = Array1::zeros(places.first().map_or(0, |p| p.len()));
    places.iter().for_each(|place| sum += *place);
    sum / places.len().max(1) as f64
}

/// The nearest centre; the first on a tie.
#[must_use]
pub(super) fn nearest(place: ArrayView1<'_, f64>, centres: &[Array1<f64>]) -> usize {
    let distance = |centre: &Array1<f64>| place.iter().zip(centre).map(|(a, b)| (a - b) * (a - b)).sum::<f64>();
    let mut best = (0, f64::INFINITY);
    for (at, centre) in centres.iter().enumerate() {
        let far = distance(centre);
        if far < best.1 {
            best = (at, far);
        }
    }
    best.0
}

#[cfg(test)]
mod tests {
    use super::{centres, cluster_count, nearest};
    use ndarray::array;

    #[test]
    fn small_themes_are_one_cluster_and_large_ones_grow_slowly() {
        assert_eq!(cluster_count(3), 1);
        assert_eq!(cluster_count(60), 3);
        assert!((3..=8).contains(&cluster_count(6_000)));
    }

    #[test]
    fn two_heaps_get_two_centres_and_each_point_its_own() {
        let points: Vec<_> = (0..20).map(|i| array![f64::from(i % 2) * 10.0, f64::from(i) * 0.01]).collect();
        let views: Vec<_> = points.iter().collect();
        let found = centres(&views, 2).unwrap();
        let first = nearest(points[0].view(), &found);
        assert_ne!(first, nearest(points[1].view(), &found));
        assert_eq!(first, nearest(points[2].view(), &found));
    }
}
