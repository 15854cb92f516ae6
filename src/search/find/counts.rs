//! Counts by facet, and tables of counts by one facet or by two. All counts are exact.

use std::cmp::Reverse;
use std::collections::HashMap;

use rayon::prelude::*;

use super::answer::{CountRow, FacetCounts, ValueCount};
use super::asking::Asking;
use super::gathered::Gathered;
use super::request::ReadRequest;
use crate::domain::{Facet, FacetLevel};
use crate::search::error::SearchError;
use crate::search::index::Ordinals;

impl Asking<'_> {
    /// How many of the records that fit have each value of a facet, or each pair of values of two;
    /// a record with several values counts for each, one without any under the empty value. Values of
    /// coarser levels come before those of finer ones, and within a level those of most records.
    ///
    /// # Errors
    /// When the engine fails.
    pub fn count_by(&self, asked: &ReadRequest<'_>, facets: &[Facet]) -> Result<Vec<CountRow>, SearchError> {
        let gathered = self.gather(&self.complete(asked)?)?;
        let mut rows = match facets {
            [] => Vec::new(),
            [one] => {
                let (counts, without) = self.counts_of(*one, &gathered)?;
                counts
                    .into_iter()
                    .chain(without)
                    .map(|one| CountRow { values: vec![one.value], count: one.count })
                    .collect()
            }
            [first, second, ..] => self.pairs_of(*first, *second, &gathered)?,
        };
        rows.sort_by_cached_key(|row| (levels(facets, row), Reverse(row.count), row.values.clone()));
        Ok(rows)
    }

    /// Counts of all facets; records without any value of one stand under the empty value, last.
    pub(super) fn all_counts(&self, gathered: &[Gathered]) -> Result<FacetCounts, SearchError> {
        let count = |facet: &Facet| {
            let (mut counts, without) = self.counts_of(*facet, gathered)?;
            counts.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
            counts.extend(without);
            Ok((*facet, counts))
        };
        Facet::ALL.par_iter().map(count).collect()
    }

    /// The values of a facet with how many documents have each, and how many have none under the empty value.
    fn counts_of(
        &self,
        facet: Facet,
        gathered: &[Gathered],
    ) -> Result<(Vec<ValueCount>, Option<ValueCount>), SearchError> {
        let ordinals = self.ordinals(facet)?;
        let mut counts = vec![0; ordinals.values.len()];
        let without: u64 = gathered.iter().map(|(segment, docs)| ordinals.count(*segment, docs, &mut counts)).sum();
        let found = ordinals.values.iter().zip(counts).filter(|(_, count)| *count > 0);
        let found = found.map(|(value, count)| ValueCount { value: value.clone(), count }).collect();
        Ok((found, (without > 0).then(|| ValueCount { value: String::new(), count: without })))
    }

    fn pairs_of(&self, first: Facet, second: Facet, gathered: &[Gathered]) -> Result<Vec<CountRow>, SearchError> {
        let (first, second) = (self.ordinals(first)?, self.ordinals(second)?);
        let mut counts: HashMap<(u32, u32), u64> = HashMap::new();
        for (segment, docs) in gathered {
            for doc in docs {
                let (a, b) = (some_of(&first, *segment, *doc), some_of(&second, *segment, *doc));
                let pairs = a.iter().flat_map(|a| b.iter().map(move |b| (*a, *b)));
                pairs.for_each(|pair| *counts.entry(pair).or_default() += 1);
            }
        }
        let name = |ordinals: &Ordinals, at: u32| ordinals.values.get(at as usize).cloned().unwrap_or_default();
        let named =
            |((a, b), count): ((u32, u32), u64)| CountRow { values: vec![name(&first, a), name(&second, b)], count };
        Ok(counts.into_iter().map(named).collect())
    }
}

/// The levels of the values of a row; none has no level and comes after all levels of its field.
fn levels(facets: &[Facet], row: &CountRow) -> Vec<(bool, Option<FacetLevel>)> {
    let level = |(facet, value): (&Facet, &String)| {
        (FacetLevel::exist_in(*facet) && value.is_empty(), FacetLevel::of(*facet, value))
    };
    facets.iter().zip(&row.values).map(level).collect()
}

/// The values of a document, or the number of none.
fn some_of(ordinals: &Ordinals, segment: u32, doc: u32) -> Vec<u32> {
    let values: Vec<u32> = ordinals.of(segment, doc).collect();
    if values.is_empty() { vec![u32::MAX] } else { values }
}
