//! The whole analysis: what is stale is computed, what stands is kept.

use std::collections::{BTreeMap, HashMap, HashSet};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::AnalysisError;
use super::clusters::{ClusterSet, Placed, place};
use super::duplicates::{Profile, asks, relations};
use super::models::Models;
use super::tagging::{ModelTag, tag};
use crate::domain::{Ask, Language, Recommendation, RecordId, Relation, StateCode, TagKind};
use crate::text::{Reading, read};

/// Version of the code whose results are cached; raised when results would differ.
pub const CODE_VERSION: u32 = 1;

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

/// The text that is analysed: English where there is one, else the first there is.
#[must_use]
pub fn reading_of(record: &Recommendation) -> Reading {
    let (language, text) = record.text(Language::En);
    read(&text.clean, language)
}

/// Analyses records, keeping what `previous` holds of unchanged ones.
///
/// # Errors
/// When a fit fails; the previous analysis is unchanged then.
pub fn analyse(
    records: &[Recommendation],
    previous: Option<Analysis>,
    models: &Models,
    progress: Progress<'_>,
) -> Result<(Analysis, Work), AnalysisError> {
    let usable = previous.filter(|p| p.code == CODE_VERSION && p.models == models.hash).unwrap_or_default();
    let mut analysis = Analysis { code: CODE_VERSION, models: models.hash.clone(), ..Analysis::default() };
    let contents: Vec<u64> = records.par_iter().map(content_hash).collect();
    let (groups, stale_states) = stale_states(records, &contents, &usable);
    let is_known = |at: usize| usable.records.get(&records[at].id).is_some_and(|known| known.content == contents[at]);
    let placed: Vec<bool> =
        (0..records.len()).map(|at| is_known(at) && usable.clusters.placements.contains_key(&records[at].id)).collect();
    let stale: HashSet<_> = stale_states.iter().collect();
    let wanted: Vec<usize> =
        (0..records.len()).filter(|at| !placed[*at] || stale.contains(&records[*at].state)).collect();
    let done = std::sync::atomic::AtomicU64::new(0);
    let prepared: HashMap<usize, Prepared> = wanted
        .par_iter()
        .map(|at| {
            let made = prepare(&records[*at], models);
            let so_far = done.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1;
            if so_far % 256 == 0 {
                progress("reading", so_far, wanted.len() as u64);
            }
            (*at, made)
        })
        .collect();
    let work = Work {
        records: records.len() as u64,
        computed: (0..records.len()).filter(|at| !is_known(*at)).count() as u64,
        states: stale_states.len() as u64,
    };
    analysis.records = (0..records.len())
        .map(|at| {
            let made = || RecordAnalysis { content: contents[at], tags: prepared[&at].tags.clone() };
            let known = usable.records.get(&records[at].id).filter(|_| is_known(at)).cloned();
            (records[at].id, known.unwrap_or_else(made))
        })
        .collect();
    analysis.clusters = clusters(records, usable.clusters, &prepared, &placed)?;
    analysis.states = usable.states;
    analysis.states.retain(|state, _| groups.contains_key(state));
    let total = stale_states.len() as u64;
    let finished = std::sync::atomic::AtomicU64::new(0);
    let fresh: Vec<(Option<StateCode>, StateAnalysis)> = stale_states
        .par_iter()
        .map(|state| {
            let made = state_analysis(&groups[state], records, &contents, &prepared, models);
            progress("comparing", finished.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1, total);
            (*state, made)
        })
        .collect();
    analysis.states.extend(fresh);
    Ok((analysis, work))
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
    let tagged = tag(models, &reading);
    let theme = tagged.tags.iter().find(|t| t.kind == TagKind::Issue).map_or(0, |t| usize::from(t.value));
    let place = place(models, &tagged.vector, &tagged.issue_scores);
    let profile = Profile::new(record.id, &reading, &models.space.features, &tagged.vector, tagged.issues);
    Prepared { tags: tagged.tags, profile, place, theme, words: reading.english }
}

type Groups = BTreeMap<Option<StateCode>, Vec<usize>>;

/// Records by State, and the States whose records are not those of the previous analysis.
fn stale_states(records: &[Recommendation], contents: &[u64], usable: &Analysis) -> (Groups, Vec<Option<StateCode>>) {
    let mut groups: Groups = BTreeMap::new();
    for (at, record) in records.iter().enumerate() {
        groups.entry(record.state).or_default().push(at);
    }
    let stale = groups
        .iter()
        .filter(|(state, list)| {
            usable.states.get(state).is_none_or(|s| s.fingerprint != fingerprint(list, records, contents))
        })
        .map(|(state, _)| *state)
        .collect();
    (groups, stale)
}

fn fingerprint(list: &[usize], records: &[Recommendation], contents: &[u64]) -> u64 {
    let mut hasher = blake3::Hasher::new();
    for at in list {
        hasher.update(&records[*at].id.0.to_be_bytes()).update(&contents[*at].to_be_bytes());
    }
    first_eight(&hasher.finalize())
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

fn clusters(
    records: &[Recommendation],
    mut clusters: ClusterSet,
    prepared: &HashMap<usize, Prepared>,
    placed: &[bool],
) -> Result<ClusterSet, AnalysisError> {
    let present: HashSet<RecordId> = records.iter().map(|r| r.id).collect();
    clusters.placements.retain(|id, _| present.contains(id));
    let new: Vec<Placed<'_>> = (0..records.len())
        .filter(|at| !placed[*at])
        .map(|at| {
            let made = &prepared[&at];
            Placed { id: records[at].id, theme: made.theme, place: made.place.clone(), words: &made.words }
        })
        .collect();
    clusters.grow(&new)?;
    Ok(clusters)
}

fn state_analysis(
    list: &[usize],
    records: &[Recommendation],
    contents: &[u64],
    prepared: &HashMap<usize, Prepared>,
    models: &Models,
) -> StateAnalysis {
    let profiles: Vec<Profile> = list.iter().map(|at| prepared[at].profile.clone()).collect();
    let ids: Vec<RecordId> = profiles.iter().map(|p| p.id).collect();
    let relations = relations(&profiles, &models.pairs);
    let asks = asks(&ids, &relations);
    StateAnalysis { fingerprint: fingerprint(list, records, contents), relations, asks }
}
