//! What a workspace's own decisions teach: leads and themes that people accepted or refused are
//! examples for texts alike.
//!
//! Every example votes for or against its value with the square of its likeness (cosine of words) to
//! the text; the models' own answer has a vote too. A lead that examples speak against ("not ours")
//! gives way to the next best, or to none.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::AnalysisError;
use super::features::SparseVector;
use super::tagging::ModelTag;
use crate::domain::{Provenance, TagKind};

/// Kinds of tags that are learnt.
pub const LEARNT: [TagKind; 2] = [TagKind::Lead, TagKind::Theme];
/// Examples less like a text than this have no vote.
const LEAST: f32 = 0.35;
/// The models' own answer votes with this times its confidence.
const OWN: f32 = 0.35;
/// A theme is added from this vote on, and taken away below its negative.
const CLEAR: f32 = 0.3;

/// A decision of a person on a text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Example {
    /// Kind of tag.
    pub kind: TagKind,
    /// Its value by number.
    pub value: u16,
    /// Whether it was accepted; refused else.
    pub accepted: bool,
    /// Words of the text, length 1.
    pub words: SparseVector,
}

/// Examples with a hash over them.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Learnt {
    examples: Vec<Example>,
}

impl Learnt {
    /// What the examples teach.
    #[must_use]
    pub const fn new(examples: Vec<Example>) -> Self {
        Self { examples }
    }

    /// How many examples there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.examples.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.examples.is_empty()
    }

    /// The examples as a file.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn to_bytes(&self) -> Result<Vec<u8>, AnalysisError> {
        rmp_serde::to_vec_named(self)
            .map_err(|e| AnalysisError::BadModel { name: "learnt".into(), reason: e.to_string() })
    }

    /// The examples of a file, with the hash that results made with them are stamped by.
    ///
    /// # Errors
    /// When the file is damaged.
    pub fn from_bytes(bytes: &[u8]) -> Result<(Self, String), AnalysisError> {
        let learnt = rmp_serde::from_slice(bytes)
            .map_err(|e| AnalysisError::BadModel { name: "learnt".into(), reason: e.to_string() })?;
        Ok((learnt, blake3::hash(bytes).to_hex().as_str()[..16].to_owned()))
    }

    /// The same without one example, for measuring.
    #[must_use]
    pub fn without(&self, at: usize) -> Self {
        let others = self.examples.iter().enumerate().filter(|(other, _)| *other != at);
        Self { examples: others.map(|(_, example)| example.clone()).collect() }
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
                None if vote >= CLEAR => tags.push(suggestion(TagKind::Theme, value, vote)),
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
            tags.push(suggestion(TagKind::Lead, value, vote));
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

    /// How many accepted examples alike speak for a value; none where it was not learnt.
    #[must_use]
    pub fn speaking_for(&self, kind: TagKind, value: u16, words: &SparseVector) -> usize {
        let same = self.examples.iter().filter(|e| e.kind == kind && e.value == value && e.accepted);
        same.filter(|example| example.words.dot(words) >= LEAST).count()
    }
}

fn suggestion(kind: TagKind, value: u16, vote: f32) -> ModelTag {
    let confidence = (vote.clamp(0.0, 1.0) * 100.0).round() as u8;
    ModelTag { kind, value, provenance: Provenance::Model, confidence }
}

#[cfg(test)]
mod tests {
    use super::{Example, Learnt};
    use crate::analysis::features::SparseVector;
    use crate::analysis::tagging::ModelTag;
    use crate::domain::{Provenance, TagKind};

    fn lead(value: u16) -> ModelTag {
        ModelTag { kind: TagKind::Lead, value, provenance: Provenance::Model, confidence: 60 }
    }

    #[test]
    fn what_was_accepted_is_suggested_again_and_what_was_refused_is_not() {
        let text = SparseVector::from_pairs(vec![(1, 0.8), (2, 0.6)]);
        let other = SparseVector::from_pairs(vec![(7, 1.0)]);
        let example = |value, accepted| Example { kind: TagKind::Lead, value, accepted, words: text.clone() };
        let accepted = Learnt::new(vec![example(4, true)]);
        let mut tags = vec![lead(2)];
        accepted.apply(&text, &mut tags);
        assert_eq!(tags[0].value, 4);
        let mut tags = vec![lead(2)];
        accepted.apply(&other, &mut tags);
        assert_eq!(tags[0].value, 2, "a text of other words is left alone");
        let mut tags = vec![lead(2)];
        Learnt::new(vec![example(2, false)]).apply(&text, &mut tags);
        assert!(tags.is_empty());
    }
}
