//! A person corrects a record: the position and the wording. A correction outranks all sources.

use serde::{Deserialize, Serialize};

use super::{called, told};
use crate::domain::{Asker, Coded, Decision, Outcome, Position};
use crate::view::{Command, Refusal, View};

/// Correct a record; the sources keep what they said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectRecord {
    /// Which record, by any of its names.
    pub record: String,
    /// The position that holds.
    pub position: Option<Position>,
    /// The words that hold, in the language of the asker or of the record.
    pub text: Option<String>,
}

impl Command for CorrectRecord {
    fn decide(&self, view: &View, asker: &Asker) -> Result<Vec<Outcome>, Refusal> {
        let found = view.find_one(&self.record)?.record;
        let (language, _) = found.text(asker.language);
        let text = self.text.as_deref().map(str::trim).filter(|text| !text.is_empty());
        let position = self.position.map(|position| Decision::Position(found.id, position));
        let wording = text.map(|text| Decision::Wording(found.id, language, text.to_owned()));
        let decisions: Vec<Outcome> = position.into_iter().chain(wording).map(Outcome::Set).collect();
        if decisions.is_empty() {
            return Err(Refusal::NothingToCorrect { record: self.record.clone() });
        }
        Ok(decisions)
    }

    fn told(&self, view: &View, decisions: &[Outcome]) -> Coded {
        let id = decisions.iter().find_map(|outcome| match outcome.decision() {
            Some(Decision::Position(id, _) | Decision::Wording(id, ..)) => Some(*id),
            _ => None,
        });
        let name = id.map_or_else(|| self.record.clone().into(), |id| called(view, id));
        let what = match (self.position.is_some(), decisions.len()) {
            (true, 1) => "position",
            (true, _) => "both",
            _ => "wording",
        };
        told("done-corrected", [("record", name), ("what", what.into())])
    }
}
