//! Foreign formats are parsed under guard: on a worker thread, with a time limit, and a panic of a
//! parser is an error of the file.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use super::damage::{Damage, DamagedPlace};
use super::error::IngestError;
use super::fault::ExpectedFormat;

/// How long one file may take to parse.
const LIMIT: Duration = Duration::from_secs(120);

/// Runs a parser; a panic or a time-out becomes what is wrong with the file.
pub(super) fn guarded<T: Send + 'static>(parse: impl FnOnce() -> T + Send + 'static) -> Result<T, Damage> {
    let (sender, receiver) = channel();
    std::thread::spawn(move || {
        let outcome = catch_unwind(AssertUnwindSafe(parse)).map_err(|panic| {
            let text =
                panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
            text.map_or(Damage::GaveUpSilently, |cause| Damage::GaveUp { cause: cause.to_owned() })
        });
        // The receiver is gone only after a time-out; then nobody wants the outcome.
        let _ = sender.send(outcome);
    });
    match receiver.recv_timeout(LIMIT) {
        Ok(outcome) => outcome,
        Err(RecvTimeoutError::Timeout) => Err(Damage::Slow { seconds: LIMIT.as_secs() }),
        Err(RecvTimeoutError::Disconnected) => Err(Damage::NoResult),
    }
}

/// Runs a reader that cannot fail but may be made to hang.
pub(super) fn under_guard<T: Send + 'static>(
    path: &Path,
    format: ExpectedFormat,
    parse: impl FnOnce() -> T + Send + 'static,
) -> Result<T, IngestError> {
    guarded(parse).map_err(|reason| IngestError::damaged(format, path, DamagedPlace::Text, reason))
}
