//! Training all models, in order: space, issues, action, links, pairs.
//!
//! Later models see the earlier ones' answers as features. Issue probabilities of a text that the issues
//! were learnt from are those of a model that had not seen its State; pairs are compared by answers of
//! the link models as they are.

use std::collections::HashMap;

use jiff::civil::Date;
use rayon::prelude::*;
use serde::Serialize;

use super::bundle::{LinkModels, ModelFile, Models, NAMES, Space, pack_space};
use super::card::{Card, Figure};
use super::file::pack;
use super::measures;
use super::set_measures::{self, MeasuredSets};
use crate::analysis::AnalysisError;
use crate::analysis::classify::{Classifier, SvmParams, TrainingSet, Weighing, is_held_out};
use crate::analysis::duplicates::{AskRelation, PairModel, Profile};
use crate::analysis::features::{FeatureSpace, LatentSpace, SparseVector};
use crate::analysis::links::{GoalText, GoalWords, LinkFeatures};
use crate::analysis::tagging::{Taggers, tag};
use crate::domain::vocabulary::values;
use crate::domain::{RecordId, TagKind};
use crate::text::Reading;

/// A recommendation with the labels of UPR Info.
#[derive(Debug, Clone)]
pub struct LabelledRecommendation {
    /// State under review, the unit of splitting.
    pub state: String,
    /// The text, read.
    pub reading: Reading,
    /// Issues by number.
    pub issues: Vec<usize>,
    /// Action category less one, 0 to 4.
    pub action: Option<usize>,
}

/// A text with its links.
#[derive(Debug, Clone)]
pub struct LinkedText {
    /// State, or the text's own identifier where the State is not known.
    pub state: String,
    /// The text, read.
    pub reading: Reading,
    /// SDG targets by number.
    pub sdg: Vec<usize>,
    /// Leading entity type by number.
    pub lead: Option<usize>,
    /// Supporting entity types by number.
    pub support: Vec<usize>,
    /// Groups of persons by number.
    pub groups: Vec<usize>,
    /// Whether figures are taken on it; texts judged for training alone are only learnt from.
    pub measured: bool,
}

/// A text with themes of OHCHR.
#[derive(Debug, Clone)]
pub struct ThemedText {
    /// State, or the text's own identifier where the State is not known.
    pub state: String,
    /// The text, read.
    pub reading: Reading,
    /// Themes of the list in force by number.
    pub themes: Vec<usize>,
}

/// Two texts and how their asks relate.
#[derive(Debug, Clone)]
pub struct JudgedPair {
    /// State both are addressed to.
    pub state: String,
    /// First text, read.
    pub a: Reading,
    /// Second text, read.
    pub b: Reading,
    /// The judgement.
    pub relation: AskRelation,
    /// Whether figures are taken on it; pairs judged for training alone are only learnt from.
    pub measured: bool,
}

/// Everything models are trained on.
#[derive(Debug, Clone, Default)]
pub struct TrainingData {
    /// Labelled recommendations.
    pub recommendations: Vec<LabelledRecommendation>,
    /// Texts without labels, for the feature space.
    pub unlabelled: Vec<Reading>,
    /// Linked texts.
    pub links: Vec<LinkedText>,
    /// Texts with themes.
    pub themes: Vec<ThemedText>,
    /// What goals and targets say of themselves and what is searched for them.
    pub sdg_texts: Vec<GoalText>,
    /// Judged pairs.
    pub pairs: Vec<JudgedPair>,
    /// Texts that two readers have linked, each for themselves; never learnt from.
    pub tested_links: Vec<[LinkedText; 2]>,
    /// Pairs that are never learnt from.
    pub tested_pairs: Vec<JudgedPair>,
    /// Other sets that are never learnt from.
    pub sets: MeasuredSets,
}

