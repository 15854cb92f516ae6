//! What those who went through a table have decided on a recommendation: its place, its links, what asks the same.

use std::collections::BTreeSet;

use crate::domain::exchange::{SheetColumn, is_clearing};
use crate::domain::tag::{TagKind, Verdict};
use crate::domain::{Asker, ClusterNumber, EntityLink, Outcome, RecordId, RelationKind, SettledRecord};
use crate::plan::exchange::ChangedCell;
use crate::view::{Command, Noun, Refusal, View, cluster_named};
use crate::workspace::commands::{JudgeTag, MoveRecord, RelateRecords};

/// The decisions of the cells of one recommendation, each as the command that says the same.
///
/// # Errors
/// When a cell names a cluster, a body, a target or a recommendation that is not known, or a locked cluster.
pub(super) fn reviewed(
    id: RecordId,
    cells: &[&ChangedCell],
    view: &View,
    asker: &Asker,
) -> Result<Vec<Outcome>, Refusal> {
    let settled = view.record(id)?.ok_or_else(|| Refusal::unknown(Noun::Record, id.to_string()))?;
    let row = Row { settled: &settled, view, asker };
    let mut decided = Vec::new();
    let changed: BTreeSet<SheetColumn> = cells.iter().map(|cell| cell.field).collect();
    // What is written beside a yes outranks it: the yes is of what stands.
    if cells.iter().any(|cell| cell.field == SheetColumn::Agreed) {
        decided.extend(row.agreed(&changed)?);
    }
    for cell in cells {
        decided.extend(row.cell(cell)?);
    }
    Ok(decided)
}

/// A recommendation under review.
struct Row<'a> {
    settled: &'a SettledRecord,
    view: &'a View,
    asker: &'a Asker,
}

impl Row<'_> {
    fn cell(&self, cell: &ChangedCell) -> Result<Vec<Outcome>, Refusal> {
        match cell.field {
            SheetColumn::Cluster => self.moved(cell.theirs.trim()),
            SheetColumn::LeadBody if is_clearing(&cell.theirs) => match &self.settled.lead {
                Some(lead) => self.judged(TagKind::Lead, &value_of(&lead.link), Verdict::Refused),
                None => Ok(Vec::new()),
            },
            SheetColumn::LeadBody => self.judged(TagKind::Lead, cell.theirs.trim(), Verdict::Accepted),
            SheetColumn::SupportBodies => {
                self.listed(cell, |line, verdict| self.judged(TagKind::Support, line, verdict))
            }
            SheetColumn::SdgTargets => {
                self.listed(cell, |code, verdict| self.judged(TagKind::SdgTarget, code, verdict))
            }
            SheetColumn::SameAs => self.listed(cell, |line, verdict| self.related(line, verdict)),
            _ => Ok(Vec::new()),
        }
    }

    /// The record is put where the cell says, by number or title.
    fn moved(&self, wanted: &str) -> Result<Vec<Outcome>, Refusal> {
        let number = wanted.split_whitespace().next().and_then(|word| word.parse::<ClusterNumber>().ok());
        let to = match number {
            Some(number) => number,
            None => cluster_named(self.view, wanted, self.asker.language)?,
        };
        if self.settled.cluster == Some(to) {
            return Ok(Vec::new());
        }
        MoveRecord { records: vec![self.id()], to }.decide(self.view, self.asker)
    }

    /// Of a cell with one thing a line: what was added, and what was taken away.
    fn listed(
        &self,
        cell: &ChangedCell,
        decide: impl Fn(&str, Verdict) -> Result<Vec<Outcome>, Refusal>,
    ) -> Result<Vec<Outcome>, Refusal> {
        let theirs = if is_clearing(&cell.theirs) { BTreeSet::new() } else { cell.field.things(&cell.theirs) };
        let sent = cell.field.things(&cell.sent);
        let mut decided = Vec::new();
        for line in theirs.difference(&sent) {
            decided.extend(decide(line, Verdict::Accepted)?);
        }
        for line in sent.difference(&theirs) {
            decided.extend(decide(line, Verdict::Refused)?);
        }
        Ok(decided)
    }

    /// All that stands is agreed to, but for columns in which something else is written.
    fn agreed(&self, changed: &BTreeSet<SheetColumn>) -> Result<Vec<Outcome>, Refusal> {
        let mut decided = Vec::new();
        let mut accept = |column: SheetColumn, kind: TagKind, values: Vec<String>| -> Result<(), Refusal> {
            for value in values.iter().filter(|_| !changed.contains(&column)) {
                decided.extend(self.judged(kind, value, Verdict::Accepted)?);
            }
            Ok(())
        };
        let lead = self.settled.lead.iter().map(|lead| value_of(&lead.link)).collect();
        accept(SheetColumn::LeadBody, TagKind::Lead, lead)?;
        accept(SheetColumn::SupportBodies, TagKind::Support, self.settled.support.iter().map(value_of).collect())?;
        accept(SheetColumn::SdgTargets, TagKind::SdgTarget, self.settled.sdg_targets.clone())?;
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
fn value_of(link: &EntityLink) -> String {
    link.body.clone().unwrap_or_else(|| link.entity_type.clone())
}
