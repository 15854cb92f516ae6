//! Opening the engine: one process at a time, under a watchdog, with one repair that is safe.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;
use std::time::Duration;

use super::damage::Damage;
use super::durable::noted_extent;
use super::engine::{HOLDER, engine};
use super::{Store, StoreError, schema};

/// Memory for the engine's page cache, bytes.
const CACHE: u64 = 128 << 20;
/// How long the engine may take to open before the store counts as damaged.
const WATCHDOG: Duration = Duration::from_secs(120);
/// How long and how often a held store is asked again.
const ATTEMPTS: u32 = 50;
const PAUSE: Duration = Duration::from_millis(100);

impl Store {
    /// Opens the store in a folder, making it if it is not there.
    ///
    /// A store held by another process is asked again for five seconds. A snapshot that the engine
    /// cannot read is set aside once (the log holds the same data) in a folder named
    /// `store.damaged`.
    ///
    /// # Errors
    /// [`StoreError::Held`], [`StoreError::Damaged`], [`StoreError::NewerSchema`].
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        Self::open_within(path, ATTEMPTS)
    }

    /// Opens the store, or says at once that another process holds it.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open_at_once(path: &Path) -> Result<Self, StoreError> {
        Self::open_within(path, 1)
    }

    /// The revision of a store that was closed in good order and is not held; `None` where only
    /// opening it can tell.
    #[must_use]
    pub fn resting_revision(path: &Path) -> Option<u64> {
        // Who crashed left its mark, and with it perhaps changes that were not noted.
        if path.join(HOLDER).exists() { None } else { noted_extent(path) }
    }

    fn open_within(path: &Path, attempts: u32) -> Result<Self, StoreError> {
        let db = match patient_open(path, attempts) {
            Err(StoreError::Damaged { reason, .. }) if has_snapshot(path) => {
                set_snapshot_aside(path)?;
                patient_open(path, attempts).map_err(|_| StoreError::Damaged { path: path.to_owned(), reason })?
            }
            other => other?,
        };
        let tree = |name: &str| db.open_tree(name).map_err(|e| engine(path, &e));
        let store = Self {
            records: tree("records")?,
            sources: tree("sources")?,
            imports: tree("imports")?,
            clusters: tree("clusters")?,
            decisions: tree("decisions")?,
            placements: tree("placements")?,
            journal: tree("journal")?,
            meta: tree("meta")?,
            path: path.to_owned(),
            db,
        };
        // First: a log that was cut to nothing would be stamped as a new store.
        store.check_extent()?;
        schema::check(&store)?;
        let holder = path.join(HOLDER);
        std::fs::write(&holder, std::process::id().to_string())
            .map_err(|source| StoreError::Io { path: holder, source })?;
        Ok(store)
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        // A store that was not flushed keeps the mark: what is noted of it may not be all.
        if self.check_extent().is_ok() && self.flush().is_ok() {
            let _ = std::fs::remove_file(self.path.join(HOLDER));
        }
    }
}

fn patient_open(path: &Path, attempts: u32) -> Result<sled::Db, StoreError> {
    for _ in 1..attempts {
        match watched_open(path) {
            Err(StoreError::Held { .. }) => std::thread::sleep(PAUSE),
            other => return other,
        }
    }
    watched_open(path)
}

fn watched_open(path: &Path) -> Result<sled::Db, StoreError> {
    let (sender, receiver) = channel();
    let folder = path.to_owned();
    std::thread::spawn(move || {
        let config = sled::Config::new().path(&folder).cache_capacity(CACHE).flush_every_ms(None);
        let outcome = catch_unwind(AssertUnwindSafe(|| config.open()));
        let _ = sender.send(outcome);
    });
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
