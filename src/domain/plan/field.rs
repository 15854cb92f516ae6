//! The fields of what is in the plan: what a decision on it is about.

use serde::{Deserialize, Serialize};

use super::assessment::PlanSubject;
use super::key::PlanKey;
use super::period::Period;
use crate::domain::{Coded, Language, RecordId};

/// A field of something in the plan. Where there may be many of a kind, each is a field of its own: every
/// recommendation that a measure answers, every body, every period.
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
#[strum(serialize_all = "kebab-case")]
#[expect(missing_docs, reason = "each is the field of the fact of that name")]
pub enum PlanField {
    Kind,
    Text,
    Number,
    Answers(RecordId),
    Home,
    Serves,
    Lead(String),
    Support(String),
    From,
    Until,
    Status,
    Obstacles,
    Budget,
    Assistance,
    Remarks,
    Release,
    Published,
    NoIndicator,
    Type,
    Unit,
    Baseline,
    Target,
    Source,
    SplitBy,
    Every,
    Observed(Period),
    About(PlanSubject),
    Assessed,
    Said,
    Sent,
    Row(PlanKey),
    Returned(String),
    Closed,
    // After the fields whose words they give in another language: what comes later in this order is laid over them.
    TextIn(Language),
    ObstaclesIn(Language),
}

impl PlanField {
    /// The stable code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.into()
    }

    /// The words for people.
    #[must_use]
    pub fn word(&self) -> Coded {
        Coded::word("plan-field", self.code())
    }

    /// The record that it is about.
    #[must_use]
    pub const fn record(&self) -> Option<RecordId> {
        match self {
            Self::Answers(id) => Some(*id),
            Self::About(subject) => subject.record(),
            _ => None,
        }
    }

    /// The same of other records.
    #[must_use]
    pub fn with_records(&self, next: impl Fn(RecordId) -> RecordId) -> Self {
        match self {
            Self::Answers(id) => Self::Answers(next(*id)),
            Self::About(subject) => Self::About(subject.with_records(next)),
            _ => self.clone(),
        }
    }

    /// The language in which it gives the words of something apart.
    #[must_use]
    pub const fn language_of_text(&self) -> Option<Language> {
        match self {
            Self::TextIn(language) => Some(*language),
            _ => None,
        }
    }

    /// Which of many it is: a body or a period; empty where there is one.
    #[must_use]
    pub fn which(&self) -> String {
        match self {
            Self::Lead(body) | Self::Support(body) => body.clone(),
            Self::Observed(period) => period.to_string(),
            Self::Row(key) => key.to_string(),
            Self::TextIn(language) | Self::ObstaclesIn(language) => language.code().to_owned(),
            _ => String::new(),
        }
    }
}
