//! Which store something was made from.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What tells a store from every other, however alike their records and revisions are: drawn when the store
/// is made, noted in every cache that is made from it. The default is that of no store.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StoreIdentity(pub u64);

impl fmt::Display for StoreIdentity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}
