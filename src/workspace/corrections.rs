//! What people correct on records: the position and the wording. A correction outranks all sources.

use super::{Workspace, WorkspaceError, clock};
use crate::domain::{Language, Position, Recommendation, Ruling, Subject};
use crate::records::correct;

/// What to correct.
#[derive(Debug, Clone, Default)]
pub struct CorrectRequest {
    /// Which record: identifier, reference or paragraph.
    pub record: String,
    /// The position that holds.
    pub position: Option<Position>,
    /// The words that hold, in the language of the run or of the record.
    pub text: Option<String>,
}

impl Workspace {
    /// All records with the corrections of people, in the order of their identifiers.
    pub(super) fn records(&self) -> Result<Vec<Recommendation>, WorkspaceError> {
        let mut records = self.store.records()?;
        let decisions = self.decisions()?;
        if !(decisions.positions.is_empty() && decisions.wordings.is_empty()) {
            for record in &mut records {
                let wordings = decisions.wordings.get(&record.id).map(Vec::as_slice).unwrap_or_default();
                correct(record, decisions.positions.get(&record.id).copied(), wordings);
            }
        }
        Ok(records)
    }

    /// Corrects a record; the sources keep what they said.
    ///
    /// # Errors
    /// When there is no such record, more than one, or nothing to correct.
    pub fn correct(&self, request: &CorrectRequest) -> Result<Vec<Subject>, WorkspaceError> {
        let analysis = self.analysis()?;
        let settled = self.settle_all(self.records()?, &analysis)?;
        let id = self.one_record(&settled, &request.record)?;
        let record = settled.iter().find(|s| s.record.id == id).map(|s| &s.record);
        let language = record.map_or(Language::En, |record| record.text(self.language).0);
        let position = request.position.map(|position| (Subject::Position(id), Some(Ruling::Position(position))));
        let text = request.text.as_deref().map(str::trim).filter(|text| !text.is_empty());
        let wording = text.map(|text| (Subject::Wording(id, language), Some(Ruling::Wording(text.to_owned()))));
        let decisions: Vec<_> = position.into_iter().chain(wording).collect();
        if decisions.is_empty() {
            return Err(WorkspaceError::BadArgument {
                what: "correction; name a --position or a --text",
                given: request.record.clone(),
            });
        }
        self.store.decide(&decisions, &clock::stamp())?;
        Ok(decisions.into_iter().map(|(subject, _)| subject).collect())
    }
}
