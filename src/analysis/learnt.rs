//! What a workspace's own decisions teach: leads and themes that people accepted or refused are
//! examples for texts alike.
//!
//! A lesson keeps the text as it was decided on; its words are weighed with the models in use, so that
//! lessons outlive models. Every lesson votes for or against its value with the square of its likeness
//! (cosine of words) to the text; the models' own answer has a vote too. A lead that lessons speak
//! against ("not ours") gives way to one they speak for, or to none.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::AnalysisError;
use super::features::{FeatureSpace, SparseVector};
use super::model_tag::ModelTag;
use crate::domain::vocabulary::value_number;
use crate::domain::{Language, Provenance, RecordId, TagKind};
use crate::text::read_of_body;

/// Kinds of tags that are learnt.
pub const LEARNT: [TagKind; 2] = [TagKind::Lead, TagKind::Theme];
/// Lessons less like a text than this have no vote; set by hand, no set of decisions is large enough to
/// fit it.
const LEAST: f32 = 0.35;
/// The models' own answer votes with this times its confidence: a sure one outweighs a lesson that is
/// less like the text than 0.6, and no lesson on the text itself.
const OWN: f32 = 0.35;
/// A theme is added from this vote on, and taken away below its negative: one lesson of likeness 0.55.
const CLEAR: f32 = 0.3;

/// A decision of a person on a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lesson {
    /// The record.
    pub record: RecordId,
    /// The ask it belonged to.
    pub ask: RecordId,
    /// Kind of tag.
    pub kind: TagKind,
    /// Its value by code.
    pub value: String,
    /// Whether it was accepted; refused else.
    pub accepted: bool,
    /// Language of the text.
    pub language: Language,
    /// The cleaned text.
    pub text: String,
    /// What "the Convention" means in it.
    pub own: Option<String>,
}

/// A lesson in the words of a space.
#[derive(Debug, Clone)]
struct Example {
    record: RecordId,
    ask: RecordId,
    kind: TagKind,
    value: u16,
    accepted: bool,
    /// Words of the text, length 1.
    words: SparseVector,
}

/// Lessons, ready to vote.
#[derive(Debug, Clone, Default)]
pub struct Learnt {
    examples: Vec<Example>,
}

/// Lessons as a file.
///
/// # Errors
/// When they cannot be written.
pub fn to_bytes(lessons: &[Lesson]) -> Result<Vec<u8>, AnalysisError> {
    serde_json::to_vec_pretty(lessons).map_err(damaged)
}

/// The lessons of a file.
///
/// # Errors
/// When the file is damaged.
pub fn from_bytes(bytes: &[u8]) -> Result<Vec<Lesson>, AnalysisError> {
    serde_json::from_slice(bytes).map_err(damaged)
}

fn damaged(error: serde_json::Error) -> AnalysisError {
    AnalysisError::BadModel { name: "learnt".into(), reason: error.to_string() }
}

impl Learnt {
    /// What the lessons teach in a space of features; values that no vocabulary has any more teach
    /// nothing.
    #[must_use]
    pub fn of(lessons: &[Lesson], space: &FeatureSpace) -> Self {
        let example = |lesson: &Lesson| {
            let reading = read_of_body(&lesson.text, lesson.language, lesson.own.as_deref());
            Some(Example {
                record: lesson.record,
                ask: lesson.ask,
                kind: lesson.kind,
                value: value_number(lesson.kind, &lesson.value)?,
                accepted: lesson.accepted,
                words: space.plain_vector(&reading),
            })
        };
        Self { examples: lessons.iter().filter_map(example).collect() }
    }

    /// The same without what was decided on a record or on another of its ask, for measuring.
    #[must_use]
    pub fn without(&self, record: RecordId, ask: RecordId) -> Self {
        let others = self.examples.iter().filter(|e| e.record != record && e.ask != ask);
        Self { examples: others.cloned().collect() }
    }

