//! The whole analysis: what is stale is computed, what stands is kept.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::atomic::{AtomicU64, Ordering};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::AnalysisError;
use super::clusters::{ClusterSet, Placed, place};
use super::duplicates::{Profile, asks, relations};
use super::models::Models;
use super::tagging::{ModelTag, tag};
use crate::domain::vocabulary::BodyRegister;
use crate::domain::{
    Ask, ClusterDefinition, ClusterNumber, Language, Recommendation, RecordId, Relation, StateCode, TagKind,
};
use crate::text::{Reading, read_of_body};

/// Version of the code whose results are cached; raised when results would differ.
pub const CODE_VERSION: u32 = 2;

/// What the analysis says of one record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordAnalysis {
    /// Hash of the text it was made from.
    pub content: u64,
    /// Tags of models and rules.
    pub tags: Vec<ModelTag>,
}

/// Relations and asks of one State.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct StateAnalysis {
    /// Hash over the contents of the State's records.
    fingerprint: u64,
    /// Relations in the order of identifiers.
    pub relations: Vec<Relation>,
    /// Asks in the order of identifiers.
    pub asks: Vec<Ask>,
}

/// The cache of the analysis; made again whenever it is missing or from other models or code.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Analysis {
    /// Revision of the store it was made from.
    pub revision: u64,
    /// Version of the code.
    pub code: u32,
    /// Hash of the models.
    pub models: String,
    /// By record.
    pub records: BTreeMap<RecordId, RecordAnalysis>,
    /// By State; records without a State stand under `None`.
    pub states: BTreeMap<Option<StateCode>, StateAnalysis>,
    /// Clusters over all records.
    pub clusters: ClusterSet,
    /// References that several records have.
    pub shared_references: BTreeSet<String>,
}

impl Analysis {
    /// An analysis that knows nothing but the clusters that were made before with the same models.
    #[must_use]
    pub fn with_clusters(models: String, clusters: Vec<ClusterDefinition>) -> Self {
        let clusters = ClusterSet { clusters, ..ClusterSet::default() };
        Self { code: CODE_VERSION, models, clusters, ..Self::default() }
    }
}

/// How far the analysis has come: the step, how much of it is done, and how much there is.
pub type Progress<'a> = &'a (dyn Fn(&'static str, u64, u64) + Sync);

/// What an analysis did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Work {
    /// Records there are.
    pub records: u64,
    /// Records that were read and tagged anew.
    pub computed: u64,
    /// States whose relations were made anew.
    pub states: u64,
}

/// The text that is analysed, read: English where there is one, else the first there is; "the
/// Convention" of a treaty body is its own.
#[must_use]
pub fn reading_of(record: &Recommendation) -> Reading {
    let (language, text) = record.text(Language::En);
    let body = BodyRegister::embedded().find(record.body.code());
    let own = body.map(|entry| entry.instrument.as_str()).filter(|code| !code.is_empty());
    read_of_body(&text.clean, language, own)
}

/// Analyses records, keeping what `previous` holds of unchanged ones; `locked` clusters take no new
/// records.
///
/// # Errors
/// When a fit fails; the previous analysis is unchanged then.
pub fn analyse(
    records: &[Recommendation],
    previous: Option<Analysis>,
    locked: &BTreeSet<ClusterNumber>,
    models: &Models,
    progress: Progress<'_>,
) -> Result<(Analysis, Work), AnalysisError> {
    let known = previous.filter(|p| p.code == CODE_VERSION && p.models == models.hash).unwrap_or_default();
    let contents: Vec<u64> = records.par_iter().map(content_hash).collect();
    let run = Run { records, contents, models, progress };
    let (groups, stale) = run.stale_states(&known);
    let computed: Vec<bool> = (0..records.len()).map(|at| run.is_known(at, &known)).collect();
    let placed = |at: usize| computed[at] && known.clusters.placements.contains_key(&records[at].id);
    let placed: Vec<bool> = (0..records.len()).map(placed).collect();
    let prepared = run.prepare(&placed, &stale);
    let work = Work {
        records: records.len() as u64,
        computed: computed.iter().filter(|known| !**known).count() as u64,
        states: stale.len() as u64,
    };
    let analysis = Analysis {
        revision: 0,
        code: CODE_VERSION,
        models: models.hash.clone(),
        records: run.tags(&computed, &known, &prepared),
        clusters: run.clusters(known.clusters, locked, &prepared, &placed)?,
        states: run.states(known.states, &groups, &stale, &prepared),
        shared_references: shared_references(records),
    };
    Ok((analysis, work))
}

/// One run over all records.
struct Run<'a> {
    records: &'a [Recommendation],
    /// Hash of the analysed text of each record.
    contents: Vec<u64>,
    models: &'a Models,
    progress: Progress<'a>,
}

/// What was made of one record in this run.
struct Prepared {
    tags: Vec<ModelTag>,
    profile: Profile,
    place: ndarray::Array1<f64>,
    theme: usize,
    words: String,
}

fn prepare(record: &Recommendation, models: &Models) -> Prepared {
    let reading = reading_of(record);
    let tagged = tag(models.taggers(), &reading);
    let theme = tagged.tags.iter().find(|t| t.kind == TagKind::Issue).map_or(0, |t| usize::from(t.value));
    let place = place(models, &tagged.vector, &tagged.issue_scores);
    let profile = Profile::new(record.id, &reading, &models.space.features, &tagged);
    Prepared { tags: tagged.tags, profile, place, theme, words: reading.english }
}

