//! Rules about bodies: who leads too much, who has refused.

use std::collections::BTreeMap;

use super::Checked;
use super::measures::is_closed;
use super::rule::{Finding, FindingPlace, PlanRule, RuleFindings};
use crate::domain::plan::{Acceptance, Measure};

/// Fewer open measures are no load, however few others lead.
const FEWEST: usize = 5;
/// How many times the median of all that lead is too much.
const TIMES: usize = 3;

impl Checked<'_> {
    /// The rules about bodies.
    pub(super) fn bodies(&self) -> Vec<RuleFindings> {
        vec![self.overloaded(), self.refused()]
    }

    /// Bodies that lead three times as many open measures as the median body, and five at least.
    fn overloaded(&self) -> RuleFindings {
        let mut loads: BTreeMap<&str, usize> = BTreeMap::new();
        let open = self.book.measures.values().filter(|measure| !is_closed(measure));
        open.flat_map(|m| m.lead.keys()).for_each(|body| *loads.entry(body).or_default() += 1);
        let mut counts: Vec<usize> = loads.values().copied().collect();
        counts.sort_unstable();
        let median = counts.get(counts.len().saturating_sub(1) / 2).copied().unwrap_or(0);
        let heavy = loads.iter().filter(|(_, load)| **load >= FEWEST && **load >= TIMES * median);
        let findings = heavy.map(|(body, load)| Finding {
            place: FindingPlace::Body((*body).to_owned()),
            name: self.names.body(body),
            detail: load.to_string(),
        });
        RuleFindings::new(PlanRule::Overloaded, loads.len(), findings.collect())
    }

    /// Measures whose lead has refused where nobody else leads and nobody is proposed.
    fn refused(&self) -> RuleFindings {
        let is_open = |m: &&Measure| m.lead.values().any(|task| task.acceptance == Acceptance::Refused);
        let refused = || self.book.measures.values().filter(is_open);
        let alone = refused().filter(|measure| {
            measure.lead.values().all(|task| task.acceptance == Acceptance::Refused && task.instead.is_empty())
        });
        let reasons = |measure: &Measure| {
            let told = measure.lead.iter().map(|(body, task)| format!("{}: {}", self.names.body(body), task.reason));
            told.collect::<Vec<_>>().join("; ")
        };
        let findings = alone.map(|measure| self.case(measure, &reasons(measure))).collect();
        RuleFindings::new(PlanRule::RefusedAlone, refused().count(), findings)
    }
}
