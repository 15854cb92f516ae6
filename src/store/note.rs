//! What is done beside the store, noted in its journal.

use sled::Transactional;
use sled::transaction::TransactionError;

use super::codec::encode;
use super::value_kind::ValueKind;
use super::{InTransaction, Store, StoreError, journal};
use crate::domain::{Change, CommandId, Event, Stamp};

impl Store {
    /// Notes a change that decides nothing and touches no record.
    ///
    /// # Errors
    /// [`StoreError::ReadOnly`], or an error of the engine; then nothing was noted.
    pub fn note(&self, what: Change, command: CommandId, stamp: &Stamp) -> Result<(), StoreError> {
        self.check_writable()?;
        let event = Event { at: stamp.at, who: stamp.who.clone(), command, undoes: None, what };
        let event = encode(ValueKind::Event, &event)?;
        let outcome: Result<(), TransactionError<StoreError>> =
            (&self.journal, &self.meta).transaction(|(journal, meta)| {
                journal::append(journal, meta, std::slice::from_ref(&event))?;
                InTransaction::Ok(())
            });
        outcome.map_err(|e| self.transaction(e))?;
        self.flush()
    }
}
