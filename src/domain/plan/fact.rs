//! What people decide on something in the plan: one fact at a time, so that two people who fill in two cells of one
//! row do not stand in each other's way, and so that each is told, undone and compared by itself.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::assessment::{Assessment, Comment, PlanSubject};
use super::date::PlanDate;
use super::field::PlanField;
use super::indicator::{DatedQuantity, IndicatorType, Observation};
use super::joined::joined;
use super::key::PlanKey;
use super::money::{Assistance, Budget};
use super::period::Period;
use super::responsibility::Responsibility;
use super::status::{Release, StatedStatus};
use crate::domain::exchange::{Dispatch, Return, SentRow};
use crate::domain::{ClusterNumber, Language, RecordId};

/// What something in the plan is: it exists for as long as this stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlanKind {
    /// The desired outcome of a cluster.
    Outcome,
    /// A measure.
    Measure,
    /// A step of a measure.
    Milestone(PlanKey),
    /// An indicator of a measure.
    Indicator(PlanKey),
    /// An assessment.
    Assessment,
    /// A comment.
    Comment,
    /// Tables that went out to somebody.
    Dispatch,
    /// A closed edition of the plan.
    Edition,
}

/// What a measure is to a recommendation.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    strum::IntoStaticStr,
    strum::EnumString,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Answering {
    /// It answers it.
    #[default]
    Answers,
    /// It answers a part of it.
    Contributes,
    /// It stands beside it.
    Context,
}

/// One fact about something in the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlanFact {
    /// What it is.
    Kind(PlanKind),
    /// Its words: what is to be done, to be reached, or measured.
    Text(String),
    /// The office's own number.
    Number(String),
    /// It answers a recommendation; of an outcome, the recommendations of its cluster.
    Answers(RecordId, Answering),
    /// The cluster that a person has put it into, by a record that stands there: numbers change, records stay.
    Home(ClusterNumber, RecordId),
    /// The outcome that a measure serves, where it was written for one.
    Serves(PlanKey),
    /// A body leads: its code in the register, or a name.
    Lead(String, Responsibility),
    /// A body takes part.
    Support(String, Responsibility),
    /// When it begins.
    From(PlanDate),
    /// When it is to be done.
    Until(PlanDate),
    /// How far it has come.
    Status(StatedStatus),
    /// What stands in the way.
    Obstacles(String),
    /// What it costs.
    Budget(Budget),
    /// The help that it needs.
    Assistance(Assistance),
    /// Remarks of the office; never sent out.
    Remarks(String),
    /// How far its text has come.
    Release(Release),
    /// Whether it is published.
    Published(bool),
    /// No indicator is needed, and why: a law is there or it is not.
    NoIndicator(String),
    /// What an indicator measures.
    Type(IndicatorType),
    /// The unit of its values.
    Unit(String),
    /// Where things stood.
    Baseline(DatedQuantity),
    /// Where they are to stand.
    Target(DatedQuantity),
    /// Where values come from.
    Source(String),
    /// What values are split by.
    SplitBy(Vec<String>),
    /// Every how many months a value is due; from 1.
    Every(u16),
    /// What was observed in a period.
    Observed(Period, Observation),
    /// What an assessment or a comment is about.
    About(PlanSubject),
    /// How far something has come, as somebody says.
    Assessed(Assessment),
    /// What somebody says of it.
    Said(Comment),
    /// What went out, and to whom.
    Sent(Dispatch),
    /// A row that went out, by its key.
    Row(PlanKey, SentRow),
    /// A file that came back, by its fingerprint.
    Returned(String, Return),
    /// The day on which an edition was closed.
    Closed(Date),
    /// Its words in another language, where the State writes in several.
    TextIn(Language, String),
    /// What stands in the way, in another language.
    ObstaclesIn(Language, String),
}

impl PlanFact {
    /// The field that it fills.
    #[must_use]
    pub fn field(&self) -> PlanField {
        match self {
            Self::Kind(_) => PlanField::Kind,
            Self::Text(_) => PlanField::Text,
            Self::Number(_) => PlanField::Number,
            Self::Answers(id, _) => PlanField::Answers(*id),
            Self::Home(..) => PlanField::Home,
            Self::Serves(_) => PlanField::Serves,
            Self::Lead(body, _) => PlanField::Lead(body.clone()),
            Self::Support(body, _) => PlanField::Support(body.clone()),
            Self::From(_) => PlanField::From,
            Self::Until(_) => PlanField::Until,
            Self::Status(_) => PlanField::Status,
            Self::Obstacles(_) => PlanField::Obstacles,
            Self::Budget(_) => PlanField::Budget,
            Self::Assistance(_) => PlanField::Assistance,
            Self::Remarks(_) => PlanField::Remarks,
            Self::Release(_) => PlanField::Release,
            Self::Published(_) => PlanField::Published,
            Self::NoIndicator(_) => PlanField::NoIndicator,
            Self::Type(_) => PlanField::Type,
            Self::Unit(_) => PlanField::Unit,
            Self::Baseline(_) => PlanField::Baseline,
            Self::Target(_) => PlanField::Target,
            Self::Source(_) => PlanField::Source,
            Self::SplitBy(_) => PlanField::SplitBy,
            Self::Every(_) => PlanField::Every,
            Self::Observed(period, _) => PlanField::Observed(*period),
            Self::About(subject) => PlanField::About(subject.clone()),
            Self::Assessed(_) => PlanField::Assessed,
            Self::Said(_) => PlanField::Said,
            Self::Sent(_) => PlanField::Sent,
            Self::Row(key, _) => PlanField::Row(*key),
            Self::Returned(hash, _) => PlanField::Returned(hash.clone()),
            Self::Closed(_) => PlanField::Closed,
            Self::TextIn(language, _) => PlanField::TextIn(*language),
            Self::ObstaclesIn(language, _) => PlanField::ObstaclesIn(*language),
        }
    }

