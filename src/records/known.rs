//! What is known already, as this room asks for it.

use crate::domain::{Recommendation, RecordId};

/// The records that are known, wherever they are kept.
pub trait KnownRecords {
    /// What can go wrong in looking them up.
    type Error;

    /// The record with that identifier.
    ///
    /// # Errors
    /// When it cannot be looked up.
    fn record(&self, id: RecordId) -> Result<Option<Recommendation>, Self::Error>;

    /// The record that holds the item of a source with that UUID.
    ///
    /// # Errors
    /// When it cannot be looked up.
    fn by_source(&self, uuid: &str) -> Result<Option<RecordId>, Self::Error>;
}
