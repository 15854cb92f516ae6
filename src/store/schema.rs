//! The number of the on-disk format, and the way from older ones.

use super::damage::Damage;
use super::upgrade::STEPS;
use super::{Store, StoreError, counters};

/// The format this version writes.
pub const SCHEMA: u16 = 2;

/// What is done with a store of an older format before it is brought up to date, such as a backup. Where it
/// fails, the store stays what it is and is not opened.
pub type BeforeUpgrade<'a> = dyn Fn(&Store) -> Result<(), StoreError> + 'a;

/// Stamps a new store, brings an older one up to date step by step, refuses one that a newer version
/// wrote.
pub(super) fn check(store: &Store, before_upgrade: &BeforeUpgrade<'_>) -> Result<(), StoreError> {
    let found = store.meta.get(counters::SCHEMA).map_err(|e| store.engine(&e))?;
    match found.as_deref() {
        None => {
            store.meta.insert(counters::SCHEMA, &SCHEMA.to_be_bytes()).map_err(|e| store.engine(&e))?;
            store.flush()
        }
        Some(&[high, low]) => match u16::from_be_bytes([high, low]) {
            found if found > SCHEMA => Err(StoreError::NewerSchema { found, known: SCHEMA }),
            SCHEMA => Ok(()),
            found => {
                before_upgrade(store)?;
                STEPS.iter().skip(usize::from(found.max(1)) - 1).try_for_each(|step| step(store))
            }
        },
        Some(_) => Err(StoreError::Damaged { path: store.path.clone(), reason: Damage::NoFormat }),
    }
}
