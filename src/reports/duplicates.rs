//! Which asks are made more than once?

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::clusters::MemberLine;
use super::repeats::{Members, members_of_plan, possible_pairs};
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

/// Asks that are made more than once: by recommendations and pledges; concerns are no asks of a plan.
#[derive(Debug, Clone, Serialize)]
pub struct DuplicateAnswer {
    /// How many there are.
    pub total: usize,
    /// The asks that they are of.
    pub of_asks: usize,
    /// Recommendations and pledges that make those.
    pub of_records: usize,
    /// Those asked for.
    pub asks: Vec<AskLine>,
    /// Pairs of records of all kinds, by kind of relation.
    pub pairs: BTreeMap<RelationKind, u64>,
    /// How many pairs were possible: of records of one State, or of one document where the State is unknown.
    pub possible_pairs: u64,
}

impl Question for DuplicateList {
    type Answer = DuplicateAnswer;

    fn answer(&self, view: &View, asker: &Asker) -> Result<Self::Answer, Refusal> {
        let state = self.state.as_deref().map(|name| view.state(name)).transpose()?;
        let settled = view.settled()?;
        let by_id: BTreeMap<RecordId, &SettledRecord> = settled.iter().map(|s| (s.record.id, s)).collect();
        let of_state = |id: RecordId| state.is_none() || by_id.get(&id).is_some_and(|s| s.record.state == state);
        let all = view.asks()?.iter().filter(|ask| of_state(ask.id)).map(|ask| (ask, members_of_plan(ask, &by_id)));
        let all: Vec<(&Ask, Members<'_>)> = all.filter(|(_, members)| !members.is_empty()).collect();
        let (of_asks, of_records) = (all.len(), all.iter().map(|(_, members)| members.len()).sum());
        let mut asks: Vec<(&Ask, Members<'_>)> = all.into_iter().filter(|(_, members)| members.len() > 1).collect();
        asks.sort_by_key(|(ask, members)| (std::cmp::Reverse(members.len()), ask.id));
        let relations = view.relations()?;
        let mut pairs = BTreeMap::new();
        for relation in relations.iter().filter(|r| of_state(r.a)) {
            *pairs.entry(relation.kind).or_default() += 1;
        }
        let total = asks.len();
        asks.truncate(self.limit);
        let inside = relations_inside(&asks, relations);
        let line = |((ask, members), inside): (&(&Ask, Members<'_>), Vec<&Relation>)| {
            ask_line(ask, members, inside, view, asker.language)
        };
        let compared = settled.iter().map(|settled| &settled.record).filter(|record| of_state(record.id));
        Ok(DuplicateAnswer {
            total,
            of_asks,
            of_records,
            asks: asks.iter().zip(inside).map(line).collect(),
            pairs,
            possible_pairs: possible_pairs(compared),
        })
    }
}

/// The relations that join records of one ask, by the place of the ask; all relations are gone through once,
/// however many asks are shown.
pub(super) fn relations_inside<'r>(asks: &[(&Ask, Members<'_>)], relations: &'r [Relation]) -> Vec<Vec<&'r Relation>> {
    let mut places: HashMap<RecordId, usize> = HashMap::new();
    for (at, (_, members)) in asks.iter().enumerate() {
        places.extend(members.iter().map(|settled| (settled.record.id, at)));
    }
    let mut inside = vec![Vec::new(); asks.len()];
    for relation in relations.iter().filter(|relation| relation.kind.joins()) {
        let of_both = places.get(&relation.a).zip(places.get(&relation.b));
        if let Some((at, _)) = of_both.filter(|(a, b)| a == b) {
            inside[*at].push(relation);
        }
    }
    inside
}

pub(super) fn ask_line(
    ask: &Ask,
    members: &[&SettledRecord],
    mut inside: Vec<&Relation>,
    view: &View,
    language: Language,
) -> AskLine {
    let state = members.first().and_then(|settled| settled.record.state);
    inside.sort_by(|x, y| x.kind.cmp(&y.kind).then(y.score.total_cmp(&x.score)).then((x.a, x.b).cmp(&(y.a, y.b))));
    let main = members.iter().find(|settled| settled.record.id == ask.representative).or_else(|| members.first());
    AskLine {
        id: ask.id,
        state: state.map(|code| view.registers.states.name(code)).unwrap_or_default(),
        text: main.map_or_else(Vec::new, |main| merged_text(members, main, language)),
        members: members.iter().map(|settled| MemberLine::of(settled, language)).collect(),
        relations: inside.into_iter().map(PairLine::from).collect(),
    }
}
