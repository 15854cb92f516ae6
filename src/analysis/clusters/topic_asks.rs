//! Asks with the topics of their texts, and which of the topics that stand fits each.

use std::collections::{BTreeMap, BTreeSet};

use super::placed::{Placed, by_ask, usual_issue};
use crate::domain::vocabulary::topics;
use crate::text::topics::topic_of_several_treaties;

/// How near to the best topic of an ask one must come to take it: of the same group, and of another.
const SAME_GROUP: f32 = 0.55;
const OTHER_GROUP: f32 = 0.72;

/// A topic with its score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct ScoredTopic {
    /// By its place in the table.
    pub(super) topic: u16,
    /// How much speaks for it.
    pub(super) score: f32,
}

/// The records of one ask, which always stand together.
pub(super) struct TopicAsk<'a> {
    /// At least one.
    pub(super) members: Vec<&'a Placed<'a>>,
    /// The issue that most have, by number.
    pub(super) issue: usize,
    /// How sure that issue is, 0 to 1: the mean over the members.
    pub(super) sure: f32,
    /// Best first: the mean of each topic over the members.
    pub(super) topics: Vec<ScoredTopic>,
}

impl<'a> TopicAsk<'a> {
    /// The asks of records.
    pub(super) fn all(records: &[&'a Placed<'a>]) -> Vec<Self> {
        by_ask(records).into_iter().map(Self::of).collect()
    }

    fn of(members: Vec<&'a Placed<'a>>) -> Self {
        let count = members.len() as f32;
        let mut sums: BTreeMap<u16, f32> = BTreeMap::new();
        members.iter().flat_map(|member| member.topics).for_each(|(topic, score)| {
            *sums.entry(*topic).or_default() += score / count;
        });
        if let Some((several, score)) = of_several_treaties(&sums) {
            sums.entry(several).or_insert(score);
        }
        let mut topics: Vec<ScoredTopic> =
            sums.into_iter().map(|(topic, score)| ScoredTopic { topic, score }).collect();
        topics.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.topic.cmp(&b.topic)));
        let sure = members.iter().map(|member| member.sure).sum::<f32>() / count;
        Self { issue: usual_issue(&members), sure, topics, members }
    }

    /// The best topic.
    pub(super) fn best(&self) -> Option<ScoredTopic> {
        self.topics.first().copied()
    }

    /// The best topic of those that stand, where it is near enough to the best of all.
    pub(super) fn among(&self, standing: &BTreeSet<u16>) -> Option<ScoredTopic> {
        let best = self.best()?;
        let fits = |found: &&ScoredTopic| {
            let share = if group_of(found.topic) == group_of(best.topic) { SAME_GROUP } else { OTHER_GROUP };
            standing.contains(&found.topic) && found.score >= share * best.score
        };
        self.topics.iter().find(fits).copied()
    }

    /// The best topic of those that `fits`, at a share of the best of all at least.
    pub(super) fn at_least(&self, share: f32, fits: impl Fn(u16) -> bool) -> Option<ScoredTopic> {
        let least = share * self.best()?.score;
        self.topics.iter().find(|found| found.score >= least && fits(found.topic)).copied()
    }
}

/// How the codes of the topics of single treaties begin.
const TREATY: &str = "RAT-";
/// What the topic of several treaties is worth to an ask about one, as a share of that one: where single treaties
/// have too few asks, all of them stand together.
const SEVERAL: f32 = 0.6;

/// Whether a topic is the ratification of a treaty, or of several.
pub(super) fn is_of_treaties(code: &str) -> bool {
    let several = topic_of_several_treaties().map(|topic| topics()[topic].code.as_str());
    code.starts_with(TREATY) || several == Some(code)
}

/// The topic of several treaties for an ask about one, with its score.
fn of_several_treaties(sums: &BTreeMap<u16, f32>) -> Option<(u16, f32)> {
    let best = sums.iter().max_by(|a, b| a.1.total_cmp(b.1).then(b.0.cmp(a.0)))?;
    let is_treaty = topics()[usize::from(*best.0)].code.starts_with(TREATY);
    is_treaty.then(|| Some((topic_of_several_treaties()? as u16, SEVERAL * best.1))).flatten()
}

/// The group of a topic, by its place in the table.
pub(super) fn group_of(topic: u16) -> usize {
    topics()[usize::from(topic)].group
}
