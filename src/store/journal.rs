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

    /// The newest event; `None` where there is none. One of the first format bears no name of its command.
    ///
    /// # Errors
    /// When the engine or decoding fails.
    pub fn newest_event(&self) -> Result<Option<Event>, StoreError> {
        let last = self.journal.last().map_err(|e| self.engine(&e))?;
        last.map(|(_, bytes)| decode(ValueKind::Event, &bytes)).transpose()
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
