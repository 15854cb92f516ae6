//! A person's verdict on one value of records.
//!
//! A refusal holds for all that ask the same, but for those for which somebody has accepted the value: otherwise the row
//! of the plan would keep the value of another of its records. What is accepted as the lead or the action category takes the place of what was accepted
//! before, since a record has one.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::named_records::named_records;
use super::{called, told};
use crate::domain::tag::{TagKind, Verdict};
use crate::domain::vocabulary::{Topic, entity_type_named, fold, group_code, topics, value_number, values};
use crate::domain::{
    Ask, Asker, ClusterNumber, Coded, Decision, Entity, EntityLink, Outcome, RecordId, SettledRecord, body_of,
    body_value, type_of,
};
use crate::view::{Command, Noun, Refusal, View};

/// Accept or refuse a value for records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JudgeTag {
    /// The records, by any of their names.
    #[serde(default)]
    pub records: Vec<String>,
    /// A cluster whose records are meant too.
    #[serde(default)]
    pub cluster: Option<ClusterNumber>,
    /// Kind of tag.
    pub kind: TagKind,
    /// The value: a code, or the name of an issue, a topic, a group, a type of entity, or a body of the register.
    pub value: String,
    /// The verdict.
    pub verdict: Verdict,
}

impl Command for JudgeTag {
    fn decide(&self, view: &View, _: &Asker) -> Result<Vec<Outcome>, Refusal> {
        let value = value(self.kind, &self.value, view)?;
        let named = named_records(view, &self.records, self.cluster)?;
        let decisions: Vec<Decision> = match self.verdict {
            Verdict::Accepted => named.iter().flat_map(|settled| self.accepted(settled, &value, view)).collect(),
            Verdict::Refused => self.refused(named, &value, view)?,
        };
        Ok(decisions.into_iter().map(Outcome::Set).collect())
    }

    fn told(&self, view: &View, decisions: &[Outcome]) -> Coded {
        let named: BTreeSet<RecordId> = named_records(view, &self.records, self.cluster)
            .map_or_else(|_| BTreeSet::new(), |named| named.iter().map(|settled| settled.record.id).collect());
        let decided: BTreeSet<RecordId> = decisions.iter().flat_map(|decision| decision.subject().records()).collect();
        let verdict = if self.verdict == Verdict::Accepted { "accepted" } else { "refused" };
        let value = value(self.kind, &self.value, view).unwrap_or_else(|_| self.value.clone());
        let values = [
            ("record", named.first().map_or_else(|| "".into(), |id| called(view, *id))),
            ("count", named.len().into()),
            ("others", decided.difference(&named).count().into()),
            ("kind", self.kind.code().into()),
            ("value", name_of(value, view).into()),
            ("verdict", verdict.into()),
        ];
        told("done-judged", values)
    }
}

impl JudgeTag {
    /// The value is accepted, and what it takes the place of is refused.
    fn accepted(&self, settled: &SettledRecord, value: &str, view: &View) -> Vec<Decision> {
        let id = settled.record.id;
        let is_single = matches!(self.kind, TagKind::Lead | TagKind::Action);
        let before = decided(view, id, self.kind, Verdict::Accepted).filter(|_| is_single);
        // The type of a body that is named is no other answer.
        let others = before.filter(|own| *own != value && *own != type_of(value));
        let replaced = others.map(|own| Decision::Tag(id, self.kind, own.to_owned(), Verdict::Refused));
        replaced.chain([Decision::Tag(id, self.kind, value.to_owned(), Verdict::Accepted)]).collect()
    }

    /// The value is refused for the records, and for those of their asks that have it.
    fn refused(&self, named: Vec<SettledRecord>, value: &str, view: &View) -> Result<Vec<Decision>, Refusal> {
        let asks: BTreeSet<RecordId> = named.iter().map(|settled| settled.ask).collect();
        let mut ids: BTreeSet<RecordId> = named.iter().map(|settled| settled.record.id).collect();
        let is_meant = |ask: &&Ask| asks.contains(&ask.id);
        for id in view.asks()?.iter().filter(is_meant).flat_map(|ask| &ask.members) {
            let has_it = view.record(*id)?.is_some_and(|settled| has(&settled, self.kind, value));
            // What somebody has said of another record by itself stays said.
            let is_said = decided(view, *id, self.kind, Verdict::Accepted).any(|own| own == value);
            ids.extend((has_it && !is_said).then_some(*id));
        }
        let mut decisions = Vec::new();
        for id in ids {
            let values = self.refused_values(id, value, view)?;
            decisions.extend(values.into_iter().map(|value| Decision::Tag(id, self.kind, value, Verdict::Refused)));
        }
        Ok(decisions)
    }

