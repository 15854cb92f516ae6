//! All documents that fit, with scores or without: what counts and orders are made from.

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::{DocAddress, DocId, Score, SegmentOrdinal, SegmentReader};

/// Documents of one segment.
pub(super) type Gathered = (SegmentOrdinal, Vec<DocId>);

/// How many documents those are.
pub(super) fn number_of(gathered: &[Gathered]) -> usize {
    gathered.iter().map(|(_, docs)| docs.len()).sum()
}

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

/// Gathers all documents with their scores.
pub(super) struct GatherScored;

/// Gathers with scores within one segment.
pub(super) struct ScoredInSegment {
    segment: SegmentOrdinal,
    found: Vec<(Score, DocAddress)>,
}

impl Collector for GatherScored {
    type Fruit = Vec<(Score, DocAddress)>;
    type Child = ScoredInSegment;

    fn for_segment(&self, segment: SegmentOrdinal, _: &SegmentReader) -> tantivy::Result<ScoredInSegment> {
        Ok(ScoredInSegment { segment, found: Vec::new() })
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn merge_fruits(&self, fruits: Vec<Self::Fruit>) -> tantivy::Result<Self::Fruit> {
        Ok(fruits.concat())
    }
}

impl SegmentCollector for ScoredInSegment {
    type Fruit = Vec<(Score, DocAddress)>;

    fn collect(&mut self, doc: DocId, score: Score) {
        self.found.push((score, DocAddress::new(self.segment, doc)));
    }

    fn harvest(self) -> Self::Fruit {
        self.found
    }
}
