//! How much each cue of a topic weighs: rare ones win over common ones, so that special topics win over
//! general ones without a list of priorities.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::domain::Language;
use crate::text::topics::{Cue, cues};

/// The weight of a cue where none of its topic was counted: that of one text in fifty.
const UNKNOWN: f32 = 4.0;

/// What was counted of the English cues, and the weights that come of it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct TopicWeights {
    /// Texts that were counted over.
    texts: u32,
    /// Cues as the table spells them, with the number of texts that show each.
    counts: Vec<(String, u32)>,
    /// By the place of the cue among all.
    #[serde(skip)]
    weights: Vec<f32>,
}

impl TopicWeights {
    /// The weights of cues, each with how many of `texts` texts show it.
    #[must_use]
    pub fn new(texts: u32, counts: Vec<(String, u32)>) -> Self {
        Self { texts, counts, weights: Vec::new() }.indexed()
    }

    /// Builds the weights, which are not part of the file. A cue that was not counted, because the table has
    /// it since or because it is of another language, weighs as the middle one of its topic.
    #[must_use]
    pub fn indexed(mut self) -> Self {
        self.weights = self.all_weights();
        self
    }

    /// The weights of all cues.
    fn all_weights(&self) -> Vec<f32> {
        let counts: HashMap<&str, u32> = self.counts.iter().map(|(cue, count)| (cue.as_str(), *count)).collect();
        let counted = |cue: &Cue| {
            let count = counts.get(cue.spelt).filter(|_| cue.language == Language::En)?;
            Some(rarity(self.texts, *count))
        };
        let mut weights = Vec::with_capacity(cues().len());
        for of_topic in cues().chunk_by(|a, b| a.topic == b.topic) {
            let usual = middle(of_topic.iter().filter_map(counted).collect()).unwrap_or(UNKNOWN);
            weights.extend(of_topic.iter().map(|cue| counted(cue).unwrap_or(usual)));
        }
        weights
    }

    /// The weight of a cue by its place among all, above 0.
    pub(super) fn weight(&self, cue: usize) -> f32 {
        self.weights.get(cue).copied().unwrap_or(UNKNOWN)
    }
}

/// `ln((n + 1) / (df + 1.5))`, at least a little.
fn rarity(texts: u32, count: u32) -> f32 {
    ((texts as f32 + 1.0) / (count as f32 + 1.5)).ln().max(0.1)
}

/// The middle one of some weights; the upper of two.
fn middle(mut weights: Vec<f32>) -> Option<f32> {
    weights.sort_by(f32::total_cmp);
    weights.get(weights.len() / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::{TopicWeights, UNKNOWN, middle, rarity};
    use crate::domain::Language;
    use crate::domain::vocabulary::topics;
    use crate::text::topics::cues;

    /// The place of a cue of a topic among all.
    fn place(code: &str, language: Language) -> usize {
        let is_it = |topic: usize| topics()[topic].code == code;
        cues().iter().position(|cue| is_it(cue.topic) && cue.language == language).unwrap()
    }

    #[test]
    fn rare_cues_weigh_more_and_those_of_other_languages_weigh_as_the_middle_one() {
        let english = place("NPM", Language::En);
        let weights = TopicWeights::new(99, vec![(cues()[english].spelt.to_owned(), 8)]);
        assert!((weights.weight(english) - (100.0_f32 / 9.5).ln()).abs() < 1e-6);
        assert_eq!(weights.weight(place("NPM", Language::Fr)), weights.weight(english));
        assert_eq!(weights.weight(place("ODA", Language::En)), UNKNOWN);
        assert!(rarity(99, 1) > rarity(99, 9) && rarity(9, 99) > 0.0);
    }

    #[test]
    fn weights_read_back_as_they_were_written() {
        let english = place("NPM", Language::En);
        let weights = TopicWeights::new(99, vec![(cues()[english].spelt.to_owned(), 8)]);
        let bytes = rmp_serde::to_vec(&weights).unwrap();
        let read = rmp_serde::from_slice::<TopicWeights>(&bytes).unwrap().indexed();
        assert_eq!(read.weight(english), weights.weight(english));
        assert_eq!((middle(vec![3.0, 1.0, 2.0]), middle(Vec::new())), (Some(2.0), None));
    }
}
