//! Reading, tagging and comparing what is stale, a State at a time.

use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicU64, Ordering};

use ndarray::Array1;
use rayon::prelude::*;

use super::cache::{ByState, StateAnalysis};
use super::earlier_state::EarlierState;
use super::one_run::OneRun;
use super::state_cache::ComparedState;
use super::work_list::Staleness;
use crate::analysis::AnalysisError;
use crate::analysis::clusters::{TitleFacts, place};
use crate::analysis::duplicates::{Profile, asks, relations};
use crate::analysis::main_issue::{first_issue, main_issue};
use crate::analysis::model_tag::ModelTag;
use crate::analysis::record_reading::{examined, reading_of};
use crate::domain::{RecordId, Relation, StateCode, Step};

/// What was made of stale States and records.
#[derive(Default)]
pub(super) struct MadeAnew {
    /// States that were compared anew.
    pub(super) states: ByState,
    /// Records that were read, by their place in the list.
    pub(super) records: HashMap<usize, MadeRecord>,
}

/// What was made of one record and is kept until the end of the run.
pub(super) struct MadeRecord {
    /// Its tags.
    pub(super) tags: Vec<ModelTag>,
    /// What clusters need to place it; `None` where it keeps its place.
    pub(super) unplaced: Option<Unplaced>,
}

/// A record that has no cluster yet.
pub(super) struct Unplaced {
    /// Its place.
    pub(super) place: Array1<f64>,
    /// Number of the issue that it is placed by.
    pub(super) issue: usize,
    /// Probability of that issue.
    pub(super) sure: f32,
    /// Its topics by place in the table, with their scores, best first.
    pub(super) topics: Vec<(u16, f32)>,
    /// What titles are made from.
    pub(super) facts: TitleFacts,
}

/// What one State gives: its comparison, where it is stale, and its records.
type OfState = (Option<(Option<StateCode>, StateAnalysis)>, Vec<(usize, MadeRecord)>);

impl OneRun<'_> {
    /// Reads and tags the records that keep less than all, and compares those of stale States. Profiles
    /// live as long as their State is compared.
    ///
    /// # Errors
    /// When the run is stopped, after the State in hand.
    pub(super) fn make(&self) -> Result<MadeAnew, AnalysisError> {
        let done = AtomicU64::new(0);
        let one = |(state, group): (&Option<StateCode>, &Vec<usize>)| {
            let made = self.make_state(*state, group);
            let so_far = done.fetch_add(group.len() as u64, Ordering::Relaxed) + group.len() as u64;
            self.steering.tell(Step::Comparing, so_far, self.list.records.len() as u64)?;
            Ok(made)
        };
        let all: Vec<OfState> = self.list.groups.par_iter().map(one).collect::<Result<_, AnalysisError>>()?;
        let mut made = MadeAnew::default();
        for (state, records) in all {
            made.states.extend(state);
            made.records.extend(records);
        }
        Ok(made)
    }

    fn make_state(&self, state: Option<StateCode>, group: &[usize]) -> OfState {
        let is_stale = self.list.stale_states.contains(&state);
        let mut earlier = if is_stale { self.earlier_state(state, group) } else { EarlierState::default() };
        let is_wanted = |at: &usize| {
            let has_profile = !is_stale || earlier.profiles.contains_key(&self.list.records[*at].id);
            !has_profile || self.list.staleness[*at] != Staleness::Kept
        };
        let wanted: Vec<usize> = group.iter().copied().filter(is_wanted).collect();
        let read: Vec<(Profile, MadeRecord)> = wanted.par_iter().map(|at| self.make_record(*at)).collect();
        let (profiles, records): (Vec<Profile>, Vec<MadeRecord>) = read.into_iter().unzip();
        let compared = is_stale.then(|| {
            earlier.profiles.extend(profiles.into_iter().map(|profile| (profile.id, profile)));
            (state, self.compare(state, group, earlier))
        });
        (compared, wanted.into_iter().zip(records).collect())
    }

    fn make_record(&self, at: usize) -> (Profile, MadeRecord) {
        let record = &self.list.records[at];
        let reading = reading_of(record);
        let (tagged, profile) = examined(record.id, &reading, self.models.taggers());
        let is_unplaced = !self.list.staleness[at].keeps_place();
        let unplaced = is_unplaced.then(|| {
            let issue = if self.steering.by_first_issue { first_issue(&tagged) } else { main_issue(&reading, &tagged) };
            Unplaced {
                place: place(self.models, &tagged.vector, &tagged.issue_scores),
                issue,
                sure: tagged.issues.get(issue).copied().unwrap_or(0.0),
                topics: tagged.topics.iter().map(|found| (found.topic as u16, found.score)).collect(),
                facts: TitleFacts::of(&reading),
            }
        });
        let mut tags = tagged.tags;
        if let Some((learnt, _)) = self.steering.learnt {
            learnt.apply(&profile.plain, &mut tags);
        }
        (profile, MadeRecord { tags, unplaced })
    }

    /// The relations of records whose State is not known, in the order of identifiers. Each document may be about
    /// another State, so that only records of one are compared.
    fn relations_within_documents(&self, group: &[usize], profiles: &[Profile]) -> Vec<Relation> {
        let records = group.iter().map(|at| &self.list.records[*at]);
        let document_of: HashMap<RecordId, String> = records.map(|record| (record.id, record.own_document())).collect();
        let mut documents: BTreeMap<&str, Vec<Profile>> = BTreeMap::new();
        for profile in profiles {
            if let Some(document) = document_of.get(&profile.id) {
                documents.entry(document).or_default().push(profile.clone());
            }
        }
        let mut all: Vec<Relation> =
            documents.values().flat_map(|own| relations(own, None, &self.models.pairs)).collect();
        all.sort_by_key(|relation| (relation.a, relation.b));
        all
    }

    /// Compares the records of a State, of which all have profiles.
    fn compare(&self, state: Option<StateCode>, group: &[usize], mut earlier: EarlierState) -> StateAnalysis {
        let ids: Vec<RecordId> = group.iter().map(|at| self.list.records[*at].id).collect();
        let profiles: Vec<Profile> = ids.iter().filter_map(|id| earlier.profiles.remove(id)).collect();
        let relations = match state {
            Some(_) => relations(&profiles, earlier.compared, &self.models.pairs),
            None => self.relations_within_documents(group, &profiles),
        };
        let (asks, pairs) = (asks(&ids, &relations, &[]), relations.len() as u64);
        let fingerprint = self.list.fingerprint(group);
        let contents = group.iter().map(|at| self.list.contents[*at]).collect();
        let compared = ComparedState { fingerprint, contents, profiles, relations };
        StateAnalysis { fingerprint, asks, pairs, relations: self.steering.states.keep(state, compared) }
    }
}
