//! Clusters of one State: the asks of a topic together, numbered without gaps, what is left last.
//!
//! Clusters that stand take the asks of their topic; a topic that has none yet makes one as soon as it has enough
//! asks. What fits no topic goes to the rest of its theme.

use std::collections::{BTreeMap, BTreeSet};

use super::act_parts::{kind, parted_by_act};
use super::left_topics::mostly;
use super::placed::Placed;
use super::set::{ClusterSet, Granularity, Grown, People, Sizes, wide};
use super::theme_numbers::{Numbering, ThemeNumbers};
use super::title_facts::TitleFacts;
use super::titles::Titler;
use super::topic_asks::{TopicAsk, group_of};
use super::topic_groups::{LAST_RESORT, ThemedAsks, TopicGroup};
use super::tree::{Cut, mean, nearest, parted};
use crate::analysis::AnalysisError;
use crate::domain::vocabulary::{topic_groups, topics};
use crate::domain::{ClusterDefinition, ClusterNumber, ClusterTopic};

/// Asks for each of which a topic needs one more to stand, and the most that it ever needs.
const PER_ASK: usize = 100;
const MOST_NEEDED: usize = 4;

impl ClusterSet {
    /// Whether the clusters of a workspace are made by topic: where they have sizes, as those of one State, unless
    /// older ones stand that were made by nearness.
    pub(super) fn is_by_topic(&self, sizes: Sizes) -> bool {
        let are_topics = self.clusters.iter().any(|cluster| cluster.subject.topic.is_some());
        matches!(sizes, Sizes::Between(..)) && (self.clusters.is_empty() || are_topics)
    }

