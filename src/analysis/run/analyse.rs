//! A run from its records to the cache.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use rayon::prelude::*;
use serde::Serialize;

use super::cache::{Analysis, CODE_VERSION, RecordAnalysis, asks_of};
use super::one_run::OneRun;
use super::states::MadeRecord;
use super::steering::Steering;
use super::work_list::WorkList;
use crate::analysis::AnalysisError;
use crate::analysis::clusters::{TopicHome, topic_homes};
use crate::analysis::models::Models;
use crate::domain::{Recommendation, RecordId, StoreIdentity, TagKind};

/// How much an analysis did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct RunCounts {
    /// Records there are.
    pub records: u64,
    /// Records that were read and tagged anew.
    pub computed: u64,
    /// States whose relations were made anew.
    pub states: u64,
}

/// Analyses records of a revision of the store, keeping what `previous` holds of unchanged ones.
///
/// # Errors
/// When a fit fails or the run is stopped; the previous analysis is unchanged then.
pub fn analyse(
    records: &[Recommendation],
    revision: u64,
    previous: Option<Analysis>,
    models: &Models,
    steering: Steering<'_>,
) -> Result<(Analysis, RunCounts), AnalysisError> {
    let known = previous.filter(|p| p.code == CODE_VERSION && p.models == models.hash).unwrap_or_default();
    let list = WorkList::of(records, &known, &models.hash, steering.learnt_hash());
    let work = RunCounts {
        records: records.len() as u64,
        computed: list.retagged() as u64,
        states: list.stale_states.iter().flatten().count() as u64,
    };
    let run = OneRun { list, models, steering };
    let made = run.make()?;
    let Analysis { records: tagged, mut states, clusters, .. } = known;
    states.retain(|state, _| run.list.groups.contains_key(state));
    states.extend(made.states);
    let homes = run.topic_homes(&tagged, &made.records);
    let clusters = run.grown(clusters, &made.records, &asks_of(&states), &homes)?;
    let analysed = run.tagged(tagged, made.records);
    let analysis = Analysis {
        store: StoreIdentity::default(),
        revision,
        code: CODE_VERSION,
        models: models.hash.clone(),
        learnt: steering.learnt_hash().to_owned(),
        tagged: analysed.len() as u64,
        records: analysed,
        tag_stamp: 0,
        name_stamp: 0,
        clusters,
        states,
        shared_references: shared_references(records),
    };
    Ok((analysis, work))
}

impl OneRun<'_> {
    /// Where people have put the records of topics; a record's topic is the one that it was made with, or has.
    fn topic_homes(
        &self,
        known: &BTreeMap<RecordId, RecordAnalysis>,
        made: &HashMap<usize, MadeRecord>,
    ) -> BTreeMap<u16, TopicHome> {
        let place = |id: RecordId| self.list.records.binary_search_by_key(&id, |record| record.id).ok();
        topic_homes(self.steering.decided, |id| {
            let fresh = place(id).and_then(|at| made.get(&at)).map(|made| made.tags.as_slice());
            let tags = fresh.or_else(|| known.get(&id).map(|known| known.tags.as_slice()))?;
            tags.iter().find(|tag| tag.kind == TagKind::Topic).map(|tag| tag.value)
        })
    }

    /// The tags of all records: those that stay, and those that were made.
    fn tagged(
        &self,
        mut known: BTreeMap<RecordId, RecordAnalysis>,
        mut made: HashMap<usize, MadeRecord>,
    ) -> BTreeMap<RecordId, RecordAnalysis> {
        let mut all = BTreeMap::new();
        for (at, record) in self.list.records.iter().enumerate() {
            let kept = if self.list.staleness[at].keeps_tags() { known.remove(&record.id) } else { None };
            let content = self.list.contents[at];
            let fresh = || made.remove(&at).map(|made| RecordAnalysis { content, tags: made.tags });
            if let Some(analysis) = kept.or_else(fresh) {
                all.insert(record.id, analysis);
            }
        }
        all
    }
}

/// References, and names by recommending States, that several records have.
fn shared_references(records: &[Recommendation]) -> BTreeSet<String> {
    let (mut seen, mut shared) = (HashSet::new(), BTreeSet::new());
    let names = |record: &Recommendation| [Some(record.reference().to_string()), record.called_by_states()];
    let named: Vec<[Option<String>; 2]> = records.par_iter().map(names).collect();
    for name in named.iter().flatten().flatten() {
        if !seen.insert(name) {
            shared.insert(name.clone());
        }
    }
    shared
}
