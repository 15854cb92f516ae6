//! How long work tells how far it has come, and is told to stop.

use super::WorkspaceError;

use crate::domain::Step;

/// Receives progress; a terminal shows a bar, a page something else, tests nothing.
pub trait Progress: Sync {
    /// `done` of `total` units of the step are finished; `total` is 0 where it is not known.
    fn step(&self, step: Step, done: u64, total: u64);

    /// This many rows of a file are on disk for good.
    fn committed(&self, _file: &str, _rows: u64) {}

    /// Whether the work is to stop at the next place where what is done is whole.
    fn is_stopped(&self) -> bool {
        false
    }
}

/// Progress that nobody looks at.
#[derive(Debug, Clone, Copy)]
pub struct Silent;

impl Progress for Silent {
    fn step(&self, _step: Step, _done: u64, _total: u64) {}
}

/// Fails where the work is to stop.
///
/// # Errors
/// [`WorkspaceError::Stopped`].
pub(super) fn go_on(progress: &dyn Progress) -> Result<(), WorkspaceError> {
    if progress.is_stopped() { Err(WorkspaceError::Stopped) } else { Ok(()) }
}
