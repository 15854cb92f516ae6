//! Which topics came up again: clusters with recommendations of several cycles of the review.
//!
//! A chain needs the same ask; a topic needs the same cluster. "Improve prisons" in one cycle and "end
//! overcrowding" in another are no chain, and still the same topic again.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::domain::{Cluster, ClusterNumber, Cycle, SettledRecord};

/// A cluster that came up in several cycles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TopicLine {
    /// The cluster.
    pub number: ClusterNumber,
    /// Its theme and title.
    pub title: String,
    /// How many recommendations of it each cycle made, first cycle first.
    pub cycles: Vec<CycleCount>,
}

/// What one cycle made of a topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct CycleCount {
    /// The cycle.
    pub cycle: Cycle,
    /// Recommendations.
    pub records: u64,
}

/// The clusters with recommendations of at least two cycles, those of most cycles first, then the largest.
pub(super) fn topics(records: &[&SettledRecord], clusters: &[Cluster]) -> Vec<TopicLine> {
    let mut counts: BTreeMap<ClusterNumber, BTreeMap<Cycle, u64>> = BTreeMap::new();
    let of_plan = records.iter().filter(|settled| settled.record.kind.is_of_plan());
    for (number, cycle) in of_plan.filter_map(|settled| settled.cluster.zip(settled.record.cycle())) {
        *counts.entry(number).or_default().entry(cycle).or_default() += 1;
    }
    let line = |cluster: &Cluster| {
        let cycles = counts.get(&cluster.number).filter(|cycles| cycles.len() > 1)?;
        Some(TopicLine {
            number: cluster.number,
            title: cluster.full_title(),
            cycles: cycles.iter().map(|(cycle, records)| CycleCount { cycle: *cycle, records: *records }).collect(),
        })
    };
    let mut topics: Vec<TopicLine> = clusters.iter().filter_map(line).collect();
    let size = |topic: &TopicLine| topic.cycles.iter().map(|count| count.records).sum::<u64>();
    topics.sort_by_key(|topic| (std::cmp::Reverse((topic.cycles.len(), size(topic))), topic.number));
    topics
}

/// The cycles up to the last one at hand of which no record is there: what came up in them is not known.
pub(super) fn missing_cycles(records: &[&SettledRecord]) -> Vec<Cycle> {
    let there: BTreeSet<Cycle> = records.iter().filter_map(|settled| settled.record.cycle()).collect();
    let last = there.last().map_or(0, |cycle| cycle.0);
    (1..last).map(Cycle).filter(|cycle| !there.contains(cycle)).collect()
}
