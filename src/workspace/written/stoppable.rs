//! A receiver of bytes that can be told to stop.

use std::io::{self, Write};

use crate::workspace::progress::Progress;

/// A receiver that takes nothing more once the work is to stop.
pub(in crate::workspace) struct Stoppable<'a, W> {
    out: W,
    progress: &'a dyn Progress,
}

impl<'a, W: Write> Stoppable<'a, W> {
    /// A receiver before another.
    pub(in crate::workspace) const fn before(out: W, progress: &'a dyn Progress) -> Self {
        Self { out, progress }
    }
}

impl<W: Write> Write for Stoppable<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.progress.is_stopped() {
            return Err(io::ErrorKind::ConnectionAborted.into());
        }
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
