//! The words of a record in one language.

use serde::{Deserialize, Serialize};

use super::Language;

/// A text and its language; a pair in data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "(Language, String)", into = "(Language, String)")]
pub struct Wording {
    /// The language.
    pub language: Language,
    /// The words.
    pub text: String,
}

impl From<(Language, String)> for Wording {
    fn from((language, text): (Language, String)) -> Self {
        Self { language, text }
    }
}

impl From<Wording> for (Language, String) {
    fn from(wording: Wording) -> Self {
        (wording.language, wording.text)
    }
}
