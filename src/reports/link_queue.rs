//! Which records wait for somebody to say whether a link that models propose holds?

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::card::{RecordCard, card_of};
use super::named_tag::NamedTag;
use crate::domain::{Asker, ClusterNumber, Provenance, RecordId, SettledRecord, TagKind};
use crate::view::{Question, Refusal, View};

/// The links of one kind that wait, and one of the records with all that is known of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkQueue {
    /// SDG targets, or the body that leads.
    pub kind: TagKind,
    /// Place of the record in the queue, from 0; the last where it is beyond.
    #[serde(default)]
    pub at: usize,
    /// Records that stand at the end of the queue: somebody has set them aside.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub aside: BTreeSet<RecordId>,
}

/// Links that wait.
#[derive(Debug, Clone, Serialize)]
pub struct LinkQueueAnswer {
    /// Records with links that wait.
    pub open: usize,
    /// How many of them were set aside.
    pub aside: usize,
    /// Place of the record below.
    pub at: usize,
    /// The record; `None` where nothing waits.
    pub card: Option<RecordCard>,
    /// Its values that wait, each with what speaks for it.
    pub waiting: Vec<NamedTag>,
}

/// How many records wait, by kind of link.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingLinks {}

/// Records that wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct WaitingCounts {
    /// For their SDG targets.
    pub sdg: usize,
    /// For the body that leads.
    pub leads: usize,
}

impl Question for LinkQueue {
    type Answer = LinkQueueAnswer;

    /// Records of one cluster and of one ask lie together: what was said of one is at hand for the next.
    fn answer(&self, view: &View, asker: &Asker) -> Result<Self::Answer, Refusal> {
        let waiting = view.settled()?.iter().filter(|settled| waits(settled, self.kind));
        let place = |settled: &SettledRecord| {
            let id = settled.record.id;
            (self.aside.contains(&id), settled.cluster, settled.ask, id)
        };
        let mut places: Vec<(bool, Option<ClusterNumber>, RecordId, RecordId)> = waiting.map(place).collect();
        let aside = places.iter().filter(|(is_aside, ..)| *is_aside).count();
        let at = self.at.min(places.len().saturating_sub(1));
        let card = match places.is_empty() {
            true => None,
            // One is shown: the others need no order.
            false => card_of(places.select_nth_unstable(at).1.3, view, asker)?,
        };
        let waiting = card.as_ref().map_or_else(Vec::new, |card| waiting_of(card, self.kind));
        Ok(LinkQueueAnswer { open: places.len(), aside, at, card, waiting })
    }
}

impl Question for WaitingLinks {
    type Answer = WaitingCounts;

    fn answer(&self, view: &View, _: &Asker) -> Result<Self::Answer, Refusal> {
        let settled = view.settled()?;
        let count = |kind| settled.iter().filter(|settled| waits(settled, kind)).count();
        Ok(WaitingCounts { sdg: count(TagKind::SdgTarget), leads: count(TagKind::Lead) })
    }
}

/// Whether a link of a kind is a proposal that nobody has answered.
pub(super) fn waits(settled: &SettledRecord, kind: TagKind) -> bool {
    if !settled.record.kind.is_of_plan() {
        return false;
    }
    match kind {
        TagKind::Lead => settled.lead.as_ref().is_some_and(|lead| is_proposal(lead.provenance)),
        kind => settled.proposed.any(kind),
    }
}

/// The values that hold as proposals, with the reasons that the models give.
fn waiting_of(card: &RecordCard, kind: TagKind) -> Vec<NamedTag> {
    let holds = card.held.iter().filter(|own| own.tag.kind == kind && is_proposal(own.tag.provenance));
    let with_reason = |own: &NamedTag| {
        let same = |other: &&NamedTag| other.tag.kind == kind && other.tag.value == own.tag.value;
        let evidence = card.proposed.iter().find(same).map(|found| found.tag.evidence.clone());
        let mut own = own.clone();
        own.tag.evidence = evidence.unwrap_or(own.tag.evidence);
        own
    };
    holds.map(with_reason).collect()
}

const fn is_proposal(provenance: Provenance) -> bool {
    matches!(provenance, Provenance::Model | Provenance::Rule)
}
