//! Documents by their numbers, as a query: what is excluded.
//!
//! The engine asks what it excludes for documents past its end, which its phrases do not allow; so
//! what is excluded is gathered first.

use std::collections::HashMap;
use std::sync::Arc;

use tantivy::index::SegmentId;
use tantivy::query::{BitSetDocSet, ConstScorer, EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::{BitSet, DocId, DocSet, Score, Searcher, SegmentReader};

use super::gathered::Gathered;

/// Documents by segment.
#[derive(Debug, Clone)]
pub(super) struct DocumentList(Arc<HashMap<SegmentId, Vec<DocId>>>);

impl DocumentList {
    /// The documents that were gathered by a searcher.
    pub(super) fn new(gathered: Vec<Gathered>, searcher: &Searcher) -> Self {
        let segment = |(ordinal, docs): Gathered| (searcher.segment_reader(ordinal).segment_id(), docs);
        Self(Arc::new(gathered.into_iter().map(segment).collect()))
    }
}

impl Query for DocumentList {
    fn weight(&self, _: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        Ok(Box::new(self.clone()))
    }
}

impl Weight for DocumentList {
    fn scorer(&self, reader: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let mut listed = BitSet::with_max_value(reader.max_doc());
        self.0.get(&reader.segment_id()).into_iter().flatten().for_each(|doc| _ = listed.insert(*doc));
        Ok(Box::new(ConstScorer::new(BitSetDocSet::from(listed), boost)))
    }

    fn explain(&self, reader: &SegmentReader, doc: DocId) -> tantivy::Result<Explanation> {
        let mut scorer = self.scorer(reader, 1.0)?;
        let score = if scorer.seek(doc) == doc { 1.0 } else { 0.0 };
        Ok(Explanation::new("listed", score))
    }
}