impl TrainingData {
    /// The data without the States that are held out, and the data of those States.
    #[must_use]
    pub fn split(&self) -> (Self, Self) {
        let part = |held: bool| Self {
            recommendations: self.recommendations.iter().filter(|r| is_held_out(&r.state) == held).cloned().collect(),
            unlabelled: if held { Vec::new() } else { self.unlabelled.clone() },
            links: self
                .links
                .iter()
                .filter(|l| is_held_out(&l.state) == held && (l.measured || !held))
                .cloned()
                .collect(),
            pairs: self
                .pairs
                .iter()
                .filter(|p| is_held_out(&p.state) == held && (p.measured || !held))
                .cloned()
                .collect(),
            sdg_texts: if held { Vec::new() } else { self.sdg_texts.clone() },
            themes: self.themes.iter().filter(|t| is_held_out(&t.state) == held).cloned().collect(),
            tested_links: if held { self.tested_links.clone() } else { Vec::new() },
            tested_pairs: if held { self.tested_pairs.clone() } else { Vec::new() },
            sets: if held { self.sets.clone() } else { MeasuredSets::default() },
        };
        (part(false), part(true))
    }
}

/// Texts that must hold a token for it to become a feature.
const LEAST: usize = 3;
/// Dimensions of the latent space.
const DIMENSIONS: usize = 96;
const SEED: u64 = 20_080_407;

/// Trains all models on `data`; `figures` are those of the cards, by model name.
///
/// # Errors
/// When there is too little data or a decomposition fails.
pub fn train(
    data: &TrainingData,
    date: Date,
    figures: &HashMap<&'static str, Vec<Figure>>,
) -> Result<Vec<ModelFile>, AnalysisError> {
    let found = data.recommendations.len();
    if found < 500 {
        return Err(AnalysisError::TooFewLabels { task: "issues", found, needed: 500 });
    }
    let (space_bytes, space) = pack_space(space(data)?)?;
    let rows: Vec<SparseVector> = data.recommendations.par_iter().map(|r| space.features.vector(&r.reading)).collect();
    let subjects: Vec<SparseVector> = rows.par_iter().map(|row| space.features.subject(row)).collect();
    let (issues, held_out) = issues(data, &subjects, space.features.len());
    let action = action(data, &rows, space.features.len());
    let known = answers_by_text(data, &issues, &held_out);
    let links = links(data, &space, &issues, &known);
    let pairs = pairs(data, Taggers { space: &space, issues: &issues, action: &action, links: &links })?;
    let card = |name, bytes: &[u8]| card(name, data, date, figures, bytes);
    let file = |name: &'static str, bytes: Vec<u8>| ModelFile { name, card: card(name, &bytes), bytes };
    Ok(vec![
        file(NAMES[0], space_bytes),
        file(NAMES[1], pack(NAMES[1], &issues)?),
        file(NAMES[2], pack(NAMES[2], &action)?),
        file(NAMES[3], pack(NAMES[3], &links)?),
        file(NAMES[4], pack(NAMES[4], &pairs)?),
    ])
}

fn space(data: &TrainingData) -> Result<Space, AnalysisError> {
    let texts = || {
        let sdg_texts = data.sdg_texts.iter().map(|text| &text.reading);
        data.recommendations.iter().map(|r| &r.reading).chain(&data.unlabelled).chain(sdg_texts)
    };
    let features = FeatureSpace::fit(texts(), LEAST);
    let rows: Vec<SparseVector> = texts().collect::<Vec<_>>().par_iter().map(|r| features.plain_vector(r)).collect();
    let latent = LatentSpace::fit(&rows, features.plain(), DIMENSIONS, SEED)?;
    Ok(Space { features, latent })
}

fn names(kind: TagKind) -> Vec<String> {
    values(kind).iter().map(|value| (*value).to_owned()).collect()
}

fn issues(data: &TrainingData, rows: &[SparseVector], features: usize) -> (Classifier, Vec<Vec<f32>>) {
    let truths: Vec<Vec<usize>> = data.recommendations.iter().map(|r| r.issues.clone()).collect();
    let states: Vec<String> = data.recommendations.iter().map(|r| r.state.clone()).collect();
    let set = TrainingSet { rows, states: &states, truths: &truths, labels: &names(TagKind::Issue), features };
    Classifier::train(
        &set,
        SvmParams { cost: 1.0, positive: 1.4, seed: SEED, weighing: Weighing::NaiveBayes, ..SvmParams::default() },
    )
}

