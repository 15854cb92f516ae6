//! Fitting classifiers: a linear model on all texts, its calibration on scores of models that have not
//! seen a text's State.

use super::calibrate::{best_threshold, calibration};
use super::svm::{SvmParams, linear_model};
use crate::analysis::classify::Classifier;
use crate::analysis::features::SparseVector;
use crate::domain::TagKind;
use crate::domain::vocabulary::values;
use crate::training::folds::fold_of;

/// How many folds of States the calibration is fitted on.
const FOLDS: usize = 4;

/// Vectors of texts, with what they are split by.
#[derive(Clone)]
pub(super) struct Texts {
    /// One vector a text.
    pub(super) rows: Vec<SparseVector>,
    /// The State of each.
    pub(super) states: Vec<String>,
    /// Number of features.
    pub(super) features: usize,
}

/// A classifier with what it was calibrated on.
pub(super) struct Calibrated {
    /// The classifier.
    pub(super) classifier: Classifier,
    /// For each text the scores of a model that had not seen its State.
    pub(super) held_out: Vec<Vec<f32>>,
}

/// Fits a classifier of one kind of tag; `truths` are the values of each text by number.
pub(super) fn classifier(kind: TagKind, texts: &Texts, truths: &[Vec<usize>], params: SvmParams) -> Calibrated {
    let labels: Vec<String> = values(kind).iter().map(|value| (*value).to_owned()).collect();
    let held_out = held_out_scores(texts, truths, &labels, params);
    let scored = |label: usize| -> Vec<(f32, bool)> {
        held_out.iter().zip(truths).map(|(scores, truth)| (scores[label], truth.contains(&label))).collect()
    };
    let pooled = best_threshold(&(0..labels.len()).flat_map(scored).collect::<Vec<_>>());
    let calibrations = (0..labels.len()).map(|label| calibration(&scored(label), pooled)).collect();
    let has = |text: usize, label: usize| truths[text].contains(&label);
    let model = linear_model(&texts.rows, texts.features, &labels, has, params);
    Calibrated { classifier: Classifier::new(model, calibrations), held_out }
}

fn held_out_scores(texts: &Texts, truths: &[Vec<usize>], labels: &[String], params: SvmParams) -> Vec<Vec<f32>> {
    let mut scores = vec![Vec::new(); texts.rows.len()];
    let folds: Vec<usize> = texts.states.iter().map(|state| fold_of(state, FOLDS)).collect();
    for fold in 0..FOLDS {
        let kept: Vec<usize> = (0..texts.rows.len()).filter(|text| folds[*text] != fold).collect();
        let rows: Vec<SparseVector> = kept.iter().map(|text| texts.rows[*text].clone()).collect();
        let has = |at: usize, label: usize| truths[kept[at]].contains(&label);
        let model = linear_model(&rows, texts.features, labels, has, params);
        for text in (0..texts.rows.len()).filter(|text| folds[*text] == fold) {
            scores[text] = model.scores(&texts.rows[text]);
        }
    }
    scores
}
