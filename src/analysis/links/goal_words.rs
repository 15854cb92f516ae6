//! SDG goals by their own words: the texts of goals, targets and indicators, and the terms that are
//! searched for them.
//!
//! The link models know how recommendations ask; a text that asks nothing (a finding, a paragraph of a
//! report) speaks of goals in other words. It is put under the goals whose texts are nearest: cosine of
//! stems and pairs of stems, weighed by `(1 + ln tf) · (ln((1 + n) / (1 + df)) + 1)` over the goals' own
//! texts alone. Nothing is learnt from labelled texts.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::analysis::features::SparseVector;
use crate::domain::Language;
use crate::text::Reading;
use crate::text::boilerplate::is_stop_word;
use crate::text::tokens::stems;

/// Goals that a text is put under at most.
const MOST_GOALS: usize = 2;

/// Goals and targets as sums of their own texts.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct GoalWords {
    /// Stems and pairs of them, with their rarity.
    terms: Vec<(String, f32)>,
    /// By goal; length 1.
    goals: Vec<SparseVector>,
    targets: Vec<TargetWords>,
    /// Likeness from which a text is of a goal.
    least: f32,
    #[serde(skip)]
    index: HashMap<String, u32>,
}

/// A target as the sum of its own texts.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct TargetWords {
    /// The target by number.
    pub target: usize,
    /// Its goal less one.
    pub goal: usize,
    /// The sum of its texts; length 1.
    pub words: SparseVector,
}

/// A target that a text is near to.
#[derive(Debug, Clone, PartialEq)]
pub struct NearTarget {
    /// The target by number.
    pub target: usize,
    /// Cosine of the text to the target's goal, 0 to 1.
    pub likeness: f32,
}

impl GoalWords {
    /// Terms with their rarity, in the order of the alphabet, and no goals yet.
    #[must_use]
    pub fn of_terms(terms: Vec<(String, f32)>) -> Self {
        Self { terms, ..Self::default() }.indexed()
    }

    /// The same terms with goals by number, each the sum of its texts with length 1, their targets, and the
    /// likeness from which a text is of a goal.
    #[must_use]
    pub fn with_goals(self, goals: Vec<SparseVector>, targets: Vec<TargetWords>, least: f32) -> Self {
        Self { goals, targets, least, ..self }
    }

    /// Builds the look-up table, which is not part of the file.
    #[must_use]
    pub fn indexed(mut self) -> Self {
        self.index = self.terms.iter().enumerate().map(|(at, (term, _))| (term.clone(), at as u32)).collect();
        self
    }

    /// The vector of a text over the terms; length 1, empty where none is known.
    #[must_use]
    pub fn vector(&self, reading: &Reading) -> SparseVector {
        let mut counts: HashMap<u32, f32> = HashMap::new();
        let known = goal_tokens(reading).into_iter().filter_map(|token| self.index.get(&token));
        known.for_each(|at| *counts.entry(*at).or_default() += 1.0);
        let weigh = |(at, count): (u32, f32)| (at, (1.0 + count.ln()) * self.terms[at as usize].1);
        SparseVector::from_pairs(counts.into_iter().map(weigh).collect()).normalised()
    }

    /// The nearest target of each of the nearest goals, nearest first; empty where all goals are far.
    #[must_use]
    pub fn nearest(&self, reading: &Reading) -> Vec<NearTarget> {
        let row = self.vector(reading);
        let mut goals: Vec<(usize, f32)> = self.goals.iter().map(|centre| centre.dot(&row)).enumerate().collect();
        goals.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let near =
            goals.into_iter().take(MOST_GOALS).filter(|(_, likeness)| *likeness >= self.least.max(f32::MIN_POSITIVE));
        let target = |(goal, likeness): (usize, f32)| {
            let own = self.targets.iter().filter(|own| own.goal == goal);
            let best =
                own.max_by(|a, b| a.words.dot(&row).total_cmp(&b.words.dot(&row)).then(b.target.cmp(&a.target)))?;
            Some(NearTarget { target: best.target, likeness })
        };
        near.filter_map(target).collect()
    }

    /// The stems that a text shares with a target's own texts, those that weigh most first.
    #[must_use]
    pub fn shared(&self, reading: &Reading, target: usize) -> Vec<&str> {
        let row = self.vector(reading);
        let Some(own) = self.targets.iter().find(|own| own.target == target) else { return Vec::new() };
        let weights: HashMap<u32, f32> = own.words.iter().collect();
        let mut shared: Vec<(f32, u32)> =
            row.iter().filter_map(|(at, weight)| Some((weight * weights.get(&at)?, at))).collect();
        shared.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        shared.into_iter().map(|(_, at)| self.terms[at as usize].0.as_str()).collect()
    }
}

/// Stems of words with a meaning of their own, and pairs of neighbours among them.
#[must_use]
pub fn goal_tokens(reading: &Reading) -> Vec<String> {
    let words = reading.english.split(' ').filter(|word| word.len() > 2 && !is_stop_word(word));
    let meant: Vec<String> = words.filter(|word| word.chars().all(char::is_alphabetic)).map(str::to_owned).collect();
    let stems = stems(&meant, Language::En);
    let pairs: Vec<String> = stems.windows(2).map(|pair| format!("{} {}", pair[0], pair[1])).collect();
    stems.into_iter().chain(pairs).collect()
}
