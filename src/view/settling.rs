//! Final tags: what file, models and persons say of a record, weighed and put together.

use serde::{Deserialize, Serialize};

use super::Decisions;
use crate::analysis::{Analysis, ModelTag};
use crate::domain::{
    Claim, Confidence, EntityLink, Lead, ProposedValues, Provenance, Recommendation, RecordId, SettledRecord, Tag,
    TagKind, TagVerdict, Verdict, settle,
};

/// Whose tags are wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TagSource {
    /// Person over file over model, with what a model says more finely than a coarse file.
    #[default]
    Final,
    /// What models and rules say, whatever the file said.
    Model,
}

/// The kinds of tags that a settled record has, in the order in which they are shown.
const KINDS: [TagKind; 9] = [
    TagKind::Issue,
    TagKind::Theme,
    TagKind::Group,
    TagKind::SdgTarget,
    TagKind::Lead,
    TagKind::Support,
    TagKind::Action,
    TagKind::Instrument,
    TagKind::Topic,
];

/// What is said of a record, and what people decided of it.
struct Weighed<'a> {
    claims: Vec<Claim<'a>>,
    verdicts: &'a [TagVerdict],
    /// The type that a model holds for nearly as likely to lead as the one it proposes.
    rival: Option<&'static str>,
}

impl<'a> Weighed<'a> {
    fn of(record: &'a Recommendation, proposed: &'a [ModelTag], decisions: &'a Decisions, source: TagSource) -> Self {
        let is_final = source == TagSource::Final;
        // A tag that its own source is known to set blindly is not believed.
        let believed = record.tags.iter().filter(|tag| is_final && tag.confidence.value() >= 0.5).map(Claim::from);
        let rival = proposed.iter().find(|tag| tag.kind == TagKind::Lead).and_then(ModelTag::rival_text);
        let proposed = proposed.iter().map(|tag| Claim {
            kind: tag.kind,
            value: tag.text(),
            provenance: tag.provenance,
            confidence: Confidence::new(f32::from(tag.confidence) / 100.0),
        });
        let verdicts = decisions.tags.get(&record.id).filter(|_| is_final).map(Vec::as_slice).unwrap_or_default();
        Self { claims: believed.chain(proposed).collect(), verdicts, rival }
    }

    /// What holds of a kind. A record has one lead, one action category and one topic: the last, since what
    /// people accept comes last. Who leads supports nobody.
    fn holding(&self, kind: TagKind) -> Vec<Claim<'a>> {
        let mut held = settle(kind, &self.claims, self.verdicts);
        match kind {
            TagKind::Lead | TagKind::Action | TagKind::Topic => held.pop().into_iter().collect(),
            TagKind::Support => {
                let link = |claim: &Claim<'_>| EntityLink::of(claim.value, std::iter::empty());
                let lead = settle(TagKind::Lead, &self.claims, self.verdicts).last().map(link);
                held.retain(|claim| !lead.as_ref().is_some_and(|lead| lead.may_be(&link(claim))));
                held
            }
            _ => held,
        }
    }

    /// The values of a kind that a person has refused.
    fn refused(&self, kind: TagKind) -> impl Iterator<Item = &'a str> {
        let of_kind = self.verdicts.iter().filter(move |said| said.of.kind == kind && said.verdict == Verdict::Refused);
        of_kind.map(|said| said.of.value.as_str())
    }

    /// Who leads. A type that a model holds for nearly as likely as its own stands beside that alone.
    fn lead(&self) -> Option<Lead> {
        let claim = self.holding(TagKind::Lead).pop()?;
        let is_open = |rival: &&str| {
            claim.provenance == Provenance::Model && !self.refused(TagKind::Lead).any(|refused| refused == *rival)
        };
        Some(Lead {
            link: EntityLink::of(claim.value, self.refused(TagKind::Lead)),
            provenance: claim.provenance,
            rival: self.rival.filter(is_open).map(str::to_owned),
        })
    }

    /// Which of the values that hold are proposals.
    fn proposed(&self) -> ProposedValues {
        let mut proposed = ProposedValues::default();
        for kind in ProposedValues::KINDS {
            for (at, claim) in self.holding(kind).iter().enumerate() {
                if matches!(claim.provenance, Provenance::Model | Provenance::Rule) {
                    proposed.propose(kind, at);
                }
            }
        }
        proposed
    }

    /// Who supports.
    fn support(&self) -> Vec<EntityLink> {
        let held = self.holding(TagKind::Support);
        held.iter().map(|claim| EntityLink::of(claim.value, self.refused(TagKind::Support))).collect()
    }
}

/// The tags of a record that hold, by kind, each with where it comes from.
#[must_use]
pub(super) fn held_tags(record: &Recommendation, proposed: &[ModelTag], decisions: &Decisions) -> Vec<Tag> {
    let weighed = Weighed::of(record, proposed, decisions, TagSource::Final);
    KINDS.into_iter().flat_map(|kind| weighed.holding(kind)).map(Tag::from).collect()
}

/// A record with its final tags and its place; `proposed` is what models and rules say of it, `ask` names the
/// ask that holds it.
#[must_use]
pub fn settled(
    record: Recommendation,
    proposed: &[ModelTag],
    analysis: &Analysis,
    decisions: &Decisions,
    ask: RecordId,
    source: TagSource,
) -> SettledRecord {
    let id = record.id;
    let weighed = Weighed::of(&record, proposed, decisions, source);
    let values = |kind| weighed.holding(kind).iter().map(|claim| claim.value.to_owned()).collect::<Vec<String>>();
    SettledRecord {
        proposed: weighed.proposed(),
        reference: unique_reference(&record, analysis),
        issues: values(TagKind::Issue),
        themes: values(TagKind::Theme),
        groups: values(TagKind::Group),
        sdg_targets: values(TagKind::SdgTarget),
        lead: weighed.lead(),
        support: weighed.support(),
        action: values(TagKind::Action).pop(),
        instruments: values(TagKind::Instrument),
        topic: values(TagKind::Topic).pop(),
        cluster: decisions.placements.get(&id).or_else(|| analysis.clusters.placements.get(&id)).copied(),
        is_moved: decisions.placements.contains_key(&id),
        ask,
        record,
    }
}

/// What people call the record; where several would be called the same, the head of the identifier is added.
pub(super) fn unique_reference(record: &Recommendation, analysis: &Analysis) -> String {
    let reference = record.reference().to_string();
    if analysis.shared_references.contains(&reference) {
        return format!("{reference} #{}", &record.id.to_string()[..8]);
    }
    let by_states = record.called_by_states().filter(|name| !analysis.shared_references.contains(name));
    by_states.unwrap_or_else(|| record.called())
}
