//! How two recommendations compare, and the relation that makes of them.

use super::pair_model::{AskRelation, PairModel, PairOdds, ceiling};
use super::profile::Profile;
use super::reasons::{compared, nearly_same};
use super::sets::{NEAR, jaccard};
use crate::domain::{Position, Reason, RecordId, Relation, RelationKind};

/// Overlaps below this probability are not reported: they are too many to be of use.
const CLEAR_OVERLAP: f32 = 0.5;

/// How two recommendations compare.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// Their relation; `None` where they ask different things.
    pub kind: Option<RelationKind>,
    /// How sure the relation is; without one, how much speaks for one; 0 to 1.
    pub score: f32,
    /// What they have in common and what sets them apart.
    pub reason: Reason,
}

impl Comparison {
    /// What the pair model's odds make of two recommendations that relate as `kind`.
    fn of(a: &Profile, b: &Profile, kind: Option<RelationKind>, odds: PairOdds) -> Self {
        let score = match kind {
            Some(RelationKind::SameAsk) => odds.same,
            _ => (odds.overlap + odds.same).min(1.0),
        };
        Self { kind, score, reason: compared(a, b) }
    }

    /// The same once the positions on the two are known.
    #[must_use]
    pub fn with_positions(self, a: Position, b: Position) -> Self {
        if self.kind.is_some_and(|kind| kind.is_opposed(a, b)) {
            return Self { kind: Some(RelationKind::NearIdentical), reason: Reason::OtherPosition, ..self };
        }
        self
    }

    /// The relation of the two that were compared, if there is one.
    #[must_use]
    pub fn relation(self, one: RecordId, other: RecordId) -> Option<Relation> {
        let (a, b) = (one.min(other), one.max(other));
        self.kind.map(|kind| Relation { a, b, kind, score: self.score, reason: self.reason })
    }
}

/// Compares two recommendations, of one State or of two, under the same guard as asks.
#[must_use]
pub fn compare(a: &Profile, b: &Profile, model: &PairModel) -> Comparison {
    let likeness = jaccard(&a.words, &b.words);
    let literal = if likeness >= NEAR { literal(a, b, likeness) } else { None };
    literal.unwrap_or_else(|| {
        let (judged, odds) = model.judge(a, b);
        Comparison::of(a, b, reported(judged, odds), odds)
    })
}

/// Identical and near-identical pairs by words alone, under the same guard; `likeness` is that of their words.
///
/// Identical are texts that are the same but for case, punctuation and blanks. Where only their cores are the
/// same, without openers, references and citations, they are near-identical, and as sure.
#[must_use]
pub fn literal(a: &Profile, b: &Profile, likeness: f32) -> Option<Comparison> {
    if ceiling(a, b) != AskRelation::Same {
        return None;
    }
    if a.core == b.core && !a.core.is_empty() {
        let is_same = a.whole == b.whole;
        let kind = if is_same { RelationKind::Identical } else { RelationKind::NearIdentical };
        let reason = if is_same { Reason::SameWords } else { Reason::SameCore };
        return Some(Comparison { kind: Some(kind), score: 1.0, reason });
    }
    let is_guarded =
        a.treaties == b.treaties && a.groups == b.groups && a.numbers == b.numbers && a.families == b.families;
    is_guarded.then(|| Comparison {
        kind: Some(RelationKind::NearIdentical),
        score: likeness,
        reason: nearly_same(a, b),
    })
}

/// The same ask and overlaps, as the pair model judges them; no reason is made where there is neither.
#[must_use]
pub(super) fn judged(a: &Profile, b: &Profile, model: &PairModel) -> Option<Comparison> {
    // Of pairs that a rule sets apart the model need not be asked.
    let ceiling = Some(ceiling(a, b)).filter(|ceiling| *ceiling != AskRelation::Different)?;
    let (judged, odds) = model.judge_under(ceiling, a, b);
    reported(judged, odds).map(|kind| Comparison::of(a, b, Some(kind), odds))
}

/// The relation that is reported of a judgement.
fn reported(judged: AskRelation, odds: PairOdds) -> Option<RelationKind> {
    let is_clear = judged != AskRelation::Overlap || odds.overlap + odds.same >= CLEAR_OVERLAP;
    judged.kind().filter(|_| is_clear)
}
