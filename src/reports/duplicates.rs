//! Which asks are made more than once?

use std::collections::{BTreeMap, HashSet};

use serde::{Deserialize, Serialize};

use super::clusters::MemberLine;
use crate::domain::{Ask, Asker, Coded, Language, RecordId, Relation, RelationKind, SettledRecord};
use crate::plan::merged_text;
use crate::view::{Question, Refusal, View};

/// Asks with several records, largest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DuplicateList {
    /// Only those of one State, by any of its names.
    pub state: Option<String>,
    /// How many to show.
    pub limit: usize,
}

/// One ask with its members.
#[derive(Debug, Clone, Serialize)]
pub struct AskLine {
    /// The ask.
    pub id: RecordId,
    /// State by name.
    pub state: String,
    /// The text that stands for all, then what other members add, one a line with its reference.
    pub text: Vec<String>,
    /// Members.
    pub members: Vec<MemberLine>,
    /// Relations among the members, by kind, surest first.
    pub relations: Vec<PairLine>,
}

/// How two members of an ask relate.
#[derive(Debug, Clone, Serialize)]
pub struct PairLine {
    /// The record with the smaller identifier.
    pub a: RecordId,
    /// The other record.
    pub b: RecordId,
    /// How they relate.
    pub kind: RelationKind,
    /// How sure that is, 0 to 1.
    pub score: f32,
    /// Why.
    pub reason: Coded,
}

impl From<&Relation> for PairLine {
    fn from(relation: &Relation) -> Self {
        let Relation { a, b, kind, score, reason } = relation;
        Self { a: *a, b: *b, kind: *kind, score: *score, reason: Coded::from(reason) }
    }
}

/// Asks that are made more than once.
#[derive(Debug, Clone, Serialize)]
pub struct DuplicateAnswer {
    /// How many there are.
    pub total: usize,
    /// Those asked for.
    pub asks: Vec<AskLine>,
    /// Pairs by kind.
    pub pairs: BTreeMap<RelationKind, u64>,
}

impl Question for DuplicateList {
    type Answer = DuplicateAnswer;

    fn answer(&self, view: &View, asker: &Asker) -> Result<Self::Answer, Refusal> {
        let state = self.state.as_deref().map(|name| view.state(name)).transpose()?;
        let settled = view.settled()?;
        let by_id: BTreeMap<RecordId, &SettledRecord> = settled.iter().map(|s| (s.record.id, s)).collect();
        let of_state = |id: RecordId| state.is_none() || by_id.get(&id).is_some_and(|s| s.record.state == state);
        let mut asks: Vec<&Ask> = view.asks()?.iter().filter(|ask| ask.members.len() > 1 && of_state(ask.id)).collect();
        asks.sort_by_key(|ask| (std::cmp::Reverse(ask.members.len()), ask.id));
        let relations = view.relations()?;
        let mut pairs = BTreeMap::new();
        for relation in relations.iter().filter(|r| of_state(r.a)) {
            *pairs.entry(relation.kind).or_default() += 1;
        }
        let line = |ask: &&Ask| ask_line(ask, &by_id, relations, view, asker.language);
        Ok(DuplicateAnswer { total: asks.len(), asks: asks.iter().take(self.limit).map(line).collect(), pairs })
    }
}

fn ask_line(
    ask: &Ask,
    by_id: &BTreeMap<RecordId, &SettledRecord>,
    relations: &[Relation],
    view: &View,
    language: Language,
) -> AskLine {
    let members: Vec<&SettledRecord> = ask.members.iter().filter_map(|id| by_id.get(id).copied()).collect();
    let state = by_id.get(&ask.id).and_then(|settled| settled.record.state);
    let ids: HashSet<RecordId> = ask.members.iter().copied().collect();
    let is_inside = |r: &&Relation| r.kind.joins() && ids.contains(&r.a) && ids.contains(&r.b);
    let mut inside: Vec<&Relation> = relations.iter().filter(is_inside).collect();
    inside.sort_by(|x, y| x.kind.cmp(&y.kind).then(y.score.total_cmp(&x.score)).then((x.a, x.b).cmp(&(y.a, y.b))));
    let main = by_id.get(&ask.representative);
    AskLine {
        id: ask.id,
        state: state.map(|code| view.registers.states.name(code)).unwrap_or_default(),
        text: main.map_or_else(Vec::new, |main| merged_text(&members, main, language)),
        members: members.iter().map(|settled| MemberLine::of(settled, language)).collect(),
        relations: inside.into_iter().map(PairLine::from).collect(),
    }
}
