//! The index on disk: opened, brought up to date, made again when it is damaged or of an older kind.
//!
//! It holds whole documents, so that searching needs nothing but the index, also while another
//! process is changing the records.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};
use tantivy::{DocAddress, Index, IndexReader, IndexWriter, ReloadPolicy, Searcher, TantivyDocument, Term};

use super::SearchError;
use super::document::{Facet, SearchDocument, fingerprint};
use super::ordinals::Ordinals;
use super::schema::{Fields, PLACE, build, register};
use crate::domain::RecordId;
use crate::text::lexicon::Lexicon;

/// Memory for the writer, bytes.
const WRITER: usize = 192 << 20;
/// File that tells which documents the index holds, by fingerprint.
const CONTENT: &str = "content.bin";
/// File that tells from what the index was made.
const STAMP: &str = "stamp.json";
/// Version of schema and analysers.
const VERSION: u32 = 3;

/// From what an index was made.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    version: u32,
    /// Revision of the records it was made from.
    pub revision: u64,
    /// Number of documents.
    pub documents: u64,
    /// Sixteen digits that are the same for the same documents.
    pub content: String,
    /// Documents without an analysis, whose tags are those of their files only.
    pub unanalysed: u64,
}

/// An open full-text index.
pub struct SearchIndex {
    pub(super) index: Index,
    pub(super) fields: Fields,
    pub(super) reader: IndexReader,
    /// Values of the facets, then of the place, by number; made when first needed.
    ordinals: Vec<OnceLock<Arc<Ordinals>>>,
    lexicon: Option<Lexicon>,
    stamp: Stamp,
    path: PathBuf,
}