fn action(data: &TrainingData, rows: &[SparseVector], features: usize) -> Classifier {
    let with: Vec<usize> = (0..rows.len()).filter(|at| data.recommendations[*at].action.is_some()).collect();
    let rows: Vec<SparseVector> = with.iter().map(|at| rows[*at].clone()).collect();
    let truths: Vec<Vec<usize>> =
        with.iter().map(|at| data.recommendations[*at].action.into_iter().collect()).collect();
    let states: Vec<String> = with.iter().map(|at| data.recommendations[*at].state.clone()).collect();
    let set = TrainingSet { rows: &rows, states: &states, truths: &truths, labels: &names(TagKind::Action), features };
    Classifier::train(&set, SvmParams { cost: 0.5, seed: SEED, ..SvmParams::default() }).0
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

fn links(data: &TrainingData, space: &Space, issues: &Classifier, known: &HashMap<&str, Vec<f32>>) -> LinkModels {
    let layout = LinkFeatures::after(&space.features);
    let row = |reading: &Reading| {
        let words = space.features.vector(reading);
        let fresh = || issues.probabilities(&issues.model.scores(&words));
        let probabilities = known.get(reading.folded.as_str()).cloned().unwrap_or_else(fresh);
        layout.vector(&space.features, reading, &words, &probabilities)
    };
    let rows: Vec<SparseVector> = data.links.par_iter().map(|text| row(&text.reading)).collect();
    let states: Vec<String> = data.links.iter().map(|l| l.state.clone()).collect();
    let themed: Vec<SparseVector> = data.themes.par_iter().map(|text| row(&text.reading)).collect();
    let themed_states: Vec<String> = data.themes.iter().map(|t| t.state.clone()).collect();
    let (mut sdg_rows, mut sdg_states) = (rows.clone(), states.clone());
    // Lists of search terms are no sentences, and there are more of them than of sentences.
    let said = data.sdg_texts.iter().filter(|text| !text.is_query);
    let (own, targets): (Vec<&Reading>, Vec<Vec<usize>>) =
        said.filter_map(|text| Some((&text.reading, vec![text.target?]))).unzip();
    sdg_rows.par_extend(own.par_iter().map(|reading| row(reading)));
    // Texts of targets belong to no State; spread over the folds they calibrate nothing twice.
    sdg_states.extend((0..own.len()).map(|at| format!("target text {at}")));
    let fit = |kind: TagKind, truths: Vec<Vec<usize>>, cost: f64, positive: f64| {
        let weighing = if kind == TagKind::Lead { Weighing::Equal } else { Weighing::NaiveBayes };
        let labels = names(kind);
        let (rows, states) = match kind {
            TagKind::Theme => (&themed, &themed_states),
            TagKind::SdgTarget => (&sdg_rows, &sdg_states),
            _ => (&rows, &states),
        };
        let set = TrainingSet { rows, states, truths: &truths, labels: &labels, features: layout.len() };
        Classifier::train(&set, SvmParams { cost, positive, weighing, seed: SEED, ..SvmParams::default() }).0
    };
    let of = |truth: fn(&LinkedText) -> Vec<usize>| data.links.iter().map(truth).collect::<Vec<_>>();
    LinkModels {
        sdg: fit(TagKind::SdgTarget, [of(|l| l.sdg.clone()), targets].concat(), 0.8, 2.0),
        goals: GoalWords::fit(&data.sdg_texts),
        lead: fit(TagKind::Lead, of(|l| l.lead.into_iter().collect()), 0.7, 1.0),
        support: fit(TagKind::Support, of(|l| l.support.clone()), 0.6, 1.5),
        groups: fit(TagKind::Group, of(|l| l.groups.clone()), 0.6, 1.0),
        themes: fit(TagKind::Theme, data.themes.iter().map(|t| t.themes.clone()).collect(), 0.8, 2.0),
    }
}

fn pairs(data: &TrainingData, models: Taggers<'_>) -> Result<PairModel, AnalysisError> {
    let rows: Vec<_> =
        data.pairs.par_iter().map(|pair| (profile(&pair.a, models), profile(&pair.b, models), pair.relation)).collect();
    PairModel::fit(&rows)
}

/// The profile of a text outside any workspace.
fn profile(reading: &Reading, models: Taggers<'_>) -> Profile {
    Profile::new(RecordId(0), reading, &models.space.features, &tag(models, reading))
}

/// Measures models on data they have not seen; figures by model name.
///
/// # Errors
/// When clusters cannot be made.
pub fn evaluate(models: &Models, data: &TrainingData) -> Result<HashMap<&'static str, Vec<Figure>>, AnalysisError> {
    let profile = |reading: &Reading| profile(reading, models.taggers());
    let pairs = |pairs: &[JudgedPair], name| measures::pairs(models, pairs, name, profile);
    let links = [
        measures::links(models, &data.links),
        measures::twice_linked(models, &data.tested_links),
        measures::themes(models, &data.themes),
        set_measures::goals(models, &data.sets),
    ];
    let pairs = [
        pairs(&data.pairs, "held-out States"),
        pairs(&data.tested_pairs, "kept for testing"),
        set_measures::duplicates(models, &data.sets),
    ];
    Ok(HashMap::from([
        ("space", set_measures::clusters(models, &data.recommendations)?),
        ("issues", measures::issues(models, &data.recommendations)),
        ("action", measures::action(models, &data.recommendations)),
        ("links", links.concat()),
        ("pairs", pairs.concat()),
    ]))
}

