//! The workspace behind the pages, and who may enter.

use std::sync::{Mutex, PoisonError, RwLock};

use tokio::sync::Notify;
use tokio::time::Instant;

use super::secret::{is_same, secret};
use crate::workspace::Workspace;

/// What every request is answered from.
pub(super) struct Desk {
    pub(super) workspace: RwLock<Workspace>,
    /// The port that is answered on.
    pub(super) port: u16,
    /// The name of the cookie: its own for each start, since cookies do not tell ports apart.
    pub(super) cookie: String,
    /// What the cookie holds.
    key: String,
    /// Words by which a browser is let in, each once.
    entries: Mutex<Vec<String>>,
    /// When somebody last asked for something.
    last: Mutex<Instant>,
    /// Told when the server is to end.
    pub(super) stop: Notify,
}

impl Desk {
    pub(super) fn new(workspace: Workspace, port: u16) -> Self {
        Self {
            workspace: RwLock::new(workspace),
            port,
            cookie: format!("weft-{}", &secret()[..8]),
            key: secret(),
            entries: Mutex::new(Vec::new()),
            last: Mutex::new(Instant::now()),
            stop: Notify::new(),
        }
    }

    /// The address of the first page.
    pub(super) fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// What the cookie of a browser that was let in holds.
    pub(super) fn key(&self) -> &str {
        &self.key
    }

    /// Whether a word is the key.
    pub(super) fn is_key(&self, word: &str) -> bool {
        is_same(word, &self.key)
    }

    /// The address by which one browser is let in, once.
    pub(super) fn entry(&self) -> String {
        let word = secret();
        let address = format!("{}enter?word={word}", self.address());
        self.entries.lock().unwrap_or_else(PoisonError::into_inner).push(word);
        address
    }

    /// Takes a word back; whether it was one.
    pub(super) fn use_entry(&self, word: &str) -> bool {
        let mut entries = self.entries.lock().unwrap_or_else(PoisonError::into_inner);
        let found = entries.iter().position(|own| is_same(own, word));
        found.map(|at| entries.swap_remove(at)).is_some()
    }

    /// Notes that somebody has asked for something.
    pub(super) fn touch(&self) {
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now();
    }

    /// How long nobody has asked for anything.
    pub(super) fn idle(&self) -> std::time::Duration {
        self.last.lock().unwrap_or_else(PoisonError::into_inner).elapsed()
    }
}
