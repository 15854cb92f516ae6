//! The index on disk: opened, brought up to date, made again when it is damaged or of an older kind.
//!
//! It holds whole documents, so that searching needs nothing but the index, also while another
//! process is changing the records.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use tantivy::{DocAddress, Index, IndexReader, IndexWriter, ReloadPolicy, Searcher, TantivyDocument, Term};

use super::content::{Content, HeldDocument, IndexEntry, digits};
use super::document::SearchDocument;
use super::only_files::only_files;
use super::ordinals::Ordinals;
use super::read_only::read_only;
use super::schema::{Fields, PLACE, build, register};
use crate::domain::{Facet, FacetValue, Fingerprint, RecordId, StoreIdentity, Wording, day_number};
use crate::search::error::SearchError;
use crate::text::lexicon::Lexicon;

/// Documents that are fingerprinted together.
const CHUNK: usize = 4_096;

/// Memory for the writer, bytes.
const WRITER: usize = 192 << 20;
/// File that tells which documents the index holds.
const CONTENT: &str = "content.bin";
/// Version of schema and analysers, and of the rules by which records get the values they are found by.
const VERSION: u32 = 10;

/// From what an index was made; kept with its commit, so that the two cannot differ.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndexStamp {
    version: u32,
    /// Number of documents.
    documents: u64,
    /// Sixteen digits that are the same for the same documents.
    content: String,
    /// What the documents were made from.
    pub origin: Origin,
}

/// What documents were made from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The store that holds the records; earlier versions did not note it.
    #[serde(default)]
    pub store: StoreIdentity,
    /// Revision of the records.
    pub revision: u64,
    /// Version of the analysis whose tags and clusters they carry.
    pub analysis: u32,
    /// Documents without an analysis, whose tags are those of their files only.
    pub unanalysed: u64,
}

impl IndexStamp {
    /// Sixteen digits that are the same for the same documents.
    #[must_use]
    pub fn content(&self) -> &str {
        &self.content
    }
}

/// An open full-text index.
pub struct SearchIndex {
    index: Index,
    fields: Fields,
    reader: IndexReader,
    /// Values of the facets, then of the place, by number; made when first needed.
    ordinals: Vec<OnceLock<Arc<Ordinals>>>,
    lexicon: Option<Lexicon>,
    stamp: IndexStamp,
    path: PathBuf,
}

