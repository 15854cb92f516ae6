//! Fitting the models of links: SDG targets, entities, groups and themes.

use std::collections::HashMap;

use rayon::prelude::*;

use super::classifier::{Texts, classifier};
use super::goal_words::goal_words;
use super::svm::{SvmParams, Weighing};
use crate::analysis::classify::Classifier;
use crate::analysis::features::SparseVector;
use crate::analysis::links::LinkFeatures;
use crate::analysis::models::{LinkModels, Space};
use crate::domain::TagKind;
use crate::text::Reading;
use crate::training::sets::{LinkedText, TrainingData};

/// What links are told from besides the text.
pub(super) struct Facts<'a> {
    /// The feature space.
    pub(super) space: &'a Space,
    /// The classifier of issues.
    pub(super) issues: &'a Classifier,
    /// Issue probabilities of models that had not seen the text's State, by folded text.
    pub(super) known: HashMap<&'a str, Vec<f32>>,
}

impl Facts<'_> {
    fn row(&self, reading: &Reading) -> SparseVector {
        let features = &self.space.features;
        let words = features.vector(reading);
        let fresh = || self.issues.probabilities(&self.issues.model.scores(&words));
        let probabilities = self.known.get(reading.folded.as_str()).cloned().unwrap_or_else(fresh);
        LinkFeatures::after(features).vector(features, reading, &words, &probabilities)
    }

    fn texts<'t>(&self, texts: impl Iterator<Item = (&'t Reading, &'t str)>) -> Texts {
        let (readings, states): (Vec<&Reading>, Vec<String>) = texts.map(|(r, state)| (r, state.to_owned())).unzip();
        let rows = readings.par_iter().map(|reading| self.row(reading)).collect();
        Texts { rows, states, features: LinkFeatures::after(&self.space.features).len() }
    }
}

/// Fits all models of links.
#[must_use]
pub(super) fn link_models(data: &TrainingData, facts: &Facts<'_>, seed: u64) -> LinkModels {
    let linked = facts.texts(data.links.iter().map(|text| (&text.reading, text.state.as_str())));
    let themed = facts.texts(data.themes.iter().map(|text| (&text.reading, text.state.as_str())));
    let truths = |of: fn(&LinkedText) -> Vec<usize>| data.links.iter().map(of).collect::<Vec<_>>();
    let (on_targets, targets) = with_targets(data, facts, linked.clone());
    let themes: Vec<Vec<usize>> = data.themes.iter().map(|text| text.themes.clone()).collect();
    let params = |cost, positive| SvmParams { cost, positive, seed, ..SvmParams::default() };
    let bayes = |cost, positive| SvmParams { weighing: Weighing::NaiveBayes, ..params(cost, positive) };
    let fit = |kind, texts: &Texts, truths: &[Vec<usize>], params| classifier(kind, texts, truths, params).classifier;
    LinkModels {
        sdg: fit(TagKind::SdgTarget, &on_targets, &targets, bayes(0.8, 2.0)),
        goals: goal_words(&data.sdg_texts),
        lead: fit(TagKind::Lead, &linked, &truths(|l| l.lead.into_iter().collect()), params(0.7, 1.0)),
        support: fit(TagKind::Support, &linked, &truths(|l| l.support.clone()), bayes(0.6, 1.5)),
        groups: fit(TagKind::Group, &linked, &truths(|l| l.groups.clone()), bayes(0.6, 1.0)),
        themes: fit(TagKind::Theme, &themed, &themes, bayes(0.8, 2.0)),
    }
}

/// The linked texts and what targets say of themselves, each with its targets.
fn with_targets(data: &TrainingData, facts: &Facts<'_>, linked: Texts) -> (Texts, Vec<Vec<usize>>) {
    let Texts { mut rows, mut states, features } = linked;
    let mut truths: Vec<Vec<usize>> = data.links.iter().map(|text| text.sdg.clone()).collect();
    // Lists of search terms are no sentences, and there are more of them than of sentences.
    let said = data.sdg_texts.iter().filter(|text| !text.is_query);
    let (own, targets): (Vec<&Reading>, Vec<Vec<usize>>) =
        said.filter_map(|text| Some((&text.reading, vec![text.target?]))).unzip();
    rows.par_extend(own.par_iter().map(|reading| facts.row(reading)));
    // Texts of targets belong to no State; spread over the folds they calibrate nothing twice.
    states.extend((0..own.len()).map(|at| format!("target text {at}")));
    truths.extend(targets);
    (Texts { rows, states, features }, truths)
}
