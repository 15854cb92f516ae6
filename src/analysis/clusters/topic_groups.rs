//! Clusters of one State by topic: which topics stand, in which theme each has its home, and what becomes of
//! the asks that no standing topic takes.
//!
//! A topic with too few asks dissolves, and its asks go to the next best topic that stands. A topic has one home,
//! the theme that most of its asks are of, so that no topic is split over two themes. What is left is put
//! together by groups of topics; what is left of that is the rest of its theme. Every ask has a place.

use std::collections::{BTreeMap, BTreeSet};

use super::topic_asks::{TopicAsk, group_of};
use super::tree::{mean, nearest};
use crate::domain::ClusterTopic;
use crate::domain::vocabulary::{topic_groups, topics};

/// From this probability on an issue is sure, and its ask stays in its theme where a topic of the theme comes this
/// near to the best one.
const SURE: f32 = 0.6;
const NEARLY: f32 = 0.8;
/// What is left over takes a standing topic from this share of its best score on.
pub(super) const LAST_RESORT: f32 = 0.3;
/// Letters of two titles that still make one.
const SHORT: usize = 60;

/// Asks that are to be one cluster.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct TopicGroup {
    /// Number of its theme.
    pub(super) theme: u16,
    /// What it is about.
    pub(super) topic: ClusterTopic,
    /// Its asks, by their place in the list.
    pub(super) asks: Vec<usize>,
}

/// Asks with the themes of their issues.
pub(super) struct ThemedAsks<'a> {
    /// The asks.
    pub(super) asks: &'a [TopicAsk<'a>],
    /// The theme of each.
    pub(super) themes: &'a [u16],
    /// Fewest asks of a cluster.
    pub(super) least: usize,
}

/// The theme that is named most often; the first of several.
fn most(themes: impl Iterator<Item = u16>) -> Option<u16> {
    let mut counts: BTreeMap<u16, usize> = BTreeMap::new();
    themes.for_each(|theme| *counts.entry(theme).or_default() += 1);
    counts.into_iter().max_by_key(|(theme, count)| (*count, std::cmp::Reverse(*theme))).map(|(theme, _)| theme)
}

/// The topics that stand, each with its home.
type Homes = BTreeMap<u16, u16>;

