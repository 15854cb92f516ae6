//! Records that are to be placed, and what they have in common.

use std::collections::BTreeMap;

use ndarray::Array1;

use super::title_facts::TitleFacts;
use crate::domain::{ClusterNumber, RecordId};

/// A record to be placed.
pub struct Placed<'a> {
    /// The record.
    pub id: RecordId,
    /// The ask it belongs to.
    pub ask: RecordId,
    /// The cluster that others of its ask stand in.
    pub home: Option<ClusterNumber>,
    /// Number of its first issue, from 0.
    pub issue: usize,
    /// Probability of that issue, 0 to 1.
    pub sure: f32,
    /// Its topics by their place in the table, each with its score, best first.
    pub topics: &'a [(u16, f32)],
    /// Its place.
    pub place: &'a Array1<f64>,
    /// What titles are made from.
    pub facts: &'a TitleFacts,
}

/// The issue that most records of a group have.
pub(super) fn usual_issue(group: &[&Placed<'_>]) -> usize {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    group.iter().for_each(|record| *counts.entry(record.issue).or_default() += 1);
    counts.into_iter().max_by_key(|(issue, count)| (*count, usize::MAX - issue)).map_or(0, |(issue, _)| issue)
}

/// Records by the ask they belong to.
pub(super) fn by_ask<'a>(records: &[&'a Placed<'a>]) -> Vec<Vec<&'a Placed<'a>>> {
    let mut asks: BTreeMap<RecordId, Vec<&Placed<'_>>> = BTreeMap::new();
    records.iter().for_each(|record| asks.entry(record.ask).or_default().push(record));
    asks.into_values().collect()
}
