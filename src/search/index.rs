//! The index on disk: opened, brought up to date, made again when it is damaged or of an older kind.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use tantivy::{Index, IndexReader, IndexWriter, ReloadPolicy, TantivyDocument, Term};

use super::SearchError;
use super::document::SearchDocument;
use super::schema::{Fields, build, register};
use crate::domain::RecordId;

/// Memory for the writer, bytes.
const WRITER: usize = 192 << 20;
/// File that tells which documents the index holds, by fingerprint.
const CONTENT: &str = "content.bin";
/// Version of schema and analysers.
const VERSION: u32 = 2;

/// An open full-text index.
pub struct SearchIndex {
    pub(super) index: Index,
    pub(super) fields: Fields,
    pub(super) reader: IndexReader,
    content: BTreeMap<RecordId, u64>,
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
        let content = std::fs::read(path.join(CONTENT)).ok()?;
        let (version, content): (u32, BTreeMap<RecordId, u64>) = rmp_serde::from_slice(&content).ok()?;
        let index = Index::open_in_dir(path).ok()?;
        let (schema, fields) = build();
        (version == VERSION && index.schema() == schema).then(|| Self::of(index, fields, content, path).ok())?
    }

    fn create(path: &Path) -> Result<Self, SearchError> {
        let io = |source| SearchError::Io { path: path.to_owned(), source };
        if path.exists() {
            std::fs::remove_dir_all(path).map_err(io)?;
        }
        std::fs::create_dir_all(path).map_err(io)?;
        let (schema, fields) = build();
        Self::of(Index::create_in_dir(path, schema)?, fields, BTreeMap::new(), path)
    }

    /// An empty index in memory, for tests.
    ///
    /// # Errors
    /// When the engine refuses.
    pub fn in_memory() -> Result<Self, SearchError> {
        let (schema, fields) = build();
        Self::of(Index::create_in_ram(schema), fields, BTreeMap::new(), Path::new(""))
    }

    fn of(index: Index, fields: Fields, content: BTreeMap<RecordId, u64>, path: &Path) -> Result<Self, SearchError> {
        register(&index);
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Self { index, fields, reader, content, path: path.to_owned() })
    }

    /// Number of records in the index.
    #[must_use]
    pub fn len(&self) -> usize {
        self.content.len()
    }

    /// Whether the index holds nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.content.is_empty()
    }

    /// Brings the index up to date: adds what is new, replaces what has changed, drops what is gone.
    /// Returns how many documents were written.
    ///
    /// # Errors
    /// When the engine or the disk refuses; the index is then as it was.
    pub fn update(&mut self, documents: impl Iterator<Item = SearchDocument>) -> Result<u64, SearchError> {
        let mut writer: IndexWriter = self.index.writer_with_num_threads(2, WRITER)?;
        let (mut content, mut written) = (BTreeMap::new(), 0);
        for document in documents {
            let fingerprint = document.fingerprint();
            content.insert(document.id, fingerprint);
            match self.content.get(&document.id) {
                Some(known) if *known == fingerprint => continue,
                // Also where none is known: an interrupted update may have left one.
                _ => _ = writer.delete_term(Term::from_field_u64(self.fields.id, document.id.0)),
            }
            writer.add_document(self.document(&document))?;
            written += 1;
        }
        let gone: Vec<RecordId> = self.content.keys().filter(|id| !content.contains_key(id)).copied().collect();
        gone.iter().for_each(|id| _ = writer.delete_term(Term::from_field_u64(self.fields.id, id.0)));
        if written > 0 || !gone.is_empty() {
            writer.commit()?;
            writer.wait_merging_threads()?;
            self.reader.reload()?;
        }
        self.content = content;
        self.remember()?;
        Ok(written)
    }

    fn remember(&self) -> Result<(), SearchError> {
        if self.path.as_os_str().is_empty() {
            return Ok(());
        }
        let path = self.path.join(CONTENT);
        let bytes = rmp_serde::to_vec(&(VERSION, &self.content)).unwrap_or_default();
        std::fs::write(&path, bytes).map_err(|source| SearchError::Io { path, source })
    }

    fn document(&self, document: &SearchDocument) -> TantivyDocument {
        let mut out = TantivyDocument::default();
        out.add_u64(self.fields.id, document.id.0);
        if let Some(day) = document.day {
            out.add_i64(self.fields.day, day);
        }
        out.add_u64(self.fields.likeness, document.likeness_key());
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
}
