//! Pairs under the pair model and its guard: judged ones, and those that are known to ask the same or not to.

use rayon::prelude::*;

use super::counts::{Counts, accuracy};
use crate::analysis::duplicates::{AskRelation, compare};
use crate::analysis::models::{Figure, Models};
use crate::domain::RelationKind;
use crate::text::Reading;
use crate::training::profile::profile;
use crate::training::sets::{JudgedPair, MeasuredSets};

/// Judged pairs; `which` tells them from others on the card.
pub(super) fn judged(models: &Models, pairs: &[JudgedPair], which: &str) -> Vec<Figure> {
    let profile = |reading: &Reading| profile(reading, models.taggers());
    let judged: Vec<(AskRelation, AskRelation)> =
        pairs.par_iter().map(|p| (models.pairs.judge(&profile(&p.a), &profile(&p.b)).0, p.relation)).collect();
    let mut same = Counts::default();
    for (given, truth) in &judged {
        match (*given == AskRelation::Same, *truth == AskRelation::Same) {
            (true, true) => same.right += 1,
            (true, false) => same.extra += 1,
            (false, true) => same.missing += 1,
            (false, false) => {}
        }
    }
    let right: Vec<bool> = judged.iter().map(|(given, truth)| given == truth).collect();
    let apart = judged.iter().filter(|(_, truth)| *truth == AskRelation::Different);
    let merged: Vec<bool> = apart.map(|(given, _)| *given == AskRelation::Same).collect();
    vec![
        Figure::new(&format!("same ask F1, {which}"), same.f1(), judged.len()),
        accuracy(&format!("three classes accuracy, {which}"), &right),
        accuracy(&format!("different called same, {which}"), &merged),
    ]
}

/// Pairs and groups that are known.
pub(super) fn known(models: &Models, sets: &MeasuredSets) -> Vec<Figure> {
    let pairs = |list: &[[Reading; 2]]| -> Vec<bool> { list.par_iter().map(|[a, b]| joins(models, a, b)).collect() };
    let whole = |group: &Vec<Reading>| group[1..].iter().all(|other| joins(models, &group[0], other));
    let groups: Vec<bool> = sets.identical.par_iter().filter(|group| group.len() > 1).map(whole).collect();
    vec![
        accuracy("different instrument called same", &pairs(&sets.hard_negatives)),
        accuracy("one recommendation in two sources found", &pairs(&sets.two_sources)),
        accuracy("groups identical but for the State found", &groups),
    ]
}

fn joins(models: &Models, a: &Reading, b: &Reading) -> bool {
    let profile = |reading: &Reading| profile(reading, models.taggers());
    compare(&profile(a), &profile(b), &models.pairs).kind.is_some_and(RelationKind::joins)
}
