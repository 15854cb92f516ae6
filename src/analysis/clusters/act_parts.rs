//! Topics that are too large for one cluster, parted by the kind of measure that is asked for.

use std::collections::BTreeMap;

use super::topic_asks::{TopicAsk, is_of_treaties};
use super::topic_groups::TopicGroup;
use crate::domain::ClusterTopic;
use crate::domain::vocabulary::ActionFamily;

/// Kinds of measure, in the order in which they are asked about, each with the families that count to it.
const PARTS: [(ActionFamily, &[ActionFamily]); 9] = [
    (ActionFamily::Prosecute, &[ActionFamily::Prosecute, ActionFamily::Investigate]),
    (ActionFamily::Compensate, &[ActionFamily::Compensate]),
    (
        ActionFamily::AdoptLaw,
        &[ActionFamily::AdoptLaw, ActionFamily::Amend, ActionFamily::Repeal, ActionFamily::Criminalise],
    ),
    (ActionFamily::Train, &[ActionFamily::Train]),
    (ActionFamily::RaiseAwareness, &[ActionFamily::RaiseAwareness, ActionFamily::Educate]),
    (ActionFamily::CollectData, &[ActionFamily::CollectData, ActionFamily::Monitor]),
    (ActionFamily::Plan, &[ActionFamily::Plan, ActionFamily::Resources]),
    (ActionFamily::Access, &[ActionFamily::Access, ActionFamily::Protect]),
    (ActionFamily::Establish, &[ActionFamily::Establish]),
];

/// The groups, those of a topic with more than `most` asks parted; no part has fewer than `least`.
pub(super) fn parted_by_act(
    groups: Vec<TopicGroup>,
    asks: &[TopicAsk<'_>],
    least: usize,
    most: usize,
) -> Vec<TopicGroup> {
    groups.into_iter().flat_map(|group| parts(group, asks, least, most)).collect()
}

fn parts(group: TopicGroup, asks: &[TopicAsk<'_>], least: usize, most: usize) -> Vec<TopicGroup> {
    let TopicGroup { theme, topic: ClusterTopic::Whole { topic }, asks: own } = &group else { return vec![group] };
    // Of treaties one thing is asked: instruments tell the parts of those apart, not measures.
    if own.len() <= most || is_of_treaties(topic) {
        return vec![group];
    }
    let mut by_kind: BTreeMap<Option<ActionFamily>, Vec<usize>> = BTreeMap::new();
    own.iter().for_each(|at| by_kind.entry(kind(&asks[*at])).or_default().push(*at));
    let mut others = by_kind.remove(&None).unwrap_or_default();
    let mut made = Vec::new();
    for (family, part) in by_kind {
        match family.filter(|_| part.len() >= least) {
            Some(family) => made.push((family, part)),
            None => others.extend(part),
        }
    }
    if others.len() < least
        && let Some((_, largest)) = made.iter_mut().max_by_key(|(_, part)| part.len())
    {
        largest.append(&mut others);
    }
    if made.len() + usize::from(!others.is_empty()) < 2 {
        return vec![group];
    }
    others.sort_unstable();
    let part = |(family, asks): (ActionFamily, Vec<usize>)| TopicGroup {
        theme: *theme,
        topic: ClusterTopic::Part { topic: topic.clone(), family: family.code().to_owned() },
        asks,
    };
    let rest = TopicGroup { theme: *theme, topic: ClusterTopic::OtherMeasures { topic: topic.clone() }, asks: others };
    made.into_iter().map(part).chain((!rest.asks.is_empty()).then_some(rest)).collect()
}

/// The first kind of measure that most members of an ask name.
pub(super) fn kind(ask: &TopicAsk<'_>) -> Option<ActionFamily> {
    let names = |families: &[ActionFamily]| {
        let of_member = |family: &ActionFamily| {
            ask.members.iter().filter(|member| member.facts.families.contains(*family)).count() * 2
        };
        families.iter().any(|family| of_member(family) >= ask.members.len())
    };
    PARTS.iter().find(|(_, families)| names(families)).map(|(family, _)| *family)
}
