//! Relations between two recommendations.

use std::fmt;

use serde::{Deserialize, Serialize};
use strum::VariantArray;

use super::{Reason, RecordId};

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
    /// The same words, but for case, numbers of paragraphs and recommending States.
    Identical,
    /// The same words but for a few, and the same instruments and groups.
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
