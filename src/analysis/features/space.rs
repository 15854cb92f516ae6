//! The feature space: tokens, their weights by rarity, and the vectors of readings.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::sparse::SparseVector;
use super::tokens::{is_plain, tokens};
use crate::text::Reading;

/// TF-IDF over the tokens of a training corpus.
///
/// Weight of a token in a text: `(1 + ln tf) · idf` with `idf = ln((1 + n) / (1 + df)) + 1`
/// (Salton and Buckley 1988, smoothed), the vector scaled to length 1.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct FeatureSpace {
    terms: Vec<String>,
    idf: Vec<f32>,
    #[serde(skip)]
    index: HashMap<String, u32>,
}

impl FeatureSpace {
    /// Fits the space: tokens that at least `least` texts hold, in the order of the alphabet.
    #[must_use]
    pub fn fit<'a>(readings: impl IntoIterator<Item = &'a Reading>, least: usize) -> Self {
        let mut frequency: HashMap<String, usize> = HashMap::new();
        let mut count = 0usize;
        for reading in readings {
            count += 1;
            let mut list = tokens(reading);
            list.sort_unstable();
            list.dedup();
            for token in list {
                *frequency.entry(token).or_default() += 1;
            }
        }
        let mut kept: Vec<(String, usize)> = frequency.into_iter().filter(|(_, df)| *df >= least).collect();
        kept.sort_unstable();
        let idf = kept.iter().map(|(_, df)| ((1.0 + count as f32) / (1.0 + *df as f32)).ln() + 1.0).collect();
        Self { terms: kept.into_iter().map(|(term, _)| term).collect(), idf, index: HashMap::new() }.indexed()
    }

    /// Builds the look-up table, which is not part of the file.
    #[must_use]
    pub fn indexed(mut self) -> Self {
        self.index = self.terms.iter().enumerate().map(|(at, term)| (term.clone(), at as u32)).collect();
        self
    }

    /// Number of features.
    #[must_use]
    pub fn len(&self) -> usize {
        self.terms.len()
    }

    /// Whether the space has no features.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The token of a feature.
    #[must_use]
    pub fn term(&self, feature: u32) -> &str {
        &self.terms[feature as usize]
    }

    /// The vector of a reading, length 1; empty where no token is known.
    #[must_use]
    pub fn vector(&self, reading: &Reading) -> SparseVector {
        self.weighted(tokens(reading))
    }

    /// The vector of words and pairs of words alone, without marks of opening and naming.
    #[must_use]
    pub fn plain_vector(&self, reading: &Reading) -> SparseVector {
        self.weighted(tokens(reading).into_iter().filter(|token| is_plain(token)).collect())
    }

    /// The inverse document frequency of a token; none where the space does not know it.
    #[must_use]
    pub fn rarity(&self, token: &str) -> Option<f32> {
        self.index.get(token).map(|feature| self.idf[*feature as usize])
    }

    /// The vector of given words, length 1; empty where none is known.
    #[must_use]
    pub fn words_vector<'a>(&self, words: impl Iterator<Item = &'a str>) -> SparseVector {
        self.weighted(words.map(str::to_owned).collect())
    }

    fn weighted(&self, tokens: Vec<String>) -> SparseVector {
        let mut counts: HashMap<u32, f32> = HashMap::new();
        for token in tokens {
            if let Some(&feature) = self.index.get(&token) {
                *counts.entry(feature).or_default() += 1.0;
            }
        }
        let weigh = |(feature, count): (u32, f32)| (feature, (1.0 + count.ln()) * self.idf[feature as usize]);
        SparseVector::from_pairs(counts.into_iter().map(weigh).collect()).normalised()
    }
}
