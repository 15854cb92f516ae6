//! The feature space: tokens, their weights by rarity, and the vectors of readings.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::sparse::SparseVector;
use super::tokens::{Block, is_plain, tokens};
use crate::text::Reading;

/// TF-IDF over the tokens of a training corpus, block by block.
///
/// Weight of a token in a text: `(1 + ln tf) · idf` with `idf = ln((1 + n) / (1 + df)) + 1`
/// (Salton and Buckley 1988, smoothed); every block (words, pairs, stems, their pairs, names, opening)
/// is scaled to its own length, so that a long text does not drown what it names. Plain words and
/// pairs come first, in the order of the alphabet.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct FeatureSpace {
    terms: Vec<String>,
    idf: Vec<f32>,
    #[serde(skip)]
    index: HashMap<String, u32>,
}

impl FeatureSpace {
    /// A space of tokens with their rarities, in any order, no token twice.
    #[must_use]
    pub fn new(mut rarities: Vec<(String, f32)>) -> Self {
        rarities.sort_unstable_by(|(a, _), (b, _)| (!is_plain(a), a).cmp(&(!is_plain(b), b)));
        let (terms, idf) = rarities.into_iter().unzip();
        Self { terms, idf, index: HashMap::new() }.indexed()
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

    /// Number of plain features, which come first.
    #[must_use]
    pub fn plain(&self) -> usize {
        self.terms.partition_point(|term| is_plain(term))
    }

    /// The vector of a reading, about 1 long; empty where no token is known.
    #[must_use]
    pub fn vector(&self, reading: &Reading) -> SparseVector {
        let mut blocks: [Vec<(u32, f32)>; 6] = Default::default();
        for (feature, weight) in self.weighted(tokens(reading)).iter() {
            blocks[Block::of(self.term(feature)) as usize].push((feature, weight));
        }
        let mut pairs = Vec::new();
        for ((_, length), block) in Block::LENGTHS.iter().zip(blocks) {
            pairs.extend(SparseVector::from_pairs(block).normalised().iter().map(|(f, weight)| (f, weight * length)));
        }
        SparseVector::from_pairs(pairs)
    }

    /// The part of a vector that tells the subject: everything but the opening.
    #[must_use]
    pub fn subject(&self, vector: &SparseVector) -> SparseVector {
        SparseVector::from_pairs(vector.iter().filter(|(f, _)| Block::of(self.term(*f)) != Block::Opening).collect())
    }

    /// The vector of words and pairs of words alone, without marks of opening and naming.
    #[must_use]
    pub fn plain_vector(&self, reading: &Reading) -> SparseVector {
        self.weighted(tokens(reading).into_iter().filter(|token| is_plain(token)).collect()).normalised()
    }

    /// The inverse document frequency of a token; `None` for one that the space does not know.
    #[must_use]
    pub fn rarity(&self, token: &str) -> Option<f32> {
        self.index.get(token).map(|feature| self.idf[*feature as usize])
    }

    /// The vector of given words, length 1; empty where none is known.
    #[must_use]
    pub fn words_vector<'a>(&self, words: impl Iterator<Item = &'a str>) -> SparseVector {
        self.weighted(words.map(str::to_owned).collect()).normalised()
    }

    fn weighted(&self, tokens: Vec<String>) -> SparseVector {
        let mut counts: HashMap<u32, f32> = HashMap::new();
        for token in tokens {
            if let Some(&feature) = self.index.get(&token) {
                *counts.entry(feature).or_default() += 1.0;
            }
        }
        let weigh = |(feature, count): (u32, f32)| (feature, (1.0 + count.ln()) * self.idf[feature as usize]);
        SparseVector::from_pairs(counts.into_iter().map(weigh).collect())
    }
}