/// Places of records by State.
type Groups = BTreeMap<Option<StateCode>, Vec<usize>>;
type ByState = BTreeMap<Option<StateCode>, StateAnalysis>;

impl Run<'_> {
    fn is_known(&self, at: usize, known: &Analysis) -> bool {
        known.records.get(&self.records[at].id).is_some_and(|k| k.content == self.contents[at])
    }

    /// Records by State, and the States whose records are not those of the previous analysis.
    fn stale_states(&self, known: &Analysis) -> (Groups, Vec<Option<StateCode>>) {
        let mut groups: Groups = BTreeMap::new();
        for (at, record) in self.records.iter().enumerate() {
            groups.entry(record.state).or_default().push(at);
        }
        let is_stale = |state: &Option<StateCode>, list: &[usize]| {
            known.states.get(state).is_none_or(|s| s.fingerprint != self.fingerprint(list))
        };
        let stale = groups.iter().filter(|(state, list)| is_stale(state, list)).map(|(state, _)| *state).collect();
        (groups, stale)
    }

    fn fingerprint(&self, list: &[usize]) -> u64 {
        let mut hasher = blake3::Hasher::new();
        for at in list {
            hasher.update(&self.records[*at].id.0.to_be_bytes()).update(&self.contents[*at].to_be_bytes());
        }
        first_eight(&hasher.finalize())
    }

    /// Reads and tags what has no place yet or belongs to a State that must be compared anew.
    fn prepare(&self, placed: &[bool], stale: &[Option<StateCode>]) -> HashMap<usize, Prepared> {
        let stale: HashSet<_> = stale.iter().collect();
        let is_wanted = |at: &usize| !placed[*at] || stale.contains(&self.records[*at].state);
        let wanted: Vec<usize> = (0..self.records.len()).filter(is_wanted).collect();
        let done = AtomicU64::new(0);
        let make = |at: &usize| {
            let made = prepare(&self.records[*at], self.models);
            let so_far = done.fetch_add(1, Ordering::Relaxed) + 1;
            if so_far.is_multiple_of(256) {
                (self.progress)("reading", so_far, wanted.len() as u64);
            }
            (*at, made)
        };
        wanted.par_iter().map(make).collect()
    }

    fn tags(
        &self,
        computed: &[bool],
        known: &Analysis,
        prepared: &HashMap<usize, Prepared>,
    ) -> BTreeMap<RecordId, RecordAnalysis> {
        let of = |at: usize| {
            let id = self.records[at].id;
            let fresh = || RecordAnalysis { content: self.contents[at], tags: prepared[&at].tags.clone() };
            (id, known.records.get(&id).filter(|_| computed[at]).cloned().unwrap_or_else(fresh))
        };
        (0..self.records.len()).map(of).collect()
    }

    fn clusters(
        &self,
        mut clusters: ClusterSet,
        locked: &BTreeSet<ClusterNumber>,
        prepared: &HashMap<usize, Prepared>,
        placed: &[bool],
    ) -> Result<ClusterSet, AnalysisError> {
        let present: HashSet<RecordId> = self.records.iter().map(|r| r.id).collect();
        clusters.placements.retain(|id, _| present.contains(id));
        let to_place = |at: usize| {
            let made = &prepared[&at];
            Placed { id: self.records[at].id, theme: made.theme, place: made.place.clone(), words: &made.words }
        };
        let new: Vec<Placed<'_>> = (0..self.records.len()).filter(|at| !placed[*at]).map(to_place).collect();
        clusters.grow(&new, locked)?;
        Ok(clusters)
    }

    fn states(
        &self,
        mut states: ByState,
        groups: &Groups,
        stale: &[Option<StateCode>],
        prepared: &HashMap<usize, Prepared>,
    ) -> ByState {
        states.retain(|state, _| groups.contains_key(state));
        let finished = AtomicU64::new(0);
        let make = |state: &Option<StateCode>| {
            let made = self.compare(&groups[state], prepared);
            (self.progress)("comparing", finished.fetch_add(1, Ordering::Relaxed) + 1, stale.len() as u64);
            (*state, made)
        };
        let fresh: Vec<_> = stale.par_iter().map(make).collect();
        states.extend(fresh);
        states
    }

    fn compare(&self, list: &[usize], prepared: &HashMap<usize, Prepared>) -> StateAnalysis {
        let profiles: Vec<Profile> = list.iter().map(|at| prepared[at].profile.clone()).collect();
        let ids: Vec<RecordId> = profiles.iter().map(|p| p.id).collect();
        let relations = relations(&profiles, &self.models.pairs);
        let asks = asks(&ids, &relations, &[]);
        StateAnalysis { fingerprint: self.fingerprint(list), relations, asks }
    }
}

fn shared_references(records: &[Recommendation]) -> BTreeSet<String> {
    let (mut seen, mut shared) = (HashSet::new(), BTreeSet::new());
    for reference in records.iter().map(|r| r.reference().to_string()) {
        if !seen.insert(reference.clone()) {
            shared.insert(reference);
        }
    }
    shared
}

fn content_hash(record: &Recommendation) -> u64 {
    let (language, text) = record.text(Language::En);
    let mut hasher = blake3::Hasher::new();
    hasher.update(language.code().as_bytes()).update(text.clean.as_bytes());
    first_eight(&hasher.finalize())
}

fn first_eight(hash: &blake3::Hash) -> u64 {
    let bytes: [u8; 8] = hash.as_bytes()[..8].try_into().expect("a hash has 32 bytes");
    u64::from_be_bytes(bytes)
}
