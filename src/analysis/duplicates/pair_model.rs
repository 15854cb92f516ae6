//! The model that tells same, overlapping and different asks apart, and the guard around it.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use super::boosted_trees::BoostedTrees;
use super::conjuncts::asks_more;
use super::opposites::are_opposite;
use super::pair_concepts::{ConceptStanding, Rarity};
use super::pair_features::{pair_features, pair_standings};
use super::profile::Profile;
use super::sets::{NEAR, Sets, jaccard, relation};
use crate::domain::RelationKind;
use crate::domain::vocabulary::{ActionFamilies, ActionFamily};
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

/// Multinomial logistic regression over the features of a pair and the concepts that stand in it, and boosted trees
/// over the features; what both say is their mean.
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
    /// For each class trees that tell it from the rest.
    trees: [BoostedTrees; 3],
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

/// Where the regression alone finds a pair as likely different as this, the trees are not asked: they seldom change a
/// verdict there (six of 5,372 in folds of whole States), and most pairs are such.
const PLAINLY_DIFFERENT: f32 = 0.7;

/// A pair asks the same from this probability on, if it is less likely different than [`MAYBE_DIFFERENT`]; chosen in
/// five folds of whole States so that at most one in a hundred different pairs is called the same.
const SAME: f32 = 0.48;
/// See [`SAME`].
const MAYBE_DIFFERENT: f32 = 0.15;

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
        let (numbers, weights, trees) = (HashMap::new(), Vec::new(), Default::default());
        Self { rarity, mean, deviation, concepts, numbers, weights, trees }.indexed()
    }

    /// The model with weights: for each class (different, overlap, same) one a column, then the offset.
    #[must_use]
    pub fn weighted(self, weights: Vec<Vec<f64>>) -> Self {
        Self { weights, ..self }
    }

    /// The model with trees, for each class (different, overlap, same).
    #[must_use]
    pub fn with_trees(self, trees: [BoostedTrees; 3]) -> Self {
        Self { trees, ..self }
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

    /// The columns of a pair that are not zero, with their values: features scaled, then concepts. `features` are
    /// those of [`pair_features`].
    pub fn row<'m>(
        &'m self,
        features: &'m [f64],
        a: &Profile,
        b: &Profile,
    ) -> impl Iterator<Item = (usize, f64)> + use<'m> {
        let scaled = features.iter().zip(&self.mean).zip(&self.deviation).map(|((f, m), d)| (f - m) / d);
        let first = self.mean.len();
        let known = pair_standings(a, b).into_iter().filter_map(move |key| self.numbers.get(&key));
        scaled.enumerate().chain(known.map(move |at| (first + at, CONCEPT)))
    }

    /// The odds of a pair before the guard.
    #[must_use]
    pub fn odds(&self, a: &Profile, b: &Profile) -> PairOdds {
        let features = pair_features(a, b, &self.rarity);
        let regression = self.regression(&features, a, b);
        if regression.different >= PLAINLY_DIFFERENT {
            return regression;
        }
        let trees = PairOdds::of(self.trees.each_ref().map(|trees| trees.probability(&features)));
        regression.mean(trees)
    }

    /// What the regression says alone.
    fn regression(&self, features: &[f64], a: &Profile, b: &Profile) -> PairOdds {
        let mut scores = [0.0; 3];
        for (score, weights) in scores.iter_mut().zip(&self.weights) {
            *score = weights[weights.len() - 1];
        }
        for (column, value) in self.row(features, a, b) {
            scores.iter_mut().zip(&self.weights).for_each(|(score, weights)| *score += weights[column] * value);
        }
        let largest = scores.iter().copied().fold(f64::MIN, f64::max);
        PairOdds::of(scores.map(|s| (s - largest).exp()))
    }

    /// The relation of two recommendations, with the odds behind it.
    #[must_use]
    pub fn judge(&self, a: &Profile, b: &Profile) -> (AskRelation, PairOdds) {
        self.judge_under(ceiling(a, b), a, b)
    }

    /// The same where it is known that the two cannot relate closer than `ceiling`.
    pub(super) fn judge_under(&self, ceiling: AskRelation, a: &Profile, b: &Profile) -> (AskRelation, PairOdds) {
        let odds = self.odds(a, b);
        (odds.likeliest().min(ceiling), odds)
    }
}

impl PairOdds {
    /// Shares of different, overlap and same, made to add up to 1.
    fn of(shares: [f64; 3]) -> Self {
        let total: f64 = shares.iter().sum();
        let [different, overlap, same] = shares.map(|share| (share / total) as f32);
        Self { different, overlap, same }
    }

    fn mean(self, other: Self) -> Self {
        let mean = |a: f32, b: f32| f32::midpoint(a, b);
        Self {
            different: mean(self.different, other.different),
            overlap: mean(self.overlap, other.overlap),
            same: mean(self.same, other.same),
        }
    }

    /// The relation that the odds speak for.
    fn likeliest(self) -> AskRelation {
        if self.same >= SAME && self.different < MAYBE_DIFFERENT {
            AskRelation::Same
        } else if self.overlap >= self.different {
            AskRelation::Overlap
        } else {
            AskRelation::Different
        }
    }
}

/// The closest relation that two recommendations can have, whatever their words.
///
/// Other treaties, other numbers of those to be ratified or of articles reserved, other groups of persons, opposite acts, other objects
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
    let numbers = match (name_other_numbers(a, b), a.families == b.families) {
        (true, true) => AskRelation::Different,
        (true, false) => AskRelation::Overlap,
        (false, _) => AskRelation::Same,
    };
    let is_more = asks_more(&a.conjuncts, b.families) || asks_more(&b.conjuncts, a.families);
    let measures = if is_more { AskRelation::Overlap } else { AskRelation::Same };
    treaties.min(groups).min(acts).min(stances).min(denials).min(numbers).min(measures)
}

/// Whether both ask to ratify what goes by a number, or to withdraw reservations to articles, and the numbers are
/// others; years are deadlines.
fn name_other_numbers(a: &Profile, b: &Profile) -> bool {
    let numbers = |profile: &Profile| -> Vec<u32> {
        profile.numbers.iter().copied().filter(|number| !YEARS.contains(number)).collect()
    };
    let numbered = ActionFamilies::of(ActionFamily::Ratify) | ActionFamilies::of(ActionFamily::Reservation);
    !(a.families & b.families & numbered).is_empty() && relation(&numbers(a), &numbers(b)) == Sets::Disjoint
}
