//! The implementation plan: measures, indicators, time frames, status assessments.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::ClusterNumber;

/// State of a measure.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Nothing has begun.
    #[default]
    NotStarted,
    /// Decided, not begun.
    Planned,
    /// Under way.
    InProgress,
    /// Done in part.
    PartlyImplemented,
    /// Done.
    Implemented,
    /// The State has decided not to do it.
    NotPursued,
}

impl Status {
    /// All words, in the order of progress.
    pub const ALL: [Self; 6] = [
        Self::NotStarted,
        Self::Planned,
        Self::InProgress,
        Self::PartlyImplemented,
        Self::Implemented,
        Self::NotPursued,
    ];

    /// The words shown to people and offered in plan tables.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::NotStarted => "not started",
            Self::Planned => "planned",
            Self::InProgress => "in progress",
            Self::PartlyImplemented => "partly implemented",
            Self::Implemented => "implemented",
            Self::NotPursued => "not pursued",
        }
    }
}

/// What an indicator measures (OHCHR, Human Rights Indicators, 2012).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IndicatorType {
    /// Commitments: laws, institutions, policies.
    Structural,
    /// Efforts: programmes, budgets, procedures.
    Process,
    /// Results for people.
    Outcome,
}

impl IndicatorType {
    /// The three types.
    pub const ALL: [Self; 3] = [Self::Structural, Self::Process, Self::Outcome];

    /// The word shown to people and offered in plan tables.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Structural => "structural",
            Self::Process => "process",
            Self::Outcome => "outcome",
        }
    }
}

/// An indicator of a measure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Indicator {
    /// What is counted.
    pub name: String,
    /// Kind of indicator.
    pub indicator_type: IndicatorType,
    /// Value at the start.
    pub baseline: String,
    /// Value aimed at.
    pub target: String,
    /// Where the value comes from.
    pub source: String,
    /// By which it is broken down (sex, age, disability, region …).
    pub disaggregation: Vec<String>,
}

/// A step of a measure with a date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Milestone {
    /// What will be reached.
    pub name: String,
    /// By when.
    pub due: Option<Date>,
}

/// One measure of the plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    /// The cluster it answers.
    pub cluster: ClusterNumber,
    /// What will be done.
    pub text: String,
    /// Code of the leading entity in the register.
    pub lead: Option<String>,
    /// Codes of the supporting entities.
    pub supporting: Vec<String>,
    /// From when.
    pub from: Option<Date>,
    /// Until when.
    pub until: Option<Date>,
    /// Steps on the way.
    pub milestones: Vec<Milestone>,
    /// How it is measured.
    pub indicators: Vec<Indicator>,
    /// Amount and source of money, in the State's own words.
    pub budget: String,
    /// What help is needed.
    pub technical_assistance: String,
    /// Assessments, oldest first; none overwrites another.
    pub assessments: Vec<StatusAssessment>,
    /// Remarks.
    pub remarks: String,
}

/// What one assessor says of the state of a measure at one date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StatusAssessment {
    /// The State, the NHRI, a CSO, a committee.
    pub assessor: String,
    /// The status seen.
    pub status: Status,
    /// When.
    pub date: Date,
    /// What it rests on.
    pub evidence: String,
}
