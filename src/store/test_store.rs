//! A store in a folder of its own, for tests of this room.

use std::ops::Deref;
use std::path::Path;

use jiff::Timestamp;
use tempfile::TempDir;

use super::{Applied, Batch, Store};
use crate::domain::{Decision, Outcome, Stamp};

/// An open store that leaves nothing behind.
pub(super) struct TestStore {
    store: Option<Store>,
    folder: TempDir,
}

impl TestStore {
    /// A new store; `name` is that of the test.
    pub(super) fn new(name: &str) -> Self {
        let folder = tempfile::Builder::new().prefix(name).tempdir().unwrap();
        let store = Some(Store::open(&folder.path().join("store")).unwrap());
        Self { store, folder }
    }

    /// The folder beside the store.
    pub(super) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Closes the store and opens it again.
    pub(super) fn reopened(mut self) -> Self {
        drop(self.store.take());
        self.store = Some(Store::open(&self.folder.path().join("store")).unwrap());
        self
    }

    pub(super) fn stamp(&self, who: &str) -> Stamp {
        Stamp { at: Timestamp::from_second(1_790_000_000).unwrap(), who: who.to_owned() }
    }

    /// Decides on what stands now.
    pub(super) fn decide<const N: usize>(&self, who: &str, decisions: [Decision; N]) -> Applied {
        let stamp = self.stamp(who);
        let command = self.mint(stamp.at).unwrap();
        let decisions = decisions.map(Outcome::Set).to_vec();
        self.apply(&Batch { command, stamp, seen: self.seen().unwrap(), decisions }).unwrap()
    }
}

impl Deref for TestStore {
    type Target = Store;

    fn deref(&self) -> &Store {
        self.store.as_ref().expect("the store is open")
    }
}
