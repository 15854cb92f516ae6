//! The words of a record in one language.

use serde::{Deserialize, Serialize};

use super::Language;

/// A text and its language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// The language.
    pub language: Language,
    /// The words.
    pub text: String,
}
