//! Progress on standard error.

use std::sync::Mutex;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::workspace::Progress;

/// A bar, or JSON Lines for programs that watch.
pub(super) struct Bar {
    bar: ProgressBar,
    step: Mutex<&'static str>,
    json: bool,
}

impl Bar {
    pub(super) fn new(json: bool) -> Self {
        let bar = if json { ProgressBar::hidden() } else { ProgressBar::new_spinner() };
        bar.enable_steady_tick(Duration::from_millis(120));
        Self { bar, step: Mutex::new(""), json }
    }
}

impl Progress for Bar {
    fn step(&self, step: &'static str, done: u64, total: u64) {
        let Ok(mut current) = self.step.lock() else { return };
        if *current != step {
            *current = step;
            let shape = if total > 0 {
                "{msg:>16} [{bar:30}] {pos}/{len} {eta}"
            } else {
                "{msg:>16} {spinner} {pos} {elapsed}"
            };
            if let Ok(style) = ProgressStyle::with_template(shape) {
                self.bar.set_style(style.progress_chars("=> "));
            }
            self.bar.set_message(step);
            self.bar.set_position(0);
        }
        self.bar.set_length(total);
        if done > self.bar.position() {
            self.bar.set_position(done);
        }
    }

    #[expect(clippy::print_stderr, reason = "this is the progress channel for programs")]
    fn committed(&self, file: &str, rows: u64) {
        if self.json {
            eprintln!("{}", serde_json::json!({"event": "committed", "file": file, "rows": rows}));
        }
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
