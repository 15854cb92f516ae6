//! What people have corrected outranks all sources, which keep what they said; what the State stated after its review
//! outranks what it said there.

use crate::domain::{DatedPosition, Position, PositionHistory, Recommendation, Wording};

/// What people have said of one record.
#[derive(Debug, Clone, Copy, Default)]
pub struct Corrections<'a> {
    /// The position at the review.
    pub position: Option<Position>,
    /// The positions that the State stated later, oldest first.
    pub later: &'a [DatedPosition],
    /// Wordings; those in a language that the record does not have are passed over.
    pub wordings: &'a [Wording],
}

impl Corrections<'_> {
    /// Puts them into a record as the store has it.
    pub fn lay_over(self, record: &mut Recommendation) {
        if let Some(position) = self.position {
            record.position = position;
        }
        if let Some(newest) = self.later.last() {
            let history = PositionHistory { at_review: record.position, later: self.later.to_vec() };
            record.history = Some(Box::new(history));
            record.position = newest.position;
        }
        for Wording { language, text } in self.wordings {
            if let Some(stored) = record.texts.get_mut(language) {
                stored.clean.clone_from(text);
            }
        }
    }
}
