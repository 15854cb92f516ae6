//! Relations between two recommendations.

use std::fmt;

use serde::{Deserialize, Serialize};
use strum::VariantArray;

use super::{Position, Reason, RecordId};

/// How two recommendations relate, strongest first.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    strum::IntoStaticStr,
    strum::VariantArray,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum RelationKind {
    /// The same words, but for case, punctuation and blanks, and no position against the other.
    Identical,
    /// The same words but for a few or for set formulas, and the same instruments and groups; or the same words
    /// and another position.
    NearIdentical,
    /// One measure answers both in full.
    SameAsk,
    /// They share a part; one plan line would lose something.
    Overlap,
}

impl RelationKind {
    /// All kinds, strongest first.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;

    /// The stable code used in exports.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// Whether the two have the same words, and positions that oppose each other: then they are near-identical.
    #[must_use]
    pub const fn is_opposed(self, a: Position, b: Position) -> bool {
        matches!(self, Self::Identical) && !a.agrees_with(b)
    }

    /// Whether the two belong into one ask.
    #[must_use]
    pub const fn joins(self) -> bool {
        !matches!(self, Self::Overlap)
    }
}

impl fmt::Display for RelationKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// An undirected relation; `a` is the smaller identifier.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Relation {
    /// The record with the smaller identifier.
    pub a: RecordId,
    /// The other record.
    pub b: RecordId,
    /// How they relate.
    pub kind: RelationKind,
    /// Probability or likeness that the kind rests on, 0 to 1.
    pub score: f32,
    /// Why.
    pub reason: Reason,
}

impl Relation {
    /// Whether a record is one of the two.
    #[must_use]
    pub fn is_of(&self, id: RecordId) -> bool {
        self.a == id || self.b == id
    }

    /// The same words make a pair identical only where the positions on the two do not oppose each other:
    /// otherwise the pair is near-identical.
    pub fn weigh_positions(&mut self, a: Position, b: Position) {
        if self.kind.is_opposed(a, b) {
            self.kind = RelationKind::NearIdentical;
            self.reason = Reason::OtherPosition;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Position, Reason, RecordId, Relation, RelationKind};

    #[test]
    fn the_same_words_with_another_position_are_near_identical() {
        let weighed = |a: Position, b: Position| {
            let (kind, reason) = (RelationKind::Identical, Reason::SameWords);
            let mut relation = Relation { a: RecordId(1), b: RecordId(2), kind, score: 1.0, reason };
            relation.weigh_positions(a, b);
            (relation.kind, relation.reason)
        };
        let identical = (RelationKind::Identical, Reason::SameWords);
        assert_eq!(weighed(Position::Supported, Position::SupportedImplemented), identical);
        assert_eq!(weighed(Position::Noted, Position::None), identical, "no position is against none");
        let near = (RelationKind::NearIdentical, Reason::OtherPosition);
        assert_eq!(weighed(Position::Noted, Position::Supported), near);
        assert_eq!(weighed(Position::PartlySupported, Position::Supported), near);
    }
}
