//! The journal of events, and the decisions it can undo.

use sled::Transactional;
use sled::transaction::{ConflictableTransactionError, TransactionError, TransactionalTree};

use super::codec::{decode, encode};
use super::import::Stamp;
use super::{Store, StoreError, counters, keys};
use crate::domain::{Change, Event, Ruling, Subject};

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

    /// Records a decision, or takes one back (`None`), with its event.
    ///
    /// # Errors
    /// When the engine fails; then nothing was written.
    pub fn decide(&self, subject: &Subject, ruling: Option<Ruling>, stamp: &Stamp) -> Result<(), StoreError> {
        let key = decision_key(subject)?;
        let before = self.decisions.get(&key).map_err(|e| self.engine(&e))?;
        let before: Option<(Subject, Ruling)> = before.map(|bytes| decode("a decision", &bytes)).transpose()?;
        let before = before.map(|(_, ruling)| ruling);
        if before == ruling {
            return Ok(());
        }
        let value = ruling.as_ref().map(|ruling| encode("a decision", &(subject, ruling))).transpose()?;
        let what = Change::Decided { subject: subject.clone(), before, after: ruling };
        let event = encode("an event", &Event { at: stamp.at, who: stamp.who.clone(), what })?;
        let trees = (&self.decisions, &self.journal, &self.meta);
        let outcome: Result<(), TransactionError<()>> = trees.transaction(|(decisions, journal, meta)| {
            match &value {
                Some(value) => decisions.insert(key.as_slice(), value.as_slice())?,
                None => decisions.remove(key.as_slice())?,
            };
            append(journal, meta, std::slice::from_ref(&event))?;
            counters::add(meta, counters::REVISION, 1)?;
            Ok::<(), ConflictableTransactionError<()>>(())
        });
        outcome.map_err(|e| self.transaction(e))?;
        self.flush()
    }

    /// Takes back the newest decision that has not been taken back; returns its subject.
    ///
    /// # Errors
    /// [`StoreError::NothingToUndo`], or an error of the engine.
    pub fn undo(&self, stamp: &Stamp) -> Result<Subject, StoreError> {
        let decided: Vec<_> = self
            .events()?
            .into_iter()
            .filter_map(|event| match event.what {
                Change::Decided { subject, before, after } => Some((subject, before, after)),
                _ => None,
            })
            .collect();
        // A stack of what is in force: an undo is an event that restores the `before` of the top.
        let mut stack: Vec<(Subject, Option<Ruling>, Option<Ruling>)> = Vec::new();
        for (subject, before, after) in decided {
            let undoes = stack.last().is_some_and(|(s, b, a)| *s == subject && *b == after && *a == before);
            if undoes { _ = stack.pop() } else { stack.push((subject, before, after)) }
        }
        let (subject, before, _) = stack.pop().ok_or(StoreError::NothingToUndo)?;
        self.decide(&subject, before, stamp)?;
        Ok(subject)
    }
}

fn decision_key(subject: &Subject) -> Result<Vec<u8>, StoreError> {
    encode("a subject", subject)
}
