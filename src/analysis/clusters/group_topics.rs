//! The topic that sets a cluster of many States apart from the others of its theme.
//!
//! Such clusters are made by nearness. Each is named by the topic that its texts show most, less what the others of
//! the theme show of it, where half of the texts show it; else by the group of topics that half of them are of; else
//! by what it says itself.

use std::collections::BTreeMap;

use super::placed::Placed;
use super::topic_asks::group_of;
use crate::domain::ClusterTopic;
use crate::domain::vocabulary::{topic_groups, topics};

/// From this share of its best topic on a text shows another one too.
const SHOWN: f32 = 0.55;
/// Share of the texts that must show what a cluster is named by.
const COVERED: f64 = 0.5;

/// What is known of the topics of one cluster.
#[derive(Default)]
struct Shown {
    texts: usize,
    /// By topic the texts that show it, and the sum of its scores.
    topics: BTreeMap<u16, (usize, f64)>,
    /// By group of topics the texts whose best topic is of it.
    groups: BTreeMap<usize, usize>,
}

/// What each of the clusters of one theme is named by; `None` when no topic covers it.
pub(super) fn group_topics(groups: &[Vec<&Placed<'_>>]) -> Vec<Option<ClusterTopic>> {
    let shown: Vec<Shown> = groups.iter().map(|group| Shown::of(group)).collect();
    let mut named: Vec<Option<ClusterTopic>> = (0..shown.len()).map(|at| topic(&shown, at)).collect();
    // What two clusters share tells neither apart: the larger, which stands first, keeps it.
    for at in 1..named.len() {
        if named[at].is_some() && named[..at].contains(&named[at]) {
            named[at] = other_topic(&shown[at], &named[..at]);
        }
    }
    named
}

impl Shown {
    fn of(group: &[&Placed<'_>]) -> Self {
        let mut shown = Self { texts: group.len(), ..Self::default() };
        for member in group {
            let Some((best, most)) = member.topics.first() else { continue };
            *shown.groups.entry(group_of(*best)).or_default() += 1;
            for (topic, score) in member.topics.iter().take_while(|(_, score)| *score >= SHOWN * most) {
                let of_topic = shown.topics.entry(*topic).or_default();
                of_topic.0 += 1;
                of_topic.1 += f64::from(*score);
            }
        }
        shown
    }

    fn covers(&self, texts: usize) -> bool {
        texts as f64 >= COVERED * self.texts as f64
    }

    fn mean(&self, topic: u16) -> f64 {
        self.topics.get(&topic).map_or(0.0, |(_, sum)| sum / self.texts.max(1) as f64)
    }
}

fn topic(shown: &[Shown], at: usize) -> Option<ClusterTopic> {
    let own = &shown[at];
    let others = || shown.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, shown)| shown);
    let apart = |topic: u16| {
        let elsewhere: f64 = others().map(|other| other.mean(topic)).sum();
        own.mean(topic) - elsewhere / others().count().max(1) as f64
    };
    let covering = own.topics.iter().filter(|(_, (texts, _))| own.covers(*texts)).map(|(topic, _)| *topic);
    let best = covering.max_by(|a, b| apart(*a).total_cmp(&apart(*b)).then(b.cmp(a)));
    best.map(whole).or_else(|| of_group(own))
}

fn whole(topic: u16) -> ClusterTopic {
    ClusterTopic::Whole { topic: topics()[usize::from(topic)].code.clone() }
}

fn of_group(own: &Shown) -> Option<ClusterTopic> {
    let (group, texts) = own.groups.iter().max_by_key(|(group, texts)| (**texts, std::cmp::Reverse(**group)))?;
    own.covers(*texts).then(|| ClusterTopic::Group { group: topic_groups()[*group].code.clone() })
}

/// The topic of most texts that no cluster before is named by, where a quarter of them show it; else the group.
fn other_topic(own: &Shown, taken: &[Option<ClusterTopic>]) -> Option<ClusterTopic> {
    let is_free = |found: &ClusterTopic| !taken.iter().flatten().any(|other| other == found);
    let shown = own.topics.iter().filter(|(topic, (texts, _))| own.covers(2 * texts) && is_free(&whole(**topic)));
    let most = shown.max_by(|a, b| a.1.1.total_cmp(&b.1.1).then(b.0.cmp(a.0)));
    most.map(|(topic, _)| whole(*topic)).or_else(|| of_group(own).filter(is_free))
}
