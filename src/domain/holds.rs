//! What of a record one of its sources holds: what has to go when that source goes.

use serde::{Deserialize, Serialize};

use super::{Language, TagValue};

/// What one source holds of a record that has several.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holds {
    /// The languages of its text; empty when it holds no words, as the addendum that only answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Language>,
    /// The tags that it states, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<TagValue>,
    /// The fields that it fills, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<HeldField>,
}

impl Holds {
    /// Whether it holds words of the record.
    #[must_use]
    pub const fn has_words(&self) -> bool {
        !self.languages.is_empty()
    }
}

/// A field that a source may leave blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HeldField {
    /// Symbol of the document.
    Symbol,
    /// Paragraph in the document.
    Paragraph,
    /// State under review or State party.
    State,
    /// Recommending States.
    RecommendingStates,
    /// UPR session.
    Session,
    /// Date of publication.
    Published,
    /// The follow-up report that the body asks for.
    FollowUp,
}
