//! The journal of events, and the decisions in force.

use rayon::prelude::*;
use sled::transaction::TransactionalTree;

use super::codec::decode;
use super::commands::{commands, named};
use super::value_kind::ValueKind;
use super::{InTransaction, Store, StoreError, counters, keys};
use crate::domain::{Decision, Event, JournalCommand};

/// Appends encoded events inside a transaction.
pub(super) fn append(journal: &TransactionalTree, meta: &TransactionalTree, events: &[Vec<u8>]) -> InTransaction<()> {
    let first = counters::add(meta, counters::EVENTS, events.len() as u64)?;
    for (offset, event) in events.iter().enumerate() {
        journal.insert(&keys::number(first + offset as u64), event.as_slice())?;
    }
    Ok(())
}

impl Store {
    /// All events, oldest first. Those of the first format, which named no commands, are named here, the
    /// same each time.
    ///
    /// # Errors
    /// When the engine or decoding fails.
    pub fn events(&self) -> Result<Vec<Event>, StoreError> {
        Ok(named(self.values(&self.journal, ValueKind::Event)?.into_iter().map(|(_, event)| event)))
    }

    /// The newest event with those of the same command, the newest first and at most `most` of them; empty where there
    /// is none. Those of the first format bear no name of their command.
    ///
    /// # Errors
    /// When the engine or decoding fails.
    pub fn newest_together(&self, most: usize) -> Result<Vec<Event>, StoreError> {
        let mut found: Vec<Event> = Vec::new();
        for bytes in self.journal.iter().values().rev().take(most) {
            let event: Event = decode(ValueKind::Event, &bytes.map_err(|e| self.engine(&e))?)?;
            if found.first().is_some_and(|newest| newest.command != event.command) {
                break;
            }
            found.push(event);
        }
        Ok(found)
    }

    /// All commands, oldest first, with what of them is still in force.
    ///
    /// # Errors
    /// When the engine or decoding fails.
    pub fn commands(&self) -> Result<Vec<JournalCommand>, StoreError> {
        Ok(commands(&self.events()?))
    }

    /// All decisions in force, in the order of their subjects' keys.
    ///
    /// # Errors
    /// When the engine or decoding fails.
    pub fn decisions(&self) -> Result<Vec<Decision>, StoreError> {
        let kept: Vec<sled::IVec> =
            self.decisions.iter().values().collect::<Result<_, _>>().map_err(|e| self.engine(&e))?;
        kept.par_iter().map(|bytes| decode(ValueKind::Decision, bytes)).collect()
    }
}
