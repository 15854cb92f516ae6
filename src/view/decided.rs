//! All decisions in force, by what they are about.

use std::collections::{BTreeMap, HashMap};

use crate::domain::plan::Facts;
use crate::domain::{
    ClusterNumber, Decision, PlanKey, Position, Recommendation, RecordId, RelationKind, TagValue, TagVerdict, Wording,
};
use crate::records::correct;

/// Decisions as those who lay them over proposals look them up.
#[derive(Debug, Default)]
pub struct Decisions {
    /// Verdicts on values, by record.
    pub tags: HashMap<RecordId, Vec<TagVerdict>>,
    /// How pairs relate, the smaller identifier first; `None` when they do not.
    pub pairs: BTreeMap<(RecordId, RecordId), Option<RelationKind>>,
    /// Titles of clusters.
    pub titles: HashMap<ClusterNumber, String>,
    /// Whether clusters are locked.
    pub locks: HashMap<ClusterNumber, bool>,
    /// Where records belong.
    pub placements: BTreeMap<RecordId, ClusterNumber>,
    /// Positions of the State.
    pub positions: HashMap<RecordId, Position>,
    /// Wordings, by record.
    pub wordings: HashMap<RecordId, Vec<Wording>>,
    /// What is so of everything in the plan.
    pub plan: BTreeMap<PlanKey, Facts>,
}

impl Decisions {
    /// Sorts decisions.
    #[must_use]
    pub fn of(decisions: impl IntoIterator<Item = Decision>) -> Self {
        let mut all = Self::default();
        for decision in decisions {
            match decision {
                Decision::Tag(id, kind, value, verdict) => {
                    all.tags.entry(id).or_default().push(TagVerdict { of: TagValue { kind, value }, verdict });
                }
                Decision::Pair(a, b, kind) => _ = all.pairs.insert((a, b), kind),
                Decision::Title(number, title) => _ = all.titles.insert(number, title),
                Decision::Lock(number, locked) => _ = all.locks.insert(number, locked),
                Decision::Placement(id, number) => _ = all.placements.insert(id, number),
                Decision::Position(id, position) => _ = all.positions.insert(id, position),
                Decision::Plan(key, fact) => _ = all.plan.entry(key).or_default().insert(fact.field(), fact),
                Decision::Wording(id, language, text) => {
                    all.wordings.entry(id).or_default().push(Wording { language, text });
                }
            }
        }
        all
    }

    /// How many decisions hang on the numbers of clusters.
    #[must_use]
    pub fn on_clusters(&self) -> usize {
        self.titles.len() + self.locks.len() + self.placements.len()
    }

    /// Puts the corrections of people into a record; the sources keep what they said.
    pub fn correct(&self, record: &mut Recommendation) {
        let wordings = self.wordings.get(&record.id).map(Vec::as_slice).unwrap_or_default();
        correct(record, self.positions.get(&record.id).copied(), wordings);
    }

    /// Whether a person has corrected a record.
    #[must_use]
    pub fn has_corrected(&self, id: RecordId) -> bool {
        self.positions.contains_key(&id) || self.wordings.contains_key(&id)
    }
}