    /// The clusters of new records, and the places of those that join clusters that stand.
    ///
    /// # Errors
    /// When a fit fails.
    pub(super) fn grown_by_topic(
        &self,
        records: &[&Placed<'_>],
        people: People<'_>,
        granularity: Granularity,
        titler: &Titler<'_>,
    ) -> Result<Grown, AnalysisError> {
        let Sizes::Between(least, most) = granularity.sizes else { return Ok(Grown::default()) };
        let asks = TopicAsk::all(records);
        let mut numbers = ThemeNumbers::of(&self.clusters, records, granularity.themes, Numbering::Running);
        let least = least.max((asks.len() / PER_ASK).min(MOST_NEEDED));
        let open: Vec<&ClusterDefinition> =
            self.clusters.iter().filter(|cluster| !people.locked.contains(&cluster.number)).collect();
        let mut grown = Grown::default();
        let standing = Standing::of(&open);
        let (mut own, mut own_themes): (Vec<TopicAsk<'_>>, Vec<u16>) = Default::default();
        for ask in asks {
            match standing.of_topic(&ask) {
                Some(cluster) => grown.join(&ask, cluster.number),
                None => {
                    own_themes.push(numbers.of_issue(ask.issue));
                    own.push(ask);
                }
            }
        }
        let themed = ThemedAsks { asks: &own, themes: &own_themes, least, numbers: &numbers };
        let (groups, left) = standing.new_groups(themed.groups(), least);
        let mut groups = parted_by_act(groups, &own, least, most);
        for at in left {
            match standing.otherwise(&own[at], own_themes[at]) {
                Some(cluster) => grown.join(&own[at], cluster.number),
                None => to_rest(&mut groups, own_themes[at], at),
            }
        }
        let groups = small_enough(groups, &own, Cut { wanted: 1, least, most })?;
        self.define_by_topic(groups, &own, &numbers, people, titler, &mut grown);
        Ok(grown)
    }

    /// Numbers and names the groups.
    fn define_by_topic(
        &self,
        mut groups: Vec<TopicGroup>,
        asks: &[TopicAsk<'_>],
        themes: &ThemeNumbers,
        people: People<'_>,
        titler: &Titler<'_>,
        grown: &mut Grown,
    ) {
        groups.sort_by_key(|group| {
            (
                group.theme,
                group.topic.is_left(),
                std::cmp::Reverse(group.asks.len()),
                group.topic.clone(),
                group.asks[0],
            )
        });
        let mut titles: BTreeSet<String> = self.clusters.iter().map(|cluster| cluster.title.clone()).collect();
        let is_first = self.clusters.is_empty() && people.decided.is_empty() && people.locked.is_empty();
        let inhabited: BTreeSet<u16> = groups.iter().map(|group| group.theme).collect();
        let running: BTreeMap<u16, u16> = inhabited.into_iter().zip(1..).collect();
        for group in groups {
            let theme = if is_first { running[&group.theme] } else { group.theme };
            let taken = self.clusters.iter().chain(&grown.clusters).map(|cluster| cluster.number);
            let taken = taken.chain(people.decided.values().copied()).filter(|number| number.theme == theme);
            let next = taken.map(|number| number.cluster).max().unwrap_or(0) + 1;
            let number = ClusterNumber { theme, cluster: next };
            let members: Vec<&Placed<'_>> =
                group.asks.iter().flat_map(|at| asks[*at].members.iter().copied()).collect();
            let facts: Vec<&TitleFacts> = members.iter().map(|member| member.facts).collect();
            let mostly = if group.topic.is_named() { None } else { mostly(asks, &group.asks) };
            let named = titler.by_topic(&facts, (&group.topic, mostly), themes.issues(group.theme), &titles);
            titles.insert(named.title.clone());
            grown.add(number, &members, named, themes.issues(group.theme));
        }
    }
}

/// Puts an ask with what is left of its theme.
fn to_rest(groups: &mut Vec<TopicGroup>, theme: u16, ask: usize) {
    match groups.iter_mut().find(|group| group.theme == theme && group.topic == ClusterTopic::Rest) {
        Some(rest) => rest.asks.push(ask),
        None => groups.push(TopicGroup { theme, topic: ClusterTopic::Rest, asks: vec![ask] }),
    }
}

/// The groups, those that are still too large parted by nearness.
fn small_enough(groups: Vec<TopicGroup>, asks: &[TopicAsk<'_>], cut: Cut) -> Result<Vec<TopicGroup>, AnalysisError> {
    let mut all = Vec::with_capacity(groups.len());
    for group in groups {
        if group.asks.len() <= cut.most {
            all.push(group);
            continue;
        }
        let places: Vec<_> = group.asks.iter().map(|at| centre(&asks[*at])).collect();
        let views: Vec<_> = places.iter().collect();
        for part in parted(&views, cut)? {
            let own = part.into_iter().map(|at| group.asks[at]).collect();
            all.push(TopicGroup { asks: own, theme: group.theme, topic: group.topic.clone() });
        }
    }
    Ok(all)
}

fn centre(ask: &TopicAsk<'_>) -> ndarray::Array1<f64> {
    mean(ask.members.iter().map(|member| member.place))
}

/// Clusters that stand and take new asks.
struct Standing<'a> {
    clusters: &'a [&'a ClusterDefinition],
    /// Their topics by place in the table.
    topics: BTreeSet<u16>,
}

impl<'a> Standing<'a> {
    fn of(clusters: &'a [&'a ClusterDefinition]) -> Self {
        let codes: BTreeSet<&str> = clusters.iter().filter_map(|cluster| own_topic(cluster)?.topic()).collect();
        let numbered = topics().iter().enumerate().filter(|(_, topic)| codes.contains(topic.code.as_str()));
        Self { clusters, topics: numbered.map(|(at, _)| at as u16).collect() }
    }

    /// The cluster of the topic that an ask has.
    fn of_topic(&self, ask: &TopicAsk<'_>) -> Option<&'a ClusterDefinition> {
        self.with_topic(ask, ask.among(&self.topics)?.topic)
    }

    /// Of the clusters of a topic the one for the kind of measure that is asked for, else the one for all others,
    /// else the nearest.
    fn with_topic(&self, ask: &TopicAsk<'_>, topic: u16) -> Option<&'a ClusterDefinition> {
        let code = topics()[usize::from(topic)].code.as_str();
        let own: Vec<&ClusterDefinition> = self
            .clusters
            .iter()
            .copied()
            .filter(|c| own_topic(c).and_then(ClusterTopic::topic) == Some(code))
            .collect();
        let family = kind(ask).map(|family| family.code());
        let is_part = |cluster: &&ClusterDefinition| matches!(own_topic(cluster), Some(ClusterTopic::Part { family: own, .. }) if Some(own.as_str()) == family);
        let is_other =
            |cluster: &&ClusterDefinition| !matches!(own_topic(cluster), Some(ClusterTopic::Part { .. }) | None);
        let fits: Vec<&ClusterDefinition> = match own.iter().copied().find(is_part) {
            Some(part) => vec![part],
            None => own.iter().copied().filter(is_other).collect(),
        };
        nearest_of(ask, if fits.is_empty() { &own } else { &fits })
    }

    /// The groups that make new clusters, and the asks of the others.
    fn new_groups(&self, groups: Vec<TopicGroup>, least: usize) -> (Vec<TopicGroup>, Vec<usize>) {
        if self.clusters.is_empty() {
            return (groups, Vec::new());
        }
        let is_new = |group: &TopicGroup| {
            let is_known = self.clusters.iter().any(|cluster| own_topic(cluster) == Some(&group.topic));
            group.asks.len() >= least && !group.topic.is_left() && !is_known
        };
        let (new, others): (Vec<_>, Vec<_>) = groups.into_iter().partition(is_new);
        (new, others.into_iter().flat_map(|group| group.asks).collect())
    }

    /// The cluster of an ask whose topics are none of those that stand: one that comes near, what its group of
    /// topics or its theme has left, or the nearest of the theme.
    fn otherwise(&self, ask: &TopicAsk<'_>, theme: u16) -> Option<&'a ClusterDefinition> {
        if let Some(found) = ask.at_least(LAST_RESORT, |topic| self.topics.contains(&topic)) {
            return self.with_topic(ask, found.topic);
        }
        let group = ask.best().map(|best| topic_groups()[group_of(best.topic)].code.as_str());
        let is_group = |cluster: &&&ClusterDefinition| match own_topic(cluster) {
            Some(ClusterTopic::Group { group: own } | ClusterTopic::OtherOfGroup { group: own }) => {
                Some(own.as_str()) == group
            }
            _ => false,
        };
        let of_theme: Vec<&ClusterDefinition> =
            self.clusters.iter().copied().filter(|cluster| cluster.number.theme == theme).collect();
        let is_rest = |cluster: &&&ClusterDefinition| own_topic(cluster) == Some(&ClusterTopic::Rest);
        let known = self.clusters.iter().find(is_group).or_else(|| of_theme.iter().find(is_rest)).copied();
        known.or_else(|| nearest_of(ask, &of_theme))
    }
}

fn own_topic(cluster: &ClusterDefinition) -> Option<&ClusterTopic> {
    cluster.subject.topic.as_ref()
}

fn nearest_of<'a>(ask: &TopicAsk<'_>, clusters: &[&'a ClusterDefinition]) -> Option<&'a ClusterDefinition> {
    let centres: Vec<_> = clusters.iter().map(|cluster| wide(&cluster.centre)).collect();
    clusters.get(nearest(centre(ask).view(), &centres).0).copied()
}
