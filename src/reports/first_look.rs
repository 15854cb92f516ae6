//! What does an analyst want to see first?

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::clusters::{ClusterLine, cluster_line};
use super::overview::{Overview, overview};
use crate::domain::vocabulary::fold;
use crate::domain::{Ask, Asker, Kind, Language, RecordId, Relation, SettledRecord};
use crate::view::{Question, Refusal, View};

/// The overview with what a first look wants besides.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirstLook {}

/// The overview of a workspace.
#[derive(Debug, Clone, Serialize)]
pub struct OverviewAnswer {
    /// Name of the workspace.
    pub name: String,
    /// Counts.
    pub overview: Overview,
    /// Largest clusters.
    pub clusters: Vec<ClusterLine>,
    /// How many clusters there are.
    pub cluster_count: u64,
    /// Some asks that several mechanisms make.
    pub shared_asks: Vec<SharedAsk>,
    /// Two recommendations that look alike and ask different things.
    pub trap: Option<Lookalikes>,
}

/// An ask that several mechanisms make.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SharedAsk {
    /// The text that stands for all.
    pub text: String,
    /// References of those that make it.
    pub references: Vec<String>,
}

/// Two recommendations that look alike and ask different things, by their texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Lookalikes {
    /// The one.
    pub first: String,
    /// The other.
    pub second: String,
}

/// Clusters that are shown.
const CLUSTERS: usize = 12;
/// Asks of several mechanisms that are shown.
const SHARED: usize = 4;
/// Longest text, in bytes, that is short enough to be compared at a glance.
const LONGEST_TRAP: usize = 130;

type Records<'v> = BTreeMap<RecordId, &'v SettledRecord>;

impl Question for FirstLook {
    type Answer = OverviewAnswer;

    fn answer(&self, view: &View, asker: &Asker) -> Result<Self::Answer, Refusal> {
        let records: Records<'_> = view.settled()?.iter().map(|s| (s.record.id, s)).collect();
        let (asks, relations, ask_of) = (view.asks()?, view.relations()?, view.ask_of()?);
        let all = view.clusters(asker.language).iter();
        let mut clusters: Vec<ClusterLine> = all.map(|c| cluster_line(c, |id| ask_of.get(id).copied())).collect();
        let cluster_count = clusters.len() as u64;
        clusters.sort_by_key(|c| (std::cmp::Reverse(c.records), c.number));
        clusters.truncate(CLUSTERS);
        Ok(OverviewAnswer {
            name: view.registers.title(asker.language),
            clusters,
            cluster_count,
            shared_asks: shared_asks(&records, asks, asker.language),
            trap: trap(&records, relations),
            overview: overview(&records, asks, relations),
        })
    }
}

/// The asks that most mechanisms make, with their texts and references.
fn shared_asks(records: &Records<'_>, asks: &[Ask], language: Language) -> Vec<SharedAsk> {
    let met = |ask: &Ask| {
        let members = ask.members.iter().filter_map(|id| records.get(id));
        let of_plan = members.filter(|settled| settled.record.kind.is_of_plan());
        of_plan.map(|settled| settled.record.mechanism).collect::<BTreeSet<_>>().len()
    };
    let mut shared: Vec<(usize, &Ask)> = asks.iter().map(|ask| (met(ask), ask)).filter(|(met, _)| *met > 1).collect();
    shared.sort_by_key(|(met, ask)| (std::cmp::Reverse((*met, ask.members.len())), ask.id));
    let line = |(_, ask): &(usize, &Ask)| {
        let text = records.get(&ask.representative)?.record.clean_text(language).to_owned();
        let references = ask.members.iter().filter_map(|id| Some(records.get(id)?.reference.clone()));
        Some(SharedAsk { text, references: references.collect() })
    };
    shared.iter().take(SHARED).filter_map(line).collect()
}

/// The two short recommendations that are most alike and name different instruments.
fn trap(records: &Records<'_>, relations: &[Relation]) -> Option<Lookalikes> {
    let related: HashSet<(RecordId, RecordId)> =
        relations.iter().filter(|r| r.kind.joins()).map(|r| (r.a, r.b)).collect();
    let is_short = |text: &str| text.len() < LONGEST_TRAP && text.starts_with("Ratify");
    let mut numbers: HashMap<String, u32> = HashMap::new();
    let mut ratifying: Vec<Ratifying<'_>> = Vec::new();
    for settled in records.values().filter(|s| s.instruments.len() == 1 && s.record.kind == Kind::Recommendation) {
        let text = settled.record.clean_text(Language::En);
        if is_short(text) {
            ratifying.push(Ratifying { settled, text, words: numbered(text, &mut numbers) });
        }
    }
    let mut best: Option<(f64, &str, &str)> = None;
    for (at, a) in ratifying.iter().enumerate() {
        for b in &ratifying[at + 1..] {
            // Of many pairs few are liker than the best so far; what tells that soonest is asked first.
            let is_better = |likeness: f64| best.is_none_or(|(most, ..)| likeness > most);
            if !is_better(likeliest(&a.words, &b.words)) || a.settled.instruments == b.settled.instruments {
                continue;
            }
            let likeness = likeness(&a.words, &b.words);
            if is_better(likeness) && !related.contains(&(a.settled.record.id, b.settled.record.id)) {
                best = Some((likeness, a.text, b.text));
            }
        }
    }
    best.map(|(_, first, second)| Lookalikes { first: first.to_owned(), second: second.to_owned() })
}

/// A short recommendation to ratify one instrument.
struct Ratifying<'v> {
    settled: &'v SettledRecord,
    text: &'v str,
    /// Its words by number, ascending, each once.
    words: Vec<u32>,
}

/// The words of a text by number; new words get the next.
fn numbered(text: &str, numbers: &mut HashMap<String, u32>) -> Vec<u32> {
    let mut number = |word: &str| {
        let next = numbers.len() as u32;
        *numbers.entry(word.to_owned()).or_insert(next)
    };
    let mut words: Vec<u32> = fold(text).split(' ').map(&mut number).collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// The most that two can have in common, as far as their numbers of words tell.
fn likeliest(a: &[u32], b: &[u32]) -> f64 {
    a.len().min(b.len()) as f64 / a.len().max(b.len()) as f64
}

/// The share of words that two have in common, of all words of both.
fn likeness(a: &[u32], b: &[u32]) -> f64 {
    let shared = a.iter().filter(|word| b.binary_search(word).is_ok()).count();
    shared as f64 / (a.len() + b.len() - shared) as f64
}
