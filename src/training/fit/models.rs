//! Fitting all models, in order: space, issues, action, links, pairs, topics; the topics hang on no other.
//!
//! Later models see the earlier ones' answers as features. Issue probabilities of a text that the issues
//! were learnt from are those of a model that had not seen its State; pairs are compared by answers of
//! the link models as they are.

use std::collections::HashMap;

use jiff::civil::Date;
use rayon::prelude::*;

use super::about;
use super::classifier::{Calibrated, Texts, classifier};
use super::links::{Facts, link_models};
use super::pairs::{ComparedPair, pair_model};
use super::space::space;
use super::svm::{SvmParams, Weighing};
use super::topics::topic_weights;
use crate::analysis::classify::Classifier;
use crate::analysis::duplicates::PairModel;
use crate::analysis::features::SparseVector;
use crate::analysis::models::{NAMES, Space, Taggers};
use crate::domain::TagKind;
use crate::training::TrainingError;
use crate::training::cards::{About, Figures, card};
use crate::training::files::{ModelFile, pack};
use crate::training::profile::profile;
use crate::training::sets::{LabelledRecommendation, TrainingData};

/// Labelled recommendations without which nothing is fitted.
const NEEDED: usize = 500;
const SEED: u64 = 20_080_407;

/// Fits all models to `data`, in the order of [`NAMES`]; `figures` are those of the cards, by model name.
///
/// # Errors
/// When there is too little data or a decomposition fails.
pub(in crate::training) fn fit(
    data: &TrainingData,
    date: Date,
    figures: &Figures,
) -> Result<[ModelFile; 6], TrainingError> {
    let found = data.recommendations.len();
    if found < NEEDED {
        return Err(TrainingError::TooFewRecommendations { found, needed: NEEDED });
    }
    let [space, issues, action, links, pairs, topics] = bytes(data)?;
    let file = |about: About, bytes: Vec<u8>| {
        let figures = figures.get(about.name).cloned().unwrap_or_default();
        ModelFile { name: about.name, card: card(about, date, &bytes, figures), bytes }
    };
    Ok([
        file(about::space(data), space),
        file(about::issues(data), issues),
        file(about::action(data), action),
        file(about::links(data), links),
        file(about::pairs(data), pairs),
        file(about::topics(data), topics),
    ])
}

/// The bytes of all models, in the order of [`NAMES`].
fn bytes(data: &TrainingData) -> Result<[Vec<u8>; 6], TrainingError> {
    let space_bytes = pack(NAMES[0], &space(data, SEED)?)?;
    // Later models are fitted to the space as it will be read.
    let space = Space::from_bytes(&space_bytes)?;
    let rows: Vec<SparseVector> = data.recommendations.par_iter().map(|r| space.features.vector(&r.reading)).collect();
    let Calibrated { classifier: issues, held_out } = issues(data, &rows, &space);
    let action = action(data, &rows, &space);
    let known = answers_by_text(data, &issues, &held_out);
    let links = link_models(data, &Facts { space: &space, issues: &issues, known }, SEED);
    let topics = topic_weights(&data.recommendations);
    let taggers = Taggers { space: &space, issues: &issues, action: &action, links: &links, topics: &topics };
    let pairs = pairs(data, taggers)?;
    Ok([
        space_bytes,
        pack(NAMES[1], &issues)?,
        pack(NAMES[2], &action)?,
        pack(NAMES[3], &links)?,
        pack(NAMES[4], &pairs)?,
        pack(NAMES[5], &topics)?,
    ])
}

fn issues(data: &TrainingData, rows: &[SparseVector], space: &Space) -> Calibrated {
    let subjects = rows.par_iter().map(|row| space.features.subject(row)).collect();
    let states = data.recommendations.iter().map(|r| r.state.clone()).collect();
    let truths: Vec<Vec<usize>> = data.recommendations.iter().map(|r| r.issues.clone()).collect();
    let texts = Texts { rows: subjects, states, features: space.features.len() };
    let params =
        SvmParams { cost: 1.0, positive: 1.4, seed: SEED, weighing: Weighing::NaiveBayes, ..SvmParams::default() };
    classifier(TagKind::Issue, &texts, &truths, params)
}

fn action(data: &TrainingData, rows: &[SparseVector], space: &Space) -> Classifier {
    let labelled: Vec<(&LabelledRecommendation, &SparseVector, usize)> =
        data.recommendations.iter().zip(rows).filter_map(|(r, row)| Some((r, row, r.action?))).collect();
    let texts = Texts {
        rows: labelled.iter().map(|(_, row, _)| (*row).clone()).collect(),
        states: labelled.iter().map(|(r, ..)| r.state.clone()).collect(),
        features: space.features.len(),
    };
    let truths: Vec<Vec<usize>> = labelled.iter().map(|(.., action)| vec![*action]).collect();
    classifier(TagKind::Action, &texts, &truths, SvmParams { cost: 0.5, seed: SEED, ..SvmParams::default() }).classifier
}

/// Issue probabilities of models that had not seen the text's State, by folded text.
fn answers_by_text<'a>(
    data: &'a TrainingData,
    issues: &Classifier,
    held_out: &[Vec<f32>],
) -> HashMap<&'a str, Vec<f32>> {
    let answers = data.recommendations.iter().zip(held_out);
    answers.map(|(r, scores)| (r.reading.folded.as_str(), issues.probabilities(scores))).collect()
}

fn pairs(data: &TrainingData, models: Taggers<'_>) -> Result<PairModel, TrainingError> {
    let compared: Vec<ComparedPair> = data
        .pairs
        .par_iter()
        .map(|pair| ComparedPair { a: profile(&pair.a, models), b: profile(&pair.b, models), relation: pair.relation })
        .collect();
    pair_model(&compared)
}
