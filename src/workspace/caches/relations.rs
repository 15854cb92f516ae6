//! The relations that an analysis has left on disk.

use std::collections::BTreeMap;

use crate::analysis::{Analysis, StateAnalysis};
use crate::domain::{RecordId, Relation, StateCode};
use crate::workspace::Workspace;
use crate::workspace::caches::state_files::StateFiles;

/// Relations by State, read when they are asked for.
pub(in crate::workspace) struct RelationFiles {
    files: StateFiles,
    /// What the records of each State were when it was compared.
    fingerprints: BTreeMap<Option<StateCode>, u64>,
    /// Those that no file holds, because the run keeps nothing.
    fresh: BTreeMap<Option<StateCode>, Vec<Relation>>,
}

impl RelationFiles {
    pub(in crate::workspace) fn of(workspace: &Workspace, analysis: &Analysis) -> Self {
        let states = || analysis.states.iter();
        let fresh = |(state, made): (&Option<StateCode>, &StateAnalysis)| Some((*state, made.relations.clone()?));
        Self {
            files: workspace.state_files(),
            fingerprints: states().map(|(state, made)| (*state, made.fingerprint)).collect(),
            fresh: states().filter_map(fresh).collect(),
        }
    }

    /// The relations of a State, or of one record in it, as they were proposed; none when its file is gone or
    /// damaged: the next analysis makes it anew.
    pub(in crate::workspace) fn read(&self, state: Option<StateCode>, of: Option<RecordId>) -> Option<Vec<Relation>> {
        let is_wanted = |relation: &&Relation| of.is_none_or(|id| relation.is_of(id));
        let fresh = self.fresh.get(&state).map(|all| all.iter().filter(is_wanted).cloned().collect());
        fresh.or_else(|| self.files.relations(state, *self.fingerprints.get(&state)?, of))
    }
}

impl Workspace {
    /// What is kept of each State on disk.
    pub(in crate::workspace) fn state_files(&self) -> StateFiles {
        // Where the engine fails they are of no store, and none that are there fit.
        StateFiles::of(&self.cache_folder(), self.store.identity().unwrap_or_default())
    }
}
