//! Training and measuring models on labelled tables.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::progress::Progress;
use super::training_data::training_data;
use super::{Workspace, WorkspaceError, clock};
use crate::analysis::AnalysisError;
use crate::analysis::models::{Card, Figure, ModelFile, Models, NAMES, evaluate, load, train};

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
        let figures = evaluate(&load(&measured)?, &held)?;
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
        let figures = evaluate(models, &held)?;
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
