//! Fitted models: their files, their cards, and how they are trained.

mod bundle;
mod card;
mod file;
mod measures;
mod training;

pub use bundle::{LinkModels, ModelFile, Models, NAMES, Space};
pub use card::{Card, Figure};
pub use training::{JudgedPair, LabelledRecommendation, LinkedText, ThemedText, TrainingData, evaluate, load, train};