    /// Changes the leads and themes of a text as the examples say; `words` are its plain words.
    pub fn apply(&self, words: &SparseVector, tags: &mut Vec<ModelTag>) {
        let lead = self.votes(TagKind::Lead, words);
        if !lead.is_empty() {
            self.choose_lead(lead, tags);
        }
        for (value, vote) in self.votes(TagKind::Theme, words) {
            let at = tags.iter().position(|tag| tag.kind == TagKind::Theme && tag.value == value);
            match at {
                Some(at) if vote <= -CLEAR => _ = tags.remove(at),
                None if vote >= CLEAR => tags.push(ModelTag::new(TagKind::Theme, value, Provenance::Model, vote)),
                _ => {}
            }
        }
    }

    fn choose_lead(&self, mut votes: BTreeMap<u16, f32>, tags: &mut Vec<ModelTag>) {
        let own = tags.iter().find(|tag| tag.kind == TagKind::Lead).copied();
        if let Some(own) = own {
            *votes.entry(own.value).or_default() += OWN * f32::from(own.confidence) / 100.0;
        }
        let best = votes.iter().max_by(|a, b| a.1.total_cmp(b.1).then(b.0.cmp(a.0)));
        let Some((value, vote)) = best.map(|(value, vote)| (*value, *vote)) else { return };
        if own.is_some_and(|own| own.value == value) && vote > 0.0 {
            return;
        }
        tags.retain(|tag| tag.kind != TagKind::Lead);
        if vote > 0.0 {
            tags.retain(|tag| tag.kind != TagKind::Support || tag.value != value);
            tags.push(ModelTag::new(TagKind::Lead, value, Provenance::Model, vote));
        }
    }

    fn votes(&self, kind: TagKind, words: &SparseVector) -> BTreeMap<u16, f32> {
        let mut votes: BTreeMap<u16, f32> = BTreeMap::new();
        for example in self.examples.iter().filter(|example| example.kind == kind) {
            let likeness = example.words.dot(words);
            if likeness >= LEAST {
                let vote = if example.accepted { likeness * likeness } else { -likeness * likeness };
                *votes.entry(example.value).or_default() += vote;
            }
        }
        votes
    }

    /// How many accepted examples alike speak for a value; 0 for one that was not learnt.
    #[must_use]
    pub fn speaking_for(&self, kind: TagKind, value: u16, words: &SparseVector) -> usize {
        let same = self.examples.iter().filter(|e| e.kind == kind && e.value == value && e.accepted);
        same.filter(|example| example.words.dot(words) >= LEAST).count()
    }
}

#[cfg(test)]
mod tests {
    use super::{Example, Learnt};
    use crate::analysis::features::SparseVector;
    use crate::analysis::model_tag::ModelTag;
    use crate::domain::{Provenance, RecordId, TagKind};

    fn lead(value: u16) -> ModelTag {
        ModelTag { kind: TagKind::Lead, value, provenance: Provenance::Model, confidence: 60, rival: None }
    }

    fn learnt(value: u16, accepted: bool) -> Learnt {
        let words = SparseVector::from_pairs(vec![(1, 0.8), (2, 0.6)]);
        let (record, ask) = (RecordId(7), RecordId(8));
        Learnt { examples: vec![Example { record, ask, kind: TagKind::Lead, value, accepted, words }] }
    }

    #[test]
    fn what_was_accepted_is_suggested_again_and_what_was_refused_is_not() {
        let text = SparseVector::from_pairs(vec![(1, 0.8), (2, 0.6)]);
        let other = SparseVector::from_pairs(vec![(7, 1.0)]);
        let mut tags = vec![lead(2)];
        learnt(4, true).apply(&text, &mut tags);
        assert_eq!(tags[0].value, 4);
        let mut tags = vec![lead(2)];
        learnt(4, true).apply(&other, &mut tags);
        assert_eq!(tags[0].value, 2, "a text of other words is left alone");
        let mut tags = vec![lead(2)];
        learnt(2, false).apply(&text, &mut tags);
        assert!(tags.is_empty());
    }

    #[test]
    fn a_record_is_measured_without_its_own_ask() {
        let text = SparseVector::from_pairs(vec![(1, 1.0)]);
        let mut tags = vec![lead(2)];
        learnt(4, true).without(RecordId(1), RecordId(8)).apply(&text, &mut tags);
        assert_eq!(tags[0].value, 2);
    }
}
