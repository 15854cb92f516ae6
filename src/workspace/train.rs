//! Training and measuring models on labelled tables.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::progress::Progress;
use super::{Workspace, WorkspaceError, clock};
use crate::analysis::AnalysisError;
use crate::analysis::duplicates::AskRelation;
use crate::analysis::models::{
    Card, Figure, JudgedPair, LabelledRecommendation, LinkedText, ModelFile, Models, NAMES, ThemedText, TrainingData,
    evaluate, load, train,
};
use crate::domain::vocabulary::{StateRegister, ThemeRegister, value_number};
use crate::domain::{Language, Recommendation, TagKind};
use crate::ingest::{
    ColumnMap, Context, Given, Item, LabelledPair, LabelledText, Sink, SourceFile, judged_links, judged_pairs, read,
    read_labelled_pairs, read_labelled_texts, read_twice_labelled,
};
use crate::text;

/// What to train on and where to put the models.
#[derive(Debug, Clone)]
pub struct TrainRequest {
    /// Folder with `upr_info/` and `uhri/`.
    pub data: PathBuf,
    /// Folder with the labelled texts and pairs; `../gold` beside the data by default.
    pub gold: Option<PathBuf>,
    /// Where models and cards are written.
    pub out: PathBuf,
    /// Whether the States that figures are taken on stay out of the written models too.
    pub without_held_out: bool,
}

/// What was trained, with the figures of the cards.
#[derive(Debug, Clone, Serialize)]
pub struct TrainAnswer {
    /// Where the models lie.
    pub folder: PathBuf,
    /// Figures by model.
    pub figures: Vec<(String, Vec<Figure>)>,
    /// States held out while the figures were taken.
    pub held_out: Vec<String>,
    /// Bytes of all model files.
    pub bytes: u64,
}

impl Workspace {
    /// Trains the models: first without the held-out States to take the figures, then on all.
    ///
    /// # Errors
    /// When a table cannot be read or there is too little in it.
    pub fn train(request: &TrainRequest, progress: &dyn Progress) -> Result<TrainAnswer, WorkspaceError> {
        progress.step("reading labelled texts", 0, 0);
        let data = training_data(request)?;
        let (kept, held) = data.split();
        let mut held_out: Vec<String> = held.recommendations.iter().map(|r| r.state.clone()).collect();
        held_out.sort_unstable();
        held_out.dedup();
        progress.step("training without the held-out States", 0, 0);
        let measured = train(&kept, clock::today(), &HashMap::new())?;
        let figures = evaluate(&load(&measured)?, &held);
        let files = if request.without_held_out {
            train(&kept, clock::today(), &figures)?
        } else {
            progress.step("training on all States", 0, 0);
            train(&data, clock::today(), &figures)?
        };
        write_models(&files, &request.out)?;
        let listed = NAMES.iter().filter_map(|name| Some(((*name).to_owned(), figures.get(name)?.clone())));
        Ok(TrainAnswer {
            folder: request.out.clone(),
            figures: listed.collect(),
            held_out,
            bytes: files.iter().map(|file| file.bytes.len() as u64).sum(),
        })
    }

    /// The cards of the models in the program, or of a folder.
    ///
    /// # Errors
    /// When a model cannot be read.
    pub fn model_cards(folder: Option<&Path>) -> Result<Vec<Card>, WorkspaceError> {
        let mut cards = match folder {
            None => Models::embedded()?.cards.clone(),
            Some(folder) => read_models(folder)?.cards,
        };
        cards.extend(Self::lexicon_card(folder)?);
        Ok(cards)
    }

    /// Measures the models in the program, or of a folder, on the held-out States of a data folder.
    ///
    /// # Errors
    /// When a table or a model cannot be read.
    pub fn evaluate_models(
        request: &TrainRequest,
        folder: Option<&Path>,
    ) -> Result<Vec<(String, Vec<Figure>)>, WorkspaceError> {
        let own;
        let models = match folder {
            None => Models::embedded()?,
            Some(folder) => {
                own = read_models(folder)?;
                &own
            }
        };
        let (_, held) = training_data(request)?.split();
        let figures = evaluate(models, &held);
        Ok(NAMES.iter().filter_map(|name| Some(((*name).to_owned(), figures.get(name)?.clone()))).collect())
    }
}

