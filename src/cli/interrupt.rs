//! Ctrl-C while work is under way: the first asks the work to stop where what is done is whole, the second
//! ends the process. Where no work tells how far it has come, the first ends it.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Pieces of work that look whether they are to stop.
static WATCHING: AtomicUsize = AtomicUsize::new(0);
/// Whether somebody has asked to stop.
static ASKED: AtomicBool = AtomicBool::new(false);
/// What shells say of a process that Ctrl-C has ended: 128 and the number of the signal.
const ENDED: i32 = 130;

/// Listens for Ctrl-C from now on; where the system does not allow it, Ctrl-C ends the process as ever.
pub(super) fn listen() {
    let asked = || {
        if WATCHING.load(Ordering::SeqCst) == 0 || ASKED.swap(true, Ordering::SeqCst) {
            std::process::exit(ENDED);
        }
    };
    _ = ctrlc::set_handler(asked);
}

/// A piece of work that looks whether it is to stop, as long as this lives.
pub(super) struct Watch(());

impl Watch {
    pub(super) fn begin() -> Self {
        WATCHING.fetch_add(1, Ordering::SeqCst);
        Self(())
    }

    /// Whether somebody has asked to stop.
    pub(super) fn is_stopped(&self) -> bool {
        ASKED.load(Ordering::SeqCst)
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        WATCHING.fetch_sub(1, Ordering::SeqCst);
    }
}
