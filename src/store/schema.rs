//! The number of the on-disk format, and the steps from older ones.

use super::{Store, StoreError};

/// The format this version writes.
pub const SCHEMA: u16 = 1;

const KEY: &str = "schema";

/// Stamps a new store; refuses one that a newer version wrote.
pub(super) fn check(store: &Store) -> Result<(), StoreError> {
    let found = store.meta.get(KEY).map_err(|e| store.engine(&e))?;
    match found.as_deref() {
        None => {
            store.meta.insert(KEY, &SCHEMA.to_be_bytes()).map_err(|e| store.engine(&e))?;
            store.flush()
        }
        Some(&[high, low]) => match u16::from_be_bytes([high, low]) {
            found if found > SCHEMA => Err(StoreError::NewerSchema { found, known: SCHEMA }),
            _ => Ok(()),
        },
        Some(_) => {
            Err(StoreError::Damaged { path: store.path.clone(), reason: "the schema number is unreadable".to_owned() })
        }
    }
}
