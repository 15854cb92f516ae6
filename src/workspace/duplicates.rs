//! Asks with more than one record, and decisions on pairs.

use std::collections::BTreeMap;

use serde::Serialize;

use super::clusters::MemberLine;
use super::{Workspace, WorkspaceError};
use crate::domain::{Coded, RecordId, Relation, RelationKind, Ruling, SettledRecord, StateCode, Subject};
use crate::plan::merged_text;

/// What to do with duplicates.
#[derive(Debug, Clone)]
pub enum DuplicateRequest {
    /// Asks with several records, largest first.
    List {
        /// Only those of one State, by any of its names.
        state: Option<String>,
        /// How many to show.
        limit: usize,
    },
    /// Say how two records relate; `None` says not at all.
    Decide {
        /// One record, by any of its names.
        a: String,
        /// The other.
        b: String,
        /// How they relate.
        kind: Option<RelationKind>,
    },
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
    /// Relations among the members.
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

/// What a request on duplicates gave.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DuplicateAnswer {
    /// Asks.
    List {
        /// How many asks have several records.
        total: usize,
        /// Those asked for.
        asks: Vec<AskLine>,
        /// Pairs by kind.
        pairs: BTreeMap<RelationKind, u64>,
    },
    /// What was decided, in words.
    Done(String),
}

impl Workspace {
    /// Carries out a request on duplicates.
    ///
    /// # Errors
    /// When there is no such record or State.
    pub fn duplicates(&self, request: &DuplicateRequest) -> Result<DuplicateAnswer, WorkspaceError> {
        let analysis = self.analysis()?;
        let settled = self.settle_all(self.records()?, &analysis)?;
        match request {
            DuplicateRequest::Decide { a, b, kind } => {
                let (a, b) = (self.one_record(&settled, a)?, self.one_record(&settled, b)?);
                if a == b {
                    return Err(WorkspaceError::BadArgument {
                        what: "pair of different records",
                        given: a.to_string(),
                    });
                }
                self.decide(Subject::Pair(a.min(b), a.max(b)), Ruling::Relation(*kind))?;
                let words = kind.map_or("not related".to_owned(), |k| k.to_string());
                Ok(DuplicateAnswer::Done(format!("{a} and {b} are {words}")))
            }
            DuplicateRequest::List { state, limit } => {
                let state = state.as_deref().map(|name| self.state(name)).transpose()?;
                let decisions = self.decisions()?;
                let by_id: BTreeMap<RecordId, &SettledRecord> = settled.iter().map(|s| (s.record.id, s)).collect();
                let of_state =
                    |id: RecordId| state.is_none() || by_id.get(&id).is_some_and(|s| s.record.state == state);
                let mut asks = self.asks(&analysis, &decisions)?;
                asks.retain(|ask| ask.members.len() > 1 && of_state(ask.id));
                asks.sort_by_key(|ask| (std::cmp::Reverse(ask.members.len()), ask.id));
                let relations = self.relations(&analysis, &decisions)?;
                let mut pairs = BTreeMap::new();
                for relation in relations.iter().filter(|r| of_state(r.a)) {
                    *pairs.entry(relation.kind).or_default() += 1;
                }
                let total = asks.len();
                let lines = asks.iter().take(*limit).map(|ask| self.ask_line(ask, &by_id, &relations)).collect();
                Ok(DuplicateAnswer::List { total, asks: lines, pairs })
            }
        }
    }

    /// The State of a name.
    ///
    /// # Errors
    /// When no State has it.
    pub fn state(&self, name: &str) -> Result<StateCode, WorkspaceError> {
        self.states.find(name).ok_or_else(|| WorkspaceError::Unknown { what: "State", wanted: name.to_owned() })
    }

    fn ask_line(
        &self,
        ask: &crate::domain::Ask,
        by_id: &BTreeMap<RecordId, &SettledRecord>,
        relations: &[Relation],
    ) -> AskLine {
        let text =
            |id: &RecordId| by_id.get(id).map_or_else(String::new, |s| s.record.text(self.language).1.clean.clone());
        let member = |id: &RecordId| MemberLine {
            id: *id,
            reference: by_id.get(id).map_or_else(String::new, |s| s.reference.clone()),
            ask: ask.id,
            text: text(id),
        };
        let inside = |r: &&Relation| r.kind.joins() && ask.members.contains(&r.a) && ask.members.contains(&r.b);
        AskLine {
            id: ask.id,
            state: by_id
                .get(&ask.id)
                .and_then(|s| s.record.state)
                .map(|code| self.states.name(code))
                .unwrap_or_default(),
            text: by_id.get(&ask.representative).map_or_else(Vec::new, |main| {
                let members: Vec<&SettledRecord> = ask.members.iter().filter_map(|id| by_id.get(id).copied()).collect();
                merged_text(&members, main, self.language)
            }),
            members: ask.members.iter().map(member).collect(),
            relations: relations.iter().filter(inside).map(PairLine::from).collect(),
        }
    }
}
