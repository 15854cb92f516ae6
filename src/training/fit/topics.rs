//! Counting the cues of topics.

use std::collections::BTreeMap;

use crate::analysis::topics::TopicWeights;
use crate::domain::Language;
use crate::text::topics::{cue_hits, cues};
use crate::training::sets::LabelledRecommendation;

/// The weights of the English cues, by how many of the texts show each. A cue that none shows is counted
/// too: it is as rare as can be.
pub(super) fn topic_weights(texts: &[LabelledRecommendation]) -> TopicWeights {
    let english: Vec<&LabelledRecommendation> =
        texts.iter().filter(|text| text.reading.language == Language::En).collect();
    let own = cues().iter().filter(|cue| cue.language == Language::En);
    let mut counts: BTreeMap<&str, u32> = own.map(|cue| (cue.spelt, 0)).collect();
    for text in &english {
        for hit in cue_hits(&text.reading) {
            *counts.entry(cues()[hit.cue].spelt).or_default() += 1;
        }
    }
    TopicWeights::new(
        u32::try_from(english.len()).unwrap_or(u32::MAX),
        counts.into_iter().map(|(cue, count)| (cue.to_owned(), count)).collect(),
    )
}
