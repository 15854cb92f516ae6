//! The topics of one text, likeliest first.
//!
//! The score of a topic is the weight of its best cue, times the place of the cue: what stands first is
//! asked, what stands behind the main clause explains. Other cues of the topic add a little, and the issues
//! that the text likely has add or take away.

use super::weights::TopicWeights;
use crate::domain::Language;
use crate::domain::vocabulary::topics;
use crate::text::Reading;
use crate::text::clauses::clauses;
use crate::text::topics::{CueHit, cue_hits, topic_of_several_treaties, treaty_hits};

/// Letters of a text that open it.
const OPENING: usize = 70;
/// What a cue is worth in the opening, in the main clause, and behind it.
const PLACES: [f32; 3] = [1.0, 0.88, 0.5];
/// What other cues of a topic add, as a share of their weights, and at most.
const OTHERS: f32 = 0.15;
const MOST_OF_OTHERS: f32 = 1.5;
/// The weight of a treaty to become party to.
const TREATY: f32 = 7.5;
/// How much the issues of a text count, and the probability that one is given at least.
const ISSUES: f32 = 0.55;
const LEAST_ISSUE: f32 = 0.03;
/// Topics of a lower score are none.
const LEAST: f32 = 0.8;

/// A topic of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundTopic {
    /// The topic, by its place in the table.
    pub topic: usize,
    /// How much speaks for it, above 0.8.
    pub score: f32,
    /// The folded words of the text that show it, best first.
    pub words: Vec<String>,
}

/// The topics of a text, likeliest first; `issues` are the probabilities of its issues by number.
#[must_use]
pub fn topics_of(weights: &TopicWeights, reading: &Reading, issues: &[f32]) -> Vec<FoundTopic> {
    let places = Places::of(reading);
    let hits = cue_hits(reading);
    let by_topic = hits.chunk_by(|a, b| a.topic() == b.topic());
    let mut found: Vec<FoundTopic> = by_topic.map(|own| of_cues(own, weights, reading, places)).collect();
    if let Some(treaty) = of_treaties(reading, places) {
        found.retain(|other| other.topic != treaty.topic);
        found.push(treaty);
    }
    found.iter_mut().for_each(|topic| topic.score += of_issues(topic.topic, issues));
    found.retain(|topic| topic.score > LEAST);
    found.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.topic.cmp(&b.topic)));
    found
}

/// The ends of the parts of a folded text, in bytes.
#[derive(Debug, Clone, Copy)]
struct Places {
    opening: usize,
    main: usize,
}

impl Places {
    /// The parts of a text. Only English modifiers are known: other texts are all main clause.
    fn of(reading: &Reading) -> Self {
        let folded = reading.folded.as_str();
        let opening = folded.char_indices().nth(OPENING).map_or(folded.len(), |(at, _)| at);
        let main = if reading.language == Language::En { clauses(folded).main.len() } else { folded.len() };
        Self { opening, main }
    }

    /// What something that ends at a byte is worth.
    const fn worth(self, end: usize) -> f32 {
        let [opening, main, behind] = PLACES;
        if end <= self.opening {
            opening
        } else if end <= self.main {
            main
        } else {
            behind
        }
    }
}

/// A topic by the cues of it that the text shows, at least one.
fn of_cues(own: &[CueHit], weights: &TopicWeights, reading: &Reading, places: Places) -> FoundTopic {
    let worth = |hit: &CueHit| weights.weight(hit.cue) * places.worth(hit.end());
    let mut sorted: Vec<&CueHit> = own.iter().collect();
    sorted.sort_by(|a, b| worth(b).total_cmp(&worth(a)).then(a.cue.cmp(&b.cue)));
    let best = sorted[0];
    let others: f32 = sorted[1..].iter().map(|hit| weights.weight(hit.cue)).sum();
    let mut words: Vec<String> = Vec::new();
    for word in sorted.iter().flat_map(|hit| hit.words(&reading.folded)) {
        if !words.iter().any(|known| known == word) {
            words.push(word.to_owned());
        }
    }
    FoundTopic { topic: best.topic(), score: worth(best) + (OTHERS * others).min(MOST_OF_OTHERS), words }
}

/// The topic of the treaty, or of the several, that the text asks to become party to.
fn of_treaties(reading: &Reading, places: Places) -> Option<FoundTopic> {
    let hits = treaty_hits(reading);
    let first = hits.first()?;
    let topic = if hits.len() > 1 { topic_of_several_treaties()? } else { first.topic };
    let worth = places.worth(first.mention.start + first.mention.words.len());
    let words = hits.iter().map(|hit| hit.mention.words.clone()).collect();
    Some(FoundTopic { topic, score: TREATY * worth, words })
}

/// What the likeliest of the issues of a topic adds.
fn of_issues(topic: usize, issues: &[f32]) -> f32 {
    let own = topics()[topic].issues.iter().filter_map(|issue| issues.get(*issue).copied());
    ISSUES * (LEAST_ISSUE + own.fold(0.0, f32::max)).ln()
}

#[cfg(test)]
mod tests {
    use super::{PLACES, Places, topics_of};
    use crate::analysis::topics::TopicWeights;
    use crate::domain::Language;
    use crate::domain::vocabulary::{issue_number, issues, topics};
    use crate::text::read;

    /// The code of the likeliest topic of a text that surely has an issue, with its words.
    fn best(text: &str, issue: &str) -> Option<(&'static str, Vec<String>)> {
        let mut probabilities = vec![0.0; issues().len()];
        probabilities[issue_number(issue).unwrap()] = 1.0;
        let counts = [("women", 900), ("prison*", 60), ("women prisoners", 2), ("rehabilitation & women", 4)];
        let counts = counts.map(|(cue, count)| (cue.to_owned(), count)).to_vec();
        let found = topics_of(&TopicWeights::new(9_999, counts), &read(text, Language::En), &probabilities);
        let first = found.into_iter().next()?;
        Some((topics()[first.topic].code.as_str(), first.words))
    }

    #[test]
    fn the_rarer_cue_wins_and_its_words_stand_first() {
        let (code, words) = best("Give women prisoners of the harbour a yard of their own", "Detention").unwrap();
        assert_eq!((code, words[0].as_str()), ("DETWOMENCHILD", "women prisoners"));
        assert_eq!(best("Paint the boats", "Detention"), None);
    }

    #[test]
    fn one_treaty_is_its_own_topic_and_several_are_one() {
        let code = |text| best(text, "International instruments").map(|(code, _)| code);
        assert_eq!(code("Ratify the Rome Statute"), Some("RAT-ROME"));
        assert_eq!(code("Ratify CRPD and OPCAT"), Some("RATMANY"));
    }

    #[test]
    fn what_stands_behind_the_main_clause_counts_half() {
        let long = "Repair the old quay and paint every boat that lies in the harbour of the northern town with a view to calm";
        let places = Places::of(&read(long, Language::En));
        assert_eq!([10, 75, 105].map(|end| places.worth(end)), PLACES);
    }
}