fn card(
    name: &'static str,
    data: &TrainingData,
    date: Date,
    figures: &HashMap<&'static str, Vec<Figure>>,
    bytes: &[u8],
) -> String {
    let (purpose, method, count) = match name {
        "space" => (
            "Turns texts into weighted words and into few dimensions.",
            "TF-IDF of words, stems, pairs of both, openings and names, each kind scaled by itself; randomised singular value decomposition of words and pairs",
            data.recommendations.len() + data.unlabelled.len() + data.sdg_texts.len(),
        ),
        "issues" => (
            "Gives the issues of UPR Info (54, several to a text).",
            "Linear support vector machines, one against the rest, over words weighed by naive Bayes, calibrated on unseen States",
            data.recommendations.len(),
        ),
        "action" => (
            "Gives the action category of UPR Info (1 to 5).",
            "Linear support vector machines over words and opening verbs",
            data.recommendations.iter().filter(|r| r.action.is_some()).count(),
        ),
        "links" => (
            "Gives SDG targets, types of leading and supporting entities, groups of persons and themes.",
            "Linear support vector machines over words, issue probabilities and named facts, weighed by naive Bayes (leads are not); English texts that ask nothing also by cosine to the goals' own texts",
            data.links.len(),
        ),
        _ => (
            "Tells same, overlapping and different asks apart.",
            "Multinomial logistic regression over named features, under a rule for treaties, groups and opposite acts",
            data.pairs.len(),
        ),
    };
    let card = Card {
        name: name.to_owned(),
        purpose: purpose.to_owned(),
        data: format!("{count} texts or pairs; public recommendations of the UPR and treaty bodies with labels of UPR Info and labels made for Weft"),
        split: "figures: whole States held out (about one in five) while a model of the same kind was fitted to the others; the file in the program is fitted to all, one trained with --without-held-out to the others only. Cue words of SDG targets, groups and entities were chosen by reading the linked texts, so the figures of links are somewhat flattering. Pairs are compared by answers of the link models, which have seen some of the texts of the pairs that the pair model is fitted to; of the pairs it is measured on they have seen none of the held-out States".to_owned(),
        method: method.to_owned(),
        date,
        licence: "Apache-2.0 OR MIT".to_owned(),
        hash: blake3::hash(bytes).to_hex().as_str()[..16].to_owned(),
        figures: figures.get(name).cloned().unwrap_or_default(),
    };
    to_json(&card)
}

fn to_json<T: Serialize>(value: &T) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

/// The models of freshly trained files.
///
/// # Errors
/// When a file cannot be read back.
pub fn load(files: &[ModelFile]) -> Result<Models, AnalysisError> {
    let find = |name: &str| {
        let missing = || AnalysisError::BadModel { name: name.to_owned(), reason: "the file is missing".to_owned() };
        files
            .iter()
            .find(|file| file.name == name)
            .map(|file| (file.bytes.as_slice(), file.card.as_str()))
            .ok_or_else(missing)
    };
    Models::from_files([find(NAMES[0])?, find(NAMES[1])?, find(NAMES[2])?, find(NAMES[3])?, find(NAMES[4])?])
}
