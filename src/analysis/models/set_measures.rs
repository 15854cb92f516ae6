//! Measures over sets that nothing is learnt from: known duplicates and known non-duplicates, goals of
//! foreign texts and of texts in six languages, and what clusters are worth.

use std::collections::BTreeSet;

use ndarray::Array1;
use rayon::prelude::*;

use super::agreement::{adjusted_mutual_information, adjusted_rand};
use super::bundle::Models;
use super::card::Figure;
use super::measures::{accuracy, goals_of};
use super::training::LabelledRecommendation;
use crate::analysis::clusters::{ClusterSet, Granularity, Placed, TitleFacts, place};
use crate::analysis::duplicates::{Profile, compare};
use crate::analysis::tagging::tag;
use crate::analysis::{AnalysisError, main_issue};
use crate::domain::{Language, RecordId, RelationKind, TagKind};
use crate::text::Reading;

/// Sets that models are measured on and never learnt from.
#[derive(Debug, Clone, Default)]
pub struct MeasuredSets {
    /// Pairs alike in words that name different instruments.
    pub hard_negatives: Vec<[Reading; 2]>,
    /// One recommendation as two sources have it.
    pub two_sources: Vec<[Reading; 2]>,
    /// Texts of one review that differ in the recommending State alone.
    pub identical: Vec<Vec<Reading>>,
    /// A text, a goal less one, and whether the text is about it.
    pub goals: Vec<(Reading, usize, bool)>,
    /// A text in six languages, in the order of [`Language::ALL`], with its goals less one.
    pub aligned: Vec<([Reading; 6], Vec<usize>)>,
}

fn joins(models: &Models, a: &Reading, b: &Reading) -> bool {
    let profile =
        |id, reading| Profile::new(RecordId(id), reading, &models.space.features, &tag(models.taggers(), reading));
    compare(&profile(1, a), &profile(2, b), &models.pairs).kind.is_some_and(RelationKind::joins)
}

/// Known pairs and groups under the pair model and its guard.
pub(super) fn duplicates(models: &Models, sets: &MeasuredSets) -> Vec<Figure> {
    let pairs = |list: &[[Reading; 2]]| -> Vec<bool> { list.par_iter().map(|[a, b]| joins(models, a, b)).collect() };
    let whole = |group: &Vec<Reading>| group[1..].iter().all(|other| joins(models, &group[0], other));
    let groups: Vec<bool> = sets.identical.par_iter().filter(|group| group.len() > 1).map(whole).collect();
    vec![
        accuracy("different instrument called same", &pairs(&sets.hard_negatives)),
        accuracy("one recommendation in two sources found", &pairs(&sets.two_sources)),
        accuracy("groups identical but for the State found", &groups),
    ]
}

/// Goals of foreign texts, and of the same texts in six languages against UHRI's own tags.
pub(super) fn goals(models: &Models, sets: &MeasuredSets) -> Vec<Figure> {
    let given = |reading: &Reading| goals_of(&tag(models.taggers(), reading).of(TagKind::SdgTarget));
    let right: Vec<(usize, bool)> =
        sets.goals.par_iter().map(|(text, goal, about)| (*goal, given(text).contains(goal) == *about)).collect();
    let goals: BTreeSet<usize> = right.iter().map(|(goal, _)| *goal).collect();
    let share = |goal: &usize| {
        let own: Vec<bool> = right.iter().filter(|(g, _)| g == goal).map(|(_, right)| *right).collect();
        own.iter().filter(|right| **right).count() as f64 / own.len().max(1) as f64
    };
    let mean = goals.iter().map(share).sum::<f64>() / goals.len().max(1) as f64;
    let mut figures = vec![Figure::new("goals of other texts, mean accuracy", mean, right.len())];
    for language in Language::ALL {
        let f1 = micro_f1(sets.aligned.par_iter().map(|(texts, goals)| (given(&texts[language.index()]), goals)));
        figures.push(Figure::new(&format!("goals against UHRI's tags, {language}"), f1, sets.aligned.len()));
    }
    figures
}

fn micro_f1<'a>(sets: impl ParallelIterator<Item = (Vec<usize>, &'a Vec<usize>)>) -> f64 {
    let counts = |(given, truth): (Vec<usize>, &Vec<usize>)| {
        (given.iter().filter(|goal| truth.contains(goal)).count(), given.len() + truth.len())
    };
    let (right, all) = sets.map(counts).reduce(|| (0, 0), |x, y| (x.0 + y.0, x.1 + y.1));
    2.0 * right as f64 / all.max(1) as f64
}

/// Every so-manieth text arrives later when stability is measured: a tenth.
const LATER: usize = 10;

/// Clusters over all texts against the issue of those that have one, and what becomes of them when a
/// tenth of the texts arrives later.
///
/// # Errors
/// When a fit fails.
pub(super) fn clusters(models: &Models, texts: &[LabelledRecommendation]) -> Result<Vec<Figure>, AnalysisError> {
    let places: Vec<(usize, Array1<f64>, TitleFacts)> = texts
        .par_iter()
        .map(|text| {
            let tagged = tag(models.taggers(), &text.reading);
            let issue = main_issue(&text.reading, &tagged);
            (issue, place(models, &tagged.vector, &tagged.issue_scores), TitleFacts::of(&text.reading))
        })
        .collect();
    let placed = |at: usize| {
        let (issue, place, facts) = &places[at];
        Placed { id: RecordId(at as u64), ask: RecordId(at as u64), home: None, issue: *issue, place, facts }
    };
    let grow = |set: &mut ClusterSet, list: Vec<usize>| {
        let records: Vec<Placed<'_>> = list.into_iter().map(placed).collect();
        set.grow(&records, &BTreeSet::new(), Granularity::for_states(2), &models.space.features)
    };
    let mut whole = ClusterSet::default();
    grow(&mut whole, (0..texts.len()).collect())?;
    let single: Vec<usize> = (0..texts.len()).filter(|at| texts[*at].issues.len() == 1).collect();
    let truth: Vec<usize> = single.iter().map(|at| texts[*at].issues[0]).collect();
    let number = |set: &ClusterSet, at: &usize| set.placements[&RecordId(*at as u64)];
    let themes: Vec<usize> = single.iter().map(|at| usize::from(number(&whole, at).theme)).collect();
    let clusters: Vec<usize> = single.iter().map(|at| code(number(&whole, at))).collect();
    let (old, new): (Vec<usize>, Vec<usize>) = (0..texts.len()).partition(|at| at % LATER != 0);
    let mut grown = ClusterSet::default();
    grow(&mut grown, old.clone())?;
    let before: Vec<usize> = old.iter().map(|at| code(number(&grown, at))).collect();
    grow(&mut grown, new)?;
    let after: Vec<usize> = old.iter().map(|at| code(number(&grown, at))).collect();
    Ok(vec![
        Figure::new("themes against single issues, AMI", adjusted_mutual_information(&truth, &themes), single.len()),
        Figure::new(
            "clusters against single issues, AMI",
            adjusted_mutual_information(&truth, &clusters),
            single.len(),
        ),
        Figure::new("clusters there are", whole.clusters.len() as f64, texts.len()),
        Figure::new("old records' clusters once a tenth is added, Rand", adjusted_rand(&before, &after), old.len()),
    ])
}

fn code(number: crate::domain::ClusterNumber) -> usize {
    usize::from(number.theme) << 16 | usize::from(number.cluster)
}
