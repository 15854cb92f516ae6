//! Numbers over readings: tags, links, relations, asks, clusters. A cache: everything here can be
//! deleted and made again from the records.
//!
//! The way of a record: [`reading_of`] reads it, [`features`] places it, [`tagging`] gives it issues, action
//! category, SDG targets, entities and a topic ([`topics`]), [`duplicates`] compares it with the others of its State,
//! [`lineage`] chains them over cycles, [`clusters`] finds its place among all. `run` does this for what
//! is stale; what it keeps is `packed` where there is something for every record.
//! Takes records as values and knows no store. Applies models and fits none; only clusters are made of a
//! workspace's own records.

mod across;
pub mod classify;
pub mod clusters;
mod compared_text;
pub mod duplicates;
mod error;
pub mod features;
pub mod learnt;
pub mod lineage;
pub mod links;
mod main_issue;
mod model_tag;
pub mod models;
mod packed;
mod record_reading;
mod run;
mod tagged;
pub mod tagging;
pub mod topics;

pub use across::relations_across_states;
pub use compared_text::{ComparedText, compare_all};
pub use error::AnalysisError;
pub(crate) use main_issue::main_issue;
pub use model_tag::ModelTag;
pub use record_reading::{own_instrument, reading_of};
pub use run::{
    Analysis, CODE_VERSION, ComparedState, NothingKept, OnStep, RecordAnalysis, RunCounts, StateAnalysis, StateCache,
    Steering, analyse,
};
