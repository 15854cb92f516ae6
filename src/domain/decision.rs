//! What people have decided: the part of the truth that no re-run may change.

use serde::{Deserialize, Serialize};

use super::plan::{PlanFact, PlanKey};
use super::ruling::{Ruling, StoredChange, StoredDecision};
use super::subject::Subject;
use super::tag::{TagKind, Verdict};
use super::{ClusterNumber, Coded, DatedPosition, Language, Position, RecordId, RelationKind, Values};

/// One decision: what it is about and what holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "StoredDecision", into = "StoredDecision")]
pub enum Decision {
    /// Two records relate like this, or not at all; made by [`Decision::pair`].
    Pair(RecordId, RecordId, Option<RelationKind>),
    /// The value holds or does not hold for the record.
    Tag(RecordId, TagKind, String, Verdict),
    /// The cluster is called this.
    Title(ClusterNumber, String),
    /// The cluster is locked, or open again.
    Lock(ClusterNumber, bool),
    /// The record belongs into this cluster.
    Placement(RecordId, ClusterNumber),
    /// This is the position of the State on the record.
    Position(RecordId, Position),
    /// The State stated this position after its review.
    LaterPosition(RecordId, DatedPosition),
    /// These are the words of the record in one language.
    Wording(RecordId, Language, String),
    /// This is so of something in the plan.
    Plan(PlanKey, PlanFact),
}

/// What stands on a subject: a decision, or none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// This is decided.
    Set(Decision),
    /// Nothing is decided on it: what was is taken back.
    Cleared(Subject),
}

/// What became of one subject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "StoredChange", into = "StoredChange")]
pub struct DecisionChange {
    before: Outcome,
    after: Outcome,
}

impl Decision {
    /// Two records relate like this, or not at all, in whatever order they are named.
    #[must_use]
    pub fn pair(a: RecordId, b: RecordId, kind: Option<RelationKind>) -> Self {
        Self::Pair(a.min(b), a.max(b), kind)
    }

    /// What it is about.
    #[must_use]
    pub fn subject(&self) -> Subject {
        match self {
            Self::Pair(a, b, _) => Subject::Pair(*a.min(b), *a.max(b)),
            Self::Tag(id, kind, value, _) => Subject::Tag(*id, *kind, value.clone()),
            Self::Title(number, _) => Subject::Title(*number),
            Self::Lock(number, _) => Subject::Lock(*number),
            Self::Placement(id, _) => Subject::Placement(*id),
            Self::Position(id, _) => Subject::Position(*id),
            Self::LaterPosition(id, stated) => Subject::LaterPosition(*id, stated.on),
            Self::Wording(id, language, _) => Subject::Wording(*id, *language),
            Self::Plan(key, fact) => Subject::Plan(*key, fact.field()),
        }
    }

    /// The cluster that it names, as what it is about or as where a record goes.
    #[must_use]
    pub fn cluster(&self) -> Option<ClusterNumber> {
        match self {
            Self::Placement(_, number) => Some(*number),
            _ => self.subject().cluster(),
        }
    }

    /// The same on other records; `None` when a pair becomes one record.
    #[must_use]
    pub fn with_records(&self, next: impl Fn(RecordId) -> RecordId) -> Option<Self> {
        if let Self::Plan(key, fact) = self {
            return Some(Self::Plan(*key, fact.with_records(next)));
        }
        let subject = self.subject().with_records(next)?;
        decision(subject, self.ruling())
    }

    /// The words for what was decided, without what it is about.
    #[must_use]
    pub fn word(&self) -> Coded {
        let said = |code: &str, name: &str, value: &str| Coded {
            code: code.to_owned(),
            values: Values::from_iter([(name.to_owned(), value.into())]),
        };
        match self {
            Self::Pair(.., Some(kind)) => said("decision-related", "kind", kind.code()),
            Self::Pair(.., None) => plain("decision-not-related"),
            Self::Tag(.., Verdict::Accepted) => plain("decision-accepted"),
            Self::Tag(.., Verdict::Refused) => plain("decision-refused"),
            Self::Title(_, text) | Self::Wording(.., text) => said("decision-words", "text", text),
            Self::Lock(_, true) => plain("decision-locked"),
            Self::Lock(_, false) => plain("decision-unlocked"),
            Self::Placement(_, number) => said("decision-cluster", "cluster", &number.to_string()),
            Self::Position(_, position) => position.word(),
            Self::LaterPosition(_, stated) => stated.word(),
            Self::Plan(_, fact) => said("decision-words", "text", &fact.written()),
        }
    }

