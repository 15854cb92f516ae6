//! A view of the records of a workspace that nobody has analysed, held in memory.

use std::collections::BTreeMap;
use std::path::Path;

use weft::analysis::learnt::Learnt;
use weft::analysis::{Analysis, ModelTag, RecordAnalysis};
use weft::domain::vocabulary::StateRegister;
use weft::domain::{ClusterNumber, EntityRegister, Event, Recommendation, RecordId, Relation, Revision, StateCode};
use weft::store::Store;
use weft::view::{Decisions, Refusal, Registers, Shelves, View};

struct InMemory(Vec<Recommendation>);

impl Shelves for InMemory {
    fn records(&self) -> Result<Vec<Recommendation>, Refusal> {
        Ok(self.0.clone())
    }

    fn record(&self, id: RecordId) -> Result<Option<Recommendation>, Refusal> {
        Ok(self.0.iter().find(|record| record.id == id).cloned())
    }

    fn tags(&self, _id: RecordId) -> Result<Vec<ModelTag>, Refusal> {
        Ok(Vec::new())
    }

    fn all_tags(&self) -> Result<BTreeMap<RecordId, RecordAnalysis>, Refusal> {
        Ok(BTreeMap::new())
    }

    fn named(&self, _folded: &str) -> Result<Option<Vec<RecordId>>, Refusal> {
        Ok(None)
    }

    fn relations(&self, _state: Option<StateCode>) -> Result<Vec<Relation>, Refusal> {
        Ok(Vec::new())
    }

    fn relations_of(&self, _state: Option<StateCode>, _id: RecordId) -> Result<Vec<Relation>, Refusal> {
        Ok(Vec::new())
    }

    fn events(&self) -> Result<Vec<Event>, Refusal> {
        Ok(Vec::new())
    }

    fn entities(&self) -> Result<EntityRegister, Refusal> {
        Ok(EntityRegister::default())
    }

    fn cluster_numbers(&self) -> Result<Vec<ClusterNumber>, Refusal> {
        Ok(Vec::new())
    }

    fn learnt(&self) -> Result<Option<Learnt>, Refusal> {
        Ok(None)
    }
}

/// The view of a workspace that nobody holds.
pub(crate) fn view_of(workspace: &Path) -> View {
    let records = Store::open(&workspace.join("store")).unwrap().records().unwrap();
    let states = StateRegister::embedded().clone();
    let registers = Registers { name: "Records".to_owned(), own_state: None, states, is_named: true };
    let (seen, decisions, analysis) = (Revision::default(), Decisions::default(), Analysis::default());
    View::new(
        0,
        seen,
        decisions.into(),
        std::sync::Arc::new(analysis),
        registers,
        std::sync::Arc::new(InMemory(records)),
    )
}
