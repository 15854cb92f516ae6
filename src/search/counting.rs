//! Counts by facet, and tables of counts by one facet or by two. All counts are exact.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;
use tantivy::Searcher;

use super::SearchError;
use super::document::Facet;
use super::gathering::{Gather, Gathered};
use super::index::SearchIndex;
use super::request::SearchRequest;

/// Values of facets with their counts, most frequent first.
pub type FacetCounts = BTreeMap<Facet, Vec<(String, u64)>>;

impl SearchIndex {
    /// How many of the records that fit have each value of a facet, or each pair of values of two;
    /// a record with several values counts for each.
    ///
    /// # Errors
    /// When the engine fails.
    pub fn count_by(&self, request: &SearchRequest, facets: &[Facet]) -> Result<Vec<(Vec<String>, u64)>, SearchError> {
        let searcher = self.reader.searcher();
        let query = self.complete(&request.read(self.lexicon()).query, request, &searcher)?;
        let gathered = searcher.search(&query, &Gather)?;
        let mut rows = match facets {
            [] => Vec::new(),
            [one] => self.counts_of(*one, &gathered, &searcher)?.into_iter().map(|(v, n)| (vec![v], n)).collect(),
            [first, second, ..] => self.pairs_of(*first, *second, &gathered, &searcher)?,
        };
        rows.sort_by(|a: &(Vec<String>, u64), b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        Ok(rows)
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
                let others: Vec<u32> = second.of(*segment, *doc).collect();
                let pairs = first.of(*segment, *doc).flat_map(|a| others.iter().map(move |b| (a, *b)));
                pairs.for_each(|pair| *counts.entry(pair).or_default() += 1);
            }
        }
        let named = |((a, b), count): ((u32, u32), u64)| {
            (vec![first.values[a as usize].clone(), second.values[b as usize].clone()], count)
        };
        Ok(counts.into_iter().map(named).collect())
    }
}