    fn ruling(&self) -> Ruling {
        match self {
            Self::Pair(.., kind) => Ruling::Relation(*kind),
            Self::Tag(.., verdict) => Ruling::Tag(*verdict),
            Self::Title(_, text) => Ruling::Title(text.clone()),
            Self::Lock(_, locked) => Ruling::Locked(*locked),
            Self::Placement(_, number) => Ruling::Cluster(*number),
            Self::Position(_, position) => Ruling::Position(*position),
            Self::LaterPosition(_, stated) => Ruling::LaterPosition(stated.clone()),
            Self::Wording(.., text) => Ruling::Wording(text.clone()),
            Self::Plan(_, fact) => Ruling::Plan(fact.clone()),
        }
    }
}

impl From<Decision> for Outcome {
    fn from(decision: Decision) -> Self {
        Self::Set(decision)
    }
}

impl Outcome {
    /// What stands on a subject, given the decision on it if there is one; one on something else is none.
    #[must_use]
    pub fn on(subject: Subject, decision: Option<Decision>) -> Self {
        match decision {
            Some(decision) if decision.subject() == subject => Self::Set(decision),
            _ => Self::Cleared(subject),
        }
    }

    /// What it is about.
    #[must_use]
    pub fn subject(&self) -> Subject {
        match self {
            Self::Set(decision) => decision.subject(),
            Self::Cleared(subject) => subject.clone(),
        }
    }

    /// The decision, if there is one.
    #[must_use]
    pub const fn decision(&self) -> Option<&Decision> {
        match self {
            Self::Set(decision) => Some(decision),
            Self::Cleared(_) => None,
        }
    }

    /// The words for what stands, without what it is about.
    #[must_use]
    pub fn word(&self) -> Coded {
        self.decision().map_or_else(|| plain("decision-open"), Decision::word)
    }

    fn with_records(&self, next: impl Fn(RecordId) -> RecordId) -> Option<Self> {
        match self {
            Self::Set(decision) => decision.with_records(next).map(Self::Set),
            Self::Cleared(subject) => subject.with_records(next).map(Self::Cleared),
        }
    }
}

impl DecisionChange {
    /// A change to `after`, from the decision on the same subject if there was one.
    #[must_use]
    pub fn new(before: Option<Decision>, after: Outcome) -> Self {
        Self { before: Outcome::on(after.subject(), before), after }
    }

    /// What it is about.
    #[must_use]
    pub fn subject(&self) -> Subject {
        self.after.subject()
    }

    /// What stood before.
    #[must_use]
    pub const fn before(&self) -> &Outcome {
        &self.before
    }

    /// What stands after it.
    #[must_use]
    pub const fn after(&self) -> &Outcome {
        &self.after
    }

    /// The change that takes this one back.
    #[must_use]
    pub fn reversed(&self) -> Self {
        Self { before: self.after.clone(), after: self.before.clone() }
    }

    /// The same on other records; `None` when a pair becomes one record.
    #[must_use]
    pub fn with_records(&self, next: impl Fn(RecordId) -> RecordId) -> Option<Self> {
        Some(Self { before: self.before.with_records(&next)?, after: self.after.with_records(&next)? })
    }
}

fn plain(code: &str) -> Coded {
    Coded { code: code.to_owned(), values: Values::new() }
}

/// The decision of a subject and a ruling on disk; `None` when the two do not fit.
fn decision(subject: Subject, ruling: Ruling) -> Option<Decision> {
    Some(match (subject, ruling) {
        (Subject::Pair(a, b), Ruling::Relation(kind)) => Decision::pair(a, b, kind),
        (Subject::Tag(id, kind, value), Ruling::Tag(verdict)) => Decision::Tag(id, kind, value, verdict),
        (Subject::Title(number), Ruling::Title(text)) => Decision::Title(number, text),
        (Subject::Lock(number), Ruling::Locked(locked)) => Decision::Lock(number, locked),
        (Subject::Placement(id), Ruling::Cluster(number)) => Decision::Placement(id, number),
        (Subject::Position(id), Ruling::Position(position)) => Decision::Position(id, position),
        (Subject::LaterPosition(id, on), Ruling::LaterPosition(stated)) if stated.on == on => {
            Decision::LaterPosition(id, stated)
        }
        (Subject::Wording(id, language), Ruling::Wording(text)) => Decision::Wording(id, language, text),
        (Subject::Plan(key, field), Ruling::Plan(fact)) if fact.field() == field => Decision::Plan(key, fact),
        _ => return None,
    })
}

