//! The whole analysis: what is stale is computed, what stands is kept.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::atomic::{AtomicU64, Ordering};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::AnalysisError;
use super::clusters::{ClusterSet, Granularity, Placed, TitleFacts, place};
use super::duplicates::{Profile, asks, relations};
use super::learnt::Learnt;
use super::models::Models;
use super::tagging::{ModelTag, Tagged, tag};
use crate::domain::vocabulary::{BodyRegister, issues};
use crate::domain::{
    Ask, ClusterDefinition, ClusterNumber, Language, Recommendation, RecordId, Relation, StateCode, TagKind,
};
use crate::text::acts::act_of;
use crate::text::clauses::clauses;
use crate::text::{Reading, read_of_body};

/// Version of the code whose results are cached; raised when results would differ.
pub const CODE_VERSION: u32 = 4;

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
    pub fingerprint: u64,
    /// Asks in the order of identifiers.
    pub asks: Vec<Ask>,
    /// How many relations there are.
    pub pairs: u64,
    /// Relations in the order of identifiers, where this run has made them; those of other States are
    /// kept apart, because nothing needs all of them at once.
    #[serde(skip)]
    pub relations: Option<Vec<Relation>>,
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
    /// Hash of what was learnt from decisions; empty where nothing was.
    pub learnt: String,
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
    pub fn with_clusters(
        models: String,
        clusters: Vec<ClusterDefinition>,
        placements: Vec<(RecordId, ClusterNumber)>,
    ) -> Self {
        let placements = placements.into_iter().collect();
        let clusters = ClusterSet { clusters, placements, ..ClusterSet::default() };
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
    read_of_body(&text.clean, language, own_instrument(record))
}

/// The code of the convention that the record's body watches over.
#[must_use]
pub fn own_instrument(record: &Recommendation) -> Option<&'static str> {
    let body = BodyRegister::embedded().find(record.body.code());
    body.map(|entry| entry.instrument.as_str()).filter(|code| !code.is_empty())
}

/// What steers a run besides the records.
#[derive(Clone, Copy)]
pub struct Steering<'a> {
    /// Clusters that take no new records.
    pub locked: &'a BTreeSet<ClusterNumber>,
    /// How fine new clusters are; what suits the number of States where none is given.
    pub granularity: Option<Granularity>,
    /// Whether records are placed by their first issue alone, as the first versions did: people may have
    /// decided on clusters that were made so.
    pub by_first_issue: bool,
    /// What was learnt from decisions, with its hash.
    pub learnt: Option<&'a (Learnt, String)>,
    /// Told how far the run has come.
    pub progress: Progress<'a>,
}

