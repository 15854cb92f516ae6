//! The lower level: asks of one theme joined step by step, and the tree cut into clusters.
//!
//! Ward's method (kodama) over the places of asks, cut from the top: the largest branch is parted
//! until the wanted number is reached and none is too large; what is too small joins its nearest.
//! Above [`MOST_LEAVES`] asks the leaves are centres of k-means, because the distances of all pairs
//! would not fit into memory.

use std::collections::BTreeMap;

use kodama::{Method, linkage};
use linfa::DatasetBase;
use linfa::prelude::*;
use linfa_clustering::KMeans;
use ndarray::{Array1, Array2, ArrayView1};
use rand::SeedableRng;
use rand_xoshiro::Xoshiro256PlusPlus;
use serde::Serialize;

use crate::analysis::AnalysisError;

/// Most leaves of a tree.
const MOST_LEAVES: usize = 1_200;
/// Leaves where there are more asks than that.
const CENTRES: usize = 80;
/// Most asks that centres are fitted to; more add time and no structure.
const SAMPLE: usize = 3_000;
const SEED: u64 = 54;

/// How a theme is to be cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cut {
    /// Clusters wanted, at least 1.
    pub(super) wanted: usize,
    /// Fewest asks of a cluster, where the theme has as many.
    pub(super) least: usize,
    /// Most asks of a cluster.
    pub(super) most: usize,
}

/// Parts places into groups, each a list of places by number; larger groups first.
///
/// # Errors
/// When the places hold numbers that are none.
pub(super) fn parted(places: &[&Array1<f64>], cut: Cut) -> Result<Vec<Vec<usize>>, AnalysisError> {
    if places.len() <= cut.least.max(1) || (cut.wanted <= 1 && places.len() <= cut.most) {
        return Ok(vec![(0..places.len()).collect()]);
    }
    let leaves = leaves(places)?;
    let centres: Vec<Array1<f64>> = leaves.iter().map(|leaf| mean(leaf.iter().map(|at| places[*at]))).collect();
    let tree = Tree::of(&centres, &leaves);
    let mut groups = Vec::new();
    for group in tree.cut(cut) {
        groups.extend(within(group, places, cut)?);
    }
    join_small(&mut groups, places, cut);
    groups.iter_mut().for_each(|group| group.sort_unstable());
    groups.sort_by_key(|group| (std::cmp::Reverse(group.len()), group[0]));
    Ok(groups)
}

/// A leaf of many asks that is too large is parted once more.
fn within(group: Vec<usize>, places: &[&Array1<f64>], cut: Cut) -> Result<Vec<Vec<usize>>, AnalysisError> {
    if group.len() <= cut.most || group.len() == places.len() {
        return Ok(vec![group]);
    }
    let own: Vec<&Array1<f64>> = group.iter().map(|at| places[*at]).collect();
    let parts = parted(&own, Cut { wanted: 1, ..cut })?;
    Ok(parts.into_iter().map(|part| part.into_iter().map(|at| group[at]).collect()).collect())
}

fn leaves(places: &[&Array1<f64>]) -> Result<Vec<Vec<usize>>, AnalysisError> {
    if places.len() <= MOST_LEAVES {
        return Ok((0..places.len()).map(|at| vec![at]).collect());
    }
    let step = places.len().div_ceil(SAMPLE).max(1);
    let sample: Vec<&Array1<f64>> = places.iter().step_by(step).copied().collect();
    let rows = Array2::from_shape_fn((sample.len(), sample[0].len()), |(row, column)| sample[row][column]);
    let fitted = KMeans::params_with_rng(CENTRES, Xoshiro256PlusPlus::seed_from_u64(SEED))
        .max_n_iterations(8)
        .n_runs(1)
        .tolerance(1e-3)
        .fit(&DatasetBase::from(rows))
        .map_err(|e| AnalysisError::Numeric(e.to_string()))?;
    let centres: Vec<Array1<f64>> = fitted.centroids().rows().into_iter().map(|row| row.to_owned()).collect();
    let mut leaves: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, place) in places.iter().enumerate() {
        leaves.entry(nearest(place.view(), &centres).0).or_default().push(at);
    }
    Ok(leaves.into_values().collect())
}

/// A tree of joins; nodes below `leaves.len()` are leaves.
struct Tree<'a> {
    leaves: &'a [Vec<usize>],
    /// The two children of each inner node, in the order of joining.
    joins: Vec<(usize, usize)>,
    /// Asks under each node.
    sizes: Vec<usize>,
}

impl<'a> Tree<'a> {
    fn of(centres: &[Array1<f64>], leaves: &'a [Vec<usize>]) -> Self {
        let joins: Vec<(usize, usize)> = joined(centres).into_iter().map(|join| (join.a, join.b)).collect();
        let mut sizes: Vec<usize> = leaves.iter().map(Vec::len).collect();
        joins.iter().for_each(|(a, b)| sizes.push(sizes[*a] + sizes[*b]));
        Self { leaves, joins, sizes }
    }

    fn cut(&self, cut: Cut) -> Vec<Vec<usize>> {
        let mut nodes = vec![self.sizes.len() - 1];
        loop {
            let partable = (0..nodes.len()).filter(|at| nodes[*at] >= self.leaves.len());
            let largest = partable.max_by_key(|at| (self.sizes[nodes[*at]], usize::MAX - nodes[*at]));
            match largest {
                Some(at) if self.sizes[nodes[at]] > cut.most || nodes.len() < cut.wanted => {
                    let (a, b) = self.joins[nodes[at] - self.leaves.len()];
                    nodes[at] = a;
                    nodes.push(b);
                }
                _ => return nodes.into_iter().map(|node| self.under(node)).collect(),
            }
        }
    }

