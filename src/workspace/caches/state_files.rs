//! What is kept of each State on disk: its relations, which are read often, and what it was compared by,
//! which the next analysis reads. A file a State each, so that a change in one State rewrites no other's.
//!
//! A file begins with the identity of the store and the fingerprint of what it was made from, and with the
//! length and the hash of what follows (eight bytes each, big-endian); one that does not fit counts as missing,
//! and the State is compared anew. A run writes beside the files of the run before and puts all in their places
//! when it is done.

use std::collections::BTreeSet;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use strum::VariantArray;

use crate::analysis::{ComparedState, StateCache};
use crate::domain::{Fingerprint, RecordId, Relation, StateCode, StoreIdentity};
use crate::store::{check_place, open_file, read_file};
use crate::workspace::caches::relation_block::{packed, unpacked};
use crate::workspace::folder::private::make_folder;
use crate::workspace::{Workspace, WorkspaceError};

/// Bytes before the content.
const HEAD: usize = 32;

/// What a file holds of a State.
#[derive(Debug, Clone, Copy, strum::VariantArray)]
enum Content {
    /// What its records were compared by, with the hashes of their texts.
    Profiles,
    /// Its relations.
    Relations,
}

impl Content {
    /// The folder of such files.
    const fn folder(self) -> &'static str {
        match self {
            Self::Profiles => "profiles",
            Self::Relations => "relations",
        }
    }
}

/// The files of all States.
pub(in crate::workspace) struct StateFiles {
    /// The folder of the caches.
    folder: PathBuf,
    /// The store whose records they are about.
    store: StoreIdentity,
    /// States that this run has written.
    written: Mutex<BTreeSet<Option<StateCode>>>,
    /// The first failure of this run.
    failure: Mutex<Option<WorkspaceError>>,
}

impl StateFiles {
    /// The files in the folder of the caches.
    pub(in crate::workspace) fn of(folder: &Path, store: StoreIdentity) -> Self {
        Self { folder: folder.to_owned(), store, written: Mutex::default(), failure: Mutex::default() }
    }

    fn file(&self, content: Content, state: Option<StateCode>) -> PathBuf {
        let name = state.map_or_else(|| "none".to_owned(), String::from);
        self.folder.join(content.folder()).join(format!("{name}.bin"))
    }

    /// Whether the relations of a State are on disk and in place, at their whole length.
    pub(in crate::workspace) fn has_relations(&self, state: Option<StateCode>, fingerprint: u64) -> bool {
        self.stamp(&self.file(Content::Relations, state)) == Some(fingerprint)
    }

    /// The fingerprint that a file of this store begins with; `None` when it is not whole.
    fn stamp(&self, path: &Path) -> Option<u64> {
        let mut file = open_file(path).ok()?;
        let mut bytes = [0; HEAD];
        file.read_exact(&mut bytes).ok()?;
        let head = Head::read(&bytes)?;
        let is_whole = file.metadata().ok()?.len() == HEAD as u64 + head.length;
        (is_whole && head.store == self.store.0).then_some(head.fingerprint)
    }

    /// What is read of a file of that fingerprint; `None` when it is of another or cannot be read.
    fn read<T>(&self, path: &Path, fingerprint: u64, read: impl FnOnce(&[u8]) -> Option<T>) -> Option<T> {
        let bytes = read_file(path).ok()?;
        let (head, body) = bytes.split_first_chunk::<HEAD>()?;
        let wanted = Head::of(self.store, fingerprint, body);
        if Head::read(head)? == wanted { read(body) } else { None }
    }

    /// The relations of a State, or of one record in it, in place or waiting for it; `None` when its file is gone or
    /// damaged. A damaged one is removed: without it the next analysis compares the State anew.
    pub(in crate::workspace) fn relations(
        &self,
        state: Option<StateCode>,
        fingerprint: u64,
        of: Option<RecordId>,
    ) -> Option<Vec<Relation>> {
        let file = self.file(Content::Relations, state);
        let fits = |path: &PathBuf| self.stamp(path) == Some(fingerprint);
        let path = [beside(&file), file].into_iter().find(fits)?;
        let relations = self.read(&path, fingerprint, |body| unpacked(body, of));
        if relations.is_none() {
            // A damaged cache is worth nothing; that it cannot be removed is no news.
            let _ = std::fs::remove_file(&path);
        }
        relations
    }

    /// Puts what this run has written in its place.
    ///
    /// # Errors
    /// When something could not be written or cannot be put in its place; what is in place then stays.
    pub(in crate::workspace) fn place(self) -> Result<(), WorkspaceError> {
        if let Some(failure) = self.failure.lock().expect("nothing panics where the failure is held").take() {
            return Err(failure);
        }
        let written = std::mem::take(&mut *self.written.lock().expect("nothing panics where the list is held"));
        for state in written {
            // Profiles first: relations alone would tell of a State that the next run cannot build on.
            for file in Content::VARIANTS.iter().map(|content| self.file(*content, state)) {
                std::fs::rename(beside(&file), &file).map_err(Workspace::io(&file))?;
                fail::fail_point!("workspace-state-placed");
            }
        }
        Ok(())
    }

