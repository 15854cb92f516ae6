//! Where the interface of a workspace answers, for a second start and for commands beside it: a file that only its
//! owner can read.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::desk::Desk;
use crate::workspace::{Workspace, WorkspaceError};

/// The name of the file in the folder of the workspace.
const NAME: &str = "run.json";
/// How long an interface has to answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// How long an interface that is at work has to lend the workspace: it may be analysing what has come.
const WORK: Duration = Duration::from_secs(1_800);
/// How long another borrower is waited for.
const TURN: Duration = Duration::from_millis(100);

/// What it holds.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct RunFile {
    port: u16,
    cookie: String,
    key: String,
    pid: u32,
}

/// Where another browser is let in.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Opened {
    /// The first page.
    pub address: String,
    /// By which a browser is let in, once.
    pub entry: String,
    /// The process that answers.
    pub pid: u32,
}

/// The workspace of an open interface, which it gets back when this goes.
#[derive(Debug)]
pub struct Borrowed {
    _open: TcpStream,
}

/// The file, which goes when this goes.
pub(super) struct Placed(PathBuf);

impl Placed {
    /// Writes where the interface answers.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(super) fn put(folder: &Path, desk: &Desk) -> Result<Self, WorkspaceError> {
        let path = folder.join(NAME);
        let file = RunFile {
            port: desk.port,
            cookie: desk.cookie.clone(),
            key: desk.key().to_owned(),
            pid: std::process::id(),
        };
        Workspace::write_private(&path, &serde_json::to_vec(&file).unwrap_or_default())?;
        Ok(Self(path))
    }
}

impl Drop for Placed {
    fn drop(&mut self) {
        // Whoever starts next finds nobody answering and takes no notice of it.
        _ = std::fs::remove_file(&self.0);
    }
}

/// Another way into the interface that answers for a folder; `None` where none does.
#[must_use]
pub fn open_again(folder: &Path) -> Option<Opened> {
    let body = asked(&read(folder)?, "/entry")?;
    serde_json::from_str(&body).ok()
}

/// Ends the interface that answers for a folder; whether there was one.
#[must_use]
pub fn stop(folder: &Path) -> bool {
    read(folder).and_then(|file| asked(&file, "/stop")).is_some()
}

/// Borrows the workspace from the interface that answers for a folder; `None` where none does, or it does not get
/// it back from another.
#[must_use]
pub fn borrow(folder: &Path) -> Option<Borrowed> {
    let file = read(folder)?;
    let turns = PATIENCE.as_millis() / TURN.as_millis();
    for _ in 0..turns {
        let mut stream = sent(&file, "/lend", WORK)?;
        let mut line = String::new();
        BufReader::new(&mut stream).read_line(&mut line).ok()?;
        if line.starts_with("HTTP/1.1 200") {
            return Some(Borrowed { _open: stream });
        }
        if !line.starts_with("HTTP/1.1 409") {
            return None;
        }
        std::thread::sleep(TURN);
    }
    None
}

fn read(folder: &Path) -> Option<RunFile> {
    serde_json::from_slice(&std::fs::read(folder.join(NAME)).ok()?).ok()
}

/// Asks the interface on this computer; the body of its answer.
fn asked(file: &RunFile, path: &str) -> Option<String> {
    let mut answer = String::new();
    sent(file, path, PATIENCE)?.read_to_string(&mut answer).ok()?;
    let (head, body) = answer.split_once("\r\n\r\n")?;
    head.starts_with("HTTP/1.1 200").then(|| body.to_owned())
}

/// Puts a request to the interface on this computer, past all settings for other networks.
///
/// Our own few lines over a socket: a client for the web would bring encryption and its certificates for one request
/// that never leaves the computer.
fn sent(file: &RunFile, path: &str, patience: Duration) -> Option<TcpStream> {
    let host = format!("127.0.0.1:{}", file.port);
    let mut stream = TcpStream::connect_timeout(&host.parse().ok()?, PATIENCE).ok()?;
    stream.set_read_timeout(Some(patience)).ok()?;
    let request = format!(
        "POST {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nCookie: {}={}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        file.cookie, file.key
    );
    stream.write_all(request.as_bytes()).ok()?;
    Some(stream)
}
