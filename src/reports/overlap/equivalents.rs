//! Which recommendations of treaty bodies and special procedures ask what those of the review ask?
//!
//! The High Commissioner's letters after each review name, beside its recommendations, what other mechanisms have asked
//! of the State on the same matter. One record may stand beside several, and several beside one.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::domain::{Asker, Mechanism, Position, RecordId, RelationKind, SettledRecord};
use crate::reports::compare::{About, Condition, Field, Scope, Settled, Unit};
use crate::view::{Question, Refusal, TagSource, View};

/// Which recommendations of others ask what those of the review ask?
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Equivalents {
    /// Whose tags the filters go by.
    #[serde(default)]
    pub tags: TagSource,
    /// What must hold of the recommendations of the review.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub filters: Vec<Condition>,
}

/// The recommendations of the review with their equivalents.
#[derive(Debug, Clone, Serialize)]
pub struct EquivalentsAnswer {
    /// The question.
    pub question: Equivalents,
    /// What is to be known of it.
    pub about: About,
    /// How many recommendations have one, whole or in part.
    pub with_equivalents: u64,
    /// How many have one that asks the same: one measure answers both.
    pub asked_in_full: u64,
    /// The recommendations in the order of a reader, those without an equivalent too.
    pub recommendations: Vec<ReviewedRecommendation>,
}

/// A recommendation as it is handed on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HandedRecommendation {
    /// Its identifier.
    pub id: RecordId,
    /// Its reference.
    pub reference: String,
    /// Its text.
    pub text: String,
}

/// A recommendation of the review.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReviewedRecommendation {
    /// The recommendation.
    #[serde(flatten)]
    pub recommendation: HandedRecommendation,
    /// Name of the State under review.
    pub state: String,
    /// Names of the recommending States.
    pub recommending_states: Vec<String>,
    /// The position of the State.
    pub position: Position,
    /// What others ask alike, the likest first.
    pub equivalents: Vec<Equivalent>,
}

/// A recommendation of another mechanism that asks the same, or a part of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Equivalent {
    /// The recommendation.
    #[serde(flatten)]
    pub recommendation: HandedRecommendation,
    /// Code of the body that makes it.
    pub body: String,
    /// How the two relate: one measure answers both, or they share a part.
    pub relation: RelationKind,
}

impl Question for Equivalents {
    type Answer = EquivalentsAnswer;

    fn answer(&self, view: &View, asker: &Asker) -> Result<Self::Answer, Refusal> {
        let review = Condition { field: Field::Mechanism, values: vec![Mechanism::Upr.code().to_owned()] };
        let filters = self.filters.iter().cloned().chain([review]).collect();
        let scope = Scope { unit: Unit::Recommendation, tags: self.tags, filters, ..Scope::default() };
        let settled = Settled::of(view, self.tags)?;
        let gathered = scope.gather(view, settled.all(), &[])?;
        let about = About::of(&scope, view, settled.all(), &gathered, &[]);
        let mut reviewed: Vec<&SettledRecord> = gathered.pieces.iter().map(|piece| piece.settled).collect();
        reviewed.sort_by_cached_key(|settled| (settled.record.state, settled.place()));
        let others = Others::of(view, view.settled()?)?;
        let row = |own: &&SettledRecord| ReviewedRecommendation {
            recommendation: handed(own, asker),
            state: named_state(own, view, asker),
            recommending_states: named_states(own, view, asker),
            position: own.record.position,
            equivalents: others.of_record(own, asker),
        };
        let recommendations: Vec<ReviewedRecommendation> = reviewed.iter().map(row).collect();
        let with_equivalents = recommendations.iter().filter(|own| !own.equivalents.is_empty()).count() as u64;
        let is_whole = |own: &&ReviewedRecommendation| own.equivalents.iter().any(|other| other.relation.joins());
        let asked_in_full = recommendations.iter().filter(is_whole).count() as u64;
        let about = About { units: recommendations.len() as u64, ..about };
        Ok(EquivalentsAnswer { question: self.clone(), about, with_equivalents, asked_in_full, recommendations })
    }
}

/// Recommendations of treaty bodies and special procedures, by what leads to them.
struct Others<'v> {
    by_id: HashMap<RecordId, &'v SettledRecord>,
    by_ask: HashMap<RecordId, Vec<&'v SettledRecord>>,
    related: HashMap<RecordId, Vec<(RecordId, RelationKind)>>,
}

impl<'v> Others<'v> {
    fn of(view: &'v View, settled: &'v [SettledRecord]) -> Result<Self, Refusal> {
        let is_other = |own: &&SettledRecord| {
            own.record.kind.is_of_plan()
                && matches!(own.record.mechanism, Mechanism::TreatyBody | Mechanism::SpecialProcedure)
        };
        let by_id: HashMap<RecordId, &SettledRecord> =
            settled.iter().filter(is_other).map(|own| (own.record.id, own)).collect();
        let mut by_ask: HashMap<RecordId, Vec<&SettledRecord>> = HashMap::new();
        for own in settled.iter().filter(is_other) {
            by_ask.entry(own.ask).or_default().push(own);
        }
        let mut related: HashMap<RecordId, Vec<(RecordId, RelationKind)>> = HashMap::new();
        for relation in view.relations()? {
            for (own, other) in [(relation.a, relation.b), (relation.b, relation.a)] {
                if by_id.contains_key(&other) && !by_id.contains_key(&own) {
                    related.entry(own).or_default().push((other, relation.kind));
                }
            }
        }
        Ok(Self { by_id, by_ask, related })
    }

    /// Those of the same ask, and those that share a part; of two that relate alike the first in the order of a reader.
    fn of_record(&self, own: &SettledRecord, asker: &Asker) -> Vec<Equivalent> {
        let related = self.related.get(&own.record.id).map_or(&[][..], Vec::as_slice);
        let mut found: HashMap<RecordId, RelationKind> = related.iter().copied().collect();
        let is_of_state = |other: &&&SettledRecord| other.record.state == own.record.state;
        for other in self.by_ask.get(&own.ask).into_iter().flatten().filter(is_of_state) {
            let kind = found.entry(other.record.id).or_insert(RelationKind::SameAsk);
            // What stands in one ask is the same, whatever the two alone would be.
            *kind = (*kind).min(RelationKind::SameAsk);
        }
        let mut all: Vec<(RelationKind, &SettledRecord)> =
            found.into_iter().filter_map(|(id, kind)| Some((kind, *self.by_id.get(&id)?))).collect();
        all.sort_by_cached_key(|(kind, other)| (*kind, other.place()));
        let equivalent = |(relation, other): (RelationKind, &SettledRecord)| Equivalent {
            recommendation: handed(other, asker),
            body: other.record.body.code().to_owned(),
            relation,
        };
        all.into_iter().map(equivalent).collect()
    }
}

fn handed(settled: &SettledRecord, asker: &Asker) -> HandedRecommendation {
    HandedRecommendation {
        id: settled.record.id,
        reference: settled.reference.clone(),
        text: settled.record.clean_text(asker.language).to_owned(),
    }
}

fn named_state(settled: &SettledRecord, view: &View, asker: &Asker) -> String {
    settled.record.state.map_or_else(String::new, |code| view.registers.states.name_in(code, asker.language))
}

fn named_states(settled: &SettledRecord, view: &View, asker: &Asker) -> Vec<String> {
    let name = |code: &_| view.registers.states.name_in(*code, asker.language);
    settled.record.recommending_states.iter().map(name).collect()
}
