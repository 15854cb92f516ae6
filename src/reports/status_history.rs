//! How has the plan come along? Measures by status at the end of each day on which some status changed, told by the
//! journal: what was taken back is as it was before.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use crate::domain::plan::{PlanFact, PlanField, PlanKey, PlanKind, Status};
use crate::domain::{Asker, Change, Decision, Event, Outcome, Subject};
use crate::view::{Question, Refusal, View};

/// Measures by status over time.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusHistory {}

/// The days on which the counts changed, oldest first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusDays {
    /// The days.
    pub days: Vec<StatusDay>,
}

/// How measures stood at the end of a day, in UTC.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusDay {
    /// The day.
    pub day: Date,
    /// How many measures have each status, in the order of progress; `None` where nobody has said one, or one in words
    /// that no scale knows. Zeros are left out.
    pub counts: Vec<StatusCount>,
}

/// How many measures have a status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusCount {
    /// The status.
    pub status: Option<Status>,
    /// Measures.
    pub measures: u64,
}

impl Question for StatusHistory {
    type Answer = StatusDays;

    fn answer(&self, view: &View, _asker: &Asker) -> Result<StatusDays, Refusal> {
        Ok(status_days(&view.events()?))
    }
}

/// What is known of the measures while the journal is read.
#[derive(Default)]
struct Standing {
    measures: BTreeSet<PlanKey>,
    statuses: BTreeMap<PlanKey, Option<Status>>,
}

/// The days of a journal, oldest event first.
#[must_use]
pub fn status_days(events: &[Event]) -> StatusDays {
    let mut standing = Standing::default();
    let mut days: Vec<StatusDay> = Vec::new();
    for event in events {
        let Change::Decided(change) = &event.what else { continue };
        if !standing.takes(change.after()) {
            continue;
        }
        let day = event.at.to_zoned(TimeZone::UTC).date();
        let counts = standing.counts();
        match days.last_mut() {
            Some(last) if last.day == day => last.counts = counts,
            _ => days.push(StatusDay { day, counts }),
        }
    }
    days.dedup_by(|later, earlier| later.counts == earlier.counts);
    StatusDays { days }
}

impl Standing {
    /// Takes over what was decided; whether it is about measures and their status.
    fn takes(&mut self, outcome: &Outcome) -> bool {
        match outcome {
            Outcome::Set(Decision::Plan(key, PlanFact::Kind(PlanKind::Measure))) => _ = self.measures.insert(*key),
            Outcome::Set(Decision::Plan(key, PlanFact::Status(said))) => _ = self.statuses.insert(*key, said.status),
            Outcome::Cleared(Subject::Plan(key, PlanField::Kind)) => _ = self.measures.remove(key),
            Outcome::Cleared(Subject::Plan(key, PlanField::Status)) => _ = self.statuses.remove(key),
            _ => return false,
        }
        true
    }

    fn counts(&self) -> Vec<StatusCount> {
        let mut counts: BTreeMap<Option<Status>, u64> = BTreeMap::new();
        for key in &self.measures {
            *counts.entry(self.statuses.get(key).copied().flatten()).or_default() += 1;
        }
        counts.into_iter().map(|(status, measures)| StatusCount { status, measures }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::status_days;
    use crate::domain::plan::{PlanFact, PlanField, PlanKey, PlanKind, StatedStatus, Status};
    use crate::domain::{Change, CommandId, Decision, DecisionChange, Event, Outcome, Subject};

    fn event(at: &str, after: Outcome) -> Event {
        let (command, undoes) = (CommandId::UNNAMED, None);
        let what = Change::Decided(Box::new(DecisionChange::new(None, after)));
        Event { at: at.parse().unwrap(), who: "anna".to_owned(), command, undoes, what }
    }

    #[test]
    fn a_day_holds_what_stood_at_its_end_and_what_was_taken_back_is_as_before() {
        let key = PlanKey::minted(b"a measure", |_| false);
        let set = |fact| Outcome::Set(Decision::Plan(key, fact));
        let status = |status| PlanFact::Status(StatedStatus { status: Some(status), words: String::new() });
        let events = [
            event("2026-01-05T09:00:00Z", set(PlanFact::Kind(PlanKind::Measure))),
            event("2026-01-05T10:00:00Z", set(status(Status::Planned))),
            event("2026-02-01T10:00:00Z", set(status(Status::Implemented))),
            event("2026-02-01T11:00:00Z", Outcome::Cleared(Subject::Plan(key, PlanField::Status))),
            event("2026-03-01T11:00:00Z", Outcome::Cleared(Subject::Plan(key, PlanField::Kind))),
        ];
        let days = status_days(&events).days;
        let told: Vec<String> = days
            .iter()
            .map(|day| {
                let counts = day.counts.iter().map(|count| format!(" {:?} {}", count.status, count.measures));
                format!("{}{}", day.day, counts.collect::<String>())
            })
            .collect();
        assert_eq!(told, ["2026-01-05 Some(Planned) 1", "2026-02-01 None 1", "2026-03-01"]);
    }
}
