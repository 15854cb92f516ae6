//! Counts by facet, and tables of counts by one facet or by two. All counts are exact.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;
use tantivy::Searcher;

use super::SearchError;
use super::document::Facet;
use super::gathering::{Gather, Gathered};
use super::index::SearchIndex;
use super::ordinals::Ordinals;
use super::request::SearchRequest;

/// Values of facets with their counts, most frequent first.
pub type FacetCounts = BTreeMap<Facet, Vec<(String, u64)>>;

impl SearchIndex {
    /// How many of the records that fit have each value of a facet, or each pair of values of two;
    /// a record with several values counts for each, one without any under the empty value.
    ///
    /// # Errors
    /// When the engine fails.
    pub fn count_by(&self, request: &SearchRequest, facets: &[Facet]) -> Result<Vec<(Vec<String>, u64)>, SearchError> {
        let searcher = self.reader.searcher();
        let query = self.complete(&request.read(self.lexicon()).query, request, &searcher)?;
        let gathered = searcher.search(&query, &Gather)?;
        let mut rows = match facets {
            [] => Vec::new(),
            [one] => {
                let counts = self.counts_of(*one, &gathered, &searcher)?;
                let without = self.without(*one, &gathered, &searcher)?;
                let none = (without > 0).then(|| (String::new(), without));
                counts.into_iter().chain(none).map(|(value, count)| (vec![value], count)).collect()
            }
            [first, second, ..] => self.pairs_of(*first, *second, &gathered, &searcher)?,
        };
        rows.sort_by(|a: &(Vec<String>, u64), b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        Ok(rows)
    }

    /// How a query is read, in the query language.
    #[must_use]
    pub fn reading(&self, request: &SearchRequest) -> String {
        request.read(self.lexicon()).shown
    }

    /// Counts of all facets.
    pub(super) fn all_counts(&self, gathered: &[Gathered], searcher: &Searcher) -> Result<FacetCounts, SearchError> {
        let count = |facet: &Facet| {
            let mut counts = self.counts_of(*facet, gathered, searcher)?;
            counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
            Ok((*facet, counts))
        };
        Facet::ALL.par_iter().map(count).collect()
    }

    fn counts_of(
        &self,
        facet: Facet,
        gathered: &[Gathered],
        searcher: &Searcher,
    ) -> Result<Vec<(String, u64)>, SearchError> {
        let ordinals = self.ordinals(facet, searcher)?;
        let mut counts = vec![0; ordinals.values.len()];
        gathered.iter().for_each(|(segment, docs)| ordinals.count(*segment, docs, &mut counts));
        let found = ordinals.values.iter().zip(counts).filter(|(_, count)| *count > 0);
        Ok(found.map(|(value, count)| (value.clone(), count)).collect())
    }

    /// How many documents have no value of a facet.
    fn without(&self, facet: Facet, gathered: &[Gathered], searcher: &Searcher) -> Result<u64, SearchError> {
        let ordinals = self.ordinals(facet, searcher)?;
        let has_none = |segment: u32, doc: &u32| ordinals.of(segment, *doc).next().is_none();
        let count = |(segment, docs): &Gathered| docs.iter().filter(|doc| has_none(*segment, doc)).count() as u64;
        Ok(gathered.iter().map(count).sum())
    }

    fn pairs_of(
        &self,
        first: Facet,
        second: Facet,
        gathered: &[Gathered],
        searcher: &Searcher,
    ) -> Result<Vec<(Vec<String>, u64)>, SearchError> {
        let (first, second) = (self.ordinals(first, searcher)?, self.ordinals(second, searcher)?);
        let mut counts: HashMap<(u32, u32), u64> = HashMap::new();
        for (segment, docs) in gathered {
            for doc in docs {
                let (a, b) = (some_of(&first, *segment, *doc), some_of(&second, *segment, *doc));
                let pairs = a.iter().flat_map(|a| b.iter().map(move |b| (*a, *b)));
                pairs.for_each(|pair| *counts.entry(pair).or_default() += 1);
            }
        }
        let name = |ordinals: &Ordinals, at: u32| ordinals.values.get(at as usize).cloned().unwrap_or_default();
        let named = |((a, b), count): ((u32, u32), u64)| (vec![name(&first, a), name(&second, b)], count);
        Ok(counts.into_iter().map(named).collect())
    }
}

/// The values of a document, or the number of none.
fn some_of(ordinals: &Ordinals, segment: u32, doc: u32) -> Vec<u32> {
    let values: Vec<u32> = ordinals.of(segment, doc).collect();
    if values.is_empty() { vec![u32::MAX] } else { values }
}
