//! Clusters of one State by topic: which topics stand, in which theme each has its home, and what becomes of
//! the asks that no standing topic takes.
//!
//! A topic with too few asks dissolves, and its asks go to the next best topic that stands. A topic has one home,
//! the theme that most of its asks are of, so that no topic is split over two themes. What is left is put
//! together by groups of topics; what is left of that is the rest of its theme. Every ask has a place.

use std::collections::{BTreeMap, BTreeSet};

use super::theme_numbers::ThemeNumbers;
use super::topic_asks::{TopicAsk, group_of};
use super::tree::{mean, nearest};
use crate::domain::ClusterTopic;
use crate::domain::vocabulary::{issues, topic_groups, topics};
use crate::text::topics::topic_of_several_treaties;

/// From this probability on an issue is sure, and its ask stays in its theme where a topic of the theme comes this
/// near to the best one.
const SURE: f32 = 0.6;
const NEARLY: f32 = 0.8;
/// What is left over takes a standing topic from this share of its best score on.
pub(super) const LAST_RESORT: f32 = 0.3;
/// What an ask counts for the home of its topic where its issue says little, and the themes of the table, as a share
/// of all asks.
const VAGUE: f32 = 0.1;
const OF_TABLE: f32 = 0.5;
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
    /// The themes of issues.
    pub(super) numbers: &'a ThemeNumbers,
}

/// Issues that say little of what a text is about.
const LAST_RESORT_ISSUES: [&str; 2] = ["General", "Other"];

fn is_last_resort(issue: usize) -> bool {
    issues().get(issue).is_some_and(|issue| LAST_RESORT_ISSUES.contains(&issue.name.as_str()))
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
        let left = self.treaties(left, &homes, &mut whole);
        let (pools, left) = self.pools(left, &whole);
        let mut rest: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
        for at in left {
            match self.asks[at].at_least(LAST_RESORT, |topic| homes.contains_key(&topic)) {
                Some(found) => whole.entry(found.topic).or_default().push(at),
                None => rest.entry(self.themes[at]).or_default().push(at),
            }
        }
        let of_topic = |(topic, asks): (u16, Vec<usize>)| {
            let code = topics()[usize::from(topic)].code.clone();
            let theme = homes.get(&topic).copied().unwrap_or_else(|| self.home(topic, &asks));
            TopicGroup { theme, topic: ClusterTopic::Whole { topic: code }, asks }
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
        votes.into_iter().map(|(topic, asks)| (topic, self.home(topic, &asks))).collect()
    }

    /// The theme of a topic with its asks.
    fn home(&self, topic: u16, asks: &[usize]) -> u16 {
        self.usual_theme(asks, &topics()[usize::from(topic)].issues)
    }

    /// The theme that most of some asks are of, by how sure that is; the themes of `issues`, which the table gives,
    /// have half of all votes besides.
    fn usual_theme(&self, asks: &[usize], issues: &[usize]) -> u16 {
        let mut votes: BTreeMap<u16, f32> = BTreeMap::new();
        for at in asks {
            let worth = if is_last_resort(self.asks[*at].issue) { VAGUE } else { 1.0 };
            *votes.entry(self.themes[*at]).or_default() += worth * self.asks[*at].sure.max(0.05);
        }
        let all: f32 = votes.values().sum();
        let of_table: BTreeSet<u16> = issues.iter().filter_map(|issue| self.numbers.known(*issue)).collect();
        of_table.into_iter().for_each(|theme| *votes.entry(theme).or_default() += OF_TABLE * all);
        let most = votes.into_iter().max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        most.map_or(0, |(theme, _)| theme)
    }

    /// Puts what is left of single treaties together, and gives back the rest.
    fn treaties(&self, left: Vec<usize>, homes: &Homes, whole: &mut BTreeMap<u16, Vec<usize>>) -> Vec<usize> {
        let Some(several) = topic_of_several_treaties().map(|topic| topic as u16) else { return left };
        let is_treaty = |at: &usize| self.asks[*at].topics.iter().any(|found| found.topic == several);
        let (own, rest): (Vec<usize>, Vec<usize>) = left.iter().partition(|at| is_treaty(at));
        if own.len() < self.least && !homes.contains_key(&several) {
            return left;
        }
        whole.entry(several).or_default().extend(own);
        rest
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
    fn pools(&self, left: Vec<usize>, whole: &BTreeMap<u16, Vec<usize>>) -> (Vec<TopicGroup>, Vec<usize>) {
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
            let siblings = whole.iter().filter(|(topic, _)| group_of(**topic) == group).flat_map(|(_, asks)| asks);
            let family: Vec<usize> = siblings.chain(&asks).copied().collect();
            let code = topic_groups()[group].code.clone();
            let named = self.topics_of_pool(&asks);
            let topic = named.unwrap_or(if family.len() > asks.len() {
                ClusterTopic::OtherOfGroup { group: code }
            } else {
                ClusterTopic::Group { group: code }
            });
            let theme = self.usual_theme(&family, &topic_groups()[group].issues);
            pools.push(TopicGroup { theme, topic, asks });
        }
        rest.sort_unstable();
        (pools, rest)
    }

    /// The one or two topics that what is left of a group is about; `None` when it is about more.
    fn topics_of_pool(&self, asks: &[usize]) -> Option<ClusterTopic> {
        let best = asks.iter().filter_map(|at| self.asks[*at].best()).map(|found| usize::from(found.topic));
        let best: Vec<usize> = best.collect::<BTreeSet<_>>().into_iter().collect();
        let letters: usize =
            best.iter().map(|topic| topics()[*topic].titles.get(crate::domain::Language::En).chars().count()).sum();
        match best[..] {
            [one] => Some(ClusterTopic::Whole { topic: topics()[one].code.clone() }),
            [one, two] if letters <= SHORT => {
                Some(ClusterTopic::Two { topics: [one, two].map(|topic| topics()[topic].code.clone()) })
            }
            _ => None,
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
