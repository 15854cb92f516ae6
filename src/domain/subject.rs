//! What a decision is about: its key.
//!
//! A subject names records or clusters, never an ask: an ask is named by its smallest member and another
//! one may come. What is decided on an ask stands on the record that was named, and goes with it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::plan::{PlanField, PlanKey};
use super::tag::TagKind;
use super::{ClusterNumber, Coded, Language, RecordId};

/// What a decision is about; a later decision on the same subject replaces the earlier one.
#[derive(
    Debug,
    Clone,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    strum::IntoStaticStr,
    strum::VariantNames,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "kebab-case", prefix = "subject-")]
pub enum Subject {
    /// Whether two records ask the same; the smaller identifier first.
    Pair(RecordId, RecordId),
    /// Whether a value holds for a record.
    Tag(RecordId, TagKind, String),
    /// The title of a cluster.
    Title(ClusterNumber),
    /// Whether a cluster is locked.
    Lock(ClusterNumber),
    /// The cluster of a record.
    Placement(RecordId),
    /// The position of the State on a record.
    Position(RecordId),
    /// The position that the State stated on a record after its review, on a day.
    LaterPosition(RecordId, Date),
    /// The wording of a record in one language.
    Wording(RecordId, Language),
    /// A field of something in the plan.
    Plan(PlanKey, PlanField),
}

impl Subject {
    /// The records that it is about; none for clusters.
    #[must_use]
    pub fn records(&self) -> Vec<RecordId> {
        match self {
            Self::Pair(a, b) => vec![*a, *b],
            Self::Tag(id, ..)
            | Self::Placement(id)
            | Self::Position(id)
            | Self::LaterPosition(id, _)
            | Self::Wording(id, _) => vec![*id],
            Self::Plan(_, field) => field.record().into_iter().collect(),
            Self::Title(_) | Self::Lock(_) => Vec::new(),
        }
    }

    /// The cluster that it is about; none for records.
    #[must_use]
    pub const fn cluster(&self) -> Option<ClusterNumber> {
        match self {
            Self::Title(number) | Self::Lock(number) => Some(*number),
            Self::Pair(..)
            | Self::Tag(..)
            | Self::Placement(_)
            | Self::Position(_)
            | Self::LaterPosition(..)
            | Self::Wording(..)
            | Self::Plan(..) => None,
        }
    }

    /// The same with other records in their places; `None` when a pair becomes one record.
    #[must_use]
    pub fn with_records(&self, next: impl Fn(RecordId) -> RecordId) -> Option<Self> {
        Some(match self {
            Self::Pair(a, b) => {
                let (a, b) = (next(*a), next(*b));
                return (a != b).then(|| Self::Pair(a.min(b), a.max(b)));
            }
            Self::Tag(id, kind, value) => Self::Tag(next(*id), *kind, value.clone()),
            Self::Placement(id) => Self::Placement(next(*id)),
            Self::Position(id) => Self::Position(next(*id)),
            Self::LaterPosition(id, on) => Self::LaterPosition(next(*id), *on),
            Self::Wording(id, language) => Self::Wording(next(*id), *language),
            Self::Plan(key, field) => Self::Plan(*key, field.with_records(next)),
            Self::Title(_) | Self::Lock(_) => self.clone(),
        })
    }

    /// The words for people; `name` tells how a record is called.
    #[must_use]
    pub fn word(&self, name: impl Fn(RecordId) -> String) -> Coded {
        if let Self::Plan(key, field) = self {
            return plan_word(*key, field, name);
        }
        let values: Vec<(&str, String)> = match self {
            Self::Pair(a, b) => vec![("a", name(*a)), ("b", name(*b))],
            Self::Tag(id, kind, value) => {
                vec![("record", name(*id)), ("kind", kind.code().to_owned()), ("value", value.clone())]
            }
            Self::Title(number) | Self::Lock(number) => vec![("cluster", number.to_string())],
            Self::Placement(id) | Self::Position(id) => vec![("record", name(*id))],
            Self::LaterPosition(id, on) => vec![("record", name(*id)), ("day", on.to_string())],
            Self::Wording(id, language) => vec![("record", name(*id)), ("language", language.code().to_owned())],
            Self::Plan(..) => Vec::new(),
        };
        let code: &'static str = self.into();
        Coded {
            code: code.to_owned(),
            values: values.into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect(),
        }
    }
}

/// The words for a field of the plan, with the record, the body or the period that it is about.
fn plan_word(key: PlanKey, field: &PlanField, name: impl Fn(RecordId) -> String) -> Coded {
    let which = field.record().map_or_else(|| field.which(), name);
    let values = [
        ("key", key.to_string().into()),
        ("field", serde_json::to_value(field.word()).unwrap_or_default()),
        ("named", usize::from(!which.is_empty()).into()),
        ("which", which.into()),
    ];
    Coded {
        code: "subject-plan".to_owned(),
        values: values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
    }
}
