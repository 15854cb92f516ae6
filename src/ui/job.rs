//! Work that takes its time, as its page shows it: what, how far, how it ended. It goes on when its page is shut.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use tokio::time::Instant;

use super::work::Ended;
use crate::domain::Step;
use crate::workspace::Progress;

/// One piece of work.
pub(super) struct Job {
    /// Its number: that of its page.
    pub(super) number: usize,
    /// The code of what it does.
    pub(super) name: &'static str,
    /// What it works on: names of files.
    pub(super) on: Vec<String>,
    begun: Instant,
    how: Mutex<How>,
    stop: AtomicBool,
}

/// How far work has come in one of its steps.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reached {
    /// The step; `None` before the first.
    pub(super) step: Option<Step>,
    /// Units that are done.
    pub(super) done: u64,
    /// All units; 0 where that is not known.
    pub(super) total: u64,
    /// When the step began.
    since: Instant,
}

impl Reached {
    /// Seconds that the rest of the step takes if it goes on like this; nothing where that cannot be told yet.
    pub(super) fn seconds_left(&self) -> Option<u64> {
        let spent = self.since.elapsed().as_secs_f64();
        let known = self.done > 0 && self.total >= self.done && spent > 1.0;
        known.then(|| (spent * (self.total - self.done) as f64 / self.done as f64).ceil() as u64)
    }
}

/// How work stands.
enum How {
    Running(Reached),
    Ended(Box<Ended>),
}

/// How work stands, for its page.
pub(super) enum Standing<R> {
    /// It goes on.
    Running(Reached),
    /// It has ended, which was looked at.
    Ended(R),
}

impl Job {
    /// Work that begins.
    pub(super) fn new(number: usize, name: &'static str, on: Vec<String>) -> Self {
        let begun = Instant::now();
        let reached = Reached { step: None, done: 0, total: 0, since: begun };
        Self { number, name, on, begun, how: Mutex::new(How::Running(reached)), stop: AtomicBool::new(false) }
    }

    /// The address of its page.
    pub(super) fn address(&self) -> String {
        format!("/jobs/{}", self.number)
    }

    /// Seconds since it began.
    pub(super) fn seconds(&self) -> u64 {
        self.begun.elapsed().as_secs()
    }

    /// Tells it to stop where what is done is whole.
    pub(super) fn stop(&self) {
        self.stop.store(true, Ordering::Release);
    }

    /// Notes how it has ended.
    pub(super) fn end(&self, ended: Ended) {
        *self.how.lock().unwrap_or_else(PoisonError::into_inner) = How::Ended(Box::new(ended));
    }

    /// How it stands; `look` is shown the end.
    pub(super) fn standing<R>(&self, look: impl FnOnce(&Ended) -> R) -> Standing<R> {
        match &*self.how.lock().unwrap_or_else(PoisonError::into_inner) {
            How::Running(reached) => Standing::Running(*reached),
            How::Ended(ended) => Standing::Ended(look(ended)),
        }
    }
}

impl Progress for Job {
    fn step(&self, step: Step, done: u64, total: u64) {
        let mut how = self.how.lock().unwrap_or_else(PoisonError::into_inner);
        if let How::Running(reached) = &mut *how {
            let since = if reached.step == Some(step) { reached.since } else { Instant::now() };
            *reached = Reached { step: Some(step), done, total, since };
        }
    }

    fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Acquire)
    }
}
