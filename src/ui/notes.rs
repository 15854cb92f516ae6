//! What the pages keep between two starts, in a file of the workspace: what was set aside in review, files that could not
//! be read, programs that may ask, how pages look. Nothing of it is a decision: without it all of the work is there.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::{Coded, RecordId};
use crate::workspace::{Workspace, WorkspaceError};

/// The file, in the folder of the workspace.
const FILE: &str = "desk.json";
/// Files that are remembered because they could not be read.
const MOST_UNREAD: usize = 200;

/// What is kept.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Kept {
    /// What was set aside, by queue.
    pub(super) aside: BTreeMap<String, BTreeSet<RecordId>>,
    /// Files that could not be read, the newest last.
    pub(super) unread: Vec<UnreadFile>,
    /// Programs that may ask.
    pub(super) programs: Vec<Program>,
    /// Whether pages have the strongest contrast.
    pub(super) has_contrast: bool,
}

/// A file that could not be read.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct UnreadFile {
    /// Its name.
    pub(super) file: String,
    /// When somebody tried.
    pub(super) at: Timestamp,
    /// Why it could not.
    pub(super) why: Coded,
}

/// A program that may ask.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Program {
    /// What people call it.
    pub(super) name: String,
    /// Since when.
    pub(super) since: Timestamp,
    /// The hash of its word, by which it is let in; the word itself is kept nowhere.
    pub(super) hash: String,
}

/// The file with what it holds.
pub(super) struct Notes {
    path: PathBuf,
    kept: Mutex<Kept>,
}

impl Notes {
    /// The notes of a workspace. Those that cannot be read are set aside and begun anew: they hold no decision.
    pub(super) fn of(folder: &Path) -> Self {
        let path = folder.join(FILE);
        let kept: Option<Kept> = std::fs::read(&path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        if kept.is_none() && path.exists() {
            // Where it cannot be moved either, it is written over at the next change.
            _ = std::fs::rename(&path, path.with_extension("damaged.json"));
        }
        Self { path, kept: Mutex::new(kept.unwrap_or_default()) }
    }

    /// What is made of them.
    pub(super) fn read<R>(&self, make: impl FnOnce(&Kept) -> R) -> R {
        make(&self.kept.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Changes them, on disk first.
    ///
    /// # Errors
    /// When the disk refuses; then nothing has changed.
    pub(super) fn change(&self, change: impl FnOnce(&mut Kept)) -> Result<(), WorkspaceError> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let mut next = kept.clone();
        change(&mut next);
        let bytes = serde_json::to_vec_pretty(&next).map_err(|error| Workspace::io_at(&self.path)(error.into()))?;
        Workspace::write_private(&self.path, &bytes)?;
        *kept = next;
        Ok(())
    }

    /// What was set aside in a queue.
    pub(super) fn aside(&self, queue: &str) -> BTreeSet<RecordId> {
        self.read(|kept| kept.aside.get(queue).cloned().unwrap_or_default())
    }
}

impl Kept {
    /// Notes files that could not be read, and forgets those that now can be.
    pub(super) fn note_files(&mut self, read: &[String], unread: Vec<UnreadFile>) {
        let is_told = |own: &UnreadFile| read.contains(&own.file) || unread.iter().any(|new| new.file == own.file);
        self.unread.retain(|own| !is_told(own));
        self.unread.extend(unread);
        let over = self.unread.len().saturating_sub(MOST_UNREAD);
        self.unread.drain(..over);
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use tempfile::TempDir;

    use super::{Kept, Notes, UnreadFile};
    use crate::domain::{Coded, RecordId};

    fn unread(file: &str) -> UnreadFile {
        UnreadFile { file: file.to_owned(), at: Timestamp::UNIX_EPOCH, why: Coded::word("ingest", "broken") }
    }

    #[test]
    fn what_was_set_aside_is_there_at_the_next_start() {
        let folder = TempDir::new().unwrap();
        let notes = Notes::of(folder.path());
        let put = |kept: &mut Kept| {
            kept.aside.entry("sdg".to_owned()).or_default().insert(RecordId(7));
        };
        notes.change(put).unwrap();
        assert!(Notes::of(folder.path()).aside("sdg").contains(&RecordId(7)));
        assert!(Notes::of(folder.path()).aside("entities").is_empty());
        std::fs::write(folder.path().join("desk.json"), "{").unwrap();
        assert!(Notes::of(folder.path()).aside("sdg").is_empty());
        assert!(folder.path().join("desk.damaged.json").exists(), "what could not be read is not lost");
    }

    #[test]
    fn a_file_that_can_be_read_now_is_forgotten() {
        let mut kept = Kept::default();
        kept.note_files(&[], vec![unread("a.pdf"), unread("b.pdf")]);
        kept.note_files(&["a.pdf".to_owned()], vec![unread("b.pdf")]);
        let names: Vec<&str> = kept.unread.iter().map(|own| own.file.as_str()).collect();
        assert_eq!(names, ["b.pdf"]);
    }
}
