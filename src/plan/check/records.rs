//! Rules about recommendations: whether some measure answers them.

use std::collections::BTreeSet;

use super::Checked;
use super::measures::shortened;
use super::rule::{Finding, FindingPlace, PlanRule, RuleFindings};
use crate::domain::{Position, Recommendation, RecordId};
use crate::view::Refusal;

/// The recommendations that a plan answers, and those that some measure answers.
pub(super) struct PlannedRecords {
    pub(super) all: Vec<Recommendation>,
    answered: BTreeSet<RecordId>,
}

impl PlannedRecords {
    pub(super) fn is_answered(&self, id: RecordId) -> bool {
        self.answered.contains(&id)
    }
}

impl Checked<'_> {
    /// The recommendations and pledges of the State of the workspace; of all States where it is about no single one.
    pub(super) fn records(&self) -> Result<PlannedRecords, Refusal> {
        let mut all = self.view.records_of(self.view.registers.own_state)?;
        all.retain(|record| record.kind.is_of_plan());
        let answered = self.book.measures.values().flat_map(|measure| measure.answers.keys().copied()).collect();
        Ok(PlannedRecords { all, answered })
    }

    /// Recommendations in no measure, by what the State has said of them; at most so many of each are told.
    pub(super) fn unanswered(&self, records: &PlannedRecords, most: usize) -> Vec<RuleFindings> {
        let rules = [PlanRule::Unanswered, PlanRule::UnansweredNoted, PlanRule::UnansweredPending];
        let found = |rule: PlanRule| {
            let of_rule: Vec<&Recommendation> = records.all.iter().filter(|record| rule_of(record) == rule).collect();
            let open: Vec<&&Recommendation> = of_rule.iter().filter(|record| !records.is_answered(record.id)).collect();
            let findings = open.iter().take(most).map(|record| Finding {
                place: FindingPlace::Record(record.id),
                name: record.called(),
                detail: shortened(record.clean_text(self.language)),
            });
            RuleFindings::counted(rule, of_rule.len(), open.len(), findings.collect())
        };
        rules.into_iter().map(found).collect()
    }
}

/// Where a recommendation without a measure is counted.
const fn rule_of(record: &Recommendation) -> PlanRule {
    match record.position {
        Position::Noted => PlanRule::UnansweredNoted,
        Position::Pending => PlanRule::UnansweredPending,
        Position::Supported | Position::SupportedImplemented | Position::PartlySupported | Position::None => {
            PlanRule::Unanswered
        }
    }
}
