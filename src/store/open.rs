//! Opening the engine: one process at a time, under a watchdog, with one repair that is safe.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::channel;
use std::time::Duration;

use tempfile::TempDir;

use super::damage::Damage;
use super::durable::noted_extent;
use super::engine::{HOLDER, engine};
use super::own_file::{no_file, no_file_in};
use super::quiet::{OPENING, keep_engine_quiet};
use super::read_only_copy::copy_to_read;
use super::schema::{self, BeforeUpgrade};
use super::{Store, StoreError};
use crate::domain::StoreIdentity;

/// Memory for the engine's page cache, bytes.
const CACHE: u64 = 128 << 20;
/// How long the engine may take to open before the store counts as damaged.
const WATCHDOG: Duration = Duration::from_secs(120);

/// How long a store that another process holds is waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Patience {
    /// Five seconds.
    Waits,
    /// Not at all.
    AtOnce,
}

impl Patience {
    /// How long is waited between two attempts.
    pub const PAUSE: Duration = Duration::from_millis(100);

    /// How many attempts are made, at least one.
    #[must_use]
    pub const fn attempts(self) -> u32 {
        match self {
            Self::Waits => 50,
            Self::AtOnce => 1,
        }
    }
}

impl Store {
    /// Opens the store in a folder, making it if it is not there.
    ///
    /// A store held by another process is asked again for five seconds. A snapshot that the engine
    /// cannot read is set aside once (the log holds the same data) in a folder named
    /// `store.damaged`. Where the system lets nobody write to it, a copy is opened, which can be read.
    ///
    /// # Errors
    /// [`StoreError::Held`], [`StoreError::Damaged`], [`StoreError::NewerSchema`].
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        Self::open_keeping(path, Patience::Waits, &|_| Ok(()))
    }

    /// Opens the store; what it holds in an older format is given to `before_upgrade` before that changes.
    ///
    /// # Errors
    /// As [`Store::open`], and what `before_upgrade` says.
    pub fn open_keeping(
        path: &Path,
        patience: Patience,
        before_upgrade: &BeforeUpgrade<'_>,
    ) -> Result<Self, StoreError> {
        if let Some(path) = no_file_in(path) {
            // The engine would wait for a pipe for as long as the watchdog lets it.
            return Err(StoreError::Io { path, source: no_file() });
        }
        let store = match mended_open(path, patience) {
            Ok(db) => Self::of(path, db, None)?,
            Err(error) => match copy_to_read(path, &error) {
                Some(copy) => return Self::open_copy(path, copy),
                None => return Err(error),
            },
        };
        // First: a log that was cut to nothing would be stamped as a new store.
        store.check_extent()?;
        schema::check(&store, before_upgrade)?;
        store.draw_identity()?;
        // Where the mark cannot be left, on a full disk say, the store can still be read.
        let _ = std::fs::write(path.join(HOLDER), std::process::id().to_string());
        Ok(store)
    }

    /// Opens a copy of the store in a folder, to be read in its place.
    pub(super) fn open_copy(path: &Path, copy: TempDir) -> Result<Self, StoreError> {
        let db = mended_open(copy.path(), Patience::AtOnce)?;
        let store = Self::of(path, db, Some(copy))?;
        store.check_extent()?;
        schema::check(&store, &|_| Ok(()))?;
        store.draw_identity()?;
        Ok(store)
    }

    /// The identity and the revision of a store that was closed in good order and is not held; `None` where
    /// only opening it can tell.
    #[must_use]
    pub fn resting(path: &Path) -> Option<(StoreIdentity, u64)> {
        // Who crashed left its mark, and with it perhaps changes that were not noted.
        if path.join(HOLDER).exists() {
            return None;
        }
        let noted = noted_extent(path)?;
        Some((noted.identity?, noted.revision))
    }

    fn of(path: &Path, db: sled::Db, copy: Option<TempDir>) -> Result<Self, StoreError> {
        let tree = |name: &str| db.open_tree(name).map_err(|e| engine(path, &e));
        Ok(Self {
            records: tree("records")?,
            sources: tree("sources")?,
            imports: tree("imports")?,
            clusters: tree("clusters")?,
            decisions: tree("decisions")?,
            placements: tree("placements")?,
            journal: tree("journal")?,
            meta: tree("meta")?,
            path: path.to_owned(),
            written: AtomicBool::new(false),
            db,
            copy,
        })
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        if self.copy.is_some() {
            return;
        }
        // A store that was not flushed keeps the mark: what is noted of it may not be all.
        if self.check_extent().is_ok() && self.flush().is_ok() {
            let _ = std::fs::remove_file(self.path.join(HOLDER));
        }
    }
}

/// Opens the engine; a snapshot that it cannot read is set aside once.
fn mended_open(path: &Path, patience: Patience) -> Result<sled::Db, StoreError> {
    match patient_open(path, patience) {
        Err(StoreError::Damaged { reason, .. }) if has_snapshot(path) => {
            set_snapshot_aside(path)?;
            patient_open(path, patience).map_err(|_| StoreError::Damaged { path: path.to_owned(), reason })
        }
        other => other,
    }
}

fn patient_open(path: &Path, patience: Patience) -> Result<sled::Db, StoreError> {
    for _ in 1..patience.attempts() {
        match watched_open(path) {
            Err(StoreError::Held { .. }) => std::thread::sleep(Patience::PAUSE),
            other => return other,
        }
    }
    watched_open(path)
}

fn watched_open(path: &Path) -> Result<sled::Db, StoreError> {
    keep_engine_quiet();
    let (sender, receiver) = channel();
    let folder = path.to_owned();
    let opening = std::thread::Builder::new().name(OPENING.to_owned()).spawn(move || {
        let config = sled::Config::new().path(&folder).cache_capacity(CACHE).flush_every_ms(None);
        let outcome = catch_unwind(AssertUnwindSafe(|| config.open()));
        let _ = sender.send(outcome);
    });
    opening.map_err(|source| StoreError::Io { path: path.to_owned(), source })?;
    match receiver.recv_timeout(WATCHDOG) {
        Ok(Ok(Ok(db))) => Ok(db),
        Ok(Ok(Err(error))) => Err(engine(path, &error)),
        Ok(Err(_)) => Err(StoreError::Damaged { path: path.to_owned(), reason: Damage::GaveUp }),
        Err(_) => Err(StoreError::Hangs { path: path.to_owned() }),
    }
}

fn snapshots(path: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(path).into_iter().flatten().flatten();
    entries
        .map(|e| e.path())
        .filter(|p| p.file_name().is_some_and(|n| n.to_string_lossy().starts_with("snap.")))
        .collect()
}

fn has_snapshot(path: &Path) -> bool {
    !snapshots(path).is_empty()
}

fn set_snapshot_aside(path: &Path) -> Result<(), StoreError> {
    let io = |source| StoreError::Io { path: path.to_owned(), source };
    let aside = path.with_extension("damaged");
    std::fs::create_dir_all(&aside).map_err(io)?;
    for entry in std::fs::read_dir(path).map_err(io)?.flatten().filter(|e| e.path().is_file()) {
        std::fs::copy(entry.path(), aside.join(entry.file_name())).map_err(io)?;
    }
    snapshots(path).into_iter().try_for_each(std::fs::remove_file).map_err(io)
}
