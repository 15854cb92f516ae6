//! Where people put the records of a topic: new records of it follow.

use std::collections::BTreeMap;

use crate::domain::{ClusterNumber, RecordId};

/// Records of one topic that people must have put into one cluster before others follow.
const LEAST: usize = 2;

/// A cluster that people have put records of a topic into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TopicHome {
    /// The cluster.
    pub cluster: ClusterNumber,
    /// How many records of the topic they have put there.
    pub moved: usize,
}

/// The cluster of each topic, of which people have put two records or more and most of all there; topics by their
/// place in the table. `decided` says where people put records, `topic_of` the topic of one.
#[must_use]
pub fn topic_homes(
    decided: &BTreeMap<RecordId, ClusterNumber>,
    topic_of: impl Fn(RecordId) -> Option<u16>,
) -> BTreeMap<u16, TopicHome> {
    let mut counts: BTreeMap<u16, BTreeMap<ClusterNumber, usize>> = BTreeMap::new();
    for (id, cluster) in decided {
        if let Some(topic) = topic_of(*id) {
            *counts.entry(topic).or_default().entry(*cluster).or_default() += 1;
        }
    }
    let home = |(topic, clusters): (u16, BTreeMap<ClusterNumber, usize>)| {
        let all: usize = clusters.values().sum();
        let (cluster, moved) = clusters.into_iter().max_by_key(|(_, count)| *count)?;
        (moved >= LEAST && 2 * moved > all).then_some((topic, TopicHome { cluster, moved }))
    };
    counts.into_iter().filter_map(home).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{TopicHome, topic_homes};
    use crate::domain::{ClusterNumber, RecordId};

    #[test]
    fn a_topic_is_at_home_where_people_put_most_of_its_records_and_not_after_one() {
        let number = |cluster| ClusterNumber { theme: 1, cluster };
        let decided: BTreeMap<RecordId, ClusterNumber> =
            [(1, 4), (2, 4), (3, 5), (4, 7), (5, 8), (6, 9), (7, 9), (8, 2)]
                .map(|(id, cluster)| (RecordId(id), number(cluster)))
                .into();
        let topic_of = |id: RecordId| match id.0 {
            1..=3 => Some(10),
            4..=5 => Some(11),
            6..=7 => None,
            _ => Some(12),
        };
        let homes = topic_homes(&decided, topic_of);
        assert_eq!(homes, BTreeMap::from([(10, TopicHome { cluster: number(4), moved: 2 })]));
    }
}
