//! Which asks that are made more than once wait for somebody to say whether their records ask the same?

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::duplicates::{AskLine, ask_line, relations_inside};
use super::repeats::{Members, members_of_plan};
use crate::domain::{Ask, Asker, RecordId, SettledRecord};
use crate::view::{Question, Refusal, View};

/// The asks that wait, largest first, and one of them whole.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DuplicateQueue {
    /// Place of the ask in the queue, from 0; the last where it is beyond.
    pub at: usize,
    /// Asks that stand at the end of the queue: somebody has set them aside.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub aside: BTreeSet<RecordId>,
}

/// Asks that wait.
#[derive(Debug, Clone, Serialize)]
pub struct DuplicateQueueAnswer {
    /// Asks with members that nobody has answered for.
    pub open: usize,
    /// All asks that are made more than once.
    pub all: usize,
    /// How many of them were set aside.
    pub aside: usize,
    /// Place of the ask below.
    pub at: usize,
    /// The ask; `None` where nothing waits.
    pub ask: Option<AskLine>,
    /// The member that stands for all, with which the others are compared.
    pub main: Option<RecordId>,
    /// Its members that somebody has answered for.
    pub decided: BTreeSet<RecordId>,
}

impl Question for DuplicateQueue {
    type Answer = DuplicateQueueAnswer;

    fn answer(&self, view: &View, asker: &Asker) -> Result<Self::Answer, Refusal> {
        let (settled, several) = (view.settled()?, view.asks()?.iter().filter(|ask| ask.members.len() > 1));
        let found = |id: &RecordId| settled.binary_search_by_key(id, |own| own.record.id).ok().map(|at| &settled[at]);
        let own = several.clone().flat_map(|ask| &ask.members).filter_map(found);
        let by_id: BTreeMap<RecordId, &SettledRecord> = own.map(|own| (own.record.id, own)).collect();
        let repeated = several.map(|ask| (ask, members_of_plan(ask, &by_id)));
        let repeated: Vec<(&Ask, Members<'_>)> = repeated.filter(|(_, members)| members.len() > 1).collect();
        let all = repeated.len();
        let is_open = |(ask, members): &(&Ask, Members<'_>)| decided(ask, members, view).len() + 1 < members.len();
        let mut open: Vec<(&Ask, Members<'_>)> = repeated.into_iter().filter(is_open).collect();
        open.sort_by_key(|(ask, members)| (self.aside.contains(&ask.id), Reverse(members.len()), ask.id));
        let aside = open.iter().rev().take_while(|(ask, _)| self.aside.contains(&ask.id)).count();
        let at = self.at.min(open.len().saturating_sub(1));
        let count = open.len();
        let one: Vec<(&Ask, Members<'_>)> = open.into_iter().skip(at).take(1).collect();
        let inside = relations_inside(&one, view.relations()?);
        let shown = one.iter().zip(inside).next();
        let of_one = one.first().map_or_else(BTreeSet::new, |(ask, members)| decided(ask, members, view));
        let ask = shown.map(|((ask, members), inside)| ask_line(ask, members, inside, view, asker.language));
        let main = one.first().and_then(|(ask, members)| main_of(ask, members));
        Ok(DuplicateQueueAnswer { open: count, all, aside, at, ask, main, decided: of_one })
    }
}

/// The member that stands for all.
pub(super) fn main_of(ask: &Ask, members: &[&SettledRecord]) -> Option<RecordId> {
    let mut ids = members.iter().map(|settled| settled.record.id);
    let first = ids.clone().next();
    ids.find(|id| *id == ask.representative).or(first)
}

/// The members of which somebody has said whether they ask what stands for all.
fn decided(ask: &Ask, members: &[&SettledRecord], view: &View) -> BTreeSet<RecordId> {
    let Some(main) = main_of(ask, members) else { return BTreeSet::new() };
    let others = members.iter().map(|settled| settled.record.id).filter(|id| *id != main);
    others.filter(|id| view.decisions.pairs.contains_key(&(main.min(*id), main.max(*id)))).collect()
}
