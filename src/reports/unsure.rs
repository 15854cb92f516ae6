//! Which records should somebody look at: read with doubt, without something that no source says, or with
//! sources that do not agree on the position?

use serde::{Deserialize, Serialize};

use crate::domain::{
    Asker, Coded, Confidence, Kind, Mechanism, Message, Position, Recommendation, RecordId, SettledRecord, Source,
    Values, fields,
};
use crate::view::{Question, Refusal, View};

/// What no source of a recommendation says, though it has one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case", prefix = "unsure-")]
pub enum Missing {
    /// The State under review.
    State,
    /// A State that is known: a source names one that no table has.
    KnownState {
        /// As written.
        name: String,
    },
    /// The session of the review.
    Session,
    /// The position of the State.
    Position,
}

impl Message for Missing {
    fn code(&self) -> &'static str {
        self.into()
    }

    fn values(&self) -> Values {
        fields(self)
    }
}

/// How sure a record is whose sources leave something open.
const MISSING: Confidence = Confidence::HALF;

/// The records to look at. What a person has corrected is not among them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unsure {}

/// A record to look at, and why.
#[derive(Debug, Clone, Serialize)]
pub struct UnsureLine {
    /// Identifier.
    pub id: RecordId,
    /// Reference.
    pub reference: String,
    /// How sure the reading is.
    pub confidence: Confidence,
    /// What is in doubt about its reading, and what no source says.
    pub reasons: Vec<Coded>,
    /// What each source says of the position, where they do not agree.
    pub disagreeing: Vec<StatedPosition>,
    /// Text.
    pub text: String,
}

/// The position that one source states.
#[derive(Debug, Clone, Serialize)]
pub struct StatedPosition {
    /// Name of the file.
    pub file: String,
    /// The position.
    pub position: Position,
}

impl Question for Unsure {
    type Answer = Vec<UnsureLine>;

    /// Least sure first.
    fn answer(&self, view: &View, asker: &Asker) -> Result<Self::Answer, Refusal> {
        let open = view.settled()?.iter().filter(|settled| !view.decisions.has_corrected(settled.record.id));
        let mut lines: Vec<UnsureLine> = open.filter_map(|settled| line(settled, asker)).collect();
        lines.sort_by(|a, b| {
            a.confidence.value().total_cmp(&b.confidence.value()).then_with(|| a.reference.cmp(&b.reference))
        });
        Ok(lines)
    }
}

fn line(settled: &SettledRecord, asker: &Asker) -> Option<UnsureLine> {
    let record = &settled.record;
    let disagreeing = disagreeing(record);
    let missing = missing(record);
    let doubts = record.doubts.iter().map(|doubt| Coded::from(&doubt.reason));
    let reasons: Vec<Coded> = doubts.chain(missing.iter().map(Coded::from)).collect();
    let is_doubted = !reasons.is_empty() || !disagreeing.is_empty();
    let read = record.reading_confidence();
    let confidence = if missing.is_empty() || read.value() < MISSING.value() { read } else { MISSING };
    is_doubted.then(|| UnsureLine {
        id: record.id,
        reference: settled.reference.clone(),
        confidence,
        reasons,
        disagreeing,
        text: record.clean_text(asker.language).to_owned(),
    })
}

/// What no source says of it. Sessions and positions are those of recommendations of the review alone; one
/// that the document leaves to a later answer is said.
fn missing(record: &Recommendation) -> Vec<Missing> {
    let of_review = record.mechanism == Mechanism::Upr && record.kind == Kind::Recommendation;
    let state = record.state.is_none().then(|| match &record.unknown_state {
        Some(name) => Missing::KnownState { name: name.clone() },
        None => Missing::State,
    });
    let session = (of_review && record.session.is_none()).then_some(Missing::Session);
    let position = (of_review && record.position == Position::None).then_some(Missing::Position);
    [state, session, position].into_iter().flatten().collect()
}

fn disagreeing(record: &Recommendation) -> Vec<StatedPosition> {
    if !record.is_disputed() {
        return Vec::new();
    }
    let stated = |source: &Source| Some(StatedPosition { file: source.file.clone(), position: source.says.position? });
    record.sources.iter().filter_map(stated).collect()
}

#[cfg(test)]
mod tests {
    use strum::VariantNames;

    use super::Missing;
    use crate::domain::Message;

    #[test]
    fn what_is_missing_is_told_by_a_code_with_what_was_written() {
        let unknown = Missing::KnownState { name: "Atlantis".to_owned() };
        assert_eq!((unknown.code(), unknown.values()["name"].as_str()), ("unsure-known-state", Some("Atlantis")));
        assert_eq!(Missing::VARIANTS.len(), 4);
    }
}
