//! Progress beside the data: a bar for people, JSON Lines for programs that watch.

use std::sync::Mutex;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use super::interrupt::Watch;
use super::terminal::Stream;
use crate::domain::Step;
use crate::i18n::Words;
use crate::workspace::Progress;

/// A bar on the screen of the process.
pub(super) struct Bar {
    bar: ProgressBar,
    step: Mutex<Option<Step>>,
    watch: Watch,
}

impl Bar {
    pub(super) fn new() -> Self {
        let bar = ProgressBar::new_spinner();
        bar.enable_steady_tick(Duration::from_millis(120));
        Self { bar, step: Mutex::new(None), watch: Watch::begin() }
    }
}

impl Progress for Bar {
    fn step(&self, step: Step, done: u64, total: u64) {
        let Ok(mut current) = self.step.lock() else { return };
        if *current != Some(step) {
            *current = Some(step);
            let shape = if total > 0 {
                "{msg:>16} [{bar:30}] {pos}/{len} {eta}"
            } else {
                "{msg:>16} {spinner} {pos} {elapsed}"
            };
            if let Ok(style) = ProgressStyle::with_template(shape) {
                self.bar.set_style(style.progress_chars("=> "));
            }
            self.bar.set_message(Words::english().say(&step));
            self.bar.set_position(0);
        }
        self.bar.set_length(total);
        if done > self.bar.position() {
            self.bar.set_position(done);
        }
    }

    fn is_stopped(&self) -> bool {
        self.watch.is_stopped()
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// A line for every batch that is on disk for good.
pub(super) struct Lines(pub(super) Stream);

impl Progress for Lines {
    fn step(&self, _step: Step, _done: u64, _total: u64) {}

    fn committed(&self, file: &str, rows: u64) {
        let event = serde_json::json!({"event": "committed", "file": file, "rows": rows});
        self.0.say(&format!("{event}\n"));
    }
}