/// What stands where subject and ruling on disk do not fit: no version has written such a pair.
const MISFIT: &str = "decision-misfit";

impl From<Decision> for StoredDecision {
    fn from(decision: Decision) -> Self {
        Self { subject: decision.subject(), ruling: decision.ruling() }
    }
}

impl TryFrom<StoredDecision> for Decision {
    type Error = &'static str;

    fn try_from(stored: StoredDecision) -> Result<Self, Self::Error> {
        decision(stored.subject, stored.ruling).ok_or(MISFIT)
    }
}

impl From<DecisionChange> for StoredChange {
    fn from(change: DecisionChange) -> Self {
        let ruling = |outcome: &Outcome| outcome.decision().map(Decision::ruling);
        Self { subject: change.subject(), before: ruling(&change.before), after: ruling(&change.after) }
    }
}

impl TryFrom<StoredChange> for DecisionChange {
    type Error = &'static str;

    fn try_from(stored: StoredChange) -> Result<Self, Self::Error> {
        let outcome = |ruling: Option<Ruling>| match ruling {
            Some(ruling) => decision(stored.subject.clone(), ruling).map(Outcome::Set).ok_or(MISFIT),
            None => Ok(Outcome::Cleared(stored.subject.clone())),
        };
        Ok(Self { before: outcome(stored.before)?, after: outcome(stored.after)? })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_decision_stands_on_disk_as_subject_and_ruling_and_reads_back_from_both_forms() {
        let decision = Decision::pair(RecordId(2), RecordId(1), None);
        let stored = serde_json::to_value(&decision).unwrap();
        let pair = json!({"pair": ["0000000000000001", "0000000000000002"]});
        assert_eq!(stored, json!({"subject": pair, "ruling": {"relation": null}}));
        assert_eq!(serde_json::from_value::<Decision>(stored).unwrap(), decision);
        let list = json!([pair, {"relation": null}]);
        assert_eq!(serde_json::from_value::<Decision>(list).unwrap(), decision);
    }

    #[test]
    fn a_ruling_that_does_not_fit_its_subject_is_refused() {
        let number = json!({"theme": 1, "cluster": 2});
        let misfit = json!({"subject": {"title": number}, "ruling": {"locked": true}});
        assert!(serde_json::from_value::<Decision>(misfit).is_err());
    }

    #[test]
    fn a_change_keeps_its_form_on_disk_and_a_decision_on_something_else_is_none_before_it() {
        let number = ClusterNumber { theme: 1, cluster: 2 };
        let after = Outcome::Set(Decision::Title(number, "New".to_owned()));
        let change = DecisionChange::new(Some(Decision::Lock(number, true)), after);
        assert_eq!(change.before(), &Outcome::Cleared(Subject::Title(number)));
        let stored = serde_json::to_value(&change).unwrap();
        assert_eq!(stored, json!({"subject": {"title": number}, "before": null, "after": {"title": "New"}}));
        assert_eq!(serde_json::from_value::<DecisionChange>(stored).unwrap(), change);
        assert_eq!(change.reversed().reversed(), change);
    }

    #[test]
    fn decisions_follow_their_records_and_a_pair_that_becomes_one_record_ends() {
        let next = |id: RecordId| if id == RecordId(1) { RecordId(9) } else { id };
        let moved = Decision::pair(RecordId(1), RecordId(2), None).with_records(next);
        assert_eq!(moved, Some(Decision::Pair(RecordId(2), RecordId(9), None)));
        assert_eq!(Decision::pair(RecordId(1), RecordId(9), None).with_records(next), None);
        let position = Decision::Position(RecordId(1), Position::Noted);
        assert_eq!(position.with_records(next), Some(Decision::Position(RecordId(9), Position::Noted)));
    }
}
