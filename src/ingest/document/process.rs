//! Other programs, run under limits of time and memory: converters and readers of foreign formats.

use std::io::Read;
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use sysinfo::{Pid, ProcessRefreshKind, ProcessesToUpdate, System};

/// What a program may take.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bounds {
    /// How long it may run.
    pub(super) time: Duration,
    /// Most of its standard output that is kept, in bytes.
    pub(super) output: u64,
    /// Most memory, with the programs that it starts, in bytes.
    pub(super) memory: u64,
}

/// How a program ended.
#[derive(Debug)]
pub(super) enum Ended {
    /// It is not installed.
    Missing,
    /// It took longer than it may, and was stopped.
    TooLong,
    /// It took more memory than it may, and was stopped.
    TooLarge,
    /// It ended by itself.
    Done {
        /// Exit code; `None` if a signal ended it.
        code: Option<i32>,
        /// Standard output, up to the limit.
        output: Vec<u8>,
        /// Last line of its complaints.
        complaint: String,
    },
}

/// Complaints that are kept, in bytes.
const MOST_COMPLAINT: u64 = 4096;

/// How often its memory is looked at.
const GLANCE: Duration = Duration::from_millis(100);

/// Runs a program.
pub(super) fn run(mut command: Command, bounds: Bounds) -> Ended {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    // Converters start processes of their own; in one group they end together.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let Ok(mut child) = command.spawn() else { return Ended::Missing };
    let (sender, receiver) = channel();
    let (out, complaint) = (child.stdout.take(), child.stderr.take());
    let complaint = std::thread::spawn(move || drain(complaint, MOST_COMPLAINT));
    std::thread::spawn(move || {
        // Nobody listens after a time-out.
        let _ = sender.send(drain(out, bounds.output));
    });
    let received = watched(&receiver, child.id(), bounds);
    if received.is_err() {
        stop(child.id());
        // It may have ended by itself in this moment.
        let _ = child.kill();
    }
    let status = child.wait();
    let output = match received {
        Ok(output) => output,
        Err(ended) => return ended,
    };
    let Ok(status) = status else { return Ended::TooLong };
    let complaint = String::from_utf8_lossy(&complaint.join().unwrap_or_default()).into_owned();
    let last = complaint.lines().rfind(|line| !line.trim().is_empty()).unwrap_or("").trim().to_owned();
    Ended::Done { code: status.code(), output, complaint: last }
}

/// The output of a program, or what it took too much of.
fn watched(output: &Receiver<Vec<u8>>, id: u32, bounds: Bounds) -> Result<Vec<u8>, Ended> {
    // A system that tells of no processes leaves the limit of time.
    let mut system = System::new().ok();
    let mut is_large = || system.as_mut().is_some_and(|system| memory(system, id) > bounds.memory);
    for _ in 0..bounds.time.div_duration_f64(GLANCE).ceil() as u64 {
        match output.recv_timeout(GLANCE) {
            Ok(output) => return Ok(output),
            Err(RecvTimeoutError::Timeout) if is_large() => return Err(Ended::TooLarge),
            Err(RecvTimeoutError::Timeout) => {}
            // Whoever drains it always sends.
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    Err(Ended::TooLong)
}

/// The memory in use by a process and those that it has started, in bytes.
fn memory(system: &mut System, id: u32) -> u64 {
    let wanted = ProcessRefreshKind::nothing().with_memory().without_tasks();
    system.refresh_processes_specifics(ProcessesToUpdate::All, true, wanted);
    let mut family = vec![Pid::from_u32(id)];
    let mut at = 0;
    while let Some(parent) = family.get(at).copied() {
        let of_parent = system.processes().iter().filter(|(_, process)| process.parent() == Some(parent));
        let children: Vec<Pid> = of_parent.map(|(child, _)| *child).filter(|child| !family.contains(child)).collect();
        family.extend(children);
        at += 1;
    }
    family.iter().filter_map(|id| system.process(*id)).map(sysinfo::Process::memory).sum()
}

fn drain(stream: Option<impl Read>, most: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    if let Some(stream) = stream {
        let mut taken = stream.take(most);
        // What was read before an error is what there is.
        let _ = taken.read_to_end(&mut bytes);
        let _ = std::io::copy(&mut taken.into_inner(), &mut std::io::sink());
    }
    bytes
}

/// Ends a process with those that it has started.
fn stop(id: u32) {
    let mut command = if cfg!(windows) { Command::new("taskkill") } else { Command::new("kill") };
    let arguments = if cfg!(windows) {
        vec!["/F".to_owned(), "/T".to_owned(), "/PID".to_owned(), id.to_string()]
    } else {
        vec!["-9".to_owned(), "--".to_owned(), format!("-{id}")]
    };
    // Where even that fails, the process ends with its own work.
    let _ = command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status();
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    const BOUNDS: Bounds = Bounds { time: Duration::from_secs(60), output: 1 << 10, memory: 64 << 20 };

    fn shell(line: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", line]);
        command
    }

    #[test]
    fn a_program_that_takes_too_much_is_stopped_with_those_it_has_started() {
        // The last line of a file without line ends is all of it; the shell waits for it.
        assert!(matches!(run(shell("tail -n 1 /dev/zero; true"), BOUNDS), Ended::TooLarge));
        let short = Bounds { time: Duration::from_millis(300), ..BOUNDS };
        assert!(matches!(run(shell("sleep 60; true"), short), Ended::TooLong));
    }

    #[test]
    fn what_a_program_says_is_kept_up_to_a_limit() {
        let ended = run(shell("yes | head -c 4000; echo one >&2; echo two >&2; exit 3"), BOUNDS);
        let Ended::Done { code, output, complaint } = ended else { panic!("{ended:?}") };
        assert_eq!((code, output.len(), complaint.as_str()), (Some(3), 1 << 10, "two"));
        assert!(matches!(run(Command::new("no-such-program"), BOUNDS), Ended::Missing));
    }
}
