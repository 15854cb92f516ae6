//! The State says something else of recommendations than it said at its review.

use serde::{Deserialize, Serialize};

use super::named_records::named_records;
use super::plan::day;
use super::told;
use crate::domain::{Asker, Coded, DatedPosition, Decision, Mechanism, Outcome, Position, SettledRecord};
use crate::view::{Command, Refusal, View};

/// State a position that came after the review, as at mid-term; what was said at the review stands beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StateLaterPosition {
    /// Which records, by any of their names.
    pub records: Vec<String>,
    /// The position.
    pub position: Position,
    /// The day on which it was stated, as ISO 8601 has it.
    pub on: String,
    /// Where it is stated.
    pub source: String,
}

impl Command for StateLaterPosition {
    fn decide(&self, view: &View, _: &Asker) -> Result<Vec<Outcome>, Refusal> {
        let source = self.source.trim();
        if source.is_empty() {
            return Err(Refusal::Blank);
        }
        let stated = DatedPosition { position: self.position, on: day("date", &self.on)?, source: source.to_owned() };
        let found = named_records(view, &self.records, None)?;
        let decided = |settled: SettledRecord| match settled.record.mechanism {
            Mechanism::Upr if settled.record.published.is_some_and(|of_review| stated.on < of_review) => {
                Err(Refusal::PlanValue { field: "date".to_owned(), given: self.on.clone() })
            }
            Mechanism::Upr => Ok(Decision::LaterPosition(settled.record.id, stated.clone()).into()),
            _ => Err(Refusal::NoPositionDue { record: settled.reference }),
        };
        found.into_iter().map(decided).collect()
    }

    fn told(&self, _: &View, outcomes: &[Outcome]) -> Coded {
        let position = serde_json::to_value(self.position.word()).unwrap_or_default();
        let values = [
            ("count", outcomes.len().into()),
            ("position", position),
            ("day", self.on.trim().into()),
            ("source", self.source.trim().into()),
        ];
        told("done-position-stated", values)
    }
}
