//! Other looks at clusters: records under SDG targets, entities or issues; the tree that clusters make;
//! clusters of another granularity, as a preview or made anew.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::clusters::{ClusterLine, Table, line};
use super::settings::{ClusterSettings, change_settings};
use super::{Workspace, WorkspaceError};
use crate::analysis::clusters::{Join, joined_centres};
use crate::analysis::models::Models;
use crate::analysis::{Analysis, Steering, analyse};
use crate::domain::vocabulary::{entity_type, sdg_title};
use crate::domain::{Cluster, ClusterNumber, Language, Recommendation, RecordId, SettledRecord};

/// What records are put under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// SDG targets.
    Sdg,
    /// Leading entities.
    Entity,
    /// Issues of UPR Info.
    Issue,
}

/// The records under one heading, with the clusters they stand in.
#[derive(Debug, Clone, Serialize)]
pub struct HeadingLine {
    /// Code; empty for records without any.
    pub code: String,
    /// Name.
    pub name: String,
    /// Records; one with several values counts under each.
    pub records: u64,
    /// Asks among them.
    pub asks: u64,
    /// Clusters with their titles and how many of the records stand in each, most first.
    pub clusters: Vec<(ClusterNumber, String, u64)>,
}

/// The clusters of one theme as a tree.
#[derive(Debug, Clone, Serialize)]
pub struct ThemeTree {
    /// Number of the theme.
    pub number: u16,
    /// Its name.
    pub theme: String,
    /// Its clusters: the leaves, in order.
    pub leaves: Vec<(ClusterNumber, String)>,
    /// Joins of leaves and of earlier joins, nearest first.
    pub joins: Vec<Join>,
}

/// All records under a heading, largest first, those without one last.
pub(super) fn grouped(table: &Table, heading: Heading) -> Vec<HeadingLine> {
    let mut groups: BTreeMap<String, Vec<&SettledRecord>> = BTreeMap::new();
    for record in &table.settled {
        let values: Vec<String> = match heading {
            Heading::Sdg => record.sdg_targets.clone(),
            Heading::Entity => record.lead.iter().cloned().collect(),
            Heading::Issue => record.issues.clone(),
        };
        if values.is_empty() {
            groups.entry(String::new()).or_default().push(record);
        }
        values.into_iter().for_each(|value| groups.entry(value).or_default().push(record));
    }
    let titles: BTreeMap<ClusterNumber, &str> =
        table.clusters.iter().map(|cluster| (cluster.number, cluster.title.as_str())).collect();
    let mut lines: Vec<HeadingLine> =
        groups.into_iter().map(|(code, records)| heading_line(code, &records, heading, &titles)).collect();
    lines.sort_by_key(|line| (line.code.is_empty(), std::cmp::Reverse(line.records), line.code.clone()));
    lines
}

fn heading_line(
    code: String,
    records: &[&SettledRecord],
    heading: Heading,
    titles: &BTreeMap<ClusterNumber, &str>,
) -> HeadingLine {
    let name = match heading {
        _ if code.is_empty() => "none".to_owned(),
        Heading::Sdg => sdg_title(&code).unwrap_or("").to_owned(),
        Heading::Entity => entity_type(&code).map_or("", |entity| entity.names.get(Language::En)).to_owned(),
        Heading::Issue => String::new(),
    };
    let mut counts: BTreeMap<ClusterNumber, u64> = BTreeMap::new();
    records.iter().filter_map(|r| r.cluster).for_each(|number| *counts.entry(number).or_default() += 1);
    let title = |number: &ClusterNumber| titles.get(number).copied().unwrap_or("").to_owned();
    let mut clusters: Vec<_> = counts.iter().map(|(number, count)| (*number, title(number), *count)).collect();
    clusters.sort_by_key(|(number, _, count)| (std::cmp::Reverse(*count), *number));
    let asks: BTreeSet<RecordId> = records.iter().map(|record| record.ask).collect();
    HeadingLine { code, name, records: records.len() as u64, asks: asks.len() as u64, clusters }
}

/// How many States records are of; those of none count as one.
pub(super) fn states_of(records: &[Recommendation]) -> usize {
    records.iter().map(|record| record.state).collect::<BTreeSet<_>>().len()
}

/// The tree of each wanted theme; the only cluster of a theme is its leaf.
pub(super) fn trees(clusters: &[Cluster], analysis: &Analysis, is_wanted: impl Fn(&Cluster) -> bool) -> Vec<ThemeTree> {
    let mut themes: BTreeMap<u16, Vec<&Cluster>> = BTreeMap::new();
    for cluster in clusters.iter().filter(|c| is_wanted(c) && analysis.clusters.cluster(c.number).is_some()) {
        themes.entry(cluster.number.theme).or_default().push(cluster);
    }
    let tree = |(number, list): (u16, Vec<&Cluster>)| {
        let made: Vec<_> = list.iter().filter_map(|c| analysis.clusters.cluster(c.number)).collect();
        ThemeTree {
            number,
            theme: list[0].theme_title.clone(),
            leaves: list.iter().map(|c| (c.number, c.title.clone())).collect(),
            joins: joined_centres(&made),
        }
    };
    themes.into_iter().map(tree).collect()
}

impl Workspace {
    /// The clusters that another granularity would give; nothing is kept.
    ///
    /// # Errors
    /// When a fit fails.
    pub(super) fn preview(&self, settings: &ClusterSettings) -> Result<Vec<ClusterLine>, WorkspaceError> {
        let records = self.records()?;
        let steering = Steering {
            locked: &BTreeSet::new(),
            granularity: settings.granularity(states_of(&records)),
            by_first_issue: false,
            learnt: None,
            progress: &|_, _, _| {},
        };
        let (analysis, _) = analyse(&records, self.store.revision()?, None, Models::embedded()?, steering)?;
        let decisions = super::settled::Decisions::default();
        let clusters = self.clusters_of(&analysis, &decisions);
        let settled = self.settle_all(records, &analysis)?;
        Ok(clusters.iter().map(|cluster| line(cluster, &settled)).collect())
    }

    /// Drops the proposals and makes them anew with another granularity, which the workspace keeps.
    ///
    /// # Errors
    /// When somebody has decided on a cluster: numbers that people have used stay what they are.
    pub(super) fn renew(&self, settings: &ClusterSettings) -> Result<String, WorkspaceError> {
        let decisions = self.decisions()?;
        let decided = decisions.titles.len() + decisions.locks.len() + decisions.placements.len();
        if decided > 0 {
            return Err(WorkspaceError::ClustersDecided(decided));
        }
        match std::fs::remove_file(self.cache_file()) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(Self::io(&self.cache_file())(error));
            }
            _ => {}
        }
        self.store.drop_clusters()?;
        change_settings(&self.folder, |document| {
            let mut table = toml_edit::Table::new();
            let wishes = [("themes", settings.themes), ("least", settings.least), ("most", settings.most)];
            for (name, wish) in wishes.into_iter().filter_map(|(name, wish)| Some((name, wish?))) {
                table[name] = toml_edit::value(i64::try_from(wish).map_err(|_| "the number is too large")?);
            }
            document["clusters"] = toml_edit::Item::Table(table);
            Ok(())
        })?;
        Ok("the proposed clusters are dropped; make them anew with: weft analyse".to_owned())
    }
}
