//! The whole program inside the process of a test: what it prints is kept, what it returns is its exit
//! code.

use std::ffi::OsString;
use std::io::Write;
use std::sync::{Arc, Mutex};

use weft::cli::Terminal;

/// Columns of the terminal that commands run in.
pub(crate) const COLUMNS: usize = 80;
/// Stack of the main thread of a process, in bytes: the thread of a test has a quarter of it.
const STACK: usize = 8 << 20;
/// The exit code of a process that panicked.
const PANICKED: i32 = 101;

/// What a command has written so far.
#[derive(Clone, Default)]
pub(crate) struct Kept(Arc<Mutex<Vec<u8>>>);

impl Kept {
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap()).into_owned()
    }
}

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Runs a command line, the name of the program first, on the thread that calls.
pub(crate) fn run(line: Vec<OsString>, out: &Kept, err: &Kept) -> i32 {
    weft::cli::run_in(line, Terminal::of_streams(out.clone(), err.clone(), COLUMNS)).into()
}

/// Does work on a thread that has the stack of a process; a panic is the exit code it would be there.
pub(crate) fn on_a_main_stack(work: impl FnOnce() -> i32 + Send) -> i32 {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work).unwrap();
        thread.join().unwrap_or(PANICKED)
    })
}
