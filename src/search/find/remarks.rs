//! What people should know of a question besides its answer: what its words alone tell, and what only the
//! index can.

use super::asking::Asking;
use super::request::ReadRequest;
use crate::domain::Facet;
use crate::search::error::SearchError;
use crate::search::query::Note;

/// Fields whose values are taken for those of each other.
const ALIKE: [(Facet, Facet); 2] = [(Facet::Theme, Facet::Issue), (Facet::Issue, Facet::Theme)];

impl Asking<'_> {
    /// The notes on a question, in a fixed order.
    ///
    /// # Errors
    /// When the engine fails.
    pub fn notes(&self, asked: &ReadRequest<'_>) -> Result<Vec<Note>, SearchError> {
        let mut notes = asked.read.notes.clone();
        notes.extend(self.elsewhere(asked)?);
        let left_out = self.left_out(asked)?;
        notes.extend((left_out > 0).then_some(Note::DaysUnknown(left_out)));
        notes.sort();
        notes.dedup();
        Ok(notes)
    }

    /// Values that no record has in the field they are asked for in, and that stand in the field beside it.
    fn elsewhere(&self, asked: &ReadRequest<'_>) -> Result<Vec<Note>, SearchError> {
        let mut notes = Vec::new();
        for (facet, wanted) in asked.request.filter_values().chain(asked.read.query.fields()) {
            let Some((_, other)) = ALIKE.into_iter().find(|(field, _)| *field == facet) else { continue };
            let (own, others) = (self.ordinals(facet)?, self.ordinals(other)?);
            let (own, others) = (self.known(facet, &own), self.known(other, &others));
            let is_unknown = |part: &String| own.meant(part).is_empty() && !own.asks_for_none(part);
            let stands = |part: &String| is_unknown(part) && !others.meant(part).is_empty();
            let misplaced = own.parts(wanted).into_iter().filter(stands);
            notes.extend(misplaced.map(|value| Note::Elsewhere { value, field: other }));
        }
        Ok(notes)
    }
}
