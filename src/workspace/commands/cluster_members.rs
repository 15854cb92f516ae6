//! Records are put into clusters.

use serde::{Deserialize, Serialize};

use super::{called, open, told};
use crate::domain::{Asker, ClusterNumber, Coded, Decision, RecordId};
use crate::view::{Command, Noun, Refusal, View};

/// Put a record into a cluster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoveRecord {
    /// The record, by any of its names.
    pub record: String,
    /// Where it goes.
    pub to: ClusterNumber,
}

/// Put all records of one cluster into another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MergeClusters {
    /// The cluster that is emptied.
    pub from: ClusterNumber,
    /// The cluster that takes them.
    pub into: ClusterNumber,
}

/// Put some records of a cluster into a new one of the same theme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SplitCluster {
    /// The cluster they stand in.
    pub from: ClusterNumber,
    /// The records, by any of their names.
    pub records: Vec<String>,
}

impl Command for MoveRecord {
    fn decide(&self, view: &View, asker: &Asker) -> Result<Vec<Decision>, Refusal> {
        open(view.cluster(self.to, asker.language)?)?;
        let id = view.find_one(&self.record)?.record.id;
        placed(&[id], self.to, view, asker)
    }

    fn told(&self, view: &View, _: &[Decision]) -> Coded {
        let record = view.find_one(&self.record).map(|found| found.record.id);
        let name = record.map_or_else(|_| self.record.clone().into(), |id| called(view, id));
        told("done-moved", [("record", name), ("cluster", self.to.to_string().into())])
    }
}

impl Command for MergeClusters {
    fn decide(&self, view: &View, asker: &Asker) -> Result<Vec<Decision>, Refusal> {
        if self.from == self.into {
            return Err(Refusal::SameTwice { what: Noun::Cluster, given: self.from.to_string() });
        }
        open(view.cluster(self.into, asker.language)?)?;
        placed(&view.cluster(self.from, asker.language)?.members, self.into, view, asker)
    }

    fn told(&self, _: &View, decisions: &[Decision]) -> Coded {
        let values = [
            ("count", decisions.len().into()),
            ("from", self.from.to_string().into()),
            ("into", self.into.to_string().into()),
        ];
        told("done-merged", values)
    }
}

impl Command for SplitCluster {
    fn decide(&self, view: &View, asker: &Asker) -> Result<Vec<Decision>, Refusal> {
        let found: Result<Vec<_>, _> = self.records.iter().map(|name| view.find_one(name)).collect();
        let members = &view.cluster(self.from, asker.language)?.members;
        let found = found?;
        if let Some(stranger) = found.iter().find(|settled| !members.contains(&settled.record.id)) {
            let (record, cluster) = (stranger.reference.clone(), self.from.to_string());
            return Err(Refusal::NotInCluster { record, cluster });
        }
        let ids: Vec<RecordId> = found.iter().map(|settled| settled.record.id).collect();
        let new = ClusterNumber { theme: self.from.theme, cluster: last_number(self.from.theme, view)? + 1 };
        placed(&ids, new, view, asker)
    }

    fn told(&self, _: &View, decisions: &[Decision]) -> Coded {
        let new = decisions.iter().find_map(|decision| match decision {
            Decision::Placement(_, number) => Some(number.to_string()),
            _ => None,
        });
        told("done-split", [("count", decisions.len().into()), ("cluster", new.unwrap_or_default().into())])
    }
}

/// The placements that are not decided already; no record leaves a locked cluster.
fn placed(ids: &[RecordId], to: ClusterNumber, view: &View, asker: &Asker) -> Result<Vec<Decision>, Refusal> {
    for cluster in view.clusters(asker.language) {
        if ids.iter().any(|id| cluster.members.contains(id)) {
            open(cluster)?;
        }
    }
    let new = ids.iter().filter(|id| view.decisions.placements.get(id) != Some(&to));
    Ok(new.map(|id| Decision::Placement(*id, to)).collect())
}

/// The highest number a theme has ever had: a number that was emptied is not given again.
fn last_number(theme: u16, view: &View) -> Result<u16, Refusal> {
    let decided = view.decisions.placements.values().chain(view.decisions.titles.keys()).copied();
    let made = view.cluster_numbers()?;
    let proposed = view.analysis.clusters.placements.values().copied();
    let all = proposed.chain(made).chain(decided);
    Ok(all.filter(|number| number.theme == theme).map(|number| number.cluster).max().unwrap_or(0))
}
