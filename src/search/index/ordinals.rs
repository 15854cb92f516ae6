//! The values of a string field by number, the same over all segments of the index.

use tantivy::columnar::{Cardinality, Column};
use tantivy::{DocId, Searcher};

use crate::search::error::SearchError;

/// Documents read at once.
const BLOCK: usize = 512;

/// Values and where the documents have them.
pub(in crate::search) struct Ordinals {
    /// All values, in the order of their letters.
    pub(in crate::search) values: Vec<String>,
    segments: Vec<Option<Segment>>,
}

/// One segment of the index.
struct Segment {
    column: Column<u64>,
    /// Number of a value in the segment to its number among all.
    numbers: Vec<u32>,
}

impl Ordinals {
    /// Reads the values of a field.
    pub(super) fn load(searcher: &Searcher, field: &str) -> Result<Self, SearchError> {
        let mut columns = Vec::new();
        let mut values: Vec<String> = Vec::new();
        for segment in searcher.segment_readers() {
            let column = segment.fast_fields().str(field)?;
            let mut own = Vec::new();
            if let Some(column) = &column {
                let mut stream = column.dictionary().stream().map_err(SearchError::engine_io)?;
                while stream.advance() {
                    own.push(String::from_utf8_lossy(stream.key()).into_owned());
                }
            }
            values.extend(own.iter().cloned());
            columns.push(column.map(|column| (column.ords().clone(), own)));
        }
        values.sort_unstable();
        values.dedup();
        let number = |value: &String| values.binary_search(value).map_or(0, |at| at as u32);
        let segment =
            |(column, own): (Column<u64>, Vec<String>)| Segment { column, numbers: own.iter().map(number).collect() };
        let segments = columns.into_iter().map(|found| found.map(segment)).collect();
        Ok(Self { values, segments })
    }

    /// The numbers of the values that a document of a segment has.
    pub(in crate::search) fn of(&self, segment: u32, doc: DocId) -> impl Iterator<Item = u32> {
        let segment = self.segments.get(segment as usize).and_then(Option::as_ref);
        segment.into_iter().flat_map(move |s| s.column.values_for_doc(doc).map(|at| s.numbers[at as usize]))
    }

    /// How many of the documents of a segment have each value, added to `counts`; returns how many have none.
    pub(in crate::search) fn count(&self, segment: u32, docs: &[DocId], counts: &mut [u64]) -> u64 {
        let Some(segment) = self.segments.get(segment as usize).and_then(Option::as_ref) else {
            return docs.len() as u64;
        };
        let mut without = 0;
        let mut own = vec![0u64; segment.numbers.len()];
        if segment.column.get_cardinality() == Cardinality::Full {
            // One value each: whole blocks are read at once.
            let mut values = [0; BLOCK];
            for block in docs.chunks(BLOCK) {
                segment.column.values.get_vals(block, &mut values[..block.len()]);
                values[..block.len()].iter().for_each(|at| own[*at as usize] += 1);
            }
        } else {
            for doc in docs {
                let mut has_value = false;
                for at in segment.column.values_for_doc(*doc) {
                    own[at as usize] += 1;
                    has_value = true;
                }
                without += u64::from(!has_value);
            }
        }
        segment.numbers.iter().zip(own).for_each(|(number, count)| counts[*number as usize] += count);
        without
    }
}
