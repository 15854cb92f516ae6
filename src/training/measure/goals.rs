//! Goals of foreign texts, and of the same texts in six languages against UHRI's own tags.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::analysis::links::goals_of;
use crate::analysis::models::{Figure, Models};
use crate::analysis::tagging::tag;
use crate::domain::{Language, TagKind};
use crate::text::Reading;
use crate::training::sets::MeasuredSets;

/// Figures of goals.
pub(super) fn goals(models: &Models, sets: &MeasuredSets) -> Vec<Figure> {
    let mut figures = vec![foreign(models, &sets.goals)];
    for language in Language::ALL {
        let given = |texts: &[Reading; 6]| given(models, &texts[language.index()]);
        let f1 = micro_f1(sets.aligned.par_iter().map(|(texts, goals)| (given(texts), goals)));
        figures.push(Figure::new(&format!("goals against UHRI's tags, {language}"), f1, sets.aligned.len()));
    }
    figures
}

/// The goals that the program gives a text.
fn given(models: &Models, reading: &Reading) -> Vec<usize> {
    goals_of(&tag(models.taggers(), reading).of(TagKind::SdgTarget))
}

/// Judgements on single goals: the mean over the goals of what is right for each.
fn foreign(models: &Models, judgements: &[(Reading, usize, bool)]) -> Figure {
    let right: Vec<(usize, bool)> = judgements
        .par_iter()
        .map(|(text, goal, is_about)| (*goal, given(models, text).contains(goal) == *is_about))
        .collect();
    let goals: BTreeSet<usize> = right.iter().map(|(goal, _)| *goal).collect();
    let share = |goal: &usize| {
        let own: Vec<bool> = right.iter().filter(|(g, _)| g == goal).map(|(_, right)| *right).collect();
        own.iter().filter(|right| **right).count() as f64 / own.len().max(1) as f64
    };
    let mean = goals.iter().map(share).sum::<f64>() / goals.len().max(1) as f64;
    Figure::new("goals of other texts, mean accuracy", mean, right.len())
}

fn micro_f1<'a>(sets: impl ParallelIterator<Item = (Vec<usize>, &'a Vec<usize>)>) -> f64 {
    let counts = |(given, truth): (Vec<usize>, &Vec<usize>)| {
        (given.iter().filter(|goal| truth.contains(goal)).count(), given.len() + truth.len())
    };
    let (right, all) = sets.map(counts).reduce(|| (0, 0), |x, y| (x.0 + y.0, x.1 + y.1));
    2.0 * right as f64 / all.max(1) as f64
}