    /// What no longer holds where a value is refused: with a type its bodies that were accepted, with the last
    /// body of a type the type.
    fn refused_values(&self, id: RecordId, value: &str, view: &View) -> Result<BTreeSet<String>, Refusal> {
        let mut values = BTreeSet::from([value.to_owned()]);
        if !matches!(self.kind, TagKind::Lead | TagKind::Support) {
            return Ok(values);
        }
        let of_type = type_of(value);
        let Some(body) = body_of(value) else {
            let accepted = decided(view, id, self.kind, Verdict::Accepted);
            values.extend(accepted.filter(|own| type_of(own) == of_type).map(str::to_owned));
            return Ok(values);
        };
        let gone: Vec<&str> = decided(view, id, self.kind, Verdict::Refused).collect();
        let is_left = |entity: &Entity| {
            entity.entity_type == of_type
                && entity.code != body
                && !gone.contains(&body_value(of_type, &entity.code).as_str())
        };
        if !view.entities()?.entities.iter().any(is_left) {
            values.insert(of_type.to_owned());
        }
        Ok(values)
    }
}

/// The values of a kind that people have given a verdict on for a record.
fn decided(view: &View, id: RecordId, kind: TagKind, verdict: Verdict) -> impl Iterator<Item = &str> {
    let verdicts = view.decisions.tags.get(&id).map(Vec::as_slice).unwrap_or_default().iter();
    verdicts.filter(move |said| said.of.kind == kind && said.verdict == verdict).map(|said| said.of.value.as_str())
}

/// Whether a record has a value, or a body of a type that it may be.
fn has(settled: &SettledRecord, kind: TagKind, value: &str) -> bool {
    let link = EntityLink::of(value, std::iter::empty());
    let holds = |values: &[String]| values.iter().any(|own| own == value);
    match kind {
        TagKind::Issue => holds(&settled.issues),
        TagKind::Theme => holds(&settled.themes),
        TagKind::Group => holds(&settled.groups),
        TagKind::SdgTarget => holds(&settled.sdg_targets),
        TagKind::Instrument => holds(&settled.instruments),
        TagKind::Action => settled.action.as_deref() == Some(value),
        TagKind::Topic => settled.topic.as_deref() == Some(value),
        TagKind::Lead => settled.lead.as_ref().is_some_and(|lead| lead.link.may_be(&link)),
        TagKind::Support => settled.support.iter().any(|own| own.may_be(&link)),
        TagKind::Smart => false,
    }
}

/// The code of a value that the user names; a body of the register stands behind its type.
fn value(kind: TagKind, wanted: &str, view: &View) -> Result<String, Refusal> {
    let folded = fold(wanted);
    let is_entity = matches!(kind, TagKind::Lead | TagKind::Support);
    if let Some(body) = is_entity.then(|| view.registered_body(&folded)).transpose()?.flatten() {
        return Ok(body_value(&body.entity_type, &body.code));
    }
    if value_number(kind, wanted).is_some() {
        return Ok(wanted.to_owned());
    }
    let of_kind = values(kind).iter().find(|code| fold(code) == folded).map(|code| (*code).to_owned());
    let found = match (of_kind, kind) {
        (Some(code), _) => Some(code),
        (None, TagKind::Group) => group_code(wanted).map(str::to_owned),
        (None, TagKind::Topic) => topic_titled(&folded),
        (None, TagKind::Lead | TagKind::Support) => entity_type_named(&folded).map(|found| found.code.clone()),
        _ => None,
    };
    found.ok_or_else(|| Refusal::unknown(Noun::Value, wanted))
}

/// The code of a topic of that title, in any of the six languages.
fn topic_titled(folded: &str) -> Option<String> {
    let is_titled = |topic: &&Topic| topic.titles.iter().any(|title| fold(title) == folded);
    topics().iter().find(is_titled).map(|topic| topic.code.clone())
}

/// What people call a value: a body goes by its name in the register.
fn name_of(value: String, view: &View) -> String {
    let register = view.entities().map(|register| register.entities.as_slice()).unwrap_or_default();
    let is_it =
        |entity: &&Entity| entity.entity_type == type_of(&value) && body_of(&value) == Some(entity.code.as_str());
    register.iter().find(is_it).map_or_else(|| value.clone(), |entity| entity.name.clone())
}
