//! The journal of events, and the decisions it can undo.

use std::collections::BTreeMap;

use jiff::Timestamp;
use sled::Transactional;
use sled::transaction::{ConflictableTransactionError, TransactionError, TransactionalTree};

use super::absorb::moved_subject;
use super::codec::{decode, encode};
use super::import::Stamp;
use super::{Store, StoreError, counters, keys};
use crate::domain::{Change, Event, RecordId, Ruling, Subject};

/// Appends encoded events inside a transaction.
pub(super) fn append(
    journal: &TransactionalTree,
    meta: &TransactionalTree,
    events: &[Vec<u8>],
) -> Result<(), ConflictableTransactionError<()>> {
    let first = counters::add(meta, counters::EVENTS, events.len() as u64)?;
    for (offset, event) in events.iter().enumerate() {
        journal.insert(&keys::number(first + offset as u64), event.as_slice())?;
    }
    Ok(())
}

impl Store {
    /// All events, oldest first.
    ///
    /// # Errors
    /// When the engine or decoding fails.
    pub fn events(&self) -> Result<Vec<Event>, StoreError> {
        Ok(self.values(&self.journal, "an event")?.into_iter().map(|(_, event)| event).collect())
    }

    /// All decisions in force, in the order of their subjects' keys.
    ///
    /// # Errors
    /// When the engine or decoding fails.
    pub fn decisions(&self) -> Result<Vec<(Subject, Ruling)>, StoreError> {
        Ok(self.values(&self.decisions, "a decision")?.into_iter().map(|(_, decision)| decision).collect())
    }

    /// Records the decisions of one command, or takes some back (`None`), with their events, in one
    /// transaction. What stands already is passed over.
    ///
    /// # Errors
    /// When the engine fails; then nothing was written.
    pub fn decide(&self, decisions: &[(Subject, Option<Ruling>)], stamp: &Stamp) -> Result<(), StoreError> {
        self.write_decisions(decisions, stamp, false)
    }

    fn write_decisions(
        &self,
        decisions: &[(Subject, Option<Ruling>)],
        stamp: &Stamp,
        undoes: bool,
    ) -> Result<(), StoreError> {
        let (mut values, mut events, mut revisions) = (Vec::new(), Vec::new(), 0);
        for (subject, ruling) in decisions {
            let key = encode("a subject", subject)?;
            let before = self.decision(&key)?;
            // Taking back is always told, or the same decision would be taken back for ever.
            if before == *ruling && !undoes {
                continue;
            }
            let value = ruling.as_ref().map(|ruling| encode("a decision", &(subject, ruling))).transpose()?;
            let what = Change::Decided { subject: subject.clone(), before, after: ruling.clone() };
            events.push(encode("an event", &Event { at: stamp.at, who: stamp.who.clone(), undoes, what })?);
            values.push((key, value));
            revisions += u64::from(changes_caches(subject));
        }
        let trees = (&self.decisions, &self.journal, &self.meta);
        fail::fail_point!("store-decide-begin");
        let outcome: Result<(), TransactionError<()>> = trees.transaction(|(decisions, journal, meta)| {
            for (key, value) in &values {
                match value {
                    Some(value) => decisions.insert(key.as_slice(), value.as_slice())?,
                    None => decisions.remove(key.as_slice())?,
                };
            }
            append(journal, meta, &events)?;
            counters::add(meta, counters::REVISION, revisions)?;
            fail::fail_point!("store-decide-inside");
            Ok::<(), ConflictableTransactionError<()>>(())
        });
        outcome.map_err(|e| self.transaction(e))?;
        self.flush()
    }

    fn decision(&self, key: &[u8]) -> Result<Option<Ruling>, StoreError> {
        let found = self.decisions.get(key).map_err(|e| self.engine(&e))?;
        let found: Option<(Subject, Ruling)> = found.map(|bytes| decode("a decision", &bytes)).transpose()?;
        Ok(found.map(|(_, ruling)| ruling))
    }

    /// Takes back the newest command of decisions that has not been taken back; returns what the
    /// decisions were about. Decisions of one command carry one stamp.
    ///
    /// # Errors
    /// [`StoreError::NothingToUndo`], or an error of the engine.
    pub fn undo(&self, stamp: &Stamp) -> Result<Vec<Subject>, StoreError> {
        let mut standing = standing(self.events()?);
        let newest = standing.last().ok_or(StoreError::NothingToUndo)?.at;
        let mut back = Vec::new();
        while let Some(decision) = standing.pop_if(|d| d.at == newest) {
            back.push((decision.subject, decision.before));
        }
        self.write_decisions(&back, stamp, true)?;
        Ok(back.into_iter().map(|(subject, _)| subject).collect())
    }
}

/// A decision that has not been taken back.
struct Standing {
    at: Timestamp,
    subject: Subject,
    before: Option<Ruling>,
}

/// Replays the journal: an event that undoes takes the newest decision off the stack.
fn standing(events: Vec<Event>) -> Vec<Standing> {
    let mut stack: Vec<Standing> = Vec::new();
    for event in events {
        if let Change::Absorbed { id, into, .. } = event.what {
            follow(&mut stack, id, into);
            continue;
        }
        let Change::Decided { subject, before, .. } = event.what else { continue };
        if event.undoes {
            stack.pop();
        } else {
            stack.push(Standing { at: event.at, subject, before });
        }
    }
    stack
}

/// Decisions on a record that became part of another are decisions on that one.
fn follow(stack: &mut [Standing], id: RecordId, into: RecordId) {
    let absorbed = BTreeMap::from([(id, into)]);
    for standing in stack {
        if let Some(Some(next)) = moved_subject(&standing.subject, &absorbed) {
            standing.subject = next;
        }
    }
}

/// Titles and locks are read when they are shown; the other decisions change what caches hold.
const fn changes_caches(subject: &Subject) -> bool {
    !matches!(subject, Subject::Title(_) | Subject::Lock(_))
}
