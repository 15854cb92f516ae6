//! Why a record stands in its cluster, where people have had a hand in it.

use std::collections::BTreeMap;

use super::{Refusal, View};
use crate::analysis::clusters::topic_homes;
use crate::domain::{ClusterNumber, Message, RecordId, Values};

/// A person's part in the place of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlacedBy {
    /// Somebody has put it there.
    Person,
    /// People have put most records of its topic there, and it came later.
    Topic {
        /// How many they have put there.
        moved: usize,
    },
}

impl Message for PlacedBy {
    fn code(&self) -> &'static str {
        match self {
            Self::Person => "placed-by-person",
            Self::Topic { .. } => "placed-by-topic",
        }
    }

    fn values(&self) -> Values {
        match self {
            Self::Person => Values::new(),
            Self::Topic { moved } => Values::from_iter([("count".to_owned(), (*moved).into())]),
        }
    }
}

impl View {
    /// A person's part in the place of a record that stands in a cluster; `None` where nobody had one.
    ///
    /// # Errors
    /// When what models say of the records that people have moved cannot be read.
    pub fn placed_by(&self, id: RecordId, cluster: ClusterNumber) -> Result<Option<PlacedBy>, Refusal> {
        let decided = &self.decisions.placements;
        if let Some(own) = decided.get(&id) {
            return Ok((*own == cluster).then_some(PlacedBy::Person));
        }
        let Some(topic) = self.topic(id)? else { return Ok(None) };
        let topics: BTreeMap<RecordId, Option<u16>> =
            decided.keys().map(|id| Ok((*id, self.topic(*id)?))).collect::<Result<_, Refusal>>()?;
        let homes = topic_homes(decided, |id| topics.get(&id).copied().flatten());
        let home = homes.get(&topic).filter(|home| home.cluster == cluster);
        Ok(home.map(|home| PlacedBy::Topic { moved: home.moved }))
    }
}
