//! The rules of a plan, and what they find.

use serde::{Deserialize, Serialize};

use crate::domain::plan::PlanKey;
use crate::domain::{ClusterNumber, Coded, RecordId};

/// A rule, in the order in which people mend.
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
pub enum PlanRule {
    /// A recommendation that the State supports, or that needs no position, stands in no measure.
    Unanswered,
    /// The same of one that the State has noted: counted apart, since it may mean to do nothing.
    UnansweredNoted,
    /// The same of one that the State has not answered yet.
    UnansweredPending,
    /// A cluster has measures and no desired outcome.
    NoOutcome,
    /// A measure answers nothing, or nothing that is still there.
    AnswersNothing,
    /// Nobody leads.
    NoLead,
    /// No date that is understood says when it is to be done.
    NoDate,
    /// Nothing measures it, and nobody has said that nothing needs to.
    NoIndicator,
    /// An indicator has no target, or one that cannot be measured: words, no unit, or no date.
    UnmeasurableTarget,
    /// Elements of SMART are missing.
    NotSmart,
    /// It answers a recommendation on women or girls, and no indicator is split by sex.
    NoSplitBySex,
    /// It answers recommendations that name women only in a list of groups.
    WomenInList,
    /// It answers recommendations whose matter has a gender dimension that nobody names.
    GenderUnnamed,
    /// A body leads far more than others.
    Overloaded,
    /// A body has refused its task, and nobody is proposed in its place.
    RefusedAlone,
    /// Nobody pays for a part of it yet.
    Unfunded,
    /// Other measures have words in a language in which it has none.
    Untranslated,
    /// It is to be done before it begins.
    DatesCrossed,
    /// The date is over, and it is not done.
    Overdue,
    /// A value that was due has not come.
    ValueOverdue,
    /// Nothing was heard of it for some months.
    NoNews,
}

impl PlanRule {
    /// The stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// The words for people.
    #[must_use]
    pub fn word(self) -> Coded {
        Coded::word("plan-rule", self.code())
    }
}

/// What a finding is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FindingPlace {
    /// A recommendation.
    Record(RecordId),
    /// A measure, or something of one.
    Plan(PlanKey),
    /// A cluster.
    Cluster(ClusterNumber),
    /// A body, by its code.
    Body(String),
}

/// One case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What it is about.
    pub place: FindingPlace,
    /// What people call that: a reference, a key with the office's number, a cluster, a name.
    pub name: String,
    /// Its words, or what the finding hangs on.
    pub detail: String,
}

/// What a rule has found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RuleFindings {
    /// The rule.
    pub rule: PlanRule,
    /// How many cases there are.
    pub count: usize,
    /// Out of how many that were looked at.
    pub of: usize,
    /// The cases, or the first of them.
    pub findings: Vec<Finding>,
}

impl RuleFindings {
    /// What a rule has found among some that were looked at, of which the first cases alone are told.
    pub(super) fn counted(rule: PlanRule, of: usize, count: usize, findings: Vec<Finding>) -> Self {
        Self { rule, count, of, findings }
    }

    /// What a rule has found among some that were looked at.
    pub(super) fn new(rule: PlanRule, of: usize, findings: Vec<Finding>) -> Self {
        Self { rule, count: findings.len(), of, findings }
    }
}
