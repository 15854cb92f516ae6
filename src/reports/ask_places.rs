//! In which clusters does an ask stand? Where a person has put one of its records elsewhere, the plan has a row more.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::{Asker, ClusterNumber, RecordId};
use crate::view::{Question, Refusal, View};

/// Where the records stand that ask the same as one of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskPlaces {
    /// One of the records.
    pub record: RecordId,
}

/// Where an ask stands.
#[derive(Debug, Clone, Serialize)]
pub struct AskPlacesAnswer {
    /// All records of the ask.
    pub members: Vec<RecordId>,
    /// The clusters they stand in, in the order of their numbers.
    pub clusters: Vec<AskPlace>,
}

/// A cluster that an ask stands in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AskPlace {
    /// Number.
    pub number: ClusterNumber,
    /// Title, in the language of whoever asks.
    pub title: String,
    /// How many records of the ask stand in it.
    pub records: usize,
}

impl Question for AskPlaces {
    type Answer = AskPlacesAnswer;

    fn answer(&self, view: &View, asker: &Asker) -> Result<Self::Answer, Refusal> {
        let members = view.asking_the_same(self.record)?;
        let mut counts: BTreeMap<ClusterNumber, usize> = BTreeMap::new();
        for number in members.iter().filter_map(|id| view.cluster_of(*id)) {
            *counts.entry(number).or_default() += 1;
        }
        let place = |(number, records)| {
            let title = view.cluster(number, asker.language)?.title.clone();
            Ok(AskPlace { number, title, records })
        };
        Ok(AskPlacesAnswer { members, clusters: counts.into_iter().map(place).collect::<Result<_, Refusal>>()? })
    }
}