/// Analyses records, keeping what `previous` holds of unchanged ones.
///
/// # Errors
/// When a fit fails; the previous analysis is unchanged then.
pub fn analyse(
    records: &[Recommendation],
    previous: Option<Analysis>,
    models: &Models,
    steering: Steering<'_>,
) -> Result<(Analysis, Work), AnalysisError> {
    let known = previous.filter(|p| p.code == CODE_VERSION && p.models == models.hash).unwrap_or_default();
    let contents: Vec<u64> = records.par_iter().map(content_hash).collect();
    let run = Run { records, contents, models, steering };
    let learnt = steering.learnt.map_or_else(String::new, |(_, hash)| hash.clone());
    let (groups, stale) = run.stale_states(&known);
    let unchanged: Vec<bool> = (0..records.len()).map(|at| run.is_known(at, &known)).collect();
    // What was learnt since changes tags and nothing else.
    let computed: Vec<bool> = unchanged.iter().map(|unchanged| *unchanged && known.learnt == learnt).collect();
    // A record whose text has changed is placed anew; of one whose reading was lost, the place is kept.
    let is_same = |at: usize| unchanged[at] || !known.records.contains_key(&records[at].id);
    let placed = |at: usize| is_same(at) && known.clusters.placements.contains_key(&records[at].id);
    let placed: Vec<bool> = (0..records.len()).map(placed).collect();
    let work = Work {
        records: records.len() as u64,
        computed: computed.iter().filter(|known| !**known).count() as u64,
        states: stale.len() as u64,
    };
    let (fresh, made) = run.states(&groups, &stale, &placed, &computed);
    let Analysis { records: tagged, mut states, clusters, .. } = known;
    states.retain(|state, _| groups.contains_key(state));
    states.extend(fresh);
    let ask_of = asks_of(&states);
    let clusters = run.clusters(clusters, &made, &ask_of, groups.len())?;
    let analysis = Analysis {
        revision: 0,
        code: CODE_VERSION,
        models: models.hash.clone(),
        learnt,
        records: run.tags(&computed, tagged, made),
        clusters,
        states,
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
    steering: Steering<'a>,
}

/// What was made of one record in this run and is kept until its end.
struct Made {
    tags: Vec<ModelTag>,
    /// What clusters need; none where the record has its place already.
    unplaced: Option<Unplaced>,
}

/// A record that has no cluster yet.
struct Unplaced {
    place: ndarray::Array1<f64>,
    issue: usize,
    facts: TitleFacts,
}

/// The ask of every record.
fn asks_of(states: &ByState) -> HashMap<RecordId, RecordId> {
    let asks = states.values().flat_map(|state| &state.asks);
    asks.flat_map(|ask| ask.members.iter().map(|id| (*id, ask.id))).collect()
}

/// The cluster that each ask has: that of its first record that has one.
fn homes(clusters: &ClusterSet, ask_of: &HashMap<RecordId, RecordId>) -> HashMap<RecordId, ClusterNumber> {
    let mut homes = HashMap::new();
    for (id, number) in &clusters.placements {
        if let Some(ask) = ask_of.get(id) {
            homes.entry(*ask).or_insert(*number);
        }
    }
    homes
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

    /// Reads, tags and compares the records of stale States, and reads those of others that have no
    /// place yet. Profiles live as long as their State is compared.
    fn states(
        &self,
        groups: &Groups,
        stale: &[Option<StateCode>],
        placed: &[bool],
        computed: &[bool],
    ) -> (ByState, HashMap<usize, Made>) {
        let stale: HashSet<_> = stale.iter().copied().collect();
        let done = AtomicU64::new(0);
        let one = |(state, list): (&Option<StateCode>, &Vec<usize>)| {
            let is_stale = stale.contains(state);
            let wanted: Vec<usize> =
                list.iter().copied().filter(|at| is_stale || !placed[*at] || !computed[*at]).collect();
            let read = wanted.par_iter().map(|at| (*at, self.prepare(*at, placed[*at])));
            let (mut profiles, mut made) = (Vec::new(), Vec::new());
            for (at, (profile, of_record)) in read.collect::<Vec<_>>() {
                profiles.push(profile);
                made.push((at, of_record));
            }
            let compared = is_stale.then(|| (*state, self.compare(list, &profiles)));
            let so_far = done.fetch_add(list.len() as u64, Ordering::Relaxed) + list.len() as u64;
            (self.steering.progress)("reading and comparing", so_far, self.records.len() as u64);
            (compared, made)
        };
        let all: Vec<_> = groups.par_iter().map(one).collect();
        let (mut fresh, mut made) = (ByState::new(), HashMap::new());
        for (compared, of_state) in all {
            fresh.extend(compared);
            made.extend(of_state);
        }
        (fresh, made)
    }

    fn prepare(&self, at: usize, is_placed: bool) -> (Profile, Made) {
        let reading = reading_of(&self.records[at]);
        let tagged = tag(self.models.taggers(), &reading);
        let issue = if self.steering.by_first_issue { first_issue(&tagged) } else { main_issue(&reading, &tagged) };
        let unplaced = (!is_placed).then(|| Unplaced {
            place: place(self.models, &tagged.vector, &tagged.issue_scores),
            issue,
            facts: TitleFacts::of(&reading),
        });
        let profile = Profile::new(self.records[at].id, &reading, &self.models.space.features, &tagged);
        let mut tags = tagged.tags;
        if let Some((learnt, _)) = self.steering.learnt {
            learnt.apply(&profile.plain, &mut tags);
        }
        (profile, Made { tags, unplaced })
    }

    fn tags(
        &self,
        computed: &[bool],
        mut known: BTreeMap<RecordId, RecordAnalysis>,
        mut made: HashMap<usize, Made>,
    ) -> BTreeMap<RecordId, RecordAnalysis> {
        let mut all = BTreeMap::new();
        for (at, record) in self.records.iter().enumerate() {
            let kept = if computed[at] { known.remove(&record.id) } else { None };
            let fresh = || made.remove(&at).map(|m| RecordAnalysis { content: self.contents[at], tags: m.tags });
            if let Some(analysis) = kept.or_else(fresh) {
                all.insert(record.id, analysis);
            }
        }
        all
    }

    fn clusters(
        &self,
        mut clusters: ClusterSet,
        made: &HashMap<usize, Made>,
        ask_of: &HashMap<RecordId, RecordId>,
        states: usize,
    ) -> Result<ClusterSet, AnalysisError> {
        (self.steering.progress)("clustering", 0, 0);
        let present: HashSet<RecordId> = self.records.iter().map(|r| r.id).collect();
        clusters.placements.retain(|id, _| present.contains(id));
        let homes = homes(&clusters, ask_of);
        let to_place = |at: usize| {
            let unplaced = made.get(&at)?.unplaced.as_ref()?;
            let id = self.records[at].id;
            let ask = ask_of.get(&id).copied().unwrap_or(id);
            let home = homes.get(&ask).copied();
            Some(Placed { id, ask, home, issue: unplaced.issue, place: &unplaced.place, facts: &unplaced.facts })
        };
        let new: Vec<Placed<'_>> = (0..self.records.len()).filter_map(to_place).collect();
        let granularity = self.steering.granularity.unwrap_or_else(|| Granularity::for_states(states));
        clusters.grow(&new, self.steering.locked, granularity, &self.models.space.features)?;
        Ok(clusters)
    }

    fn compare(&self, list: &[usize], profiles: &[Profile]) -> StateAnalysis {
        let ids: Vec<RecordId> = profiles.iter().map(|p| p.id).collect();
        let relations = relations(profiles, &self.models.pairs);
        let asks = asks(&ids, &relations, &[]);
        let pairs = relations.len() as u64;
        StateAnalysis { fingerprint: self.fingerprint(list), asks, pairs, relations: Some(relations) }
    }
}

/// The issue that a record is placed by: what is asked of an instrument as such is filed with the
/// instruments, as UPR Info does, whatever the instrument is about; else the issue it has first.
pub(crate) fn main_issue(reading: &Reading, tagged: &Tagged) -> usize {
    let main = clauses(&reading.folded).main.len();
    let first = reading.instruments.first().filter(|mention| mention.start < main);
    let act = first.and_then(|mention| act_of(&reading.folded, mention, reading.language));
    match issues().iter().position(|issue| issue.name == INSTRUMENTS) {
        Some(instruments) if act.is_some_and(|act| FILED.contains(&act)) => instruments,
        _ => first_issue(tagged),
    }
}

fn first_issue(tagged: &Tagged) -> usize {
    tagged.of(TagKind::Issue).first().copied().unwrap_or(0)
}

/// The issue of recommendations to become party.
const INSTRUMENTS: &str = "International instruments";
/// Acts that concern an instrument as such: 2,317 of 2,340 recommendations that open with one have that
/// issue in UPR Info.
const FILED: [&str; 3] = ["ratify", "sign", "withdraw_reservation"];

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
