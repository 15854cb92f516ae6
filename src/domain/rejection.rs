//! Rows that were not taken over, kept as data.

use serde::{Deserialize, Serialize};

use super::Coded;

/// A row, item or paragraph that was not taken over, with the reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rejection {
    /// File name.
    pub file: String,
    /// Row, item or page.
    pub place: String,
    /// Why; the room that rejected it says so in a code of its own.
    pub reason: Coded,
    /// What stood there.
    pub raw: String,
}
