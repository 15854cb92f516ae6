//! Sparse vectors over the feature space.

use serde::{Deserialize, Serialize};

/// Pairs of feature and value, sorted by feature, no feature twice.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SparseVector {
    /// Features in ascending order.
    pub indices: Vec<u32>,
    /// Values, one for each feature.
    pub values: Vec<f32>,
}

impl SparseVector {
    /// A vector of pairs in any order; values of a repeated feature are added.
    #[must_use]
    pub fn from_pairs(mut pairs: Vec<(u32, f32)>) -> Self {
        pairs.sort_unstable_by_key(|(index, _)| *index);
        let mut vector = Self::default();
        for (index, value) in pairs {
            match vector.indices.last() {
                Some(&last) if last == index => *vector.values.last_mut().expect("as many values as indices") += value,
                _ => {
                    vector.indices.push(index);
                    vector.values.push(value);
                }
            }
        }
        vector
    }

    /// Feature and value, ascending by feature.
    pub fn iter(&self) -> impl Iterator<Item = (u32, f32)> {
        self.indices.iter().copied().zip(self.values.iter().copied())
    }

    /// Euclidean length.
    #[must_use]
    pub fn norm(&self) -> f32 {
        self.values.iter().map(|v| v * v).sum::<f32>().sqrt()
    }

    /// The vector with length 1; an empty one stays empty.
    #[must_use]
    pub fn normalised(mut self) -> Self {
        let norm = self.norm();
        if norm > 0.0 {
            self.values.iter_mut().for_each(|v| *v /= norm);
        }
        self
    }

    /// Inner product.
    #[must_use]
    pub fn dot(&self, other: &Self) -> f32 {
        let (mut a, mut b, mut sum) = (0, 0, 0.0);
        while a < self.indices.len() && b < other.indices.len() {
            match self.indices[a].cmp(&other.indices[b]) {
                std::cmp::Ordering::Less => a += 1,
                std::cmp::Ordering::Greater => b += 1,
                std::cmp::Ordering::Equal => {
                    sum += self.values[a] * other.values[b];
                    a += 1;
                    b += 1;
                }
            }
        }
        sum
    }
}

#[cfg(test)]
mod tests {
    use super::SparseVector;

    #[test]
    fn repeated_features_add_up_and_products_match() {
        let a = SparseVector::from_pairs(vec![(3, 1.0), (1, 2.0), (3, 1.0)]);
        assert_eq!(a.indices, [1, 3]);
        assert_eq!(a.values, [2.0, 2.0]);
        let b = SparseVector::from_pairs(vec![(3, 4.0), (7, 1.0)]);
        assert!((a.dot(&b) - 8.0).abs() < 1e-6);
        assert!((a.normalised().norm() - 1.0).abs() < 1e-6);
    }
}
