//! The measures on cards, counted on texts of States that the models have not seen.

use rayon::prelude::*;

use super::bundle::Models;
use super::card::Figure;
use super::training::{JudgedPair, LabelledRecommendation, LinkedText, ThemedText};
use crate::analysis::classify::{Classifier, Prediction};
use crate::analysis::duplicates::{AskRelation, Profile};
use crate::analysis::tagging::{LinkScores, MOST_GROUPS, MOST_SUPPORT, issues_of, lead_of, link_scores, tag, targets};
use crate::domain::TagKind;
use crate::domain::vocabulary::{value_number, values};
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
            (issues_of(&models.issues, &scores).into_iter().map(|p| p.label).collect(), &text.issues)
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
    let all: Vec<_> = texts.par_iter().map(|text| link_scores(models.taggers(), &text.reading)).collect();
    let links = &models.links;
    let sdg: Vec<Vec<usize>> =
        texts.iter().zip(&all).map(|(t, s)| numbers(targets(models.taggers(), &t.reading, s))).collect();
    let truths = |of: fn(&LinkedText) -> &Vec<usize>| texts.iter().map(of);
    let mut figures = label_figures(
        "SDG target",
        links.sdg.labels().len(),
        &sdg.iter().cloned().zip(truths(|t| &t.sdg)).collect::<Vec<_>>(),
    );
    let goals: Vec<Vec<usize>> = texts.iter().map(|t| goals_of(&t.sdg)).collect();
    let goal_sets: Vec<_> = sdg.iter().map(|given| goals_of(given)).zip(&goals).collect();
    figures.extend(label_figures("SDG goal", 17, &goal_sets).into_iter().take(1));
    let lead = |(scores, text): (&LinkScores, &LinkedText)| {
        let given = lead_of(models.taggers(), &text.reading, &scores.lead).map(|p| p.label);
        text.lead.map(|lead| (given.is_some(), given == Some(lead)))
    };
    let leads: Vec<(bool, bool)> = all.iter().zip(texts).filter_map(lead).collect();
    let right = |list: &[(bool, bool)]| list.iter().map(|(_, right)| *right).collect::<Vec<_>>();
    let given: Vec<(bool, bool)> = leads.iter().filter(|(given, _)| *given).copied().collect();
    figures.push(accuracy("lead entity accuracy", &right(&leads)));
    figures.push(accuracy("lead entity precision where one is given", &right(&given)));
    let support =
        all.iter().map(|s| numbers(links.support.several(&s.support, 0, MOST_SUPPORT))).zip(truths(|t| &t.support));
    figures.extend(
        label_figures("supporting entities", links.support.labels().len(), &support.collect::<Vec<_>>())
            .into_iter()
            .take(1),
    );
    let groups =
        all.iter().map(|s| numbers(links.groups.several(&s.groups, 0, MOST_GROUPS))).zip(truths(|t| &t.groups));
    figures
        .extend(label_figures("groups", links.groups.labels().len(), &groups.collect::<Vec<_>>()).into_iter().take(1));
    let by_rule = |text: &LinkedText| -> Vec<usize> {
        text.reading.groups.iter().filter_map(|g| value_number(TagKind::Group, g.code)).map(usize::from).collect()
    };
    let rule: Vec<_> = texts.iter().map(by_rule).zip(truths(|t| &t.groups)).collect();
    figures.extend(label_figures("groups by words alone", links.groups.labels().len(), &rule).into_iter().take(1));
    figures
}

pub(super) fn themes(models: &Models, texts: &[ThemedText]) -> Vec<Figure> {
    let given = |text: &ThemedText| tag(models.taggers(), &text.reading).of(TagKind::Theme);
    let sets: Vec<(Vec<usize>, &Vec<usize>)> = texts.par_iter().map(|text| (given(text), &text.themes)).collect();
    label_figures("themes", models.links.themes.labels().len(), &sets).into_iter().take(1).collect()
}

fn numbers(given: Vec<Prediction>) -> Vec<usize> {
    given.into_iter().map(|prediction| prediction.label).collect()
}

