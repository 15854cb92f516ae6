//! Which records should somebody look at: read with doubt, or with sources that do not agree on the position?

use serde::{Deserialize, Serialize};

use crate::domain::{Asker, Coded, Confidence, Position, Recommendation, RecordId, SettledRecord, Source};
use crate::view::{Question, Refusal, View};

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
    /// What is in doubt about its reading.
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
    let is_doubted = !record.doubts.is_empty() || !disagreeing.is_empty();
    is_doubted.then(|| UnsureLine {
        id: record.id,
        reference: settled.reference.clone(),
        confidence: record.reading_confidence(),
        reasons: record.doubts.iter().map(|doubt| Coded::from(&doubt.reason)).collect(),
        disagreeing,
        text: record.clean_text(asker.language).to_owned(),
    })
}

fn disagreeing(record: &Recommendation) -> Vec<StatedPosition> {
    if !record.is_disputed() {
        return Vec::new();
    }
    let stated = |source: &Source| Some(StatedPosition { file: source.file.clone(), position: source.says.position? });
    record.sources.iter().filter_map(stated).collect()
}
