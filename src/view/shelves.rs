//! What a view reads when it needs it, and the registers it names things by.

use std::collections::BTreeMap;

use super::Refusal;
use crate::analysis::learnt::Learnt;
use crate::analysis::{ModelTag, RecordAnalysis};
use crate::domain::vocabulary::StateRegister;
use crate::domain::{ClusterNumber, EntityRegister, Event, Language, Recommendation, RecordId, Relation, StateCode};

/// Where records and relations lie; all of the revision of the view, or nothing.
pub trait Shelves: Send + Sync {
    /// All records as their sources give them, in the order of their identifiers.
    ///
    /// # Errors
    /// When they cannot be read, or are those of another revision by now.
    fn records(&self) -> Result<Vec<Recommendation>, Refusal>;

    /// One record as its sources give it; `None` when there is no such record.
    ///
    /// # Errors
    /// As [`Shelves::records`].
    fn record(&self, id: RecordId) -> Result<Option<Recommendation>, Refusal>;

    /// What models and rules say of one record; empty where it has not been analysed.
    ///
    /// # Errors
    /// [`Refusal::NotAnalysed`] when the file of tags is gone or damaged.
    fn tags(&self, id: RecordId) -> Result<Vec<ModelTag>, Refusal>;

    /// The same of all records that have been analysed.
    ///
    /// # Errors
    /// As [`Shelves::tags`].
    fn all_tags(&self) -> Result<BTreeMap<RecordId, RecordAnalysis>, Refusal>;

    /// The records that have a name, folded, and possibly others; `None` when that can only be told by
    /// looking at all.
    ///
    /// # Errors
    /// As [`Shelves::records`].
    fn named(&self, folded: &str) -> Result<Option<Vec<RecordId>>, Refusal>;

    /// The relations of one State as they were proposed, in the order of identifiers.
    ///
    /// # Errors
    /// [`Refusal::NotAnalysed`] when they are gone or damaged.
    fn relations(&self, state: Option<StateCode>) -> Result<Vec<Relation>, Refusal>;

    /// Those of them that one record of the State is in.
    ///
    /// # Errors
    /// As [`Shelves::relations`].
    fn relations_of(&self, state: Option<StateCode>, id: RecordId) -> Result<Vec<Relation>, Refusal>;

    /// The journal, oldest event first.
    ///
    /// # Errors
    /// When it cannot be read.
    fn events(&self) -> Result<Vec<Event>, Refusal>;

    /// The register of entities; empty where there is none.
    ///
    /// # Errors
    /// When the file is there and cannot be read.
    fn entities(&self) -> Result<EntityRegister, Refusal>;

    /// Numbers of all clusters that were ever made, with those that are empty now.
    ///
    /// # Errors
    /// When they cannot be read.
    fn cluster_numbers(&self) -> Result<Vec<ClusterNumber>, Refusal>;

    /// What was learnt from decisions; `None` when nobody asked to learn.
    ///
    /// # Errors
    /// When it cannot be read.
    fn learnt(&self) -> Result<Option<Learnt>, Refusal>;
}

/// What things are called in a workspace.
#[derive(Debug, Clone)]
pub struct Registers {
    /// Name of the workspace.
    pub name: String,
    /// The State that the workspace is about, if it is about one.
    pub own_state: Option<StateCode>,
    /// Names of States, with those that the workspace adds.
    pub states: StateRegister,
    /// Whether its name is another than that of its folder, so that somebody gave it.
    pub is_named: bool,
}

impl Registers {
    /// What stands over plans and reports, in a language: the name that somebody gave, else the State, else the folder.
    #[must_use]
    pub fn title(&self, language: Language) -> String {
        match self.own_state {
            Some(state) if !self.is_named => self.states.name_in(state, language),
            _ => self.name.clone(),
        }
    }
}
