//! Tags: a value, where it came from, how sure it is, and the words that speak for it.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::evidence::Evidence;
pub use super::tag_kind::TagKind;

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

/// What somebody says of a record: the kind, the value and who says it.
pub type Said<'a> = (TagKind, &'a str, Provenance);

/// The final values of one kind: person over file over rule and model.
///
/// What the file states replaces what rules and models propose; a person's verdict then adds or
/// removes single values. `tags` holds what file, rule and model say; `verdicts` what the person
/// does. The order of `tags` is kept; accepted values that nobody proposed come last.
#[must_use]
pub fn settle<'a>(kind: TagKind, tags: &[Said<'a>], verdicts: &'a [(TagKind, String, Verdict)]) -> Vec<&'a str> {
    let of_kind = || tags.iter().filter(move |(of, ..)| *of == kind);
    let from_file = of_kind().any(|(.., provenance)| *provenance == Provenance::File);
    let mut values: Vec<&str> = Vec::new();
    for (_, value, _) in of_kind().filter(|(.., provenance)| !from_file || *provenance == Provenance::File) {
        if !values.contains(value) {
            values.push(value);
        }
    }
    for (_, value, verdict) in verdicts.iter().filter(|(k, ..)| *k == kind) {
        values.retain(|v| v != value);
        if *verdict == Verdict::Accepted {
            values.push(value);
        }
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn tag(value: &str, provenance: Provenance) -> Said<'_> {
        (TagKind::Issue, value, provenance)
    }

    #[test]
    fn the_file_outranks_the_model() {
        let tags = [tag("Poverty", Provenance::Model), tag("Labour", Provenance::File)];
        assert_eq!(settle(TagKind::Issue, &tags, &[]), ["Labour"]);
    }

    #[test]
    fn a_person_outranks_both() {
        let tags = [tag("Labour", Provenance::File)];
        let verdicts = [
            (TagKind::Issue, "Labour".to_owned(), Verdict::Refused),
            (TagKind::Issue, "Poverty".to_owned(), Verdict::Accepted),
        ];
        assert_eq!(settle(TagKind::Issue, &tags, &verdicts), ["Poverty"]);
    }

    #[test]
    fn confidence_stays_between_zero_and_one() {
        assert_eq!(Confidence::new(f32::NAN).value(), 0.0);
        assert_eq!(Confidence::new(3.0), Confidence::FULL);
    }
}
