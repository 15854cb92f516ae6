//! What is counted from all records, kept for as long as nothing changes.

use std::sync::{Arc, Mutex, PoisonError, Weak};

use crate::view::View;

/// Something that is made of a view, once for each.
#[derive(Debug)]
pub(super) struct Kept<T>(Mutex<Option<(Weak<View>, Arc<T>)>>);

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self(Mutex::new(None))
    }
}

impl<T> Kept<T> {
    /// What was made of this view, or is made now; whoever asks meanwhile waits for it and does not make it as well.
    /// The view itself is not held: its successor takes its records over.
    ///
    /// # Errors
    /// When it cannot be made; then nothing is kept.
    pub(super) fn of<E>(&self, view: &Arc<View>, make: impl FnOnce() -> Result<T, E>) -> Result<Arc<T>, E> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let own = Arc::downgrade(view);
        if let Some((_, made)) = kept.as_ref().filter(|(of, _)| Weak::ptr_eq(of, &own)) {
            return Ok(Arc::clone(made));
        }
        let made = Arc::new(make()?);
        *kept = Some((own, Arc::clone(&made)));
        Ok(made)
    }
}
