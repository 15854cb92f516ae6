//! The clusters of a workspace: fixed once made, so that numbers and members stay.

use std::collections::BTreeMap;

use ndarray::Array1;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::partition::{centres, cluster_count, nearest};
use super::titles::{PhraseCounts, title};
use crate::analysis::AnalysisError;
use crate::domain::vocabulary::issues;
use crate::domain::{ClusterNumber, RecordId};

/// One cluster as the cache keeps it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProposedCluster {
    /// Stable number.
    pub number: ClusterNumber,
    /// Proposed title.
    pub title: String,
    /// Key phrases, best first.
    pub key_phrases: Vec<String>,
    /// Centre in the space of places.
    centre: Vec<f32>,
}

/// All clusters and the place of every record.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ClusterSet {
    /// Clusters in the order of their numbers.
    pub clusters: Vec<ProposedCluster>,
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
    pub fn cluster(&self, number: ClusterNumber) -> Option<&ProposedCluster> {
        self.clusters.iter().find(|cluster| cluster.number == number)
    }

    /// Places records that are new; makes clusters for themes that have none. Clusters and
    /// placements that exist stay as they are.
    ///
    /// # Errors
    /// When a fit fails.
    pub fn grow(&mut self, records: &[Placed<'_>]) -> Result<(), AnalysisError> {
        let mut by_theme: BTreeMap<usize, Vec<&Placed<'_>>> = BTreeMap::new();
        records.iter().for_each(|record| by_theme.entry(record.theme).or_default().push(record));
        let fresh: Vec<(usize, &Vec<&Placed<'_>>)> =
            by_theme.iter().filter(|(theme, _)| !self.has_theme(**theme)).map(|(theme, list)| (*theme, list)).collect();
        let counts =
            if fresh.is_empty() { PhraseCounts::default() } else { PhraseCounts::of(records.iter().map(|r| r.words)) };
        let made: Vec<Vec<ProposedCluster>> =
            fresh.par_iter().map(|(theme, list)| split(*theme, list, &counts)).collect::<Result<_, _>>()?;
        self.clusters.extend(made.into_iter().flatten());
        self.clusters.sort_by_key(|cluster| cluster.number);
        self.newly_placed = records.iter().filter(|r| self.has_theme(r.theme)).map(|r| r.id).collect();
        for (theme, list) in &by_theme {
            let of_theme: Vec<&ProposedCluster> = self.of_theme(*theme).collect();
            let centres: Vec<Array1<f64>> =
                of_theme.iter().map(|c| c.centre.iter().map(|v| f64::from(*v)).collect()).collect();
            let numbers: Vec<ClusterNumber> = of_theme.iter().map(|c| c.number).collect();
            let found: Vec<(RecordId, ClusterNumber)> =
                list.par_iter().map(|r| (r.id, numbers[nearest(r.place.view(), &centres)])).collect();
            self.placements.extend(found);
        }
        Ok(())
    }

    fn has_theme(&self, theme: usize) -> bool {
        self.of_theme(theme).next().is_some()
    }

    fn of_theme(&self, theme: usize) -> impl Iterator<Item = &ProposedCluster> {
        self.clusters.iter().filter(move |cluster| usize::from(cluster.number.theme) == theme + 1)
    }
}

/// Splits one theme; clusters are numbered by size, largest first.
fn split(theme: usize, records: &[&Placed<'_>], counts: &PhraseCounts) -> Result<Vec<ProposedCluster>, AnalysisError> {
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
            let number = ClusterNumber { theme: theme as u16 + 1, cluster: rank as u16 + 1 };
            ProposedCluster { number, title, key_phrases, centre: centres[at].iter().map(|v| *v as f32).collect() }
        })
        .collect())
}
