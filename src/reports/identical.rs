//! Which asks are made word for word, so that nobody has to look at each?

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::duplicate_queue::main_of;
use super::duplicates::{AskLine, ask_line, relations_inside};
use super::repeats::{Members, members_of_plan};
use crate::domain::{Ask, Asker, RecordId, RelationKind, SettledRecord};
use crate::view::{Question, Refusal, View};

/// Asks whose records have the same words and positions that agree, and of which nobody has said anything yet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct IdenticalAsks {
    /// How many to show, spread over all of them.
    pub shown: usize,
}

/// What is made word for word.
#[derive(Debug, Clone, Serialize)]
pub struct IdenticalAnswer {
    /// Asks.
    pub asks: usize,
    /// Records in them.
    pub records: usize,
    /// Some of them, whole.
    pub sample: Vec<AskLine>,
}

impl Question for IdenticalAsks {
    type Answer = IdenticalAnswer;

    fn answer(&self, view: &View, asker: &Asker) -> Result<Self::Answer, Refusal> {
        let by_id = by_id(view)?;
        let all = open_asks(view, &by_id)?;
        let records = all.iter().map(|(_, members)| members.len()).sum();
        let asks = all.len();
        // One of every so many, so that what is looked at is no corner of the list.
        let step = asks.div_ceil(self.shown.max(1)).max(1);
        let some: Vec<(&Ask, Members<'_>)> = all.into_iter().step_by(step).take(self.shown).collect();
        let inside = relations_inside(&some, view.relations()?);
        let line =
            |((ask, members), inside): (&(&Ask, Members<'_>), _)| ask_line(ask, members, inside, view, asker.language);
        Ok(IdenticalAnswer { asks, records, sample: some.iter().zip(inside).map(line).collect() })
    }
}

/// For each such ask the record that stands for all, and the others.
///
/// # Errors
/// When records or relations cannot be read.
pub fn identical_asks(view: &View) -> Result<Vec<(RecordId, Vec<RecordId>)>, Refusal> {
    let by_id = by_id(view)?;
    let parted = |(ask, members): (&Ask, Members<'_>)| {
        let main = main_of(ask, &members)?;
        Some((main, members.iter().map(|own| own.record.id).filter(|id| *id != main).collect()))
    };
    Ok(open_asks(view, &by_id)?.into_iter().filter_map(parted).collect())
}

fn by_id(view: &View) -> Result<BTreeMap<RecordId, &SettledRecord>, Refusal> {
    Ok(view.settled()?.iter().map(|own| (own.record.id, own)).collect())
}

/// Asks whose every record is identical with the one that stands for all, and of whose records nobody has said whether
/// any two ask the same.
fn open_asks<'v>(
    view: &'v View,
    by_id: &BTreeMap<RecordId, &'v SettledRecord>,
) -> Result<Vec<(&'v Ask, Members<'v>)>, Refusal> {
    let identical = view.relations()?.iter().filter(|relation| relation.kind == RelationKind::Identical);
    let identical: BTreeSet<(RecordId, RecordId)> = identical.map(|relation| (relation.a, relation.b)).collect();
    let said: BTreeSet<RecordId> = view.decisions.pairs.keys().flat_map(|(a, b)| [*a, *b]).collect();
    let is_open = |(ask, members): &(&Ask, Members<'_>)| {
        let Some(main) = main_of(ask, members) else { return false };
        let ids = || members.iter().map(|own| own.record.id);
        let is_same = |id: RecordId| id == main || identical.contains(&(main.min(id), main.max(id)));
        members.len() > 1 && ids().all(is_same) && ids().all(|id| !said.contains(&id))
    };
    let several = view.asks()?.iter().filter(|ask| ask.members.len() > 1);
    Ok(several.map(|ask| (ask, members_of_plan(ask, by_id))).filter(is_open).collect())
}
