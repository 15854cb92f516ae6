//! Where did the last analysis put what was new, and what speaks for it?

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::clusters::{ClusterLine, MemberLine, cluster_line};
use crate::domain::vocabulary::fold;
use crate::domain::{Asker, Cluster, ClusterNumber, Coded, RecordId, SettledRecord};
use crate::view::{Question, Refusal, View};

/// Records that the last analysis has put into clusters that stood before, and that nobody has placed since.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewlyPlaced {}

/// Records that were put somewhere.
#[derive(Debug, Clone, Serialize)]
pub struct NewlyPlacedAnswer {
    /// How many wait for somebody to say that they are in the right place.
    pub open: usize,
    /// They, by cluster.
    pub clusters: Vec<NewInCluster>,
    /// Clusters that were made for what fits into none.
    pub made: Vec<ClusterLine>,
}

/// What is new in one cluster.
#[derive(Debug, Clone, Serialize)]
pub struct NewInCluster {
    /// The cluster.
    pub cluster: ClusterLine,
    /// What is new in it.
    pub members: Vec<NewMember>,
}

/// A record that was put into a cluster.
#[derive(Debug, Clone, Serialize)]
pub struct NewMember {
    /// The record.
    #[serde(flatten)]
    pub line: MemberLine,
    /// Key phrases of the cluster that stand in its text.
    pub shared: Vec<String>,
    /// Other members of its ask that stood in the cluster before.
    pub alike: usize,
    /// What people have done that put it there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<Coded>,
}

impl Question for NewlyPlaced {
    type Answer = NewlyPlacedAnswer;

    fn answer(&self, view: &View, asker: &Asker) -> Result<Self::Answer, Refusal> {
        let (ask_of, set) = (view.ask_of()?, &view.analysis.clusters);
        let mut by_cluster: BTreeMap<ClusterNumber, Vec<RecordId>> = BTreeMap::new();
        for id in set.newly_placed.iter().filter(|id| !view.decisions.placements.contains_key(id)) {
            if let Some(number) = set.placements.get(id) {
                by_cluster.entry(*number).or_default().push(*id);
            }
        }
        let mut clusters = Vec::new();
        for (number, mut ids) in by_cluster {
            ids.sort_unstable();
            let cluster = view.cluster(number, asker.language)?;
            let members: Result<Vec<Option<NewMember>>, Refusal> =
                ids.iter().map(|id| new_member(*id, &ids, cluster, view, asker)).collect();
            let members: Vec<NewMember> = members?.into_iter().flatten().collect();
            if !members.is_empty() {
                clusters.push(NewInCluster { cluster: cluster_line(cluster, |id| ask_of.get(id).copied()), members });
            }
        }
        let is_made = |cluster: &&Cluster| set.newly_made.contains(&cluster.number);
        let made = view.clusters(asker.language).iter().filter(is_made);
        Ok(NewlyPlacedAnswer {
            open: clusters.iter().map(|own| own.members.len()).sum(),
            made: made.map(|cluster| cluster_line(cluster, |id| ask_of.get(id).copied())).collect(),
            clusters,
        })
    }
}

/// A record with what speaks for its place; `None` when it is gone or stands elsewhere now.
fn new_member(
    id: RecordId,
    new: &[RecordId],
    cluster: &Cluster,
    view: &View,
    asker: &Asker,
) -> Result<Option<NewMember>, Refusal> {
    let Some(settled) = view.record(id)?.filter(|settled| settled.cluster == Some(cluster.number)) else {
        return Ok(None);
    };
    let ask_of = view.ask_of()?;
    let is_alike = |other: &&RecordId| ask_of.get(other) == Some(&settled.ask) && !new.contains(other);
    Ok(Some(NewMember {
        shared: shared(&settled, cluster, asker),
        alike: cluster.members.iter().filter(is_alike).count(),
        because: view.placed_by(id, cluster.number)?.as_ref().map(Coded::from),
        line: MemberLine::of(&settled, asker.language),
    }))
}

/// Key phrases of a cluster that stand in the text of a record.
fn shared(settled: &SettledRecord, cluster: &Cluster, asker: &Asker) -> Vec<String> {
    let text = format!(" {} ", fold(settled.record.clean_text(asker.language)));
    let stands = |phrase: &&String| text.contains(&format!(" {} ", fold(phrase)));
    cluster.key_phrases.iter().filter(stands).cloned().collect()
}
