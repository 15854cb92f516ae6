//! All decisions in force, by what they are about.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::domain::plan::Facts;
use crate::domain::{
    ClusterNumber, DatedPosition, Decision, PlanKey, Position, Recommendation, RecordId, RelationKind, TagValue,
    TagVerdict, Wording,
};
use crate::records::Corrections;

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
    /// Positions that the State stated after its review, oldest first.
    pub later_positions: HashMap<RecordId, Vec<DatedPosition>>,
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
                Decision::LaterPosition(id, stated) => all.later_positions.entry(id).or_default().push(stated),
                Decision::Plan(key, fact) => _ = all.plan.entry(key).or_default().insert(fact.field(), fact),
                Decision::Wording(id, language, text) => {
                    all.wordings.entry(id).or_default().push(Wording { language, text });
                }
            }
        }
        all.later_positions.values_mut().for_each(|stated| stated.sort_by_key(|one| one.on));
        all
    }

    /// How many decisions hang on the numbers of clusters.
    #[must_use]
    pub fn on_clusters(&self) -> usize {
        self.titles.len() + self.locks.len() + self.placements.len()
    }

    /// The records of which others say something else by themselves: tags, places, positions, wordings.
    #[must_use]
    pub fn differing(&self, others: &Self) -> BTreeSet<RecordId> {
        let mut all = BTreeSet::new();
        differ(&self.tags, &others.tags, &mut all);
        differ(&self.positions, &others.positions, &mut all);
        differ(&self.later_positions, &others.later_positions, &mut all);
        differ(&self.wordings, &others.wordings, &mut all);
        let place = |of: &Self, id: &RecordId| of.placements.get(id).copied();
        let placed = self.placements.keys().chain(others.placements.keys());
        all.extend(placed.filter(|id| place(self, id) != place(others, id)).copied());
        all
    }

    /// Puts the corrections of people into a record; the sources keep what they said.
    pub fn correct(&self, record: &mut Recommendation) {
        let corrections = Corrections {
            position: self.positions.get(&record.id).copied(),
            later: self.later_positions.get(&record.id).map(Vec::as_slice).unwrap_or_default(),
            wordings: self.wordings.get(&record.id).map(Vec::as_slice).unwrap_or_default(),
        };
        corrections.lay_over(record);
    }

    /// Whether a person has corrected any record.
    #[must_use]
    pub fn corrects_any(&self) -> bool {
        !(self.positions.is_empty() && self.later_positions.is_empty() && self.wordings.is_empty())
    }

    /// Whether a person has corrected a record.
    #[must_use]
    pub fn has_corrected(&self, id: RecordId) -> bool {
        self.positions.contains_key(&id) || self.later_positions.contains_key(&id) || self.wordings.contains_key(&id)
    }
}

/// Adds the records for which two lists say different things.
fn differ<V: PartialEq>(one: &HashMap<RecordId, V>, other: &HashMap<RecordId, V>, all: &mut BTreeSet<RecordId>) {
    all.extend(one.keys().chain(other.keys()).filter(|id| one.get(id) != other.get(id)).copied());
}
