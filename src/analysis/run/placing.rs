//! Records without a place are put into clusters, which grow by them.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::one_run::OneRun;
use super::states::MadeRecord;
use crate::analysis::AnalysisError;
use crate::analysis::clusters::{ClusterSet, Granularity, People, Placed, TopicHome};
use crate::domain::{ClusterNumber, RecordId, RecordMap, Step};

impl OneRun<'_> {
    /// The clusters with all records in them; `ask_of` says the ask of each, `topic_homes` where people have put the
    /// records of topics.
    ///
    /// # Errors
    /// When a fit fails.
    pub(super) fn grown(
        &self,
        mut clusters: ClusterSet,
        made: &HashMap<usize, MadeRecord>,
        ask_of: &RecordMap<RecordId>,
        topic_homes: &BTreeMap<u16, TopicHome>,
    ) -> Result<ClusterSet, AnalysisError> {
        self.steering.tell(Step::Clustering, 0, 0)?;
        let present: HashSet<RecordId> = self.list.records.iter().map(|record| record.id).collect();
        clusters.placements.retain(|id, _| present.contains(id));
        let homes = homes(&clusters, self.steering.decided, ask_of);
        let to_place = |at: usize| {
            let unplaced = made.get(&at)?.unplaced.as_ref()?;
            let id = self.list.records[at].id;
            let ask = ask_of.get(&id).copied().unwrap_or(id);
            let of_topic = || topic_homes.get(&unplaced.topics.first()?.0).map(|home| home.cluster);
            let home = homes.get(&ask).copied().or_else(of_topic);
            Some(Placed {
                id,
                ask,
                home,
                issue: unplaced.issue,
                sure: unplaced.sure,
                topics: &unplaced.topics,
                place: &unplaced.place,
                facts: &unplaced.facts,
            })
        };
        let new: Vec<Placed<'_>> = (0..self.list.records.len()).filter_map(to_place).collect();
        let usual = || Granularity::for_states(self.list.groups.len());
        let granularity = self.steering.granularity.unwrap_or_else(usual);
        let people = People { locked: self.steering.locked, decided: self.steering.decided };
        clusters.grow(&new, people, granularity, &self.models.space.features)?;
        Ok(clusters)
    }
}

/// The cluster that each ask has: that of its first record that a person has put into one, else that of
/// its first record that has one.
fn homes(
    clusters: &ClusterSet,
    decided: &BTreeMap<RecordId, ClusterNumber>,
    ask_of: &RecordMap<RecordId>,
) -> HashMap<RecordId, ClusterNumber> {
    let mut homes = HashMap::new();
    for (id, number) in decided.iter().chain(&clusters.placements) {
        if let Some(ask) = ask_of.get(id) {
            homes.entry(*ask).or_insert(*number);
        }
    }
    homes
}
