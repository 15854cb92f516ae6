//! Other programs, run under a limit of time: converters and readers of foreign formats.

use std::io::Read;
use std::process::{Command, Stdio};
use std::sync::mpsc::channel;
use std::time::Duration;

/// How a program ended.
#[derive(Debug)]
pub(super) enum Ended {
    /// It is not installed.
    Missing,
    /// It took longer than it may, and was stopped.
    TooLong,
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

/// Runs a program; `most` limits its output in bytes.
pub(super) fn run(mut command: Command, limit: Duration, most: u64) -> Ended {
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
        let _ = sender.send(drain(out, most));
    });
    let received = receiver.recv_timeout(limit);
    if received.is_err() {
        stop(child.id());
        // It may have ended by itself in this moment.
        let _ = child.kill();
    }
    let status = child.wait();
    let (Ok(output), Ok(status)) = (received, status) else { return Ended::TooLong };
    let complaint = String::from_utf8_lossy(&complaint.join().unwrap_or_default()).into_owned();
    let last = complaint.lines().rfind(|line| !line.trim().is_empty()).unwrap_or("").trim().to_owned();
    Ended::Done { code: status.code(), output, complaint: last }
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
