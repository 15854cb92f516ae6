//! The clusters of a workspace: fixed once made, so that numbers and members stay.

use std::collections::{BTreeMap, BTreeSet};

use ndarray::Array1;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::partition::{centres, cluster_count, nearest};
use super::titles::{PhraseCounts, title};
use crate::analysis::AnalysisError;
use crate::domain::vocabulary::issues;
use crate::domain::{ClusterDefinition, ClusterNumber, RecordId};

/// All clusters and the place of every record.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ClusterSet {
    /// Clusters in the order of their numbers.
    pub clusters: Vec<ClusterDefinition>,
    /// The cluster of every record.
    pub placements: BTreeMap<RecordId, ClusterNumber>,
    /// Records placed since the clusters of their theme were made, newest run only.
    pub newly_placed: Vec<RecordId>,
}

/// A record to be placed.
pub struct Placed<'a> {
    /// The record.
    pub id: RecordId,
    /// Its theme: the number of its first issue, from 0.
    pub theme: usize,
    /// Its place.
    pub place: Array1<f64>,
    /// Its folded English words, for titles.
    pub words: &'a str,
}

impl ClusterSet {
    /// The cluster with that number.
    #[must_use]
    pub fn cluster(&self, number: ClusterNumber) -> Option<&ClusterDefinition> {
        self.clusters.iter().find(|cluster| cluster.number == number)
    }

    /// Places records that are new, makes clusters for themes that have no open one. Clusters and
    /// placements that exist stay as they are; locked clusters take nothing.
    ///
    /// # Errors
    /// When a fit fails.
    pub fn grow(&mut self, records: &[Placed<'_>], locked: &BTreeSet<ClusterNumber>) -> Result<(), AnalysisError> {
        let mut by_theme: BTreeMap<usize, Vec<&Placed<'_>>> = BTreeMap::new();
        records.iter().for_each(|record| by_theme.entry(record.theme).or_default().push(record));
        self.newly_placed = records.iter().filter(|r| self.of_theme(r.theme).next().is_some()).map(|r| r.id).collect();
        self.make(&by_theme, records, locked)?;
        for (theme, list) in &by_theme {
            let open: Vec<&ClusterDefinition> = self.of_theme(*theme).filter(|c| !locked.contains(&c.number)).collect();
            let centres: Vec<Array1<f64>> =
                open.iter().map(|c| c.centre.iter().map(|v| f64::from(*v)).collect()).collect();
            let place = |r: &&Placed<'_>| (r.id, open[nearest(r.place.view(), &centres)].number);
            let found: Vec<(RecordId, ClusterNumber)> = list.par_iter().map(place).collect();
            self.placements.extend(found);
        }
        Ok(())
    }

    /// Makes clusters for the themes that have none that is open.
    fn make(
        &mut self,
        by_theme: &BTreeMap<usize, Vec<&Placed<'_>>>,
        records: &[Placed<'_>],
        locked: &BTreeSet<ClusterNumber>,
    ) -> Result<(), AnalysisError> {
        let is_closed = |theme: usize| self.of_theme(theme).all(|c| locked.contains(&c.number));
        let fresh: Vec<(usize, &Vec<&Placed<'_>>)> =
            by_theme.iter().filter(|(theme, _)| is_closed(**theme)).map(|(theme, list)| (*theme, list)).collect();
        if fresh.is_empty() {
            return Ok(());
        }
        let counts = PhraseCounts::of(records.iter().map(|r| r.words));
        let first = |theme: usize| self.of_theme(theme).map(|c| c.number.cluster).max().unwrap_or(0) + 1;
        let made: Vec<Vec<ClusterDefinition>> = fresh
            .par_iter()
            .map(|(theme, list)| split(*theme, first(*theme), list, &counts))
            .collect::<Result<_, _>>()?;
        self.clusters.extend(made.into_iter().flatten());
        self.clusters.sort_by_key(|cluster| cluster.number);
        Ok(())
    }

    fn of_theme(&self, theme: usize) -> impl Iterator<Item = &ClusterDefinition> {
        self.clusters.iter().filter(move |cluster| usize::from(cluster.number.theme) == theme + 1)
    }
}

/// Splits one theme; clusters are numbered from `first` by size, largest first.
fn split(
    theme: usize,
    first: u16,
    records: &[&Placed<'_>],
    counts: &PhraseCounts,
) -> Result<Vec<ClusterDefinition>, AnalysisError> {
    let places: Vec<&Array1<f64>> = records.iter().map(|r| &r.place).collect();
    let centres = centres(&places, cluster_count(records.len()))?;
    let mut members: Vec<Vec<&str>> = vec![Vec::new(); centres.len()];
    for record in records {
        members[nearest(record.place.view(), &centres)].push(record.words);
    }
    let mut order: Vec<usize> = (0..centres.len()).filter(|at| !members[*at].is_empty()).collect();
    order.sort_by_key(|at| (std::cmp::Reverse(members[*at].len()), *at));
    let name = &issues()[theme].name;
    let mut titles: Vec<String> = Vec::new();
    Ok(order
        .into_iter()
        .enumerate()
        .map(|(rank, at)| {
            let key_phrases = counts.key_phrases(&members[at]);
            let mut title = title(&key_phrases, name);
            if titles.contains(&title) {
                title = format!("{title} ({})", rank + 1);
            }
            titles.push(title.clone());
            let number = ClusterNumber { theme: theme as u16 + 1, cluster: first + rank as u16 };
            ClusterDefinition { number, title, key_phrases, centre: centres[at].iter().map(|v| *v as f32).collect() }
        })
        .collect())
}
