//! The last change, as far as it can be told.

use crate::workspace::LastChange;

/// The last change.
pub(super) enum Last {
    /// It.
    Change(Box<LastChange>),
    /// Nothing has been changed yet.
    None,
    /// It cannot be told now.
    NotTold,
}
