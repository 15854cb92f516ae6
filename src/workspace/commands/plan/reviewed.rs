//! What those who went through a table have decided on a recommendation: its place, its links, what asks the same.

use std::collections::BTreeSet;

use crate::domain::exchange::{SheetColumn, is_clearing};
use crate::domain::tag::{TagKind, Verdict};
use crate::domain::vocabulary::fold;
use crate::domain::{Asker, ClusterNumber, EntityLink, Language, Outcome, RecordId, RelationKind, SettledRecord};
use crate::plan::exchange::ChangedCell;
use crate::plan::linked_body_name;
use crate::view::{Command, Noun, Refusal, View, cluster_named};
use crate::workspace::commands::{JudgeTag, MoveRecord, RelateRecords};

/// The decisions of the cells of one recommendation, each as the command that says the same.
///
/// # Errors
/// When a cell names a cluster, a body, a target or a recommendation that is not known, or a locked cluster.
pub(super) fn reviewed(
    id: RecordId,
    cells: &[&ChangedCell],
    language: Language,
    view: &View,
    asker: &Asker,
) -> Result<Vec<Outcome>, Refusal> {
    let settled = view.record(id)?.ok_or_else(|| Refusal::unknown(Noun::Record, id.to_string()))?;
    let row = Row { settled: &settled, language, view, asker };
    let mut decided = Vec::new();
    for cell in cells {
        decided.extend(row.cell(cell)?);
    }
    Ok(decided)
}

/// A recommendation under review.
struct Row<'a> {
    settled: &'a SettledRecord,
    /// The language that the tables went out in.
    language: Language,
    view: &'a View,
    asker: &'a Asker,
}

impl Row<'_> {
    fn cell(&self, cell: &ChangedCell) -> Result<Vec<Outcome>, Refusal> {
        match cell.field {
            SheetColumn::Cluster => self.moved(cell.theirs.trim()),
            SheetColumn::LeadBody if is_clearing(&cell.theirs) => match &self.settled.lead {
                Some(lead) => self.judged(TagKind::Lead, value_of(&lead.link), Verdict::Refused),
                None => Ok(Vec::new()),
            },
            SheetColumn::LeadBody => self.judged(TagKind::Lead, cell.theirs.trim(), Verdict::Accepted),
            SheetColumn::SupportBodies => {
                self.listed(cell, |name| self.body(name), |body, verdict| self.judged(TagKind::Support, body, verdict))
            }
            SheetColumn::SdgTargets => self.listed(
                cell,
                |code| Ok(code.to_owned()),
                |code, verdict| self.judged(TagKind::SdgTarget, code, verdict),
            ),
            SheetColumn::SameAs => self.listed(
                cell,
                |name| Ok(self.view.find_one(name)?.record.id.to_string()),
                |other, verdict| self.related(other, verdict),
            ),
            SheetColumn::Agreed => self.agreed(&cell.apart),
            _ => Ok(Vec::new()),
        }
    }

    /// The record is put where the cell says, by number or title. A title beside a number must be that of the cluster:
    /// numbers may have changed since.
    fn moved(&self, wanted: &str) -> Result<Vec<Outcome>, Refusal> {
        let (first, rest) = wanted.split_once(char::is_whitespace).unwrap_or((wanted, ""));
        let to = match first.parse::<ClusterNumber>() {
            Ok(number) if rest.trim().is_empty() => number,
            Ok(number) => {
                let titled = |language| self.view.cluster(number, language).map(|own| fold(&own.title));
                if ![titled(self.language)?, titled(Language::En)?].contains(&fold(rest)) {
                    return Err(Refusal::unknown(Noun::Cluster, wanted));
                }
                number
            }
            Err(_) => cluster_named(self.view, wanted, self.language)?,
        };
        if self.settled.cluster == Some(to) {
            return Ok(Vec::new());
        }
        MoveRecord { records: vec![self.id()], to }.decide(self.view, self.asker)
    }

    /// Of a cell with one thing a line: what was added, and what was taken away. Both sides are `read` to what they
    /// mean, so that another name of the same is no change.
    fn listed(
        &self,
        cell: &ChangedCell,
        read: impl Fn(&str) -> Result<String, Refusal>,
        decide: impl Fn(&str, Verdict) -> Result<Vec<Outcome>, Refusal>,
    ) -> Result<Vec<Outcome>, Refusal> {
        let meant = |text: &str| -> Result<BTreeSet<String>, Refusal> {
            let things = if is_clearing(text) { BTreeSet::new() } else { cell.field.things(text) };
            things.iter().map(|thing| read(thing)).collect()
        };
        let (theirs, sent) = (meant(&cell.theirs)?, meant(&cell.sent)?);
        let mut decided = Vec::new();
        for added in theirs.difference(&sent) {
            decided.extend(decide(added, Verdict::Accepted)?);
        }
        for gone in sent.difference(&theirs) {
            decided.extend(decide(gone, Verdict::Refused)?);
        }
        Ok(decided)
    }

    /// The code of a body by any of its names, or by how the row shows one of a type with several bodies.
    fn body(&self, name: &str) -> Result<String, Refusal> {
        let register = &self.view.entities()?.entities;
        let is_shown = |link: &&EntityLink| fold(&linked_body_name(link, register, self.language)) == fold(name);
        match (self.view.body_code(name), self.settled.support.iter().find(is_shown)) {
            (Ok(code), _) => Ok(code),
            (Err(_), Some(link)) => Ok(value_of(link).to_owned()),
            (Err(refusal), None) => Err(refusal),
        }
    }

    /// Lead, support and targets as they stand are agreed to, but for columns in which something else is written or was
    /// decided since. Of two that may lead nobody has been chosen by a yes.
    fn agreed(&self, apart: &[SheetColumn]) -> Result<Vec<Outcome>, Refusal> {
        let lead = self.settled.lead.as_ref().filter(|lead| lead.rival.is_none());
        let of_column: [(SheetColumn, TagKind, Vec<&str>); 3] = [
            (SheetColumn::LeadBody, TagKind::Lead, lead.iter().map(|lead| value_of(&lead.link)).collect()),
            (SheetColumn::SupportBodies, TagKind::Support, self.settled.support.iter().map(value_of).collect()),
            (
                SheetColumn::SdgTargets,
                TagKind::SdgTarget,
                self.settled.sdg_targets.iter().map(String::as_str).collect(),
            ),
        ];
        let mut decided = Vec::new();
        for (_, kind, values) in of_column.into_iter().filter(|(column, ..)| !apart.contains(column)) {
            for value in values {
                decided.extend(self.judged(kind, value, Verdict::Accepted)?);
            }
        }
        Ok(decided)
    }

    fn judged(&self, kind: TagKind, value: &str, verdict: Verdict) -> Result<Vec<Outcome>, Refusal> {
        let value = value.to_owned();
        JudgeTag { records: vec![self.id()], cluster: None, kind, value, verdict }.decide(self.view, self.asker)
    }

    fn related(&self, other: &str, verdict: Verdict) -> Result<Vec<Outcome>, Refusal> {
        let kind = (verdict == Verdict::Accepted).then_some(RelationKind::SameAsk);
        RelateRecords { record: self.id(), others: vec![other.to_owned()], kind }.decide(self.view, self.asker)
    }

    fn id(&self) -> String {
        self.settled.record.id.to_string()
    }
}

/// The code of the body that a link names, else of its type.
fn value_of(link: &EntityLink) -> &str {
    link.body.as_deref().unwrap_or(&link.entity_type)
}
