//! Final tags: what file, models and persons say of a record, weighed and put together.

use serde::{Deserialize, Serialize};

use super::Decisions;
use crate::analysis::Analysis;
use crate::domain::tag::{Said, settle};
use crate::domain::{Recommendation, RecordId, SettledRecord, Tag, TagKind};

/// Whose tags are wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TagSource {
    /// Person over file over model.
    #[default]
    Final,
    /// What models and rules say, whatever the file said.
    Model,
}

/// A record with its final tags and its place; `ask` names the ask that holds it.
#[must_use]
pub fn settled(
    record: Recommendation,
    analysis: &Analysis,
    decisions: &Decisions,
    ask: RecordId,
    source: TagSource,
) -> SettledRecord {
    let id = record.id;
    let from_models = analysis.records.get(&id).map(|a| a.tags.as_slice()).unwrap_or_default();
    let mut tags: Vec<Said<'_>> = match source {
        // A tag that its own source is known to set blindly is not believed.
        TagSource::Final => record.tags.iter().filter(|tag| tag.confidence.value() >= 0.5).map(said).collect(),
        TagSource::Model => Vec::new(),
    };
    tags.extend(from_models.iter().map(|tag| (tag.kind, tag.text(), tag.provenance)));
    let verdicts = match source {
        TagSource::Final => decisions.tags.get(&id).map(Vec::as_slice).unwrap_or_default(),
        TagSource::Model => &[],
    };
    let values = |kind| settle(kind, &tags, verdicts).into_iter().map(str::to_owned).collect::<Vec<String>>();
    SettledRecord {
        reference: unique_reference(&record, analysis),
        issues: values(TagKind::Issue),
        themes: values(TagKind::Theme),
        groups: values(TagKind::Group),
        sdg_targets: values(TagKind::SdgTarget),
        lead: values(TagKind::Lead).pop(),
        support: values(TagKind::Support),
        action: values(TagKind::Action).pop(),
        instruments: values(TagKind::Instrument),
        cluster: decisions.placements.get(&id).or_else(|| analysis.clusters.placements.get(&id)).copied(),
        is_moved: decisions.placements.contains_key(&id),
        ask,
        record,
    }
}

/// The reference; where several records have the same, the head of the identifier is added.
fn unique_reference(record: &Recommendation, analysis: &Analysis) -> String {
    let reference = record.reference().to_string();
    if analysis.shared_references.contains(&reference) {
        return format!("{reference} #{}", &record.id.to_string()[..8]);
    }
    reference
}

fn said(tag: &Tag) -> Said<'_> {
    (tag.kind, &tag.value, tag.provenance)
}
