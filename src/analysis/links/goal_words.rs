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
/// This share of the goals' own texts, against all other goals, stays below the least likeness.
const FOREIGN: f64 = 0.95;

/// A text that stands for a goal, and for one of its targets where it is of one.
#[derive(Debug, Clone)]
pub struct GoalText {
    /// The text.
    pub reading: Reading,
    /// The goal less one.
    pub goal: usize,
    /// The target by number.
    pub target: Option<usize>,
    /// Whether it lists terms to search for, and says nothing itself.
    pub is_query: bool,
}

/// Goals and targets as sums of their own texts.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct GoalWords {
    /// Stems and pairs of them, with their rarity.
    terms: Vec<(String, f32)>,
    /// By goal; length 1.
    goals: Vec<SparseVector>,
    /// Target by number, its goal less one, and its texts; length 1.
    targets: Vec<(usize, usize, SparseVector)>,
    /// Likeness from which a text is of a goal.
    least: f32,
    #[serde(skip)]
    index: HashMap<String, u32>,
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
    /// Sums up the texts of goals.
    #[must_use]
    pub fn fit(texts: &[GoalText]) -> Self {
        let tokens: Vec<Vec<String>> = texts.iter().map(|text| tokens(&text.reading)).collect();
        let mut words = Self { terms: rarities(&tokens), ..Self::default() }.indexed();
        let rows: Vec<SparseVector> = tokens.iter().map(|list| words.vector(list)).collect();
        let sum = |is_of: &dyn Fn(&GoalText) -> bool| {
            let own = texts.iter().zip(&rows).filter(|(text, _)| is_of(text));
            SparseVector::from_pairs(own.flat_map(|(_, row)| row.iter()).collect()).normalised()
        };
        let goals = texts.iter().map(|text| text.goal + 1).max().unwrap_or(0);
        words.goals = (0..goals).map(|goal| sum(&|text| text.goal == goal)).collect();
        let mut targets: Vec<(usize, usize)> = texts.iter().filter_map(|t| Some((t.target?, t.goal))).collect();
        targets.sort_unstable();
        targets.dedup();
        words.targets = targets.into_iter().map(|(t, goal)| (t, goal, sum(&|text| text.target == Some(t)))).collect();
        words.least = words.foreign(texts, &rows);
        words
    }

    /// The likeness that hardly any text reaches with a goal that is not its own.
    fn foreign(&self, texts: &[GoalText], rows: &[SparseVector]) -> f32 {
        let others = |(text, row): (&GoalText, &SparseVector)| {
            let foreign = self.goals.iter().enumerate().filter(|(goal, _)| *goal != text.goal);
            foreign.map(|(_, centre)| centre.dot(row)).collect::<Vec<_>>()
        };
        let mut all: Vec<f32> = texts.iter().zip(rows).flat_map(others).collect();
        all.sort_by(f32::total_cmp);
        all.get((all.len() as f64 * FOREIGN) as usize).copied().unwrap_or(1.0)
    }

    /// Builds the look-up table, which is not part of the file.
    #[must_use]
    pub fn indexed(mut self) -> Self {
        self.index = self.terms.iter().enumerate().map(|(at, (term, _))| (term.clone(), at as u32)).collect();
        self
    }

    fn vector(&self, tokens: &[String]) -> SparseVector {
        let mut counts: HashMap<u32, f32> = HashMap::new();
        tokens.iter().filter_map(|token| self.index.get(token)).for_each(|at| *counts.entry(*at).or_default() += 1.0);
        let weigh = |(at, count): (u32, f32)| (at, (1.0 + count.ln()) * self.terms[at as usize].1);
        SparseVector::from_pairs(counts.into_iter().map(weigh).collect()).normalised()
    }

    /// The nearest target of each of the nearest goals, nearest first; none where no goal is near.
    #[must_use]
    pub fn nearest(&self, reading: &Reading) -> Vec<NearTarget> {
        let row = self.vector(&tokens(reading));
        let mut goals: Vec<(usize, f32)> = self.goals.iter().map(|centre| centre.dot(&row)).enumerate().collect();
        goals.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let near =
            goals.into_iter().take(MOST_GOALS).filter(|(_, likeness)| *likeness >= self.least.max(f32::MIN_POSITIVE));
        let target = |(goal, likeness): (usize, f32)| {
            let own = self.targets.iter().filter(|(_, of, _)| *of == goal);
            let best = own.max_by(|a, b| a.2.dot(&row).total_cmp(&b.2.dot(&row)).then(b.0.cmp(&a.0)))?;
            Some(NearTarget { target: best.0, likeness })
        };
        near.filter_map(target).collect()
    }

    /// The stems that a text shares with a target's own texts, those that weigh most first.
    #[must_use]
    pub fn shared(&self, reading: &Reading, target: usize) -> Vec<&str> {
        let row = self.vector(&tokens(reading));
        let Some((_, _, own)) = self.targets.iter().find(|(number, ..)| *number == target) else { return Vec::new() };
        let weights: HashMap<u32, f32> = own.iter().collect();
        let mut shared: Vec<(f32, u32)> =
            row.iter().filter_map(|(at, weight)| Some((weight * weights.get(&at)?, at))).collect();
        shared.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        shared.into_iter().map(|(_, at)| self.terms[at as usize].0.as_str()).collect()
    }
}

/// Stems of words with a meaning of their own, and pairs of neighbours among them.
fn tokens(reading: &Reading) -> Vec<String> {
    let words = reading.english.split(' ').filter(|word| word.len() > 2 && !is_stop_word(word));
    let meant: Vec<String> = words.filter(|word| word.chars().all(char::is_alphabetic)).map(str::to_owned).collect();
    let stems = stems(&meant, Language::En);
    let pairs: Vec<String> = stems.windows(2).map(|pair| format!("{} {}", pair[0], pair[1])).collect();
    stems.into_iter().chain(pairs).collect()
}

/// All tokens in the order of the alphabet, each with its rarity.
fn rarities(texts: &[Vec<String>]) -> Vec<(String, f32)> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for text in texts {
        let mut list: Vec<&str> = text.iter().map(String::as_str).collect();
        list.sort_unstable();
        list.dedup();
        list.into_iter().for_each(|token| *counts.entry(token).or_default() += 1);
    }
    let rarity = |df: usize| ((1.0 + texts.len() as f32) / (1.0 + df as f32)).ln() + 1.0;
    let mut terms: Vec<(String, f32)> = counts.into_iter().map(|(term, df)| (term.to_owned(), rarity(df))).collect();
    terms.sort_unstable_by(|a, b| a.0.cmp(&b.0));
    terms
}

#[cfg(test)]
mod tests {
    use super::{GoalText, GoalWords};
    use crate::domain::Language;
    use crate::text::read;

    #[test]
    fn a_text_is_near_the_goal_whose_words_it_uses() {
        let text =
            |text: &str, goal, target| GoalText { reading: read(text, Language::En), goal, target, is_query: false };
        let words = GoalWords::fit(&[
            text("Clean kilns burn rice husk", 0, Some(3)),
            text("Kilns", 0, None),
            text("Harbours shelter herring shoals", 1, Some(9)),
            text("Harbours", 1, None),
        ]);
        let found = words.nearest(&read("Herring have left the shoals", Language::En));
        assert_eq!(found.iter().map(|near| near.target).collect::<Vec<_>>(), [9]);
        assert_eq!(words.shared(&read("Herring have left the shoals", Language::En), 9), ["herring", "shoal"]);
        assert!(words.nearest(&read("Nothing of either", Language::En)).is_empty());
    }
}
