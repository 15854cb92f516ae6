//! What single sources say, and what was not sure in reading them.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Confidence, Holds, Message, Paragraph, Position, StateCode, Values, fields};

/// What one source says of a record where sources may differ; empty fields say nothing, or the same
/// as the record.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// The position that it states.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Position>,
    /// Where it says that the position is stated: document and paragraph.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position_source: Option<String>,
    /// Its number, where that of the record is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paragraph: Option<Paragraph>,
    /// Its wording, where that of the record is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wording: Option<String>,
    /// Its recommending States, where those of the record are others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recommending_states: Vec<StateCode>,
    /// What it remarks: the State's comment, an assessment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// The heading that it stands under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<String>,
    /// Whether it is a draft, whose numbers and words the final document replaces.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_draft: bool,
    /// What of the record it holds, where that is not all of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holds: Option<Holds>,
}

impl Said {
    /// Whether it says nothing of its own.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A follow-up report that a treaty body asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUp {
    /// The day it is due, where the document says it or its date is known.
    pub due: Option<Date>,
    /// The paragraph that asks for it.
    pub asked_in: Paragraph,
}

/// Something that was not sure in reading a record out of a document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Doubt {
    /// What.
    pub reason: DoubtReason,
    /// How sure the reading is in spite of it, 0 to 1.
    pub confidence: Confidence,
}

impl Doubt {
    /// A doubt.
    #[must_use]
    pub fn new(reason: DoubtReason, confidence: f32) -> Self {
        Self { reason, confidence: Confidence::new(confidence) }
    }
}

/// What may be in doubt about a record.
///
/// It stands in records on disk; older ones hold words in its place, which are kept as they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case", prefix = "domain-doubt-")]
pub enum DoubtReason {
    /// No recommending State was found.
    NoRecommendingState,
    /// Names among the recommending States that no table knows.
    UnknownNames {
        /// The names, as written.
        names: Vec<String>,
    },
    /// The sentence above it does not say the position in words that are known.
    UnclearPosition,
    /// No word of it asks or observes outright.
    UnclearKind,
    /// Words of a field that are not understood, so that the field is empty.
    NotUnderstood {
        /// Name of the field, as of `--map`.
        field: String,
        /// The words, as written.
        words: String,
    },
    /// The document does not name its State.
    StateElsewhere {
        /// What the State was taken from.
        from: StateSign,
    },
    /// The document does not name its session, which was taken from the name of the file.
    SessionElsewhere,
    /// A number that a spreadsheet holds as `6.1`, which may have been `6.10`.
    LostZero {
        /// As it stands there.
        number: String,
    },
    /// Words of a record that was written before there were codes.
    #[serde(untagged)]
    Words(String),
}

/// What the State of a document was taken from, where it does not name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StateSign {
    /// What the user said.
    Command,
    /// The name of the file.
    FileName,
    /// The State that the workspace is about.
    Workspace,
    /// The title in the properties of the file.
    Title,
}

impl Message for DoubtReason {
    fn code(&self) -> &'static str {
        self.into()
    }

    fn values(&self) -> Values {
        match self {
            Self::Words(words) => Values::from_iter([("value".to_owned(), words.as_str().into())]),
            coded => fields(coded),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{DoubtReason, Message, StateSign};

    #[test]
    fn reasons_are_codes_and_the_words_of_old_records_are_kept() {
        let unknown = DoubtReason::UnknownNames { names: vec!["Atlantis".to_owned()] };
        for (reason, stored) in [
            (DoubtReason::NoRecommendingState, json!("no-recommending-state")),
            (unknown.clone(), json!({"unknown-names": {"names": ["Atlantis"]}})),
            (
                DoubtReason::StateElsewhere { from: StateSign::FileName },
                json!({"state-elsewhere": {"from": "file-name"}}),
            ),
            (DoubtReason::Words("it was not clear".to_owned()), json!("it was not clear")),
        ] {
            assert_eq!(serde_json::to_value(&reason).unwrap(), stored);
            assert_eq!(serde_json::from_value::<DoubtReason>(stored).unwrap(), reason);
            let bytes = rmp_serde::to_vec_named(&reason).unwrap();
            assert_eq!(rmp_serde::from_slice::<DoubtReason>(&bytes).unwrap(), reason);
        }
        assert_eq!(
            (unknown.code(), unknown.values()["names"][0].as_str()),
            ("domain-doubt-unknown-names", Some("Atlantis"))
        );
        assert_eq!(DoubtReason::Words("so".to_owned()).values()["value"], "so");
    }
}