impl SearchIndex {
    /// Opens the index in a folder; makes an empty one where there is none that can be used.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn open(path: &Path) -> Result<Self, SearchError> {
        match Self::open_existing(path) {
            Some(index) => Ok(index),
            None => Self::create(path),
        }
    }

    /// Opens the index in a folder; `None` where there is none that can be used.
    #[must_use]
    pub fn open_existing(path: &Path) -> Option<Self> {
        let stamp: Stamp = serde_json::from_slice(&std::fs::read(path.join(STAMP)).ok()?).ok()?;
        let index = Index::open_in_dir(path).ok()?;
        let (schema, fields) = build();
        let is_whole = stamp.version == VERSION && index.schema() == schema;
        let opened = is_whole.then(|| Self::of(index, fields, stamp, path).ok())??;
        (opened.reader.searcher().num_docs() == opened.stamp.documents).then_some(opened)
    }

    fn create(path: &Path) -> Result<Self, SearchError> {
        let io = |source| SearchError::Io { path: path.to_owned(), source };
        if path.exists() {
            std::fs::remove_dir_all(path).map_err(io)?;
        }
        std::fs::create_dir_all(path).map_err(io)?;
        let (schema, fields) = build();
        Self::of(Index::create_in_dir(path, schema)?, fields, Stamp::default(), path)
    }

    /// An empty index in memory, for tests and measures.
    ///
    /// # Errors
    /// When the engine refuses.
    pub fn in_memory() -> Result<Self, SearchError> {
        let (schema, fields) = build();
        Self::of(Index::create_in_ram(schema), fields, Stamp::default(), Path::new(""))
    }

    /// The index with another term lexicon than that of the program.
    #[must_use]
    pub fn with_lexicon(self, lexicon: Lexicon) -> Self {
        Self { lexicon: Some(lexicon), ..self }
    }

    fn of(index: Index, fields: Fields, stamp: Stamp, path: &Path) -> Result<Self, SearchError> {
        register(&index);
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let ordinals = empty_ordinals();
        Ok(Self { index, fields, reader, ordinals, lexicon: None, stamp, path: path.to_owned() })
    }

    /// From what the index was made.
    #[must_use]
    pub const fn stamp(&self) -> &Stamp {
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
        revision: u64,
        unanalysed: u64,
    ) -> Result<u64, SearchError> {
        let known = self.content();
        let mut writer: IndexWriter = self.index.writer_with_num_threads(2, WRITER)?;
        let (mut content, mut written) = (BTreeMap::new(), 0);
        for document in documents {
            let bytes = document.to_bytes();
            let fingerprint = fingerprint(&bytes);
            content.insert(document.id, fingerprint);
            match known.get(&document.id) {
                Some(known) if *known == fingerprint => continue,
                // Also where none is known: an interrupted update may have left one.
                _ => _ = writer.delete_term(Term::from_field_u64(self.fields.id, document.id.0)),
            }
            writer.add_document(self.document(&document, &bytes))?;
            written += 1;
        }
        let gone: Vec<RecordId> = known.keys().filter(|id| !content.contains_key(id)).copied().collect();
        gone.iter().for_each(|id| _ = writer.delete_term(Term::from_field_u64(self.fields.id, id.0)));
        if written > 0 || !gone.is_empty() {
            writer.commit()?;
            writer.wait_merging_threads()?;
            self.reader.reload()?;
            self.ordinals = empty_ordinals();
        }
        let documents = content.len() as u64;
        let hash = fingerprint(&rmp_serde::to_vec(&content).unwrap_or_default());
        self.stamp = Stamp { version: VERSION, revision, documents, content: format!("{hash:016x}"), unanalysed };
        self.remember(&content)?;
        Ok(written)
    }

    /// The fingerprints of the documents in the index; none where they are not known.
    fn content(&self) -> BTreeMap<RecordId, u64> {
        let read = std::fs::read(self.path.join(CONTENT)).ok();
        read.and_then(|bytes| rmp_serde::from_slice(&bytes).ok())
            .filter(|_| self.stamp.version == VERSION)
            .unwrap_or_default()
    }

    fn remember(&self, content: &BTreeMap<RecordId, u64>) -> Result<(), SearchError> {
        if self.path.as_os_str().is_empty() {
            return Ok(());
        }
        let write = |name: &str, bytes: Vec<u8>| {
            let path = self.path.join(name);
            std::fs::write(&path, bytes).map_err(|source| SearchError::Io { path, source })
        };
        write(CONTENT, rmp_serde::to_vec(content).unwrap_or_default())?;
        write(STAMP, serde_json::to_vec(&self.stamp).unwrap_or_default())
    }

    fn document(&self, document: &SearchDocument, bytes: &[u8]) -> TantivyDocument {
        let mut out = TantivyDocument::default();
        out.add_u64(self.fields.id, document.id.0);
        if let Some(day) = document.day {
            out.add_i64(self.fields.day, day);
        }
        out.add_u64(self.fields.likeness, document.likeness_key());
        out.add_u64(self.fields.standing, u64::from(document.is_final));
        out.add_text(self.fields.place, &document.place);
        out.add_bytes(self.fields.document, bytes);
        out.add_text(self.fields.citation, &document.citation);
        for (language, text) in &document.texts {
            out.add_text(self.fields.text(*language), text);
            out.add_text(self.fields.words, text);
        }
        for (facet, value) in &document.facets {
            out.add_text(self.fields.facet(*facet), value);
        }
        out
    }

    /// The document at an address.
    pub(super) fn stored(&self, searcher: &Searcher, address: DocAddress) -> Result<SearchDocument, SearchError> {
        let kept: TantivyDocument = searcher.doc(address)?;
        let bytes = kept.get_first(self.fields.document).and_then(|value| tantivy::schema::Value::as_bytes(&value));
        rmp_serde::from_slice(bytes.unwrap_or_default()).map_err(|error| SearchError::Damaged(error.to_string()))
    }

    /// The term lexicon that searches go by.
    pub(super) fn lexicon(&self) -> &Lexicon {
        self.lexicon.as_ref().unwrap_or_else(|| Lexicon::embedded())
    }

    /// The values of a facet by number.
    pub(super) fn ordinals(&self, facet: Facet, searcher: &Searcher) -> Result<Arc<Ordinals>, SearchError> {
        let at = Facet::ALL.iter().position(|f| *f == facet).unwrap_or(0);
        self.ordinals_at(at, facet.name(), searcher)
    }

    /// The places of records by number.
    pub(super) fn places(&self, searcher: &Searcher) -> Result<Arc<Ordinals>, SearchError> {
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

fn empty_ordinals() -> Vec<OnceLock<Arc<Ordinals>>> {
    (0..=Facet::ALL.len()).map(|_| OnceLock::new()).collect()
}