    fn under(&self, node: usize) -> Vec<usize> {
        match node.checked_sub(self.leaves.len()) {
            None => self.leaves[node].clone(),
            Some(at) => {
                let (a, b) = self.joins[at];
                [self.under(a), self.under(b)].concat()
            }
        }
    }
}

/// Two nodes that are joined; leaves come first, then nodes in the order of joining.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Join {
    /// One node.
    pub a: usize,
    /// The other node.
    pub b: usize,
    /// How far apart they are; grows from join to join.
    pub height: f64,
}

/// The joins of places by Ward's method, nearest first; one fewer than places.
#[must_use]
pub(super) fn joined(places: &[Array1<f64>]) -> Vec<Join> {
    let count = places.len();
    if count < 2 {
        return Vec::new();
    }
    let mut distances = Vec::with_capacity(count * (count - 1) / 2);
    for (at, place) in places.iter().enumerate() {
        distances.extend(places[at + 1..].iter().map(|other| squared(place.view(), other.view()).sqrt()));
    }
    let tree = linkage(&mut distances, count, Method::Ward);
    let join = |step: &kodama::Step<f64>| Join { a: step.cluster1, b: step.cluster2, height: step.dissimilarity };
    tree.steps().iter().map(join).collect()
}

/// Puts groups below the least size to the group whose centre is nearest, of those that have room.
fn join_small(groups: &mut Vec<Vec<usize>>, places: &[&Array1<f64>], cut: Cut) {
    while let Some((small, near)) = smallest(groups, places, cut) {
        let group = std::mem::take(&mut groups[small]);
        groups[near].extend(group);
        groups.swap_remove(small);
    }
}

/// The smallest group that is too small and can be joined, and the group it goes to.
fn smallest(groups: &[Vec<usize>], places: &[&Array1<f64>], cut: Cut) -> Option<(usize, usize)> {
    let mut small: Vec<usize> = (0..groups.len()).filter(|at| groups[*at].len() < cut.least).collect();
    small.sort_by_key(|at| (groups[*at].len(), groups[*at][0]));
    let centre = |at: usize| mean(groups[at].iter().map(|place| places[*place]));
    small.into_iter().find_map(|at| {
        let has_room = |other: &usize| *other != at && groups[*other].len() + groups[at].len() <= cut.most;
        let others: Vec<usize> = (0..groups.len()).filter(has_room).collect();
        let centres: Vec<Array1<f64>> = others.iter().map(|other| centre(*other)).collect();
        let near = nearest(centre(at).view(), &centres).0;
        others.get(near).map(|other| (at, *other))
    })
}

/// The mean of places.
pub(super) fn mean<'a>(places: impl Iterator<Item = &'a Array1<f64>>) -> Array1<f64> {
    let mut sum: Option<Array1<f64>> = None;
    let mut count = 0usize;
    for place in places {
        count += 1;
        match &mut sum {
            None => sum = Some(place.clone()),
            Some(sum) => *sum += place,
        }
    }
    sum.unwrap_or_else(|| Array1::zeros(0)) / count.max(1) as f64
}

fn squared(a: ArrayView1<'_, f64>, b: ArrayView1<'_, f64>) -> f64 {
    a.iter().zip(b).map(|(x, y)| (x - y) * (x - y)).sum()
}

/// The nearest centre and its distance; the first on a tie.
#[must_use]
pub(super) fn nearest(place: ArrayView1<'_, f64>, centres: &[Array1<f64>]) -> (usize, f64) {
    let mut best = (0, f64::INFINITY);
    for (at, centre) in centres.iter().enumerate() {
        let far = squared(place, centre.view());
        if far < best.1 {
            best = (at, far);
        }
    }
    (best.0, best.1.sqrt())
}

#[cfg(test)]
mod tests {
    use super::{Cut, joined, parted};
    use ndarray::{Array1, array};

    fn heaps(heaps: usize, each: usize) -> Vec<Array1<f64>> {
        (0..heaps * each).map(|i| array![(i % heaps) as f64 * 10.0, i as f64 * 0.001]).collect()
    }

    #[test]
    fn heaps_are_told_apart_and_small_ones_join_their_nearest() {
        let points = heaps(3, 8);
        let views: Vec<_> = points.iter().collect();
        let groups = parted(&views, Cut { wanted: 3, least: 3, most: 30 }).unwrap();
        assert_eq!(groups.iter().map(Vec::len).collect::<Vec<_>>(), [8, 8, 8]);
        let few = parted(&views[..4], Cut { wanted: 3, least: 3, most: 30 }).unwrap();
        assert!(few.iter().all(|group| group.len() >= 3), "{few:?}");
    }

    #[test]
    fn no_cluster_is_larger_than_allowed_and_many_points_are_parted_too() {
        let points = heaps(5, 400);
        let views: Vec<_> = points.iter().collect();
        let groups = parted(&views, Cut { wanted: 5, least: 3, most: 2_000 }).unwrap();
        assert_eq!(groups.len(), 5);
        assert!(parted(&views[..90], Cut { wanted: 1, least: 3, most: 30 }).unwrap().iter().all(|g| g.len() <= 30));
        assert_eq!(joined(&points[..4]).len(), 3);
    }
}
