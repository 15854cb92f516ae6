//! What asks are mostly about that no topic of their own takes: two of three on enforced disappearances are a better
//! title than "other".

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::topic_asks::TopicAsk;
use super::topic_titles::whole_topic_title;
use crate::domain::vocabulary::topics;
use crate::domain::{Language, MostTopics};

/// A title names so many topics at most, in about so many English letters.
const MOST: usize = 3;
const LETTERS: usize = 100;
/// It is long enough when the topics hold this share of the asks, and says nothing when they hold less than that.
const ENOUGH: f64 = 0.75;
const LEAST: f64 = 0.5;

/// The few topics that at least half of some asks are about, by the best topic of each; `None` when there are no
/// such, or none that two asks share while others are left.
pub(super) fn mostly(asks: &[TopicAsk<'_>], own: &[usize]) -> Option<MostTopics> {
    let mut counts: BTreeMap<u16, (usize, f32)> = BTreeMap::new();
    for found in own.iter().filter_map(|at| asks[*at].best()) {
        let of_topic = counts.entry(found.topic).or_default();
        of_topic.0 += 1;
        of_topic.1 += found.score;
    }
    let mut ranked: Vec<(u16, (usize, f32))> = counts.into_iter().collect();
    ranked.sort_by(|(a, x), (b, y)| Reverse(x.0).cmp(&Reverse(y.0)).then(y.1.total_cmp(&x.1)).then(a.cmp(b)));
    let share = |held: usize| held as f64 / own.len().max(1) as f64;
    // One ask each says little of what is not named.
    let is_any_shared = ranked.first().is_some_and(|(_, (count, _))| *count > 1);
    let (mut named, mut held, mut letters) = (Vec::new(), 0, 0);
    for (topic, (count, _)) in ranked.into_iter().take(MOST) {
        let code = &topics()[usize::from(topic)].code;
        letters += whole_topic_title(code, Language::En).chars().count();
        if share(held) >= ENOUGH || (letters > LETTERS && !named.is_empty()) {
            break;
        }
        held += count;
        named.push(code.clone());
    }
    let others = held < own.len();
    (share(held) >= LEAST && (is_any_shared || !others)).then_some(MostTopics { topics: named, others })
}

#[cfg(test)]
mod tests {
    use super::{TopicAsk, mostly, topics};
    use crate::analysis::clusters::topic_asks::ScoredTopic;

    fn ask(code: Option<&str>) -> TopicAsk<'static> {
        let topic = code.map(|code| topics().iter().position(|topic| topic.code == code).unwrap() as u16);
        let topics = topic.map(|topic| ScoredTopic { topic, score: 3.0 }).into_iter().collect();
        TopicAsk { members: Vec::new(), issue: 0, sure: 1.0, topics }
    }

    fn said(codes: &[Option<&str>]) -> Option<(Vec<String>, bool)> {
        let asks: Vec<TopicAsk<'_>> = codes.iter().map(|code| ask(*code)).collect();
        let found = mostly(&asks, &(0..asks.len()).collect::<Vec<_>>())?;
        Some((found.topics, found.others))
    }

    #[test]
    fn what_most_asks_are_about_is_named_and_whether_there_is_more() {
        let codes = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>();
        assert_eq!(said(&[Some("PRISON")]), Some((codes(&["PRISON"]), false)));
        assert_eq!(said(&[Some("IDP"), Some("PRISON"), Some("PRISON")]), Some((codes(&["PRISON", "IDP"]), false)));
        let four = [Some("PRISON"), Some("PRISON"), Some("PRISON"), Some("IDP")];
        assert_eq!(said(&four), Some((codes(&["PRISON"]), true)));
        assert_eq!(said(&[None, None, Some("PRISON")]), None, "half of it at least is named");
        assert_eq!(said(&[Some("IDP"), None]), None, "one ask says little of another");
    }
}
