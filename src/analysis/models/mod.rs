//! Fitted models: their files, their cards, and how they are trained.

mod agreement;
mod bundle;
mod card;
mod file;
mod measures;
mod set_measures;
mod training;

pub use agreement::{adjusted_mutual_information, adjusted_rand};
pub use bundle::{LinkModels, ModelFile, Models, NAMES, Space};
pub use card::{Card, Figure};
pub(crate) use measures::goals_of;
pub use set_measures::MeasuredSets;
pub use training::{JudgedPair, LabelledRecommendation, LinkedText, ThemedText, TrainingData, evaluate, load, train};
