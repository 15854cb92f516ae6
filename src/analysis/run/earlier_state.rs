//! What an earlier run has left of a State, as far as it still holds.

use std::collections::{HashMap, HashSet};

use super::one_run::OneRun;
use super::state_cache::ComparedState;
use crate::analysis::duplicates::{EarlierComparison, Profile};
use crate::domain::{RecordId, StateCode};

/// What is known of a State before it is compared.
#[derive(Default)]
pub(super) struct EarlierState {
    /// The profiles of records that are what they were.
    pub(super) profiles: HashMap<RecordId, Profile>,
    /// How the State was compared before.
    pub(super) compared: Option<EarlierComparison>,
}

impl OneRun<'_> {
    /// What was kept of a State whose records stand at these places in the list; nothing where other code
    /// or models have made it.
    pub(super) fn earlier_state(&self, state: Option<StateCode>, group: &[usize]) -> EarlierState {
        let kept = self.steering.states.kept(state).filter(|kept| self.list.fits(kept));
        kept.map_or_else(EarlierState::default, |kept| self.as_far_as_it_holds(kept, group))
    }

    fn as_far_as_it_holds(&self, kept: ComparedState, group: &[usize]) -> EarlierState {
        let now: HashMap<RecordId, u64> =
            group.iter().map(|at| (self.list.records[*at].id, self.list.contents[*at])).collect();
        let then = kept.profiles.iter().zip(&kept.contents);
        let standing: HashSet<RecordId> =
            then.filter(|(profile, content)| now.get(&profile.id) == Some(*content)).map(|(p, _)| p.id).collect();
        let earlier = EarlierComparison::of(&kept.profiles, kept.relations, standing.clone());
        let profiles = kept.profiles.into_iter().filter(|profile| standing.contains(&profile.id));
        EarlierState { profiles: profiles.map(|profile| (profile.id, profile)).collect(), compared: Some(earlier) }
    }
}
