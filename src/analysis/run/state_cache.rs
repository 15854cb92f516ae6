//! What is kept of single States from run to run, so that only what has arrived is read and compared.

use crate::analysis::duplicates::Profile;
use crate::domain::{Relation, StateCode};

/// A State as it was compared.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparedState {
    /// Hash over the code, the models and the contents of the records.
    pub fingerprint: u64,
    /// Hash of the text of each record, in the order of identifiers.
    pub contents: Vec<u64>,
    /// What was compared of each record, in the same order.
    pub profiles: Vec<Profile>,
    /// What was found, in the order of identifiers.
    pub relations: Vec<Relation>,
}

/// Where States are kept: apart, because all of them at once would take more memory than all records.
pub trait StateCache: Sync {
    /// What was kept of a State; `None` when that is nothing, or cannot be read.
    fn kept(&self, state: Option<StateCode>) -> Option<ComparedState>;

    /// Keeps a State; gives back the relations where it keeps nothing. The cache tells what goes wrong
    /// when the run is over.
    fn keep(&self, state: Option<StateCode>, compared: ComparedState) -> Option<Vec<Relation>>;
}

/// Keeps nothing: for a run whose results are looked at once.
#[derive(Debug, Clone, Copy)]
pub struct NothingKept;

impl StateCache for NothingKept {
    fn kept(&self, _state: Option<StateCode>) -> Option<ComparedState> {
        None
    }

    fn keep(&self, _state: Option<StateCode>, compared: ComparedState) -> Option<Vec<Relation>> {
        Some(compared.relations)
    }
}
