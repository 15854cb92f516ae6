//! What is known and proposed of one record, and why?

use serde::{Deserialize, Serialize};

use super::clusters::ClusterName;
use super::gender::{GenderLens, lens_of, words_of};
use super::named_tag::NamedTag;
use crate::analysis::learnt::Learnt;
use crate::analysis::models::Models;
use crate::analysis::{reading_of, tagging};
use crate::domain::{
    Asker, Coded, EntityLink, Recommendation, RecordId, Relation, RelationKind, SettledRecord, Tag, TagKind,
};
use crate::plan::{RecordPlan, plan_of_record};
use crate::view::{Question, Refusal, View};

/// The records that a word names: an identifier or its beginning, a source's identifier, a reference, or a
/// bare paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cards {
    /// The word.
    pub wanted: String,
}

/// A related record, in short.
#[derive(Debug, Clone, Serialize)]
pub struct RelatedRecord {
    /// Identifier.
    pub id: RecordId,
    /// Reference.
    pub reference: String,
    /// How it relates.
    pub kind: RelationKind,
    /// Score.
    pub score: f32,
    /// Why.
    pub reason: Coded,
    /// Text.
    pub text: String,
}

/// The values of one kind that hold for a record in the end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SettledValues {
    /// What they say something about.
    pub kind: TagKind,
    /// The values; empty when nobody and nothing says any.
    pub values: Vec<String>,
}

/// A record with its tags, reasons, sources and relations.
#[derive(Debug, Clone, Serialize)]
pub struct RecordCard {
    /// The record.
    pub record: Recommendation,
    /// Unique reference.
    pub reference: String,
    /// State by name.
    pub state: String,
    /// Recommending States by name.
    pub recommending_states: Vec<String>,
    /// The cluster that it stands in.
    pub cluster: Option<ClusterName>,
    /// Why it stands there, where people have had a hand in it.
    pub placed_by: Option<Coded>,
    /// How women and girls stand in it.
    pub gender: GenderLens,
    /// The words of the text by which that is told.
    pub gender_words: Vec<String>,
    /// Values that hold in the end, by kind.
    pub settled: Vec<SettledValues>,
    /// The same as tags, each with where it comes from.
    pub held: Vec<NamedTag>,
    /// What models and rules propose, with reasons.
    pub proposed: Vec<NamedTag>,
    /// Relations to other records, by kind, surest first.
    pub related: Vec<RelatedRecord>,
    /// What the plan says of it.
    pub plan: RecordPlan,
}

/// Most cards shown for one query.
const MOST: usize = 20;
/// Most relations shown on a card.
const MOST_RELATED: usize = 12;

impl Question for Cards {
    type Answer = Vec<RecordCard>;

    fn answer(&self, view: &View, asker: &Asker) -> Result<Self::Answer, Refusal> {
        let models = Models::embedded().map_err(|error| Refusal::Unreadable { cause: Coded::from(&error) })?;
        let learnt = view.learnt()?;
        let found = view.find(&self.wanted)?;
        found.into_iter().take(MOST).map(|found| card(found, view, asker, models, learnt.as_ref())).collect()
    }
}

/// The card of one record; `None` where it is gone.
pub(super) fn card_of(id: RecordId, view: &View, asker: &Asker) -> Result<Option<RecordCard>, Refusal> {
    let models = Models::embedded().map_err(|error| Refusal::Unreadable { cause: Coded::from(&error) })?;
    let found = view.record(id)?;
    found.map(|found| card(found, view, asker, models, view.learnt()?.as_ref())).transpose()
}

