//! Other programs, run under limits of time and memory: converters and readers of foreign formats.

use std::io::Read;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

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

/// What comes out of a program.
enum Stream {
    Output(Vec<u8>),
    Complaint(Vec<u8>),
}

/// Runs a program.
pub(super) fn run(mut command: Command, bounds: Bounds) -> Ended {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    // Converters start processes of their own; in one group they end together.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let Ok(mut child) = command.spawn() else { return Ended::Missing };
    let (sender, receiver) = channel();
    let (output, complaint) = (child.stdout.take(), child.stderr.take());
    let sends = sender.clone();
    // Nobody listens after a limit was passed.
    std::thread::spawn(move || _ = sends.send(Stream::Output(drain(output, bounds.output))));
    std::thread::spawn(move || _ = sender.send(Stream::Complaint(drain(complaint, MOST_COMPLAINT))));
    let ended = watched(&mut child, &receiver, bounds);
    if !matches!(ended, Ended::Done { .. }) {
        stop(child.id());
        // It may have ended by itself in this moment.
        let _ = child.kill();
        let _ = child.wait();
    }
    ended
}

/// Waits until a program has ended and closed its streams, or has taken too much.
#[expect(clippy::disallowed_methods, reason = "a limit of time is kept by a clock; nothing is measured")]
fn watched(child: &mut Child, streams: &Receiver<Stream>, bounds: Bounds) -> Ended {
    // A system that tells of no processes leaves the limit of time.
    let (begun, mut system) = (Instant::now(), System::new().ok());
    let (mut output, mut complaint) = (None, None);
    loop {
        let came = streams.recv_timeout(GLANCE);
        let is_quiet = came.is_err();
        match came {
            Ok(Stream::Output(bytes)) => output = Some(bytes),
            Ok(Stream::Complaint(bytes)) => complaint = Some(bytes),
            // Both streams were closed, and the program still runs.
            Err(RecvTimeoutError::Disconnected) => std::thread::sleep(GLANCE),
            Err(RecvTimeoutError::Timeout) => {}
        }
        if output.is_some()
            && complaint.is_some()
            && let Ok(Some(status)) = child.try_wait()
        {
            let complaint = last_line(&complaint.unwrap_or_default());
            return Ended::Done { code: status.code(), output: output.unwrap_or_default(), complaint };
        }
        if begun.elapsed() >= bounds.time {
            return Ended::TooLong;
        }
        if is_quiet && system.as_mut().is_some_and(|system| memory(system, child.id()) > bounds.memory) {
            return Ended::TooLarge;
        }
    }
}

fn last_line(complaint: &[u8]) -> String {
    let complaint = String::from_utf8_lossy(complaint);
    complaint.lines().rfind(|line| !line.trim().is_empty()).unwrap_or("").trim().to_owned()
}

/// Ends this process, which somebody has started to read a file, when it takes too much: whoever has started it may
/// be gone.
pub(super) fn end_beyond(bounds: Bounds, code: i32) {
    std::thread::spawn(move || {
        let (mut system, own) = (System::new().ok(), Pid::from_u32(std::process::id()));
        let mut is_large = || {
            system.as_mut().is_some_and(|system| {
                system.refresh_processes_specifics(ProcessesToUpdate::Some(&[own]), true, memory_alone());
                system.process(own).is_some_and(|process| process.memory() > bounds.memory)
            })
        };
        for _ in 0..bounds.time.as_millis().div_ceil(GLANCE.as_millis()) {
            std::thread::sleep(GLANCE);
            if is_large() {
                break;
            }
        }
        std::process::exit(code);
    });
}

fn memory_alone() -> ProcessRefreshKind {
    ProcessRefreshKind::nothing().with_memory().without_tasks()
}

/// The memory in use by a process and those that it has started, in bytes.
fn memory(system: &mut System, id: u32) -> u64 {
    system.refresh_processes_specifics(ProcessesToUpdate::All, true, memory_alone());
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
        // Not even where it has closed what it writes to.
        assert!(matches!(run(shell("exec 1>&- 2>&-; tail -n 1 /dev/zero 2>/dev/null; true"), BOUNDS), Ended::TooLarge));
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
