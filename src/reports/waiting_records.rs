//! Which records wait for an answer on links of one kind, all at once?

use serde::{Deserialize, Serialize};

use super::link_queue::waits;
use crate::domain::{Asker, ClusterNumber, RecordId, SettledRecord, TagKind};
use crate::view::{Question, Refusal, View};

/// The records of a queue of links.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingRecords {
    /// SDG targets, or the body that leads.
    pub kind: TagKind,
}

/// A record that waits.
#[derive(Debug, Clone, Serialize)]
pub struct WaitingRecord {
    /// Identifier.
    pub id: RecordId,
    /// Reference.
    pub reference: String,
    /// Its cluster.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cluster: Option<ClusterNumber>,
    /// Text.
    pub text: String,
    /// Codes that are proposed.
    pub proposed: Vec<String>,
}

impl Question for WaitingRecords {
    type Answer = Vec<WaitingRecord>;

    /// In the order of their identifiers.
    fn answer(&self, view: &View, asker: &Asker) -> Result<Self::Answer, Refusal> {
        let waiting = view.settled()?.iter().filter(|settled| waits(settled, self.kind));
        Ok(waiting
            .map(|settled| WaitingRecord {
                id: settled.record.id,
                reference: settled.reference.clone(),
                cluster: settled.cluster,
                text: settled.record.clean_text(asker.language).to_owned(),
                proposed: proposed(settled, self.kind),
            })
            .collect())
    }
}

fn proposed(settled: &SettledRecord, kind: TagKind) -> Vec<String> {
    match kind {
        TagKind::Lead => settled.lead.iter().map(|lead| lead.link.value()).collect(),
        _ => {
            let values = settled.sdg_targets.iter().enumerate();
            values.filter(|(at, _)| settled.proposed.is_proposed(kind, *at)).map(|(_, value)| value.clone()).collect()
        }
    }
}
