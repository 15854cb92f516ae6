//! All documents that fit, without scores: what counts and orders are made from.

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::{DocId, Score, SegmentOrdinal, SegmentReader};

/// Documents of one segment.
pub(super) type Gathered = (SegmentOrdinal, Vec<DocId>);

/// Gathers the numbers of all documents.
pub(super) struct Gather;

/// Gathers within one segment.
pub(super) struct InSegment(Gathered);

impl Collector for Gather {
    type Fruit = Vec<Gathered>;
    type Child = InSegment;

    fn for_segment(&self, segment: SegmentOrdinal, _: &SegmentReader) -> tantivy::Result<InSegment> {
        Ok(InSegment((segment, Vec::new())))
    }

    fn requires_scoring(&self) -> bool {
        false
    }

    fn merge_fruits(&self, mut fruits: Vec<Gathered>) -> tantivy::Result<Vec<Gathered>> {
        fruits.sort_unstable_by_key(|(segment, _)| *segment);
        Ok(fruits)
    }
}

impl SegmentCollector for InSegment {
    type Fruit = Gathered;

    fn collect(&mut self, doc: DocId, _: Score) {
        self.0.1.push(doc);
    }

    fn collect_block(&mut self, docs: &[DocId]) {
        self.0.1.extend_from_slice(docs);
    }

    fn harvest(self) -> Gathered {
        self.0
    }
}
