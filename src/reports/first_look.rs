//! What does an analyst want to see first?

use std::collections::{BTreeMap, BTreeSet, HashSet};

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
    /// Some asks that several mechanisms make, by text and references.
    pub shared_asks: Vec<(String, Vec<String>)>,
    /// A pair of recommendations that look alike and ask different things.
    pub trap: Option<(String, String)>,
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
            name: view.registers.name.clone(),
            clusters,
            cluster_count,
            shared_asks: shared_asks(&records, asks, asker.language),
            trap: trap(&records, relations),
            overview: overview(&records, asks, relations),
        })
    }
}

/// The asks that most mechanisms make, with their texts and references.
fn shared_asks(records: &Records<'_>, asks: &[Ask], language: Language) -> Vec<(String, Vec<String>)> {
    let met = |ask: &Ask| {
        let members = ask.members.iter().filter_map(|id| records.get(id));
        members.map(|settled| settled.record.mechanism).collect::<BTreeSet<_>>().len()
    };
    let mut shared: Vec<(usize, &Ask)> = asks.iter().map(|ask| (met(ask), ask)).filter(|(met, _)| *met > 1).collect();
    shared.sort_by_key(|(met, ask)| (std::cmp::Reverse((*met, ask.members.len())), ask.id));
    let line = |(_, ask): &(usize, &Ask)| {
        let text = records.get(&ask.representative)?.record.text(language).1.clean.clone();
        Some((text, ask.members.iter().filter_map(|id| Some(records.get(id)?.reference.clone())).collect()))
    };
    shared.iter().take(SHARED).filter_map(line).collect()
}

/// The two short recommendations that are most alike and name different instruments.
fn trap(records: &Records<'_>, relations: &[Relation]) -> Option<(String, String)> {
    let related: HashSet<(RecordId, RecordId)> =
        relations.iter().filter(|r| r.kind.joins()).map(|r| (r.a, r.b)).collect();
    let ratifying: Vec<(&SettledRecord, &str, BTreeSet<String>)> = records
        .values()
        .filter(|s| s.instruments.len() == 1 && s.record.kind == Kind::Recommendation)
        .map(|s| (*s, s.record.text(Language::En).1.clean.as_str()))
        .filter(|(_, text)| text.len() < LONGEST_TRAP && text.starts_with("Ratify"))
        .map(|(s, text)| (s, text, fold(text).split(' ').map(str::to_owned).collect()))
        .collect();
    let mut best: Option<(f64, String, String)> = None;
    for (at, (a, first, words)) in ratifying.iter().enumerate() {
        for (b, second, others) in &ratifying[at + 1..] {
            let likeness = words.intersection(others).count() as f64 / words.union(others).count() as f64;
            let apart = a.instruments != b.instruments && !related.contains(&(a.record.id, b.record.id));
            if apart && best.as_ref().is_none_or(|(most, ..)| likeness > *most) {
                best = Some((likeness, (*first).to_owned(), (*second).to_owned()));
            }
        }
    }
    best.map(|(_, first, second)| (first, second))
}
