//! For developers: labelled tables, what is fitted to them, how well it does, and the cards that say so.
//!
//! The way of a training: [`tables`] reads what people have said of texts, `gather` makes `sets` of it,
//! `fit` makes models of the sets, `measure` takes figures on States that were held out, and `cards` and
//! `files` write what came out. `lexicon` does the same for the term lexicon. The analysis applies what is
//! fitted here and fits nothing itself.
//!
//! Knows no workspace and no store. Its words are English. Only this room fits models.

mod card_list;
mod cards;
mod error;
mod files;
mod fit;
mod folders;
mod folds;
mod gather;
mod lexicon;
mod measure;
mod measured_sets;
mod on_fit_step;
mod profile;
mod sets;
pub mod tables;
mod texts;
mod train;

pub use crate::analysis::models::{Card, Figure};
pub use card_list::model_cards;
pub use error::TrainingError;
pub use folders::DataFolders;
pub use lexicon::{LexiconRequest, learn_lexicon};
pub use on_fit_step::OnFitStep;
pub use train::{FittedOn, ModelFigures, TrainAnswer, TrainRequest, evaluate_models, train_models};
