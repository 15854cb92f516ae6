//! The last change, as far as it can be told.

use crate::workspace::HistoryLine;

/// The last change.
pub(super) enum Last {
    /// It.
    Change(Box<HistoryLine>),
    /// Nothing has been changed yet.
    None,
    /// It cannot be told now.
    NotTold,
}
