//! Records to look at: read with doubt, or with sources that do not agree on the position.

use serde::Serialize;

use super::{Workspace, WorkspaceError};
use crate::domain::{Confidence, Recommendation, RecordId};

/// A record to look at, and why.
#[derive(Debug, Clone, Serialize)]
pub struct UnsureLine {
    /// Identifier.
    pub id: RecordId,
    /// Reference.
    pub reference: String,
    /// How sure the reading is.
    pub confidence: Confidence,
    /// What is in doubt.
    pub reasons: Vec<String>,
    /// Text.
    pub text: String,
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
            let reasons = reasons(&record);
            if !reasons.is_empty() && !is_settled(&record.id) {
                lines.push(UnsureLine {
                    id: record.id,
                    reference: record.reference().to_string(),
                    confidence: record.reading_confidence(),
                    reasons,
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

fn reasons(record: &Recommendation) -> Vec<String> {
    let mut reasons: Vec<String> = record.doubts.iter().map(|doubt| doubt.reason.clone()).collect();
    if record.is_disputed() {
        let said = record.sources.iter().filter_map(|s| Some(format!("{} says {}", s.file, s.says.position?.code())));
        reasons.push(format!("sources do not agree on the position: {}", said.collect::<Vec<_>>().join("; ")));
    }
    reasons
}