fn card(
    found: SettledRecord,
    view: &View,
    asker: &Asker,
    models: &Models,
    learnt: Option<&Learnt>,
) -> Result<RecordCard, Refusal> {
    let title = |number| view.cluster(number, asker.language).map_or_else(|_| String::new(), |c| c.title.clone());
    let name = |code| view.registers.states.name(code);
    // Without a register that can be read, entities go by the names of their types.
    let register = view.entities().map(|register| register.entities.as_slice()).unwrap_or_default();
    let named = |tags: Vec<Tag>| -> Vec<NamedTag> {
        tags.into_iter().map(|tag| NamedTag::of(tag, register, asker.language)).collect()
    };
    let held = |tag: Tag| match link_of(&tag, &found) {
        Some((link, rival)) => NamedTag::of_link(tag, link, rival, register, asker.language),
        None => NamedTag::of(tag, register, asker.language),
    };
    let placed_by = match found.cluster {
        Some(cluster) => view.placed_by(found.record.id, cluster)?,
        None => None,
    };
    Ok(RecordCard {
        placed_by: placed_by.as_ref().map(Coded::from),
        reference: found.reference.clone(),
        state: found.record.state.map(name).unwrap_or_default(),
        recommending_states: found.record.recommending_states.iter().map(|code| name(*code)).collect(),
        cluster: found.cluster.map(|number| ClusterName { number, title: title(number) }),
        gender: lens_of(&found),
        gender_words: words_of(&found),
        settled: settled_values(&found),
        held: view.held(&found.record)?.into_iter().map(held).collect(),
        proposed: named(tagging::explain(models, &reading_of(&found.record), learnt)),
        related: related(&found.record, view, asker)?,
        plan: plan_of_record(found.record.id, view, asker)?,
        record: found.record,
    })
}

/// The link that stands for a tag of an entity, with the type that is nearly as likely.
fn link_of<'f>(tag: &Tag, found: &'f SettledRecord) -> Option<(&'f EntityLink, Option<&'f str>)> {
    match tag.kind {
        TagKind::Lead => found.lead.as_ref().map(|lead| (&lead.link, lead.rival.as_deref())),
        TagKind::Support => found.support.iter().find(|link| link.value() == tag.value).map(|link| (link, None)),
        _ => None,
    }
}

/// Relations to other records; those of one State lie together.
fn related(record: &Recommendation, view: &View, asker: &Asker) -> Result<Vec<RelatedRecord>, Refusal> {
    let mut relations = view.relations_with(record)?;
    relations.sort_by(|x, y| x.kind.cmp(&y.kind).then(y.score.total_cmp(&x.score)));
    let mut related = Vec::new();
    for relation in &relations {
        if related.len() < MOST_RELATED {
            related.extend(related_line(record.id, relation, view, asker)?);
        }
    }
    Ok(related)
}

fn related_line(
    id: RecordId,
    relation: &Relation,
    view: &View,
    asker: &Asker,
) -> Result<Option<RelatedRecord>, Refusal> {
    let other = if relation.a == id { relation.b } else { relation.a };
    let line = |settled: SettledRecord| RelatedRecord {
        id: other,
        kind: relation.kind,
        score: relation.score,
        reason: Coded::from(&relation.reason),
        text: settled.record.clean_text(asker.language).to_owned(),
        reference: settled.reference,
    };
    Ok(view.record(other)?.map(line))
}

fn settled_values(found: &SettledRecord) -> Vec<SettledValues> {
    let one = |value: &Option<String>| value.iter().cloned().collect::<Vec<_>>();
    let value = |link: &EntityLink| link.value();
    [
        (TagKind::Issue, found.issues.clone()),
        (TagKind::Theme, found.themes.clone()),
        (TagKind::Group, found.groups.clone()),
        (TagKind::SdgTarget, found.sdg_targets.clone()),
        (TagKind::Lead, found.lead.iter().map(|lead| value(&lead.link)).collect()),
        (TagKind::Support, found.support.iter().map(value).collect()),
        (TagKind::Action, one(&found.action)),
        (TagKind::Instrument, found.instruments.clone()),
        (TagKind::Topic, one(&found.topic)),
    ]
    .into_iter()
    .map(|(kind, values)| SettledValues { kind, values })
    .collect()
}
