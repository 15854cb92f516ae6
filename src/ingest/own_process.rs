//! Readers of foreign formats that run in a process of their own: the program starts itself with a subcommand, so
//! that a file that is made to exhaust or to end its reader ends that process and no other.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use super::damage::Damage;
use super::process::{Bounds, Ended, end_beyond, run};

/// Exit code of a reader that has ended itself beyond its bounds.
const TOO_MUCH: i32 = 70;

/// The program that has the subcommands, where that is not the running one.
static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// Names the program that is started to read PDF and XLS; the first call counts, without any it is the running
/// program.
///
/// Where the library runs inside another program, a test or a service, that one has no such subcommands and would
/// start itself anew instead.
pub fn start_readers_with(program: PathBuf) {
    // A later call finds it named already, which is what it wants.
    let _ = PROGRAM.set(program);
}

/// What the reader of a subcommand makes of a file.
///
/// # Errors
/// When it cannot be started, takes too much, or cannot read the file.
pub(super) fn read(subcommand: &str, file: &Path, bounds: Bounds) -> Result<Vec<u8>, Damage> {
    let program = PROGRAM.get().cloned().map_or_else(std::env::current_exe, Ok);
    let program = program.map_err(|e| Damage::NoProgram { cause: e.to_string() })?;
    let folder = tempfile::tempdir().map_err(|e| Damage::NoFolder { cause: e.to_string() })?;
    // Libraries print warnings to standard output, so what is read goes through a file.
    let out = folder.path().join("read");
    let mut command = Command::new(program);
    command.arg(subcommand).arg(file).arg(&out);
    finished(run(command, bounds), bounds)?;
    std::fs::read(&out).map_err(|e| Damage::NoOutput { cause: e.to_string() })
}

/// The output of a program, or why there is none.
pub(super) fn finished(ended: Ended, bounds: Bounds) -> Result<Vec<u8>, Damage> {
    match ended {
        Ended::Missing => Err(Damage::NotStarted),
        Ended::TooLong => Err(Damage::SlowReader { seconds: bounds.time.as_secs() }),
        Ended::Done { code: Some(0), output, .. } => Ok(output),
        Ended::TooLarge | Ended::Done { code: Some(TOO_MUCH), .. } => {
            Err(Damage::Memory { most: (bounds.memory >> 20) as usize })
        }
        Ended::Done { complaint, .. } if complaint.is_empty() => Err(Damage::NoReason),
        Ended::Done { complaint, .. } => Err(Damage::Said { cause: complaint }),
    }
}

/// Ends this process, which was started to read a file, when it takes too much: whoever has started it may be gone.
pub(super) fn keep_within(bounds: Bounds) {
    end_beyond(bounds, TOO_MUCH);
}