/// The models of a folder.
pub(super) fn read_models(folder: &Path) -> Result<Models, WorkspaceError> {
    let mut files = Vec::new();
    for name in NAMES {
        let (model, card) = (folder.join(format!("{name}.bin")), folder.join(format!("{name}.card.json")));
        let bytes = std::fs::read(&model).map_err(Workspace::io(&model))?;
        files.push(ModelFile { name, bytes, card: std::fs::read_to_string(&card).map_err(Workspace::io(&card))? });
    }
    Ok(load(&files)?)
}

/// Writes models with their cards, as JSON and as a page.
pub(super) fn write_models(files: &[ModelFile], folder: &Path) -> Result<(), WorkspaceError> {
    std::fs::create_dir_all(folder).map_err(Workspace::io(folder))?;
    let write = |name: String, bytes: &[u8]| {
        let path = folder.join(name);
        std::fs::write(&path, bytes).map_err(Workspace::io(&path))
    };
    for file in files {
        write(format!("{}.bin", file.name), &file.bytes)?;
        write(format!("{}.card.json", file.name), file.card.as_bytes())?;
        let bad = |e: serde_json::Error| AnalysisError::BadModel { name: file.name.to_owned(), reason: e.to_string() };
        let card: Card = serde_json::from_str(&file.card).map_err(bad)?;
        write(format!("{}.md", file.name), card.markdown().as_bytes())?;
    }
    Ok(())
}

fn training_data(request: &TrainRequest) -> Result<TrainingData, WorkspaceError> {
    let labelled = records(&request.data.join("upr_info").join("upr_info_recommendations.csv"))?;
    let unlabelled = records(&request.data.join("uhri").join("export-full-en.json"))?;
    let later = records(&request.data.join("upr_wg_reports").join("uhri_gap_reviews.csv"))?;
    let spanish = records(&request.data.join("treaty_bodies_es").join("concluding_observations_es.csv"))?;
    let gold = request.gold.clone().unwrap_or_else(|| request.data.join("..").join("gold"));
    let texts = read_labelled_texts(&gold.join("recommendation_links_more.csv"))?;
    let pairs = read_labelled_pairs(&gold.join("same_ask_pairs_more.csv"))?;
    let by_id: HashMap<String, &Recommendation> = labelled
        .iter()
        .chain(&unlabelled)
        .chain(&later)
        .chain(&spanish)
        .flat_map(|r| names(r).map(move |n| (n, r)))
        .collect();
    let state_of = |id: &str| by_id.get(id).map_or_else(|| id.to_owned(), |r| state(r));
    let mut links: Vec<LinkedText> =
        texts.iter().map(|text| linked(text, state_of(&text.id), reading(&text.text), true)).collect();
    links.extend(judged_links()?.iter().filter_map(|text| {
        let record = by_id.get(text.id.as_str())?;
        Some(linked(text, state(record), crate::analysis::reading_of(record), false))
    }));
    let mut judged: Vec<JudgedPair> = pairs.iter().filter_map(with_texts).collect();
    judged.extend(judged_pairs()?.iter().filter_map(|pair| {
        let (a, b) = (by_id.get(pair.a_id.as_str())?, by_id.get(pair.b_id.as_str())?);
        let [first, second] = [a, b].map(|record| crate::analysis::reading_of(record));
        let relation = AskRelation::from_label(&pair.label)?;
        Some(JudgedPair { state: state(a), a: first, b: second, relation, measured: false })
    }));
    let tested = read_twice_labelled(&gold.join("recommendation_links.csv"))?;
    let twice = |both: &[LabelledText; 2]| {
        both.each_ref().map(|text| linked(text, state_of(&text.id), reading(&text.text), true))
    };
    let lists = request.data.join("ohchr_thematic_lists").join("original");
    let mut themed: Vec<ThemedText> = unlabelled.iter().filter_map(themed).collect();
    for path in super::files::listed(&lists, "docx")? {
        themed.extend(records(&path)?.iter().filter_map(self::themed));
    }
    Ok(TrainingData {
        themes: themed,
        tested_links: tested.iter().map(twice).collect(),
        tested_pairs: read_labelled_pairs(&gold.join("same_ask_pairs.csv"))?.iter().filter_map(with_texts).collect(),
        recommendations: labelled.iter().map(recommendation).collect(),
        unlabelled: unlabelled.iter().map(crate::analysis::reading_of).collect(),
        links,
        pairs: judged,
    })
}

