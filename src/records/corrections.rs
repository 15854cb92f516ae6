//! What people have corrected outranks all sources, which keep what they said.

use crate::domain::{Position, Recommendation, Wording};

/// Puts what people have corrected in place of what sources said; words in a language that the record
/// does not have are passed over.
pub fn correct(record: &mut Recommendation, position: Option<Position>, wordings: &[Wording]) {
    if let Some(position) = position {
        record.position = position;
    }
    for Wording { language, text } in wordings {
        if let Some(stored) = record.texts.get_mut(language) {
            stored.clean.clone_from(text);
        }
    }
}
