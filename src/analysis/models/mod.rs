//! Fitted models: their files and their cards. How they are fitted is known to the training alone.

mod bundle;
mod card;
mod file;
mod folder;

pub use bundle::{LinkModels, Models, NAMES, Space, Taggers};
pub use card::{Card, Figure};
pub use folder::read_models;
