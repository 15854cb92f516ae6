//! What single sources say, and what was not sure in reading them.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Confidence, Paragraph, Position, StateCode};

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
    /// What, in words.
    pub reason: String,
    /// How sure the reading is in spite of it, 0 to 1.
    pub confidence: Confidence,
}

impl Doubt {
    /// A doubt.
    #[must_use]
    pub fn new(reason: &str, confidence: f32) -> Self {
        Self { reason: reason.to_owned(), confidence: Confidence::new(confidence) }
    }
}