    fn write(&self, state: Option<StateCode>, compared: &ComparedState) -> Result<(), WorkspaceError> {
        let ComparedState { fingerprint, contents, profiles, relations } = compared;
        let stamp = (self.store, *fingerprint);
        write(&beside(&self.file(Content::Profiles, state)), stamp, postcard::to_stdvec(&(contents, profiles)))?;
        write(&beside(&self.file(Content::Relations, state)), stamp, packed(relations))?;
        self.written.lock().expect("nothing panics where the list is held").insert(state);
        Ok(())
    }
}

impl StateCache for StateFiles {
    fn kept(&self, state: Option<StateCode>) -> Option<ComparedState> {
        let profiles = self.file(Content::Profiles, state);
        let fingerprint = self.stamp(&profiles)?;
        let relations = self.read(&self.file(Content::Relations, state), fingerprint, |body| unpacked(body, None))?;
        let (contents, profiles) = self.read(&profiles, fingerprint, |body| postcard::from_bytes(body).ok())?;
        Some(ComparedState { fingerprint, contents, profiles, relations })
    }

    fn keep(&self, state: Option<StateCode>, compared: ComparedState) -> Option<Vec<Relation>> {
        let error = self.write(state, &compared).err()?;
        self.failure.lock().expect("nothing panics where the failure is held").get_or_insert(error);
        Some(compared.relations)
    }
}

/// Where a file waits until the run is done.
fn beside(file: &Path) -> PathBuf {
    file.with_extension("new")
}

/// What a file begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Head {
    store: u64,
    fingerprint: u64,
    length: u64,
    hash: u64,
}

impl Head {
    fn of(store: StoreIdentity, fingerprint: u64, body: &[u8]) -> Self {
        Self { store: store.0, fingerprint, length: body.len() as u64, hash: Fingerprint::of(body).0 }
    }

    fn read(bytes: &[u8; HEAD]) -> Option<Self> {
        let mut words = bytes.chunks_exact(8).filter_map(|word| <[u8; 8]>::try_from(word).ok().map(u64::from_be_bytes));
        let mut next = || words.next();
        Some(Self { store: next()?, fingerprint: next()?, length: next()?, hash: next()? })
    }

    fn bytes(self) -> Vec<u8> {
        [self.store, self.fingerprint, self.length, self.hash].map(u64::to_be_bytes).concat()
    }
}

fn write(
    path: &Path,
    (store, fingerprint): (StoreIdentity, u64),
    body: postcard::Result<Vec<u8>>,
) -> Result<(), WorkspaceError> {
    let body = body.map_err(|e| Workspace::io(path)(std::io::Error::other(e)))?;
    let mut bytes = Head::of(store, fingerprint, &body).bytes();
    bytes.extend(body);
    if let Some(folder) = path.parent() {
        make_folder(folder).map_err(Workspace::io(folder))?;
    }
    check_place(path).and_then(|()| std::fs::write(path, bytes)).map_err(Workspace::io(path))
}

#[cfg(test)]
mod tests {
    use super::{StateFiles, beside};
    use crate::analysis::{ComparedState, StateCache};
    use crate::domain::{Reason, RecordId, Relation, RelationKind, StoreIdentity};

    const STORE: StoreIdentity = StoreIdentity(1);

    fn compared(fingerprint: u64) -> ComparedState {
        let (a, b) = (RecordId(1), RecordId(2));
        let relation = Relation { a, b, kind: RelationKind::SameAsk, score: 0.8, reason: Reason::SameWords };
        ComparedState { fingerprint, contents: Vec::new(), profiles: Vec::new(), relations: vec![relation] }
    }

    #[test]
    fn what_waits_is_read_by_its_fingerprint_and_what_is_in_place_stays_until_then() {
        let folder = tempfile::TempDir::new().unwrap();
        let state = Some("PER".parse().unwrap());
        let files = || StateFiles::of(folder.path(), STORE);
        let first = files();
        assert!(first.kept(state).is_none() && first.keep(state, compared(7)).is_none());
        first.place().unwrap();
        let second = files();
        assert_eq!(second.kept(state), Some(compared(7)));
        second.keep(state, compared(8));
        assert!(second.has_relations(state, 7) && !second.has_relations(state, 8));
        assert_eq!(second.relations(state, 7, None), Some(compared(7).relations));
        assert_eq!(second.relations(state, 8, None), Some(compared(8).relations));
        second.place().unwrap();
        assert_eq!(files().kept(state), Some(compared(8)));
        let of_another = StateFiles::of(folder.path(), StoreIdentity(2));
        assert!(of_another.kept(state).is_none() && !of_another.has_relations(state, 8), "it is of another store");
    }

    #[test]
    fn a_damaged_file_counts_as_missing_and_is_removed() {
        let folder = tempfile::TempDir::new().unwrap();
        let files = StateFiles::of(folder.path(), STORE);
        files.keep(None, compared(7));
        let file = beside(&folder.path().join("relations").join("none.bin"));
        let mut bytes = std::fs::read(&file).unwrap();
        std::fs::write(&file, &bytes[..bytes.len() - 1]).unwrap();
        assert_eq!((files.stamp(&file), files.relations(None, 7, None)), (None, None), "it was cut short");
        *bytes.last_mut().unwrap() ^= 1;
        std::fs::write(&file, &bytes).unwrap();
        assert_eq!((files.stamp(&file), files.relations(None, 7, None)), (Some(7), None), "a bit of it has changed");
        assert!(!file.exists());
    }
}
