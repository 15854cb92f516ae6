//! What one run of the program reads from and writes to: the streams of the process, or streams that
//! somebody hands in, so that whole commands run inside a test.
//!
//! The one place that looks at the streams of the process and at what its environment says of them;
//! which words go there is not decided here.

use std::io::{BufRead, IsTerminal, Write};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anstream::StripStream;

use super::shown::shown;

/// The variable that tells how wide the screen is.
const COLUMNS: &str = "COLUMNS";

/// Where data, remarks and answers of a run go and come from.
pub struct Terminal {
    /// Data.
    pub(super) out: Stream,
    /// Everything else: remarks, errors, progress.
    pub(super) err: Stream,
    /// What a person types; `None` if nobody can be asked.
    pub(super) input: Option<Box<dyn BufRead>>,
    /// Columns of the screen, if they are known.
    pub(super) width: Option<usize>,
}

impl Terminal {
    /// The streams of the process. Colours are dropped where a stream goes to no screen or the
    /// environment asks for none (`NO_COLOR`).
    #[must_use]
    pub fn of_process() -> Self {
        let (stdin, stdout, stderr) = (std::io::stdin(), std::io::stdout(), std::io::stderr());
        let input: Option<Box<dyn BufRead>> = if stdin.is_terminal() { Some(Box::new(stdin.lock())) } else { None };
        Self {
            out: Stream::new(anstream::stdout(), reader_of(&stdout)),
            err: Stream::new(anstream::stderr(), reader_of(&stderr)),
            input,
            width: columns(&stdout),
        }
    }

    /// Two streams that programs read, `width` columns wide: without colours, and nobody to be asked.
    #[must_use]
    pub fn of_streams(out: impl Write + Send + 'static, err: impl Write + Send + 'static, width: usize) -> Self {
        Self { out: Stream::plain(out), err: Stream::plain(err), input: None, width: Some(width) }
    }
}

/// Who reads a stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reader {
    /// Somebody at the screen of the process: lines are wrapped, a bar shows progress.
    Person,
    /// A program or a file: lines come whole.
    Program,
}

fn reader_of(stream: &impl IsTerminal) -> Reader {
    if stream.is_terminal() { Reader::Person } else { Reader::Program }
}

/// What `COLUMNS` says, else how wide the screen is.
fn columns(stdout: &impl IsTerminal) -> Option<usize> {
    let said = std::env::var(COLUMNS).ok().and_then(|columns| columns.parse().ok());
    said.or_else(|| stdout.is_terminal().then(textwrap::termwidth))
}

/// A stream that the shell and the progress of a long job write to side by side.
#[derive(Clone)]
pub(super) struct Stream {
    writer: Arc<Mutex<Box<dyn Write + Send>>>,
    pub(super) reader: Reader,
}

impl Stream {
    fn new(writer: impl Write + Send + 'static, reader: Reader) -> Self {
        Self { writer: Arc::new(Mutex::new(Box::new(writer))), reader }
    }

    fn plain(writer: impl Write + Send + 'static) -> Self {
        let writer: Box<dyn Write + Send> = Box::new(writer);
        Self::new(StripStream::new(writer), Reader::Program)
    }

    /// Writes what nobody waits for: where not even that can be said, nobody is left to hear it.
    pub(super) fn say(&self, text: &str) {
        let mut writer = self.locked();
        let _ = writer.write_all(shown(text).as_bytes()).and_then(|()| writer.flush());
    }

    fn locked(&self) -> MutexGuard<'_, Box<dyn Write + Send>> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Write for Stream {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.locked().write(bytes)
    }

    fn write_all(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        self.locked().write_all(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.locked().flush()
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::sync::{Arc, Mutex};

    use super::{Reader, Terminal};

    #[derive(Clone, Default)]
    struct Kept(Arc<Mutex<Vec<u8>>>);

    impl Write for Kept {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn streams_that_programs_read_carry_no_colour() {
        let kept = Kept::default();
        let mut terminal = Terminal::of_streams(kept.clone(), Kept::default(), 80);
        terminal.out.write_all("\u{1b}[1mbold\u{1b}[0m".as_bytes()).unwrap();
        terminal.out.say(" and plain");
        assert_eq!(kept.0.lock().unwrap().as_slice(), b"bold and plain");
        assert_eq!((terminal.out.reader, terminal.width), (Reader::Program, Some(80)));
        assert!(terminal.input.is_none());
    }
}
