//! All work of one start, by its numbers.

use std::sync::{Arc, Mutex, PoisonError};

use super::job::Job;
use super::work::Work;

/// The jobs, in the order in which they began.
#[derive(Default)]
pub(super) struct Jobs(Mutex<Vec<Arc<Job>>>);

impl Jobs {
    /// Adds work that begins.
    pub(super) fn add(&self, work: &Work) -> Arc<Job> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let job = Arc::new(Job::new(all.len() + 1, work.name(), work.on()));
        all.push(Arc::clone(&job));
        job
    }

    /// The job of a number.
    pub(super) fn find(&self, number: &str) -> Option<Arc<Job>> {
        let at: usize = number.parse().ok()?;
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.get(at.checked_sub(1)?).cloned()
    }
}
