//! The model that tells same, overlapping and different asks apart, and the guard around it.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use super::conjuncts::asks_more;
use super::opposites::are_opposite;
use super::pair_concepts::{ConceptStanding, Rarity};
use super::pair_features::{pair_features, pair_standings};
use super::profile::Profile;
use super::sets::{NEAR, Sets, jaccard, relation};
use crate::domain::RelationKind;
use crate::domain::vocabulary::ActionFamily;
use crate::text::opposites::{Opposition, opposition};

/// How two asks relate: the classes of the model, and the labels of the pairs it is fitted to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum AskRelation {
    /// Nothing in common that a plan would note.
    Different,
    /// A shared part.
    Overlap,
    /// One measure answers both.
    Same,
}

impl AskRelation {
    /// The relation of recommendations whose asks relate so; `None` for different asks.
    #[must_use]
    pub const fn kind(self) -> Option<RelationKind> {
        match self {
            Self::Same => Some(RelationKind::SameAsk),
            Self::Overlap => Some(RelationKind::Overlap),
            Self::Different => None,
        }
    }
}

/// Multinomial logistic regression over the features of a pair and the concepts that stand in it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PairModel {
    rarity: Rarity,
    mean: Vec<f64>,
    deviation: Vec<f64>,
    /// Number of each concept with its standing; its weights follow those of the features.
    concepts: Vec<((ConceptStanding, u32), usize)>,
    #[serde(skip)]
    numbers: HashMap<(ConceptStanding, u32), usize>,
    /// For each class (different, overlap, same) the weights, then the offset.
    weights: Vec<Vec<f64>>,
}

/// Probabilities of the three relations; they add up to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PairOdds {
    /// Different asks.
    pub different: f32,
    /// Overlapping asks.
    pub overlap: f32,
    /// The same ask.
    pub same: f32,
}

/// Numbers that are years.
const YEARS: RangeInclusive<u32> = 1900..=2100;

/// Value of a concept in a pair, against features of deviation 1.
const CONCEPT: f64 = 1.5;

impl PairModel {
    /// A model that knows what it looks at and has no weights yet.
    ///
    /// `mean` and `deviation` are those of [`pair_features`], in their order; `concepts` are those to be
    /// weighed, each with its number from 0.
    #[must_use]
    pub fn unweighted(
        rarity: Rarity,
        mean: Vec<f64>,
        deviation: Vec<f64>,
        concepts: Vec<((ConceptStanding, u32), usize)>,
    ) -> Self {
        Self { rarity, mean, deviation, concepts, numbers: HashMap::new(), weights: Vec::new() }.indexed()
    }

    /// The model with weights: for each class (different, overlap, same) one a column, then the offset.
    #[must_use]
    pub fn weighted(self, weights: Vec<Vec<f64>>) -> Self {
        Self { weights, ..self }
    }

    /// Number of columns: features, then concepts.
    #[must_use]
    pub fn columns(&self) -> usize {
        self.mean.len() + self.concepts.len()
    }

    /// Builds the look-up table, which is not part of the file.
    #[must_use]
    pub(crate) fn indexed(mut self) -> Self {
        self.numbers = self.concepts.iter().copied().collect();
        self
    }

    /// The columns of a pair that are not zero, with their values: features scaled, then concepts.
    pub fn row(&self, a: &Profile, b: &Profile) -> impl Iterator<Item = (usize, f64)> {
        let features = pair_features(a, b, &self.rarity).into_iter();
        let scaled = features.zip(&self.mean).zip(&self.deviation).map(|((f, m), d)| (f - m) / d);
        let first = self.mean.len();
        let known = pair_standings(a, b).into_iter().filter_map(move |key| self.numbers.get(&key));
        scaled.enumerate().chain(known.map(move |at| (first + at, CONCEPT)))
    }

    /// The odds of a pair before the guard.
    #[must_use]
    pub fn odds(&self, a: &Profile, b: &Profile) -> PairOdds {
        let mut scores = [0.0; 3];
        for (score, weights) in scores.iter_mut().zip(&self.weights) {
            *score = weights[weights.len() - 1];
        }
        for (column, value) in self.row(a, b) {
            scores.iter_mut().zip(&self.weights).for_each(|(score, weights)| *score += weights[column] * value);
        }
        let largest = scores.iter().copied().fold(f64::MIN, f64::max);
        let powers = scores.map(|s| (s - largest).exp());
        let total: f64 = powers.iter().sum();
        let [different, overlap, same] = powers.map(|power| (power / total) as f32);
        PairOdds { different, overlap, same }
    }

    /// The relation of two recommendations, with the odds behind it.
    #[must_use]
    pub fn judge(&self, a: &Profile, b: &Profile) -> (AskRelation, PairOdds) {
        let odds = self.odds(a, b);
        let judged = if odds.same >= odds.overlap && odds.same >= odds.different {
            AskRelation::Same
        } else if odds.overlap >= odds.different {
            AskRelation::Overlap
        } else {
            AskRelation::Different
        };
        (judged.min(ceiling(a, b)), odds)
    }
}

/// The closest relation that two recommendations can have, whatever their words.
///
/// Other treaties, other numbers of those to be ratified, other groups of persons, opposite acts, other objects
/// and a further measure are another ask: the guard is a rule, not a weight.
#[must_use]
pub(super) fn ceiling(a: &Profile, b: &Profile) -> AskRelation {
    let treaties = match relation(&a.treaties, &b.treaties) {
        Sets::Disjoint => AskRelation::Different,
        Sets::Partly => AskRelation::Overlap,
        Sets::Equal | Sets::Empty | Sets::OneEmpty => AskRelation::Same,
    };
    let groups = match relation(&a.groups, &b.groups) {
        Sets::Disjoint => AskRelation::Overlap,
        _ => AskRelation::Same,
    };
    let acts = if are_opposite(a.families, b.families) { AskRelation::Overlap } else { AskRelation::Same };
    let stances = match opposition(&a.stance, &b.stance) {
        Some(Opposition::Objects) => AskRelation::Different,
        Some(Opposition::Acts) => AskRelation::Overlap,
        None => AskRelation::Same,
    };
    let denials = if a.stance.denies_otherwise(&b.stance) && jaccard(&a.words, &b.words) >= NEAR {
        AskRelation::Overlap
    } else {
        AskRelation::Same
    };
    let numbers = if ratify_other_numbers(a, b) { AskRelation::Overlap } else { AskRelation::Same };
    let is_more = asks_more(&a.conjuncts, b.families) || asks_more(&b.conjuncts, a.families);
    let measures = if is_more { AskRelation::Overlap } else { AskRelation::Same };
    treaties.min(groups).min(acts).min(stances).min(denials).min(numbers).min(measures)
}

/// Whether both ask to ratify what goes by a number, and the numbers are others; years are deadlines.
fn ratify_other_numbers(a: &Profile, b: &Profile) -> bool {
    let numbers = |profile: &Profile| -> Vec<u32> {
        profile.numbers.iter().copied().filter(|number| !YEARS.contains(number)).collect()
    };
    (a.families & b.families).contains(ActionFamily::Ratify) && relation(&numbers(a), &numbers(b)) == Sets::Disjoint
}
