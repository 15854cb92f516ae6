//! What people say of a recommendation or a measure: assessments of how far it has come, and comments.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::key::PlanKey;
use crate::domain::{ClusterNumber, Coded, RecordId};

/// What an assessment or a comment is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlanSubject {
    /// A recommendation.
    Record(RecordId),
    /// A lettered part of a recommendation, as `b`.
    Part(RecordId, String),
    /// All recommendations that ask the same as this one.
    Ask(RecordId),
    /// A cluster.
    Cluster(ClusterNumber),
    /// Something in the plan.
    Plan(PlanKey),
}

impl PlanSubject {
    /// The record that it is about; `None` for clusters and for what is in the plan.
    #[must_use]
    pub const fn record(&self) -> Option<RecordId> {
        match self {
            Self::Record(id) | Self::Part(id, _) | Self::Ask(id) => Some(*id),
            Self::Cluster(_) | Self::Plan(_) => None,
        }
    }

    /// The same of another record.
    #[must_use]
    pub fn with_records(&self, next: impl Fn(RecordId) -> RecordId) -> Self {
        match self {
            Self::Record(id) => Self::Record(next(*id)),
            Self::Part(id, part) => Self::Part(next(*id), part.clone()),
            Self::Ask(id) => Self::Ask(next(*id)),
            Self::Cluster(_) | Self::Plan(_) => self.clone(),
        }
    }
}

/// Who assesses or comments.
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
    strum::EnumString,
    strum::VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum VoiceKind {
    /// The State: the body that answers for the plan.
    State,
    /// A ministry or another body of the State.
    Entity,
    /// The national human rights institution.
    Nhri,
    /// Civil society.
    Cso,
    /// The United Nations.
    Un,
    /// The committee that made the recommendation.
    Committee,
    /// Parliament.
    Parliament,
}

impl VoiceKind {
    /// The stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// The word for people.
    #[must_use]
    pub fn word(self) -> Coded {
        Coded::word("voice", self.code())
    }

    /// Whether it is one of the stakeholders whose answers make the Implementation of Recommendations Index (UPR
    /// Info): the State, the national institution, civil society and the United Nations.
    #[must_use]
    pub const fn is_stakeholder(self) -> bool {
        matches!(self, Self::State | Self::Nhri | Self::Cso | Self::Un)
    }
}

/// Who speaks, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voice {
    /// The name of whoever speaks.
    pub by: String,
    /// What they are.
    pub kind: VoiceKind,
    /// The day.
    pub on: Date,
}

/// How far something has come, as somebody assesses it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    /// Who says it.
    pub voice: Voice,
    /// What they say.
    pub value: AssessedValue,
    /// What they go by.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub evidence: String,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub link: String,
    /// The file that shows it, by its name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub file: String,
    /// Up to which day evidence was looked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// A comment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comment {
    /// Who says it.
    pub voice: Voice,
    /// What they say.
    pub text: String,
}

/// A value on one of the scales; the words of a nation's own scale stay as they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AssessedValue {
    /// How far it is implemented, as UPR Info asks: not at all, in part, fully.
    Iri(IriAnswer),
    /// A grade of the Human Rights Committee's follow-up procedure.
    Grade(Grade),
    /// Words of a nation's own scale.
    Words(String),
}

/// An answer of the Implementation of Recommendations Index (UPR Info, "Beyond Promises"): 0, a half, 1.
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
    strum::EnumString,
    strum::VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum IriAnswer {
    /// Not implemented: 0.
    NotImplemented,
    /// In part: a half.
    Partly,
    /// Fully: 1.
    Fully,
    /// It cannot be assessed: left out of the mean, and counted.
    CannotBeAssessed,
}

impl IriAnswer {
    /// The stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// What it adds to the mean, in halves; `None` when it is left out.
    #[must_use]
    pub const fn halves(self) -> Option<u32> {
        match self {
            Self::NotImplemented => Some(0),
            Self::Partly => Some(1),
            Self::Fully => Some(2),
            Self::CannotBeAssessed => None,
        }
    }
}

/// A grade of the Human Rights Committee's follow-up procedure (CCPR/C/161).
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
    strum::EnumString,
    strum::VariantArray,
)]
#[strum(ascii_case_insensitive)]
#[expect(missing_docs, reason = "the letter is the name")]
pub enum Grade {
    A,
    B,
    C,
    D,
    E,
}

impl Grade {
    /// The letter.
    #[must_use]
    pub fn letter(self) -> &'static str {
        self.into()
    }

    /// What the committee says by it.
    #[must_use]
    pub fn word(self) -> Coded {
        Coded::word("grade", self.letter())
    }
}

impl AssessedValue {
    /// The scale, by its stable code.
    #[must_use]
    pub const fn scale(&self) -> &'static str {
        match self {
            Self::Iri(_) => "iri",
            Self::Grade(_) => "grade",
            Self::Words(_) => "words",
        }
    }

    /// The value as it is written.
    #[must_use]
    pub fn written(&self) -> &str {
        match self {
            Self::Iri(answer) => answer.code(),
            Self::Grade(grade) => grade.letter(),
            Self::Words(words) => words,
        }
    }
}
