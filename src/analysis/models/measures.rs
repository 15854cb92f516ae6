//! The measures on cards, counted on texts of States that the models have not seen.

use rayon::prelude::*;

use super::bundle::Models;
use super::card::Figure;
use super::training::{JudgedPair, LabelledRecommendation, LinkedText};
use crate::analysis::duplicates::{AskRelation, Profile};
use crate::analysis::tagging::{MOST_ISSUES, MOST_SDGS, link_scores};
use crate::text::Reading;

/// Counts of right, superfluous and missing labels.
#[derive(Debug, Default, Clone, Copy)]
struct Counts {
    right: usize,
    extra: usize,
    missing: usize,
}

impl Counts {
    fn f1(self) -> f64 {
        let all = 2 * self.right + self.extra + self.missing;
        if self.right == 0 { 0.0 } else { 2.0 * self.right as f64 / all as f64 }
    }
}

/// Micro- and macro-averaged F1 of label sets; macro over labels that occur.
fn label_figures(name: &str, labels: usize, sets: &[(Vec<usize>, &Vec<usize>)]) -> Vec<Figure> {
    let mut counts = vec![Counts::default(); labels];
    for (given, truth) in sets {
        for label in given {
            if truth.contains(label) { counts[*label].right += 1 } else { counts[*label].extra += 1 }
        }
        truth.iter().filter(|label| !given.contains(label)).for_each(|label| counts[*label].missing += 1);
    }
    let total = counts.iter().fold(Counts::default(), |sum, c| Counts {
        right: sum.right + c.right,
        extra: sum.extra + c.extra,
        missing: sum.missing + c.missing,
    });
    let known: Vec<f64> = counts.iter().filter(|c| c.right + c.missing > 0).map(|c| c.f1()).collect();
    vec![
        Figure::new(&format!("{name} micro-F1"), total.f1(), sets.len()),
        Figure::new(&format!("{name} macro-F1"), known.iter().sum::<f64>() / known.len().max(1) as f64, known.len()),
    ]
}

pub(super) fn issues(models: &Models, texts: &[LabelledRecommendation]) -> Vec<Figure> {
    let given: Vec<(Vec<usize>, &Vec<usize>)> = texts
        .par_iter()
        .map(|text| {
            let scores = models.issues.model.scores(&models.space.features.vector(&text.reading));
            (models.issues.several(&scores, 1, MOST_ISSUES).into_iter().map(|p| p.label).collect(), &text.issues)
        })
        .collect();
    label_figures("issues", models.issues.labels().len(), &given)
}

pub(super) fn action(models: &Models, texts: &[LabelledRecommendation]) -> Vec<Figure> {
    let judged: Vec<bool> = texts
        .par_iter()
        .filter_map(|text| {
            let scores = models.action.model.scores(&models.space.features.vector(&text.reading));
            Some(models.action.single(&scores).label == text.action?)
        })
        .collect();
    vec![accuracy("action category accuracy", &judged)]
}

pub(super) fn links(models: &Models, texts: &[LinkedText]) -> Vec<Figure> {
    let all: Vec<_> = texts.par_iter().map(|text| link_scores(models, &text.reading)).collect();
    let several =
        |scores: &Vec<f32>| models.links.sdg.several(scores, 0, MOST_SDGS).into_iter().map(|p| p.label).collect();
    let sdg: Vec<(Vec<usize>, &Vec<usize>)> = all.iter().zip(texts).map(|(s, t)| (several(&s.sdg), &t.sdg)).collect();
    let mut figures = label_figures("SDG target", models.links.sdg.labels().len(), &sdg);
    let lead: Vec<bool> =
        all.iter().zip(texts).filter_map(|(s, t)| Some(models.links.lead.single(&s.lead).label == t.lead?)).collect();
    figures.push(accuracy("lead entity accuracy", &lead));
    figures
}

pub(super) fn pairs(
    models: &Models,
    pairs: &[JudgedPair],
    profile: impl Fn(&Reading) -> Profile + Sync,
) -> Vec<Figure> {
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
    vec![Figure::new("same ask F1", same.f1(), judged.len()), accuracy("three classes accuracy", &right)]
}

fn accuracy(name: &str, judged: &[bool]) -> Figure {
    let right = judged.iter().filter(|right| **right).count();
    Figure::new(name, right as f64 / judged.len().max(1) as f64, judged.len())
}