/// The goals of targets by number, less one, each once.
pub(crate) fn goals_of(targets: &[usize]) -> Vec<usize> {
    let code = |number: &usize| values(TagKind::SdgTarget).get(*number).and_then(|code| code.split('.').next());
    let mut goals: Vec<usize> =
        targets.iter().filter_map(code).filter_map(|goal| goal.parse::<usize>().ok()).map(|goal| goal - 1).collect();
    goals.sort_unstable();
    goals.dedup();
    goals
}

/// Links of texts that two readers have linked: precision against what either gave, recall against
/// what both gave, and F1 of the two; a lead is right where either reader gave it.
pub(super) fn twice_linked(models: &Models, texts: &[[LinkedText; 2]]) -> Vec<Figure> {
    let links = &models.links;
    let all: Vec<_> = texts.par_iter().map(|[text, _]| link_scores(models.taggers(), &text.reading)).collect();
    let several =
        |classifier: &Classifier, scores: &[f32], most| -> Vec<usize> { numbers(classifier.several(scores, 0, most)) };
    let figure = |name: &str, given: Vec<Vec<usize>>, truth: fn(&LinkedText) -> Vec<usize>| {
        let sets = given.into_iter().zip(texts).map(|(given, [a, b])| (given, truth(a), truth(b)));
        Figure::new(&format!("{name} F1, two readers"), two_readers(sets), texts.len())
    };
    let sdg: Vec<Vec<usize>> =
        texts.iter().zip(&all).map(|(t, s)| numbers(targets(models.taggers(), &t[0].reading, s))).collect();
    let goals = sdg.iter().map(|targets| goals_of(targets)).collect();
    let support = all.iter().map(|s| several(&links.support, &s.support, MOST_SUPPORT)).collect();
    let groups = all.iter().map(|s| several(&links.groups, &s.groups, MOST_GROUPS)).collect();
    let given_lead = |(text, scores): (&[LinkedText; 2], &LinkScores)| {
        lead_of(models.taggers(), &text[0].reading, &scores.lead).map(|p| p.label)
    };
    let lead: Vec<Option<usize>> = texts.iter().zip(&all).map(given_lead).collect();
    let is_right: Vec<bool> = lead
        .iter()
        .zip(texts)
        .map(|(given, [a, b])| given.is_some() && (*given == a.lead || *given == b.lead))
        .collect();
    let when_given: Vec<bool> =
        is_right.iter().zip(&lead).filter(|(_, lead)| lead.is_some()).map(|(r, _)| *r).collect();
    vec![
        figure("SDG target", sdg, |t| t.sdg.clone()),
        figure("SDG goal", goals, |t| goals_of(&t.sdg)),
        figure("supporting entities", support, |t| t.support.clone()),
        figure("groups", groups, |t| t.groups.clone()),
        accuracy("lead entity accuracy, two readers", &is_right),
        accuracy("lead entity precision where one is given, two readers", &when_given),
    ]
}

fn two_readers(sets: impl Iterator<Item = (Vec<usize>, Vec<usize>, Vec<usize>)>) -> f64 {
    let (mut hits, mut given_all, mut found, mut agreed) = (0usize, 0usize, 0usize, 0usize);
    for (given, a, b) in sets {
        let both: Vec<usize> = a.iter().copied().filter(|label| b.contains(label)).collect();
        hits += given.iter().filter(|label| a.contains(label) || b.contains(label)).count();
        given_all += given.len();
        found += both.iter().filter(|label| given.contains(label)).count();
        agreed += both.len();
    }
    let (precision, recall) = (hits as f64 / given_all.max(1) as f64, found as f64 / agreed.max(1) as f64);
    if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 }
}

pub(super) fn pairs(
    models: &Models,
    pairs: &[JudgedPair],
    which: &str,
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
    let apart = judged.iter().filter(|(_, truth)| *truth == AskRelation::Different);
    let merged: Vec<bool> = apart.map(|(given, _)| *given == AskRelation::Same).collect();
    vec![
        Figure::new(&format!("same ask F1, {which}"), same.f1(), judged.len()),
        accuracy(&format!("three classes accuracy, {which}"), &right),
        accuracy(&format!("different called same, {which}"), &merged),
    ]
}

pub(super) fn accuracy(name: &str, judged: &[bool]) -> Figure {
    let right = judged.iter().filter(|right| **right).count();
    Figure::new(name, right as f64 / judged.len().max(1) as f64, judged.len())
}
