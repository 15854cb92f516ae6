//! What steers a run besides the records.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use super::state_cache::StateCache;
use crate::analysis::AnalysisError;
use crate::analysis::clusters::Granularity;
use crate::analysis::learnt::Learnt;
use crate::domain::{ClusterNumber, RecordId, Step};

/// How far the analysis has come: the step, how much of it is done, and how much there is. The answer says
/// whether to go on.
pub type OnStep<'a> = &'a (dyn Fn(Step, u64, u64) -> ControlFlow<()> + Sync);

/// What steers a run besides the records.
#[derive(Clone, Copy)]
pub struct Steering<'a> {
    /// Clusters that take no new records.
    pub locked: &'a BTreeSet<ClusterNumber>,
    /// Clusters that people have put records into: new records of the same ask go there, and of the same topic where
    /// most that people moved are.
    pub decided: &'a BTreeMap<RecordId, ClusterNumber>,
    /// How fine new clusters are; by default what suits the number of States.
    pub granularity: Option<Granularity>,
    /// Whether records are placed by their first issue alone, as the first versions did: people may have
    /// decided on clusters that were made so.
    pub by_first_issue: bool,
    /// What was learnt from decisions, with its hash.
    pub learnt: Option<&'a (Learnt, String)>,
    /// Where States are kept from run to run.
    pub states: &'a dyn StateCache,
    /// Called with every step and how far it has come.
    pub progress: OnStep<'a>,
}

impl Steering<'_> {
    /// Tells how far the run has come.
    ///
    /// # Errors
    /// [`AnalysisError::Stopped`] where whoever watches says so.
    pub(super) fn tell(&self, step: Step, done: u64, total: u64) -> Result<(), AnalysisError> {
        match (self.progress)(step, done, total) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(AnalysisError::Stopped),
        }
    }

    /// The hash of what was learnt; empty without any.
    pub(super) fn learnt_hash(&self) -> &str {
        self.learnt.map_or("", |(_, hash)| hash.as_str())
    }
}
