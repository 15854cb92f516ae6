//! What asks are mostly about that no topic of their own takes: two of three on enforced disappearances are a better
//! title than "other".

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

/// From this share of its best topic on an ask is about another one too.
const SHOWN: f32 = 0.55;

/// The few topics that at least half of some asks are about, first the one that says most of them; `None` when there
/// are no such, or none that two asks share while others are left.
pub(super) fn mostly(asks: &[TopicAsk<'_>], own: &[usize]) -> Option<MostTopics> {
    let share = |held: usize| held as f64 / own.len().max(1) as f64;
    let mut left: Vec<usize> = own.to_vec();
    // One ask each says little of what is not named.
    let (mut named, mut is_any_shared, mut letters) = (Vec::new(), false, 0);
    while let Some(topic) = most_said(asks, &left).filter(|_| named.len() < MOST) {
        let code = &topics()[usize::from(topic)].code;
        letters += whole_topic_title(code, Language::En).chars().count();
        if share(own.len() - left.len()) >= ENOUGH || (letters > LETTERS && !named.is_empty()) {
            break;
        }
        let before = left.len();
        left.retain(|at| !shown(&asks[*at]).any(|(shown, _)| shown == topic));
        is_any_shared |= before - left.len() > 1;
        named.push(code.clone());
    }
    let others = !left.is_empty();
    let is_enough = share(own.len() - left.len()) >= LEAST && !named.is_empty();
    (is_enough && (is_any_shared || !others)).then_some(MostTopics { topics: named, others })
}

/// The topic that says most of some asks: of each what share of its best topic it is.
fn most_said(asks: &[TopicAsk<'_>], own: &[usize]) -> Option<u16> {
    let mut sums: BTreeMap<u16, (f32, f32)> = BTreeMap::new();
    for (topic, said) in own.iter().flat_map(|at| shown(&asks[*at])) {
        let of_topic = sums.entry(topic).or_default();
        of_topic.0 += said.share;
        of_topic.1 += said.score;
    }
    let most = sums.into_iter().max_by(|(a, x), (b, y)| x.0.total_cmp(&y.0).then(x.1.total_cmp(&y.1)).then(b.cmp(a)));
    most.map(|(topic, _)| topic)
}

/// How much an ask is about a topic.
#[derive(Debug, Clone, Copy)]
struct Said {
    /// As a share of its best.
    share: f32,
    score: f32,
}

/// The topics that an ask is about.
fn shown<'a>(ask: &'a TopicAsk<'_>) -> impl Iterator<Item = (u16, Said)> + 'a {
    let best = ask.best().map_or(1.0, |best| best.score);
    let all = ask.topics.iter().map(move |found| (found.topic, Said { share: found.score / best, score: found.score }));
    all.filter(|(_, said)| said.share >= SHOWN)
}

#[cfg(test)]
mod tests {
    use super::{TopicAsk, mostly, topics};
    use crate::analysis::clusters::topic_asks::ScoredTopic;

    fn ask(code: Option<&str>) -> TopicAsk<'static> {
        of_topics(&code.map(|code| (code, 3.0)).into_iter().collect::<Vec<_>>())
    }

    fn of_topics(codes: &[(&str, f32)]) -> TopicAsk<'static> {
        let topic = |code: &str| topics().iter().position(|topic| topic.code == code).unwrap() as u16;
        let topics = codes.iter().map(|(code, score)| ScoredTopic { topic: topic(code), score: *score }).collect();
        TopicAsk { members: Vec::new(), issue: 0, sure: 1.0, topics }
    }

    #[test]
    fn what_all_asks_speak_of_besides_is_a_better_title_than_what_each_is_about() {
        let asks = [
            of_topics(&[("ELECTIONS", 3.0)]),
            of_topics(&[("FOEXPR", 3.0), ("ELECTIONS", 2.5)]),
            of_topics(&[("ASSEMBLY", 3.0), ("ELECTIONS", 2.0), ("PRISON", 1.0)]),
        ];
        let found = mostly(&asks, &[0, 1, 2]).unwrap();
        assert_eq!((found.topics, found.others), (vec!["ELECTIONS".to_owned()], false));
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