    /// Whether it speaks to those who read a language: words in another do not; `None` reads what was written first.
    #[must_use]
    pub fn is_heard_in(&self, language: Option<Language>) -> bool {
        match self {
            Self::TextIn(own, _) | Self::ObstaclesIn(own, _) => language == Some(*own),
            _ => true,
        }
    }

    /// The same of other records.
    #[must_use]
    pub fn with_records(&self, next: impl Fn(RecordId) -> RecordId) -> Self {
        match self {
            Self::Answers(id, role) => Self::Answers(next(*id), *role),
            Self::About(subject) => Self::About(subject.with_records(next)),
            _ => self.clone(),
        }
    }

    /// What it says, as people write it; names of bodies and records are their codes.
    #[must_use]
    pub fn written(&self) -> String {
        match self {
            Self::Kind(kind) => kind.code().to_owned(),
            Self::Text(text)
            | Self::Number(text)
            | Self::Obstacles(text)
            | Self::Remarks(text)
            | Self::NoIndicator(text)
            | Self::Unit(text)
            | Self::Source(text)
            | Self::TextIn(_, text)
            | Self::ObstaclesIn(_, text) => text.clone(),
            Self::Answers(_, role) => <&str>::from(*role).to_owned(),
            Self::Home(number, _) => number.to_string(),
            Self::Serves(key) => key.to_string(),
            Self::Lead(_, task) | Self::Support(_, task) => {
                joined(&[task.acceptance.code(), &task.reason, &task.instead, &task.contact])
            }
            Self::From(date) | Self::Until(date) => date.words.clone(),
            Self::Status(status) => status.words.clone(),
            Self::Budget(budget) => joined(&[&budget.words, &budget.source, &gap_written(budget)]),
            Self::Assistance(help) => joined(&[&help.words, &help.partner, &help.fund, help.step.code()]),
            Self::Release(release) => release.code().to_owned(),
            Self::Published(is_public) => is_public.to_string(),
            Self::Type(kind) => kind.code().to_owned(),
            Self::Baseline(dated) | Self::Target(dated) => {
                let date = dated.date.as_ref().map_or("", |date| date.words.as_str());
                joined(&[&dated.value.to_string(), date])
            }
            Self::SplitBy(by) => by.join(", "),
            Self::Every(months) => format!("{months}m"),
            Self::Observed(_, Observation::Value { value, split }) => {
                let groups: Vec<String> = split.iter().map(|(group, value)| format!("{group} {value}")).collect();
                joined(&[&value.to_string(), &groups.join(", ")])
            }
            Self::Observed(_, Observation::Missing { reason }) => format!("– ({reason})"),
            Self::About(_) => String::new(),
            Self::Assessed(said) => {
                joined(&[&said.voice.by, said.value.written(), &said.evidence, &said.link, &said.file])
            }
            Self::Said(said) => format!("{}: {}", said.voice.by, said.text),
            Self::Sent(dispatch) => dispatch.file.clone(),
            Self::Row(_, row) => row.part.code().to_owned(),
            Self::Returned(_, back) => back.file.clone(),
            Self::Closed(day) => day.to_string(),
        }
    }
}

/// `gap EUR 300 000`, as other programs read it; empty where nobody has said that money lacks.
#[must_use]
pub fn gap_written(budget: &Budget) -> String {
    let words = budget.gap_words();
    if words.is_empty() { String::new() } else { format!("gap {words}") }
}

impl PlanKind {
    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Outcome => "outcome",
            Self::Measure => "measure",
            Self::Milestone(_) => "milestone",
            Self::Indicator(_) => "indicator",
            Self::Assessment => "assessment",
            Self::Comment => "comment",
            Self::Dispatch => "dispatch",
            Self::Edition => "edition",
        }
    }

    /// The measure that it is part of.
    #[must_use]
    pub const fn measure(self) -> Option<PlanKey> {
        match self {
            Self::Milestone(key) | Self::Indicator(key) => Some(key),
            Self::Outcome | Self::Measure | Self::Assessment | Self::Comment | Self::Dispatch | Self::Edition => None,
        }
    }
}
