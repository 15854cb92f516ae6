//! The plan as it stood when an edition of it was closed.
//!
//! Nothing is copied when an edition is closed. The journal holds every fact of the plan, so that the edition is the plan
//! as it stood right before the command that closed it; what is decided or undone later does not reach it.

use std::collections::{BTreeMap, HashSet};

use super::plan::{Facts, PlanFact, PlanField, PlanKey, PlanKind};
use super::{Change, Decision, Event, Outcome, RecordId, Subject};

/// The facts of the plan right before an edition was closed, by what the journal holds; where the closing was taken back
/// and made again, before the last time. `None` when nothing in the journal closes it.
#[must_use]
pub fn facts_at_closing(events: &[Event], edition: PlanKey) -> Option<BTreeMap<PlanKey, Facts>> {
    let at = events.iter().rposition(|event| closes(event, edition))?;
    let command = events[at].command;
    // What else the same command decided, such as what left the plan with it, is part of the closing.
    let first = events[..at].iter().rposition(|event| event.command != command).map_or(0, |before| before + 1);
    let mut replay = Replay::default();
    events[..first].iter().for_each(|event| replay.event(event));
    // A record that has become part of another since is found under that one.
    for event in &events[first..] {
        if let Change::Absorbed { id, into, .. } = &event.what {
            replay.absorb(*id, *into);
        }
    }
    Some(replay.facts)
}

fn closes(event: &Event, edition: PlanKey) -> bool {
    let Change::Decided(change) = &event.what else { return false };
    matches!(change.after(), Outcome::Set(Decision::Plan(key, PlanFact::Kind(PlanKind::Edition))) if *key == edition)
}

/// The plan while the journal is read.
#[derive(Default)]
struct Replay {
    facts: BTreeMap<PlanKey, Facts>,
    /// Records that anything in the plan has spoken of: of most records none does.
    mentioned: HashSet<RecordId>,
}

impl Replay {
    fn event(&mut self, event: &Event) {
        match &event.what {
            Change::Decided(change) => match change.after() {
                Outcome::Set(Decision::Plan(key, fact)) => {
                    self.mentioned.extend(fact.field().record());
                    self.facts.entry(*key).or_default().insert(fact.field(), fact.clone());
                }
                Outcome::Cleared(Subject::Plan(key, field)) => self.clear(*key, field),
                _ => {}
            },
            Change::Absorbed { id, into, .. } => self.absorb(*id, *into),
            _ => {}
        }
    }

    fn clear(&mut self, key: PlanKey, field: &PlanField) {
        let Some(own) = self.facts.get_mut(&key) else { return };
        own.remove(field);
        if own.is_empty() {
            self.facts.remove(&key);
        }
    }

    /// What was said of a record holds of the one that it has become part of, unless something was said of that already.
    fn absorb(&mut self, id: RecordId, into: RecordId) {
        if !self.mentioned.remove(&id) {
            return;
        }
        self.mentioned.insert(into);
        let next = |record: RecordId| if record == id { into } else { record };
        for own in self.facts.values_mut() {
            let moved: Vec<PlanField> = own.keys().filter(|field| field.record() == Some(id)).cloned().collect();
            for field in moved {
                let Some(fact) = own.remove(&field) else { continue };
                let fact = fact.with_records(next);
                own.entry(fact.field()).or_insert(fact);
            }
        }
    }
}