impl SearchIndex {
    /// Opens the index in a folder; makes an empty one where there is none that can be used.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn open(path: &Path) -> Result<Self, SearchError> {
        Self::open_knowing(path, None)
    }

    /// Opens the index in a folder as [`SearchIndex::open`] does; one that was found whole before, and is the same, is
    /// not read through again.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn open_knowing(path: &Path, known: Option<&IndexStamp>) -> Result<Self, SearchError> {
        match Self::open_if_whole(path, known) {
            Some(index) => Ok(index),
            None => Self::create(path),
        }
    }

    /// Opens the index in a folder; `None` where there is none that can be used.
    #[must_use]
    pub fn open_existing(path: &Path) -> Option<Self> {
        Self::open_if_whole(path, None)
    }

    fn open_if_whole(path: &Path, known: Option<&IndexStamp>) -> Option<Self> {
        if !only_files(path) {
            return None;
        }
        let of = |index: Index| Self::whole(index, path, known);
        Index::open_in_dir(path).ok().and_then(of).or_else(|| read_only(path).and_then(of))
    }

    /// The index, where it is of this version and whole.
    fn whole(index: Index, path: &Path, known: Option<&IndexStamp>) -> Option<Self> {
        let stamp: IndexStamp = serde_json::from_str(&index.load_metas().ok()?.payload?).ok()?;
        let (schema, fields) = build();
        let is_sound = || known == Some(&stamp) || index.validate_checksum().is_ok_and(|damaged| damaged.is_empty());
        let is_whole = stamp.version == VERSION && index.schema() == schema && is_sound();
        let opened = is_whole.then(|| Self::of(index, fields, stamp, path).ok())??;
        (opened.reader.searcher().num_docs() == opened.stamp.documents).then_some(opened)
    }

    fn create(path: &Path) -> Result<Self, SearchError> {
        let io = |source| SearchError::Io { path: path.to_owned(), source };
        if path.is_dir() {
            std::fs::remove_dir_all(path).map_err(io)?;
        } else if path.exists() {
            std::fs::remove_file(path).map_err(io)?;
        }
        make_folder(path).map_err(io)?;
        fail::fail_point!("search-index-emptied");
        let (schema, fields) = build();
        Self::of(Index::create_in_dir(path, schema)?, fields, IndexStamp::default(), path)
    }

    /// An empty index in memory, for tests and measures.
    ///
    /// # Errors
    /// When the engine refuses.
    pub fn in_memory() -> Result<Self, SearchError> {
        let (schema, fields) = build();
        Self::of(Index::create_in_ram(schema), fields, IndexStamp::default(), Path::new(""))
    }

    /// The index with another term lexicon than that of the program.
    #[must_use]
    pub fn with_lexicon(self, lexicon: Lexicon) -> Self {
        Self { lexicon: Some(lexicon), ..self }
    }

    fn of(index: Index, fields: Fields, stamp: IndexStamp, path: &Path) -> Result<Self, SearchError> {
        register(&index);
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let ordinals = empty_ordinals();
        Ok(Self { index, fields, reader, ordinals, lexicon: None, stamp, path: path.to_owned() })
    }

    /// From what the index was made.
    #[must_use]
    pub const fn stamp(&self) -> &IndexStamp {
        &self.stamp
    }

    /// Number of records in the index.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.stamp.documents as usize
    }

    /// Whether the index holds nothing.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.stamp.documents == 0
    }

    /// Brings the index up to date: adds what is new, replaces what has changed, drops what is gone.
    /// Returns how many documents were written.
    ///
    /// # Errors
    /// When the engine or the disk refuses; the index is then as it was.
    pub fn update(
        &mut self,
        documents: impl Iterator<Item = SearchDocument>,
        origin: Origin,
    ) -> Result<u64, SearchError> {
        self.update_entries(documents.map(|document| IndexEntry::of(document, None)), origin)
    }

    /// The same, where documents that would be what they are were not made again.
    ///
    /// # Errors
    /// As [`SearchIndex::update`].
    pub fn update_entries(
        &mut self,
        entries: impl Iterator<Item = IndexEntry>,
        origin: Origin,
    ) -> Result<u64, SearchError> {
        let known = self.content();
        let writer: IndexWriter = self.index.writer_with_num_threads(2, WRITER)?;
        if known.is_empty() {
            writer.delete_all_documents()?;
        }
        let (mut content, mut written) = (Content::new(), 0);
        let mut entries = entries.peekable();
        while entries.peek().is_some() {
            let chunk: Vec<IndexEntry> = entries.by_ref().take(CHUNK).collect();
            let encoded: Vec<Vec<u8>> = chunk.par_iter().map(IndexEntry::to_bytes).collect();
            for (entry, bytes) in chunk.iter().zip(&encoded) {
                written += self.take(&writer, entry, bytes, &known, &mut content)?;
            }
        }
        let gone = known.keys().filter(|id| !content.contains_key(id));
        gone.for_each(|id| _ = writer.delete_term(Term::from_field_u64(self.fields.id, id.0)));
        self.commit(writer, &content, origin)?;
        Ok(written)
    }

    /// Takes an entry over; returns how many documents that has written.
    fn take(
        &self,
        writer: &IndexWriter,
        entry: &IndexEntry,
        bytes: &[u8],
        known: &Content,
        content: &mut Content,
    ) -> Result<u64, SearchError> {
        let (document, source) = match entry {
            IndexEntry::Unchanged(id) => {
                content.extend(known.get(id).map(|held| (*id, *held)));
                return Ok(0);
            }
            IndexEntry::Document { document, source } => (document, *source),
        };
        let held = HeldDocument { fingerprint: Fingerprint::of(bytes).0, source };
        content.insert(document.id, held);
        match known.get(&document.id) {
            Some(known) if known.fingerprint == held.fingerprint => return Ok(0),
            Some(_) => _ = writer.delete_term(Term::from_field_u64(self.fields.id, document.id.0)),
            None => {}
        }
        writer.add_document(self.document(document, bytes))?;
        Ok(1)
    }

    fn commit(&mut self, mut writer: IndexWriter, content: &Content, origin: Origin) -> Result<(), SearchError> {
        let stamp = IndexStamp { version: VERSION, documents: content.len() as u64, content: digits(content), origin };
        // First: where the process ends before the commit, the two do not fit and all is written anew.
        self.remember(content)?;
        fail::fail_point!("search-index-remembered");
        let mut commit = writer.prepare_commit()?;
        commit.set_payload(&serde_json::to_string(&stamp).unwrap_or_default());
        commit.commit()?;
        fail::fail_point!("search-index-committed");
        writer.wait_merging_threads()?;
        self.reader.reload()?;
        self.ordinals = empty_ordinals();
        self.stamp = stamp;
        Ok(())
    }

    /// What the documents in the index were made from, as far as that is known for sure.
    #[must_use]
    pub fn sources(&self) -> HashMap<RecordId, u64> {
        self.content().into_iter().filter_map(|(id, held)| Some((id, held.source?))).collect()
    }

    /// The documents in the index; empty when they are not known for sure.
    fn content(&self) -> Content {
        let read = std::fs::read(self.path.join(CONTENT)).ok();
        let content: Content = read.and_then(|bytes| rmp_serde::from_slice(&bytes).ok()).unwrap_or_default();
        if digits(&content) == self.stamp.content { content } else { Content::new() }
    }

    fn remember(&self, content: &Content) -> Result<(), SearchError> {
        if self.path.as_os_str().is_empty() {
            return Ok(());
        }
        let path = self.path.join(CONTENT);
        let written = std::fs::write(&path, rmp_serde::to_vec(content).unwrap_or_default());
        written.map_err(|source| SearchError::Io { path, source })
    }

    fn document(&self, document: &SearchDocument, bytes: &[u8]) -> TantivyDocument {
        let mut out = TantivyDocument::default();
        out.add_u64(self.fields.id, document.id.0);
        if let Some(days) = document.days {
            out.add_i64(self.fields.day, day_number(days.first));
            out.add_i64(self.fields.last_day, day_number(days.last));
        }
        out.add_u64(self.fields.likeness, document.likeness_key());
        out.add_u64(self.fields.standing, u64::from(document.is_final));
        out.add_text(self.fields.place, &document.place);
        out.add_bytes(self.fields.document, bytes);
        out.add_text(self.fields.citation, &document.citation);
        document.names().iter().for_each(|name| out.add_text(self.fields.name, name));
        for Wording { language, text } in &document.texts {
            out.add_text(self.fields.text(*language), text);
            out.add_text(self.fields.words, text);
        }
        for FacetValue { facet, value } in &document.facets {
            out.add_text(self.fields.facet(*facet), value);
        }
        out
    }

    /// The documents as they are now; later changes are not seen.
    pub(in crate::search) fn searcher(&self) -> Searcher {
        self.reader.searcher()
    }

    /// The fields of the documents.
    pub(in crate::search) const fn fields(&self) -> &Fields {
        &self.fields
    }

    /// The document at an address.
    pub(in crate::search) fn stored(
        &self,
        searcher: &Searcher,
        address: DocAddress,
    ) -> Result<SearchDocument, SearchError> {
        let kept: TantivyDocument = searcher.doc(address)?;
        let bytes = kept.get_first(self.fields.document).and_then(|value| tantivy::schema::Value::as_bytes(&value));
        rmp_serde::from_slice(bytes.unwrap_or_default()).map_err(|error| SearchError::Damaged(error.to_string()))
    }

    /// The term lexicon that searches go by.
    pub(in crate::search) fn lexicon(&self) -> &Lexicon {
        self.lexicon.as_ref().unwrap_or_else(|| Lexicon::embedded())
    }

    /// The values of a facet by number.
    pub(in crate::search) fn ordinals(&self, facet: Facet, searcher: &Searcher) -> Result<Arc<Ordinals>, SearchError> {
        self.ordinals_at(facet.index(), facet.name(), searcher)
    }

    /// The places of records by number.
    pub(in crate::search) fn places(&self, searcher: &Searcher) -> Result<Arc<Ordinals>, SearchError> {
        self.ordinals_at(Facet::ALL.len(), PLACE, searcher)
    }

    fn ordinals_at(&self, at: usize, field: &str, searcher: &Searcher) -> Result<Arc<Ordinals>, SearchError> {
        if let Some(made) = self.ordinals[at].get() {
            return Ok(Arc::clone(made));
        }
        let made = Arc::new(Ordinals::load(searcher, field)?);
        Ok(Arc::clone(self.ordinals[at].get_or_init(|| made)))
    }
}

/// Makes the folder of the index for its owner alone: it holds the words of drafts.
fn make_folder(path: &Path) -> std::io::Result<()> {
    let mut folder = std::fs::DirBuilder::new();
    folder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut folder, 0o700);
    folder.create(path)
}

fn empty_ordinals() -> Vec<OnceLock<Arc<Ordinals>>> {
    (0..=Facet::ALL.len()).map(|_| OnceLock::new()).collect()
}
