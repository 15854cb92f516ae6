//! Tags: a value, where it came from, how sure it is, and the words that speak for it.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What a tag says something about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, strum::IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum TagKind {
    /// One of the 54 issues of UPR Info.
    Issue,
    /// A theme of OHCHR's current list.
    Theme,
    /// An affected group, by the codes of the group table.
    Group,
    /// An SDG target (`16.3`) or a bare goal (`4`).
    #[strum(serialize = "sdg")]
    SdgTarget,
    /// Action category of UPR Info, `1` to `5`.
    Action,
    /// An instrument named in the text, by the codes of the instrument table.
    Instrument,
    /// The type of entity that leads.
    Lead,
    /// A type of entity that takes part.
    Support,
    /// An element of a SMART recommendation that the text holds.
    Smart,
}

impl TagKind {
    /// All kinds.
    pub const ALL: [Self; 9] = [
        Self::Issue,
        Self::Theme,
        Self::Group,
        Self::SdgTarget,
        Self::Action,
        Self::Instrument,
        Self::Lead,
        Self::Support,
        Self::Smart,
    ];

    /// The stable code used on the command line and in exports.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }
}

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
    /// The words or the rule that speak for it; empty for tags of files and persons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<String>,
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
