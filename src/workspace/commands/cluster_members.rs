//! Records are put into clusters.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::named_records::named_records;
use super::{called, open, told};
use crate::domain::{Asker, ClusterNumber, Coded, Decision, Language, Outcome, RecordId};
use crate::view::{Command, Noun, Refusal, View};

/// Put records into a cluster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoveRecord {
    /// The records, by any of their names.
    pub records: Vec<String>,
    /// Where they go.
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
    /// What the new one is called; its theme where nothing is given.
    #[serde(default)]
    pub title: Option<String>,
}

impl Command for MoveRecord {
    fn decide(&self, view: &View, asker: &Asker) -> Result<Vec<Outcome>, Refusal> {
        open(view.cluster(self.to, asker.language)?)?;
        let named = named_records(view, &self.records, None)?;
        let ids: Vec<RecordId> = named.iter().map(|settled| settled.record.id).collect();
        placed(&ids, self.to, view, asker)
    }

    fn told(&self, view: &View, decisions: &[Outcome]) -> Coded {
        let named = named_records(view, &self.records, None).unwrap_or_default();
        let name = named.first().map_or_else(|| "".into(), |settled| called(view, settled.record.id));
        let (empties, emptied) = emptied(view, decisions);
        let values = [
            ("record", name),
            ("count", named.len().into()),
            ("cluster", self.to.to_string().into()),
            ("empties", empties),
            ("emptied", emptied),
        ];
        told("done-moved", values)
    }
}

impl Command for MergeClusters {
    fn decide(&self, view: &View, asker: &Asker) -> Result<Vec<Outcome>, Refusal> {
        if self.from == self.into {
            return Err(Refusal::SameTwice { what: Noun::Cluster, given: self.from.to_string() });
        }
        open(view.cluster(self.into, asker.language)?)?;
        placed(&view.cluster(self.from, asker.language)?.members, self.into, view, asker)
    }

    fn told(&self, view: &View, decisions: &[Outcome]) -> Coded {
        let (empties, emptied) = emptied(view, decisions);
        let values = [
            ("count", decisions.len().into()),
            ("from", self.from.to_string().into()),
            ("into", self.into.to_string().into()),
            ("empties", empties),
            ("emptied", emptied),
        ];
        told("done-merged", values)
    }
}

impl Command for SplitCluster {
    fn decide(&self, view: &View, asker: &Asker) -> Result<Vec<Outcome>, Refusal> {
        let found: Result<Vec<_>, _> = self.records.iter().map(|name| view.find_one(name)).collect();
        let members = &view.cluster(self.from, asker.language)?.members;
        let found = found?;
        if let Some(stranger) = found.iter().find(|settled| !members.contains(&settled.record.id)) {
            let (record, cluster) = (stranger.reference.clone(), self.from.to_string());
            return Err(Refusal::NotInCluster { record, cluster });
        }
        let ids: Vec<RecordId> = found.iter().map(|settled| settled.record.id).collect();
        let new = ClusterNumber { theme: self.from.theme, cluster: last_number(self.from.theme, view)? + 1 };
        let title = self.title.as_deref().map(str::trim);
        if title == Some("") {
            return Err(Refusal::Blank);
        }
        let title = title.map(|title| Outcome::Set(Decision::Title(new, title.to_owned())));
        Ok(title.into_iter().chain(placed(&ids, new, view, asker)?).collect())
    }

    fn told(&self, view: &View, decisions: &[Outcome]) -> Coded {
        let new = decisions.iter().find_map(|outcome| match outcome.decision() {
            Some(Decision::Placement(_, number)) => Some(number.to_string()),
            _ => None,
        });
        let placed =
            decisions.iter().filter(|outcome| matches!(outcome.decision(), Some(Decision::Placement(..)))).count();
        let (empties, emptied) = emptied(view, decisions);
        let values = [
            ("count", placed.into()),
            ("cluster", new.unwrap_or_default().into()),
            ("titles", usize::from(self.title.is_some()).into()),
            ("title", self.title.as_deref().map(str::trim).unwrap_or_default().into()),
            ("empties", empties),
            ("emptied", emptied),
        ];
        told("done-split", values)
    }
}

/// The clusters that decisions leave without a record: how many, and their numbers.
fn emptied(view: &View, decisions: &[Outcome]) -> (Value, Value) {
    let goes = |outcome: &Outcome| match outcome.decision() {
        Some(Decision::Placement(id, to)) => Some((*id, *to)),
        _ => None,
    };
    let moved: BTreeMap<RecordId, ClusterNumber> = decisions.iter().filter_map(goes).collect();
    let leaves = |id: &RecordId, from: ClusterNumber| moved.get(id).is_some_and(|to| *to != from);
    // Members are the same in every language.
    let all = view.clusters(Language::En).iter();
    let emptied = all.filter(|cluster| cluster.members.iter().all(|id| leaves(id, cluster.number)));
    let numbers: Vec<String> = emptied.map(|cluster| cluster.number.to_string()).collect();
    (numbers.len().into(), numbers.into())
}

/// The placements that are not decided already; no record leaves a locked cluster.
fn placed(ids: &[RecordId], to: ClusterNumber, view: &View, asker: &Asker) -> Result<Vec<Outcome>, Refusal> {
    for cluster in view.clusters(asker.language) {
        if ids.iter().any(|id| cluster.members.contains(id)) {
            open(cluster)?;
        }
    }
    let new = ids.iter().filter(|id| view.decisions.placements.get(id) != Some(&to));
    Ok(new.map(|id| Decision::Placement(*id, to).into()).collect())
}

/// The highest number a theme has ever had: a number that was emptied is not given again.
fn last_number(theme: u16, view: &View) -> Result<u16, Refusal> {
    let decided = view.decisions.placements.values().chain(view.decisions.titles.keys()).copied();
    let made = view.cluster_numbers()?;
    let proposed = view.analysis.clusters.placements.values().copied();
    let all = proposed.chain(made).chain(decided);
    Ok(all.filter(|number| number.theme == theme).map(|number| number.cluster).max().unwrap_or(0))
}
