//! Which indicators of the library fit a cluster? Each with the reason: how many of its recommendations are about what
//! it measures, and how many link to the target that it serves. Nothing is taken until somebody says so.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::plan::IndicatorType;
use crate::domain::vocabulary::{LibraryIndicator, Topic, library_indicators, topic_groups, topics};
use crate::domain::{Asker, Cluster, ClusterNumber, SettledRecord};
use crate::view::{Question, Refusal, View};

/// Indicators of one kind that are proposed for a cluster, at most.
const MOST: usize = 2;
/// The smallest share of the recommendations of a cluster that an indicator is proposed for.
const LEAST: f64 = 0.2;

/// What could be measured?
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ProposeIndicators {
    /// Only for this cluster; else for all that hold measures, or for all where there is no measure yet.
    pub cluster: Option<ClusterNumber>,
}

/// An indicator that fits a cluster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProposedIndicator {
    /// Its code in the library, by which it is taken.
    pub code: String,
    /// What is measured.
    pub name: String,
    /// What kind of indicator it is.
    pub kind: IndicatorType,
    /// The unit of its values.
    pub unit: String,
    /// What its values are split by.
    pub split_by: Vec<String>,
    /// Where its definition comes from.
    pub source: String,
    /// The SDG target that it serves.
    pub sdg: String,
    /// How many recommendations of the cluster are about what it measures.
    pub about: usize,
    /// How many link to that target.
    pub linked: usize,
    /// The topics that these are about, by title, most frequent first.
    pub topics: Vec<String>,
}

/// The indicators that fit a cluster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClusterIndicators {
    /// The cluster.
    pub number: ClusterNumber,
    /// Its title.
    pub title: String,
    /// How many recommendations it holds.
    pub recommendations: usize,
    /// What fits, structural before process before outcome.
    pub indicators: Vec<ProposedIndicator>,
}

impl Question for ProposeIndicators {
    type Answer = Vec<ClusterIndicators>;

    fn answer(&self, view: &View, asker: &Asker) -> Result<Self::Answer, Refusal> {
        let clusters = match self.cluster {
            Some(number) => vec![view.cluster(number, asker.language)?],
            None => planned_clusters(view, asker),
        };
        clusters.into_iter().map(|cluster| fitting(cluster, view, asker)).collect()
    }
}

fn planned_clusters<'v>(view: &'v View, asker: &Asker) -> Vec<&'v Cluster> {
    let homes: Vec<ClusterNumber> =
        view.plan().measures.values().filter_map(|measure| super::home_of(measure, view)).collect();
    let all = view.clusters(asker.language).iter();
    all.filter(|cluster| homes.is_empty() || homes.contains(&cluster.number)).collect()
}

fn fitting(cluster: &Cluster, view: &View, asker: &Asker) -> Result<ClusterIndicators, Refusal> {
    let mut records: Vec<SettledRecord> = Vec::with_capacity(cluster.members.len());
    for id in &cluster.members {
        records.extend(view.record(*id)?.filter(|settled| settled.record.kind.is_of_plan()));
    }
    let mut found: Vec<ProposedIndicator> =
        library_indicators().iter().filter_map(|own| proposed(own, &records, asker)).collect();
    found.sort_by(|a, b| {
        (a.kind, Reverse(a.about), Reverse(a.linked), &a.code).cmp(&(
            b.kind,
            Reverse(b.about),
            Reverse(b.linked),
            &b.code,
        ))
    });
    let mut taken: BTreeMap<IndicatorType, usize> = BTreeMap::new();
    found.retain(|own| {
        let count = taken.entry(own.kind).or_default();
        *count += 1;
        *count <= MOST
    });
    Ok(ClusterIndicators {
        number: cluster.number,
        title: cluster.title.clone(),
        recommendations: records.len(),
        indicators: found,
    })
}

/// An indicator where enough recommendations are about what it measures.
fn proposed(own: &LibraryIndicator, records: &[SettledRecord], asker: &Asker) -> Option<ProposedIndicator> {
    let mut by_topic: BTreeMap<&str, usize> = BTreeMap::new();
    let about = records.iter().filter_map(|settled| settled.topic.as_deref()).filter(|topic| is_for(own, topic));
    about.for_each(|topic| *by_topic.entry(topic).or_default() += 1);
    let about: usize = by_topic.values().sum();
    if about == 0 || (about as f64) < LEAST * records.len() as f64 {
        return None;
    }
    let linked = records.iter().filter(|settled| settled.sdg_targets.contains(&own.sdg)).count();
    let mut topics: Vec<(&str, usize)> = by_topic.into_iter().collect();
    topics.sort_by_key(|(code, count)| (Reverse(*count), *code));
    Some(ProposedIndicator {
        code: own.code.clone(),
        name: own.names.get(asker.language).to_owned(),
        kind: own.kind,
        unit: own.unit.clone(),
        split_by: own.split_by.clone(),
        source: own.source.clone(),
        sdg: own.sdg.clone(),
        about,
        linked,
        topics: topics.into_iter().map(|(code, _)| title_of(code, asker)).collect(),
    })
}

/// Whether an indicator is for a topic, or for the group that the topic stands in.
fn is_for(own: &LibraryIndicator, code: &str) -> bool {
    own.is_for(code) || topic(code).is_some_and(|topic| own.is_for(&topic_groups()[topic.group].code))
}

fn topic(code: &str) -> Option<&'static Topic> {
    topics().iter().find(|topic| topic.code == code)
}

fn title_of(code: &str, asker: &Asker) -> String {
    topic(code).map_or_else(|| code.to_owned(), |topic| topic.titles.get(asker.language).to_owned())
}
