//! Tags: a value, where it came from, how sure it is, and the words that speak for it.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::evidence::Evidence;
pub use super::tag_kind::TagKind;
use super::{Message, Values};

/// Where a tag came from, weakest first: the order is the rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, strum::IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Provenance {
    /// A fitted model.
    Model,
    /// A rule over the words of the text.
    Rule,
    /// The imported file.
    File,
    /// A person; outranks all others.
    Person,
}

impl fmt::Display for Provenance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.into())
    }
}

/// A confidence between 0 and 1.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Serialize, Deserialize)]
pub struct Confidence(f32);

impl Confidence {
    /// Full confidence: what a file or a person states.
    pub const FULL: Self = Self(1.0);
    /// As likely as not.
    pub const HALF: Self = Self(0.5);

    /// A confidence; the value is clamped to 0..=1 and NaN becomes 0.
    #[must_use]
    pub fn new(value: f32) -> Self {
        Self(if value.is_nan() { 0.0 } else { value.clamp(0.0, 1.0) })
    }

    /// The value, 0 to 1.
    #[must_use]
    pub const fn value(self) -> f32 {
        self.0
    }
}

/// One tag of one recommendation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Tag {
    /// What it speaks about.
    pub kind: TagKind,
    /// The value, in the vocabulary of its kind.
    pub value: String,
    /// Where it came from.
    pub provenance: Provenance,
    /// How sure it is.
    pub confidence: Confidence,
    /// The words or the facts that speak for it; empty for most tags of files and all of persons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

impl Tag {
    /// A tag that an imported file states.
    #[must_use]
    pub fn from_file(kind: TagKind, value: impl Into<String>) -> Self {
        Self {
            kind,
            value: value.into(),
            provenance: Provenance::File,
            confidence: Confidence::FULL,
            evidence: Vec::new(),
        }
    }

    /// The value alone.
    #[must_use]
    pub fn tag_value(&self) -> TagValue {
        TagValue::of(self.kind, self.value.clone())
    }
}

/// Its value with who says it, as readers of a record see it; what kind of value it is stands before it.
impl Message for Tag {
    fn code(&self) -> &'static str {
        match self.provenance {
            Provenance::Model => "tag-model",
            Provenance::Rule => "tag-rule",
            Provenance::File => "tag-file",
            Provenance::Person => "tag-person",
        }
    }

    fn values(&self) -> Values {
        let percent = (self.confidence.value() * 100.0).round() as u8;
        Values::from_iter([("value".to_owned(), self.value.as_str().into()), ("percent".to_owned(), percent.into())])
    }
}

/// A value of one kind. Values are texts and no numbers in a vocabulary: files and people may say some that no
/// vocabulary has, such as a body of the register or a target that was renamed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "(TagKind, String)", into = "(TagKind, String)")]
pub struct TagValue {
    /// What it speaks about.
    pub kind: TagKind,
    /// The value.
    pub value: String,
}

impl TagValue {
    /// A value of a kind.
    #[must_use]
    pub fn of(kind: TagKind, value: impl Into<String>) -> Self {
        Self { kind, value: value.into() }
    }
}

impl From<(TagKind, String)> for TagValue {
    fn from((kind, value): (TagKind, String)) -> Self {
        Self { kind, value }
    }
}

impl From<TagValue> for (TagKind, String) {
    fn from(of: TagValue) -> Self {
        (of.kind, of.value)
    }
}

/// What a person says of a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TagVerdict {
    /// What is judged.
    pub of: TagValue,
    /// What is said of it.
    pub verdict: Verdict,
}

/// A person's verdict on one value of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The value holds, whatever file or model say.
    Accepted,
    /// The value does not hold, whatever file or model say.
    Refused,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_says_its_value_who_says_it_and_how_sure_that_is() {
        let mut tag = Tag::from_file(TagKind::SdgTarget, "10");
        assert_eq!((tag.code(), tag.values()["value"].as_str()), ("tag-file", Some("10")));
        (tag.provenance, tag.confidence) = (Provenance::Model, Confidence::new(0.834));
        assert_eq!((tag.code(), tag.values()["percent"].as_u64()), ("tag-model", Some(83)));
    }

    #[test]
    fn confidence_stays_between_zero_and_one() {
        assert_eq!(Confidence::new(f32::NAN).value(), 0.0);
        assert_eq!(Confidence::new(3.0), Confidence::FULL);
    }
}
