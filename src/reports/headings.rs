//! How do records stand under SDG targets, entities or issues instead of their themes?

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::domain::vocabulary::{entity_type, sdg_title};
use crate::domain::{Asker, ClusterNumber, RecordId, SettledRecord};
use crate::view::{Question, Refusal, View};

/// What records are put under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Heading {
    /// SDG targets.
    Sdg,
    /// Leading entities.
    Entity,
    /// Issues of UPR Info.
    Issue,
}

/// All records under a heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Headings {
    /// Which.
    pub heading: Heading,
}

/// The records under one heading, with the clusters they stand in.
#[derive(Debug, Clone, Serialize)]
pub struct HeadingLine {
    /// Code; empty for records without any.
    pub code: String,
    /// Name; empty where the code is the name, or there is none.
    pub name: String,
    /// Records; one with several values counts under each.
    pub records: u64,
    /// Asks among them.
    pub asks: u64,
    /// The clusters that the records stand in, most records first.
    pub clusters: Vec<ClusterShare>,
}

/// A cluster and how much of something stands in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClusterShare {
    /// Number of the cluster.
    pub number: ClusterNumber,
    /// Its title.
    pub title: String,
    /// How many of the records stand in it.
    pub records: u64,
}

impl Question for Headings {
    type Answer = Vec<HeadingLine>;

    /// Largest first, records without a heading last.
    fn answer(&self, view: &View, asker: &Asker) -> Result<Self::Answer, Refusal> {
        let mut groups: BTreeMap<&str, Vec<&SettledRecord>> = BTreeMap::new();
        for record in view.settled()? {
            let values = self.heading.values(record);
            let values = if values.is_empty() { vec![""] } else { values };
            values.into_iter().for_each(|value| groups.entry(value).or_default().push(record));
        }
        let clusters = view.clusters(asker.language).iter();
        let titles: BTreeMap<ClusterNumber, &str> = clusters.map(|c| (c.number, c.title.as_str())).collect();
        let line = |(code, records): (&str, Vec<&SettledRecord>)| {
            let name = self.heading.name(code, asker);
            heading_line(code, name, &records, &titles)
        };
        let mut lines: Vec<HeadingLine> = groups.into_iter().map(line).collect();
        lines.sort_by_key(|line| (line.code.is_empty(), std::cmp::Reverse(line.records), line.code.clone()));
        Ok(lines)
    }
}

impl Heading {
    fn values(self, record: &SettledRecord) -> Vec<&str> {
        match self {
            Self::Sdg => record.sdg_targets.iter().map(String::as_str).collect(),
            Self::Entity => record.lead.iter().map(|lead| lead.link.entity_type.as_str()).collect(),
            Self::Issue => record.issues.iter().map(String::as_str).collect(),
        }
    }

    fn name(self, code: &str, asker: &Asker) -> String {
        match self {
            Self::Sdg => sdg_title(code, asker.language).unwrap_or("").to_owned(),
            Self::Entity => entity_type(code).map_or("", |entity| entity.names.get(asker.language)).to_owned(),
            Self::Issue => String::new(),
        }
    }
}

fn heading_line(
    code: &str,
    name: String,
    records: &[&SettledRecord],
    titles: &BTreeMap<ClusterNumber, &str>,
) -> HeadingLine {
    let mut counts: BTreeMap<ClusterNumber, u64> = BTreeMap::new();
    records.iter().filter_map(|r| r.cluster).for_each(|number| *counts.entry(number).or_default() += 1);
    let title = |number: &ClusterNumber| titles.get(number).copied().unwrap_or("").to_owned();
    let share = |(number, records)| ClusterShare { number, title: title(&number), records };
    let mut clusters: Vec<ClusterShare> = counts.into_iter().map(share).collect();
    clusters.sort_by_key(|share| (std::cmp::Reverse(share.records), share.number));
    let asks: BTreeSet<RecordId> = records.iter().map(|record| record.ask).collect();
    HeadingLine { code: code.to_owned(), name, records: records.len() as u64, asks: asks.len() as u64, clusters }
}
