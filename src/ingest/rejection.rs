//! Rows that were not taken over, kept as data.

use serde::{Deserialize, Serialize};

/// A row, item or paragraph that was not taken over, with the reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rejection {
    /// File name.
    pub file: String,
    /// Row, item or page.
    pub place: String,
    /// Why, in words.
    pub reason: String,
    /// What stood there.
    pub raw: String,
}
