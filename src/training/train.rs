//! Training and measuring all models on labelled tables.

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use serde::Serialize;

use super::TrainingError;
use super::cards::Figures;
use super::files::{load, write_models};
use super::fit::fit;
use super::folders::DataFolders;
use super::gather::training_data;
use super::measure::measure;
use super::on_fit_step::OnFitStep;
use super::sets::LabelledRecommendation;
use crate::analysis::models::{Figure, Models, NAMES, read_models};

/// What to train on and where to put the models.
#[derive(Debug, Clone)]
pub struct TrainRequest {
    /// The labelled tables.
    pub folders: DataFolders,
    /// Where models and cards are written.
    pub out: PathBuf,
    /// On which States the written models are fitted.
    pub fitted_on: FittedOn,
}

/// On which States written models are fitted. Figures are always taken on States that models had not seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FittedOn {
    /// On all, those that figures are taken on too.
    AllStates,
    /// Those that figures are taken on stay out.
    AllButHeldOut,
}

/// The figures of one model.
#[derive(Debug, Clone, Serialize)]
pub struct ModelFigures {
    /// Name of the model.
    pub model: String,
    /// What was measured.
    pub figures: Vec<Figure>,
}

/// What was trained, with the figures of the cards.
#[derive(Debug, Clone, Serialize)]
pub struct TrainAnswer {
    /// Where the models lie.
    pub folder: PathBuf,
    /// Figures by model.
    pub figures: Vec<ModelFigures>,
    /// States held out while the figures were taken.
    pub held_out: Vec<String>,
    /// Bytes of all model files.
    pub bytes: u64,
}

/// Trains the models: first without the held-out States to take the figures, then on all. The cards are
/// dated `today`.
///
/// # Errors
/// When a table cannot be read, there is too little in it, or the disk refuses.
pub fn train_models(
    request: &TrainRequest,
    today: Date,
    progress: OnFitStep<'_>,
) -> Result<TrainAnswer, TrainingError> {
    progress("reading labelled texts", 0, 0);
    let data = training_data(&request.folders)?;
    let split = data.clone().split();
    progress("training without the held-out States", 0, 0);
    let measured = fit(&split.kept, today, &Figures::new())?;
    let figures = measure(&load(&measured)?, &split.held_out)?;
    let files = match request.fitted_on {
        FittedOn::AllButHeldOut => fit(&split.kept, today, &figures)?,
        FittedOn::AllStates => {
            progress("training on all States", 0, 0);
            fit(&data, today, &figures)?
        }
    };
    write_models(&files, &request.out)?;
    Ok(TrainAnswer {
        folder: request.out.clone(),
        figures: in_order(&figures),
        held_out: states(&split.held_out.recommendations),
        bytes: files.iter().map(|file| file.bytes.len() as u64).sum(),
    })
}

/// Measures the models in the program, or of a folder, on the held-out States of the tables.
///
/// # Errors
/// When a table or a model cannot be read.
pub fn evaluate_models(folders: &DataFolders, models: Option<&Path>) -> Result<Vec<ModelFigures>, TrainingError> {
    let own;
    let models = match models {
        None => Models::embedded()?,
        Some(folder) => {
            own = read_models(folder)?;
            &own
        }
    };
    let split = training_data(folders)?.split();
    Ok(in_order(&measure(models, &split.held_out)?))
}

/// Figures in the order of training.
fn in_order(figures: &Figures) -> Vec<ModelFigures> {
    let of = |name: &&str| Some(ModelFigures { model: (*name).to_owned(), figures: figures.get(name)?.clone() });
    NAMES.iter().filter_map(of).collect()
}

/// The States of recommendations, each once.
fn states(recommendations: &[LabelledRecommendation]) -> Vec<String> {
    let mut states: Vec<String> = recommendations.iter().map(|r| r.state.clone()).collect();
    states.sort_unstable();
    states.dedup();
    states
}
