//! The cache of the analysis, as it stands on disk.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::analysis::clusters::ClusterSet;
use crate::analysis::model_tag::ModelTag;
use crate::domain::{Ask, ClusterDefinition, ClusterNumber, RecordId, RecordMap, Relation, StateCode, StoreIdentity};

/// Version of the code whose results are cached; raised when results would differ.
pub const CODE_VERSION: u32 = 14;

/// What the analysis says of one record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordAnalysis {
    /// Hash of the text it was made from.
    pub content: u64,
    /// Tags of models and rules.
    pub tags: Vec<ModelTag>,
}

/// Relations and asks of one State.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct StateAnalysis {
    /// Hash over the code, the models and the contents of the State's records.
    pub fingerprint: u64,
    /// Asks in the order of identifiers.
    #[serde(with = "crate::analysis::packed::asks")]
    pub asks: Vec<Ask>,
    /// How many relations there are.
    pub pairs: u64,
    /// Relations in the order of identifiers, where they are not kept apart: nothing needs those of all
    /// States at once.
    #[serde(skip)]
    pub relations: Option<Vec<Relation>>,
}

/// What is known of each State; records without a State stand under `None`.
pub(super) type ByState = BTreeMap<Option<StateCode>, StateAnalysis>;

/// The cache of the analysis; made again whenever it is missing or from other models or code.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Analysis {
    /// The store that it was made from; that of none before it is written.
    pub store: StoreIdentity,
    /// Revision of the store it was made from.
    pub revision: u64,
    /// Version of the code.
    pub code: u32,
    /// Hash of the models.
    pub models: String,
    /// Hash of what was learnt from decisions; empty without any.
    pub learnt: String,
    /// By record; kept apart on disk, because most questions are about few records.
    #[serde(skip)]
    pub records: BTreeMap<RecordId, RecordAnalysis>,
    /// How many records these are.
    pub tagged: u64,
    /// Stamp of the file that holds them; 0 before they are written.
    pub tag_stamp: u64,
    /// Stamp of the file of names; 0 before it is written.
    pub name_stamp: u64,
    /// By State; records without a State stand under `None`.
    pub states: BTreeMap<Option<StateCode>, StateAnalysis>,
    /// Clusters over all records.
    pub clusters: ClusterSet,
    /// References, and names by recommending States, that several records have.
    pub shared_references: BTreeSet<String>,
}

impl Analysis {
    /// An analysis that knows nothing but the clusters that were made before with the same models.
    #[must_use]
    pub fn with_clusters(
        models: String,
        clusters: Vec<ClusterDefinition>,
        placements: Vec<(RecordId, ClusterNumber)>,
    ) -> Self {
        let placements = placements.into_iter().collect();
        let clusters = ClusterSet { clusters, placements, ..ClusterSet::default() };
        Self { code: CODE_VERSION, models, clusters, ..Self::default() }
    }
}

/// The ask of every record.
pub(super) fn asks_of(states: &ByState) -> RecordMap<RecordId> {
    let asks = states.values().flat_map(|state| &state.asks);
    asks.flat_map(|ask| ask.members.iter().map(|id| (*id, ask.id))).collect()
}

#[cfg(test)]
mod tests {
    use super::CODE_VERSION;
    use crate::domain::Fingerprint;
    use crate::domain::vocabulary::{Vocabulary, VocabularyTerm};

    #[test]
    fn vocabularies_whose_numbers_are_cached_are_those_of_the_version() {
        let cached = [Vocabulary::Instrument, Vocabulary::Group, Vocabulary::Act, Vocabulary::ActionFamily];
        let codes = cached.into_iter().flat_map(|of| (0..).map_while(move |at| VocabularyTerm::numbered(of, at)));
        let all: Vec<&str> = codes.map(VocabularyTerm::code).collect();
        let print = Fingerprint::of(all.join(" ").as_bytes()).to_string();
        assert_eq!(
            (CODE_VERSION, print.as_str()),
            (14, "4df9e2cc45fdeb8a"),
            "raise the version when a vocabulary has changed"
        );
    }
}
