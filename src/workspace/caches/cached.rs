//! The analysis on disk: what all questions need in one file, tags and names of single records in two that
//! are searched where they lie.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::analysis::{Analysis, CODE_VERSION, RecordAnalysis};
use crate::domain::{Fingerprint, Recommendation, RecordId};
use crate::store::read_file;
use crate::view::names_of;
use crate::workspace::caches::key_file::{Entry, KeyFile, block_of, push_block};
use crate::workspace::folder::private::make_folder;
use crate::workspace::folder::whole_file::write_own;
use crate::workspace::{Workspace, WorkspaceError};

/// Tags of records, by identifier, and the records of names, by the hash of the name.
#[derive(Debug, Clone)]
pub(in crate::workspace) struct RecordFiles {
    folder: PathBuf,
    tags: u64,
    names: u64,
}

impl RecordFiles {
    /// Those that an analysis refers to.
    pub(in crate::workspace) fn of(folder: &Path, analysis: &Analysis) -> Self {
        Self { folder: folder.to_owned(), tags: analysis.tag_stamp, names: analysis.name_stamp }
    }

    fn open_tags(&self) -> Option<KeyFile> {
        KeyFile::open(&self.tag_file(), self.tags)
    }

    fn tag_file(&self) -> PathBuf {
        self.folder.join("tags.bin")
    }

    /// What was read of the tags. A damaged file is removed: without it the next analysis makes it again.
    fn sound<T>(&self, read: Option<T>) -> Option<T> {
        if read.is_none() {
            // A damaged cache is worth nothing; that it cannot be removed is no news.
            let _ = std::fs::remove_file(self.tag_file());
        }
        read
    }

    /// What the analysis says of one record; `None` when the file is gone or damaged.
    pub(in crate::workspace) fn tags(&self, id: RecordId) -> Option<Option<RecordAnalysis>> {
        let mut file = self.open_tags()?;
        let read = |file: &mut KeyFile| match file.values(id.0).ok()?.first() {
            // A damaged key is found by nobody.
            None => file.is_sound().then_some(None),
            Some(place) => postcard::from_bytes(sealed(&file.block(*place).ok()?)?).ok().map(Some),
        };
        self.sound(read(&mut file))
    }

    /// What the analysis says of all records; `None` when the file is gone or damaged.
    pub(in crate::workspace) fn all_tags(&self) -> Option<BTreeMap<RecordId, RecordAnalysis>> {
        let file = self.open_tags()?;
        self.sound(all_of(file))
    }

    /// The records that have a name, folded, and possibly others; `None` when the file is gone.
    pub(in crate::workspace) fn named(&self, folded: &str) -> Option<Vec<RecordId>> {
        let mut file = KeyFile::open(&self.folder.join("names.bin"), self.names)?;
        let found = file.values(Fingerprint::of(folded.as_bytes()).0).ok()?;
        let is_told = !found.is_empty() || file.is_sound();
        is_told.then(|| found.into_iter().map(RecordId).collect())
    }
}

fn all_of(mut file: KeyFile) -> Option<BTreeMap<RecordId, RecordAnalysis>> {
    let (entries, behind) = file.all().ok()?;
    let read = |(id, place): &Entry| {
        let block = block_of(&behind, usize::try_from(*place).ok()?)?;
        Some((RecordId(*id), postcard::from_bytes(sealed(block)?).ok()?))
    };
    let all: Option<Vec<(RecordId, RecordAnalysis)>> = entries.par_iter().map(read).collect();
    Some(all?.into_iter().collect())
}

/// Whether every record that was tagged has its ask and its place: where a file of a State is gone or damaged,
/// its records have none.
pub(in crate::workspace) fn is_whole(analysis: &Analysis) -> bool {
    let compared: usize = analysis.states.values().flat_map(|state| &state.asks).map(|ask| ask.members.len()).sum();
    compared as u64 == analysis.tagged && analysis.clusters.placements.len() as u64 == analysis.tagged
}

/// Bytes with a hash before them.
fn seal(bytes: &[u8]) -> Vec<u8> {
    [&Fingerprint::of(bytes).0.to_be_bytes()[..], bytes].concat()
}

/// The bytes behind their hash; `None` when it is not theirs.
fn sealed(bytes: &[u8]) -> Option<&[u8]> {
    let (hash, bytes) = bytes.split_first_chunk::<8>()?;
    (u64::from_be_bytes(*hash) == Fingerprint::of(bytes).0).then_some(bytes)
}

impl Workspace {
    /// The analysis on disk without the tags of records, if there is one that can be read; a damaged one,
    /// one of another version or of another store counts as none, and a State whose relations are missing as
    /// not analysed.
    pub(in crate::workspace) fn cached_head(&self) -> Option<Analysis> {
        let bytes = read_file(&self.cache_file()).ok()?;
        let mut analysis: Analysis = postcard::from_bytes(sealed(&bytes)?).ok()?;
        let files = self.state_files();
        analysis.states.retain(|state, of_state| files.has_relations(*state, of_state.fingerprint));
        let is_own = analysis.code == CODE_VERSION && analysis.store == self.store.identity().ok()?;
        let has_tags = || RecordFiles::of(&self.cache_folder(), &analysis).open_tags().is_some();
        (is_own && has_tags()).then_some(analysis)
    }

    /// The whole analysis on disk.
    pub(in crate::workspace) fn cached(&self) -> Option<Analysis> {
        let mut analysis = self.cached_head()?;
        analysis.records = RecordFiles::of(&self.cache_folder(), &analysis).all_tags()?;
        Some(analysis)
    }

    /// Writes what single records are looked up in, and notes in the analysis which files these are.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(in crate::workspace) fn write_record_files(
        &self,
        analysis: &mut Analysis,
        records: &[Recommendation],
    ) -> Result<(), WorkspaceError> {
        let folder = self.cache_folder();
        make_folder(&folder).map_err(Self::io(&folder))?;
        let block = |(_, analysed): (&RecordId, &RecordAnalysis)| postcard::to_stdvec(analysed).map(|b| seal(&b));
        let blocks: postcard::Result<Vec<Vec<u8>>> = analysis.records.par_iter().map(block).collect();
        let blocks = blocks.map_err(|e| Self::io(&folder)(std::io::Error::other(e)))?;
        let (mut entries, mut behind) = (Vec::with_capacity(blocks.len()), Vec::new());
        for (id, block) in analysis.records.keys().zip(blocks) {
            entries.push((id.0, behind.len() as u64));
            push_block(&mut behind, &block);
        }
        analysis.tag_stamp = KeyFile::write(&folder.join("tags.bin"), analysis.store, entries, &behind)?;
        let of_record = |record: &Recommendation| {
            let names = names_of(record, analysis).into_iter();
            names.map(|name| (Fingerprint::of(name.as_bytes()).0, record.id.0)).collect::<Vec<_>>()
        };
        let names: Vec<Entry> = records.par_iter().flat_map_iter(of_record).collect();
        analysis.name_stamp = KeyFile::write(&folder.join("names.bin"), analysis.store, names, &[])?;
        Ok(())
    }

    /// Writes the analysis without the tags of records: last, so that an interrupted run leaves the old
    /// one, or one that does not fit its files and counts as none.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(in crate::workspace) fn write_cache(&self, analysis: &Analysis) -> Result<(), WorkspaceError> {
        let path = self.cache_file();
        let bytes = postcard::to_stdvec(analysis).map_err(|e| Self::io(&path)(std::io::Error::other(e)))?;
        write_own(&path, &seal(&bytes))
    }
}
