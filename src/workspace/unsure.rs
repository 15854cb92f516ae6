//! Records to look at: read with doubt, or with sources that do not agree on the position.

use serde::Serialize;

use super::{Workspace, WorkspaceError};
use crate::domain::{Coded, Confidence, Position, Recommendation, RecordId, Source};

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

impl Workspace {
    /// The records to look at, least sure first. What a person has corrected is not among them.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn unsure(&self) -> Result<Vec<UnsureLine>, WorkspaceError> {
        let decisions = self.decisions()?;
        let is_settled = |id: &RecordId| decisions.positions.contains_key(id) || decisions.wordings.contains_key(id);
        let mut lines = Vec::new();
        self.store.each_record(|record| {
            let reasons: Vec<Coded> = record.doubts.iter().map(|doubt| Coded::from(&doubt.reason)).collect();
            let disagreeing = disagreeing(&record);
            let is_doubted = !reasons.is_empty() || !disagreeing.is_empty();
            if is_doubted && !is_settled(&record.id) {
                lines.push(UnsureLine {
                    id: record.id,
                    reference: record.reference().to_string(),
                    confidence: record.reading_confidence(),
                    reasons,
                    disagreeing,
                    text: record.text(self.language).1.clean.clone(),
                });
            }
            Ok::<(), WorkspaceError>(())
        })?;
        lines.sort_by(|a, b| {
            a.confidence.value().total_cmp(&b.confidence.value()).then_with(|| a.reference.cmp(&b.reference))
        });
        Ok(lines)
    }
}

fn disagreeing(record: &Recommendation) -> Vec<StatedPosition> {
    if !record.is_disputed() {
        return Vec::new();
    }
    let stated = |source: &Source| Some(StatedPosition { file: source.file.clone(), position: source.says.position? });
    record.sources.iter().filter_map(stated).collect()
}