impl ThemedAsks<'_> {
    /// The clusters, those of a theme in no order.
    pub(super) fn groups(&self) -> Vec<TopicGroup> {
        let homes = self.homes();
        let mut whole: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
        let mut left = Vec::new();
        for at in 0..self.asks.len() {
            match self.chosen(at, &homes) {
                Some(topic) => whole.entry(topic).or_default().push(at),
                None => left.push(at),
            }
        }
        let (pools, left) = self.pools(left, &homes);
        let mut rest: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
        for at in left {
            match self.asks[at].at_least(LAST_RESORT, |topic| homes.contains_key(&topic)) {
                Some(found) => whole.entry(found.topic).or_default().push(at),
                None => rest.entry(self.themes[at]).or_default().push(at),
            }
        }
        let of_topic = |(topic, asks): (u16, Vec<usize>)| {
            let code = topics()[usize::from(topic)].code.clone();
            TopicGroup { theme: homes[&topic], topic: ClusterTopic::Whole { topic: code }, asks }
        };
        let mut groups: Vec<TopicGroup> = whole.into_iter().map(of_topic).chain(pools).collect();
        for (theme, asks) in rest {
            self.keep_rest(theme, asks, &mut groups);
        }
        groups
    }

    /// The topics that have enough asks, each with the theme that most of them are of.
    fn homes(&self) -> Homes {
        let mut standing: BTreeSet<u16> =
            self.asks.iter().filter_map(|ask| ask.best()).map(|found| found.topic).collect();
        let mut homes = self.homes_of(&standing);
        // Each round has fewer topics than the one before, or is the last.
        loop {
            let mut counts: BTreeMap<u16, usize> = BTreeMap::new();
            (0..self.asks.len()).filter_map(|at| self.chosen(at, &homes)).for_each(|topic| {
                *counts.entry(topic).or_default() += 1;
            });
            let kept: BTreeSet<u16> =
                counts.into_iter().filter(|(_, count)| *count >= self.least).map(|(topic, _)| topic).collect();
            if kept == standing {
                return homes;
            }
            standing = kept;
            homes = self.homes_of(&standing);
        }
    }

    fn homes_of(&self, standing: &BTreeSet<u16>) -> Homes {
        let mut votes: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
        for (at, ask) in self.asks.iter().enumerate() {
            if let Some(found) = ask.among(standing) {
                votes.entry(found.topic).or_default().push(at);
            }
        }
        votes.into_iter().map(|(topic, asks)| (topic, self.usual_theme(&asks))).collect()
    }

    /// The theme that the surest of some asks are of.
    fn usual_theme(&self, asks: &[usize]) -> u16 {
        let mut votes: BTreeMap<u16, f32> = BTreeMap::new();
        asks.iter().for_each(|at| *votes.entry(self.themes[*at]).or_default() += self.asks[*at].sure.max(0.05));
        let most = votes.into_iter().max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        most.map_or(0, |(theme, _)| theme)
    }

    /// The topic that an ask is put under, of those that stand.
    fn chosen(&self, at: usize, homes: &Homes) -> Option<u16> {
        let (ask, own) = (&self.asks[at], self.themes[at]);
        let standing: BTreeSet<u16> = ask.topics.iter().map(|f| f.topic).filter(|t| homes.contains_key(t)).collect();
        let first = ask.among(&standing)?;
        if homes[&first.topic] == own || ask.sure < SURE {
            return Some(first.topic);
        }
        let nearly = ask.at_least(NEARLY, |topic| homes.get(&topic) == Some(&own));
        Some(nearly.unwrap_or(first).topic)
    }

    /// What is left, by groups of topics where these are large enough; and what is left of that.
    fn pools(&self, left: Vec<usize>, homes: &Homes) -> (Vec<TopicGroup>, Vec<usize>) {
        let (mut by_group, mut rest): (BTreeMap<usize, Vec<usize>>, Vec<usize>) = Default::default();
        for at in left {
            match self.asks[at].best() {
                Some(found) => by_group.entry(group_of(found.topic)).or_default().push(at),
                None => rest.push(at),
            }
        }
        let mut pools = Vec::new();
        for (group, asks) in by_group {
            if asks.len() < self.least {
                rest.extend(asks);
                continue;
            }
            let has_siblings = homes.keys().any(|topic| group_of(*topic) == group);
            let topic = self.pool_topic(group, &asks, has_siblings);
            let siblings = homes.iter().filter(|(topic, _)| group_of(**topic) == group).map(|(_, theme)| *theme);
            let theme = most(siblings).unwrap_or_else(|| self.usual_theme(&asks));
            pools.push(TopicGroup { theme, topic, asks });
        }
        rest.sort_unstable();
        (pools, rest)
    }

    fn pool_topic(&self, group: usize, asks: &[usize], has_siblings: bool) -> ClusterTopic {
        let best = asks.iter().filter_map(|at| self.asks[*at].best()).map(|found| usize::from(found.topic));
        let best: Vec<usize> = best.collect::<BTreeSet<_>>().into_iter().collect();
        let letters: usize =
            best.iter().map(|topic| topics()[*topic].titles.get(crate::domain::Language::En).chars().count()).sum();
        let code = || topic_groups()[group].code.clone();
        match best[..] {
            [one] => ClusterTopic::Whole { topic: topics()[one].code.clone() },
            [one, two] if letters <= SHORT => {
                ClusterTopic::Two { topics: [one, two].map(|topic| topics()[topic].code.clone()) }
            }
            _ if has_siblings => ClusterTopic::OtherOfGroup { group: code() },
            _ => ClusterTopic::Group { group: code() },
        }
    }

    /// Keeps what is left of a theme as a cluster of its own; where that is too little, with the nearest cluster of
    /// the theme.
    fn keep_rest(&self, theme: u16, asks: Vec<usize>, groups: &mut Vec<TopicGroup>) {
        let own: Vec<usize> = (0..groups.len()).filter(|at| groups[*at].theme == theme).collect();
        if asks.len() >= self.least || own.is_empty() {
            groups.push(TopicGroup { theme, topic: ClusterTopic::Rest, asks });
            return;
        }
        let centres: Vec<_> = own.iter().map(|at| self.centre(&groups[*at].asks)).collect();
        for ask in asks {
            let place = self.centre(&[ask]);
            groups[own[nearest(place.view(), &centres).0]].asks.push(ask);
        }
    }

    fn centre(&self, asks: &[usize]) -> ndarray::Array1<f64> {
        mean(asks.iter().flat_map(|at| &self.asks[*at].members).map(|member| member.place))
    }
}
