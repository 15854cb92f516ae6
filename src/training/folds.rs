//! Splits by whole States, so that no State is both learnt from and measured on.

/// Folds that models are measured by.
const FOLDS: usize = 5;
/// States whose number falls into this fold are held out when models are measured.
const HELD_OUT: usize = 0;

/// The fold of a State, 0 to `folds` − 1, the same in every run.
#[must_use]
pub(super) fn fold_of(state: &str, folds: usize) -> usize {
    let hash = blake3::hash(state.as_bytes());
    usize::from(hash.as_bytes()[0]) % folds
}

/// Whether the State is held out of training when models are measured.
#[must_use]
pub(super) fn is_held_out(state: &str) -> bool {
    fold_of(state, FOLDS) == HELD_OUT
}