/// A record with the themes that its file states.
fn themed(record: &Recommendation) -> Option<ThemedText> {
    let believed = record.tags.iter().filter(|tag| tag.kind == TagKind::Theme && tag.confidence.value() >= 0.5);
    let current = believed.flat_map(|tag| ThemeRegister::embedded().current(&tag.value));
    let mut themes: Vec<usize> =
        current.filter_map(|name| value_number(TagKind::Theme, &name)).map(usize::from).collect();
    themes.sort_unstable();
    themes.dedup();
    let reading = crate::analysis::reading_of(record);
    (!themes.is_empty()).then(|| ThemedText { state: state(record), reading, themes })
}

/// Identifiers of the sources, and the reference.
fn names(record: &Recommendation) -> impl Iterator<Item = String> {
    let ids: Vec<String> = record.source_ids().into_iter().map(str::to_owned).collect();
    ids.into_iter().chain([record.reference().to_string()])
}

fn with_texts(pair: &LabelledPair) -> Option<JudgedPair> {
    let relation = AskRelation::from_label(&pair.label)?;
    let state = StateRegister::embedded().find(&pair.state).map_or_else(|| pair.state.clone(), String::from);
    Some(JudgedPair { state, a: reading(&pair.a_text), b: reading(&pair.b_text), relation, measured: true })
}

fn records(path: &Path) -> Result<Vec<Recommendation>, WorkspaceError> {
    let file = SourceFile::open(path)?;
    let mut records = Vec::new();
    let mut take = |_: u64, item: Item| {
        if let Item::Record { record, .. } = item {
            records.push(*record);
        }
        Ok(())
    };
    let columns = ColumnMap::default();
    read(
        &file,
        &Context {
            states: StateRegister::embedded(),
            default_state: None,
            columns: &columns,
            given: &Given::default(),
        },
        &mut Sink::new(0, &mut take),
    )?;
    Ok(records)
}

fn state(record: &Recommendation) -> String {
    record.state.map_or_else(|| record.id.to_string(), String::from)
}

fn numbers(record: &Recommendation, kind: TagKind) -> Vec<usize> {
    record
        .tags
        .iter()
        .filter(|t| t.kind == kind)
        .filter_map(|t| value_number(kind, &t.value))
        .map(usize::from)
        .collect()
}

fn recommendation(record: &Recommendation) -> LabelledRecommendation {
    LabelledRecommendation {
        state: state(record),
        reading: crate::analysis::reading_of(record),
        issues: numbers(record, TagKind::Issue),
        action: numbers(record, TagKind::Action).into_iter().next(),
    }
}

fn reading(raw: &str) -> text::Reading {
    let cleaned = text::clean::clean(raw);
    let numbered = text::number::split_number(&cleaned).rest;
    let ask = text::attribution::split_attribution(numbered, StateRegister::embedded()).text;
    text::read(ask, Language::En)
}

fn linked(labelled: &LabelledText, state: String, reading: text::Reading, measured: bool) -> LinkedText {
    let all = |kind: TagKind, values: &[String]| {
        values.iter().filter_map(|v| value_number(kind, v)).map(usize::from).collect()
    };
    LinkedText {
        state,
        reading,
        measured,
        sdg: all(TagKind::SdgTarget, &labelled.sdg_targets),
        lead: value_number(TagKind::Lead, &labelled.lead).map(usize::from),
        support: all(TagKind::Support, &labelled.support),
        groups: all(TagKind::Group, &labelled.groups),
    }
}
