//! Summing up the texts of goals. Nothing is learnt from labelled texts.

use std::collections::HashMap;

use crate::analysis::features::SparseVector;
use crate::analysis::links::{GoalWords, TargetWords, goal_tokens};
use crate::training::sets::GoalText;

/// This share of the goals' own texts, against all other goals, stays below the least likeness.
const FOREIGN: f64 = 0.95;

/// Goals and targets as sums of their texts.
#[must_use]
pub(super) fn goal_words(texts: &[GoalText]) -> GoalWords {
    let words = GoalWords::of_terms(rarities(texts));
    let rows: Vec<SparseVector> = texts.iter().map(|text| words.vector(&text.reading)).collect();
    let sum = |is_of: &dyn Fn(&GoalText) -> bool| {
        let own = texts.iter().zip(&rows).filter(|(text, _)| is_of(text));
        SparseVector::from_pairs(own.flat_map(|(_, row)| row.iter()).collect()).normalised()
    };
    let count = texts.iter().map(|text| text.goal + 1).max().unwrap_or(0);
    let goals: Vec<SparseVector> = (0..count).map(|goal| sum(&|text| text.goal == goal)).collect();
    let mut targets: Vec<(usize, usize)> = texts.iter().filter_map(|text| Some((text.target?, text.goal))).collect();
    targets.sort_unstable();
    targets.dedup();
    let target = |(target, goal): (usize, usize)| {
        let words = sum(&|text| text.target == Some(target));
        TargetWords { target, goal, words }
    };
    let least = foreign(&goals, texts, &rows);
    words.with_goals(goals, targets.into_iter().map(target).collect(), least)
}

/// The likeness that hardly any text reaches with a goal that is not its own.
fn foreign(goals: &[SparseVector], texts: &[GoalText], rows: &[SparseVector]) -> f32 {
    let others = |(text, row): (&GoalText, &SparseVector)| {
        let foreign = goals.iter().enumerate().filter(|(goal, _)| *goal != text.goal);
        foreign.map(|(_, centre)| centre.dot(row)).collect::<Vec<_>>()
    };
    let mut all: Vec<f32> = texts.iter().zip(rows).flat_map(others).collect();
    all.sort_by(f32::total_cmp);
    all.get((all.len() as f64 * FOREIGN) as usize).copied().unwrap_or(1.0)
}

/// All tokens in the order of the alphabet, each with its rarity.
fn rarities(texts: &[GoalText]) -> Vec<(String, f32)> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for text in texts {
        let mut list = goal_tokens(&text.reading);
        list.sort_unstable();
        list.dedup();
        list.into_iter().for_each(|token| *counts.entry(token).or_default() += 1);
    }
    let rarity = |df: usize| ((1.0 + texts.len() as f32) / (1.0 + df as f32)).ln() + 1.0;
    let mut terms: Vec<(String, f32)> = counts.into_iter().map(|(term, df)| (term, rarity(df))).collect();
    terms.sort_unstable_by(|a, b| a.0.cmp(&b.0));
    terms
}

#[cfg(test)]
mod tests {
    use super::goal_words;
    use crate::domain::Language;
    use crate::text::read;
    use crate::training::sets::GoalText;

    #[test]
    fn a_text_is_near_the_goal_whose_words_it_uses() {
        let text =
            |text: &str, goal, target| GoalText { reading: read(text, Language::En), goal, target, is_query: false };
        let words = goal_words(&[
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
