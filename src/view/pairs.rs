//! Relations and asks with the decisions of people on pairs.

use std::borrow::Cow;
use std::collections::HashSet;

use rayon::prelude::*;

use super::{Decisions, Refusal};
use crate::analysis::{Analysis, duplicates};
use crate::domain::{Ask, Position, Reason, RecordId, RecordMap, Relation, RelationKind, StateCode};

/// Proposed relations without those that persons refused, with those they stated, in the order of
/// identifiers.
pub(super) fn decided_relations(mut proposed: Vec<Relation>, decisions: &Decisions) -> Vec<Relation> {
    if !decisions.pairs.is_empty() {
        proposed.retain(|relation| !decisions.pairs.contains_key(&(relation.a, relation.b)));
        let stated = decisions.pairs.iter().filter_map(|(&(a, b), kind)| Some((a, b, (*kind)?)));
        let of_person = |(a, b, kind)| Relation { a, b, kind, score: 1.0, reason: Reason::DecidedByPerson };
        proposed.extend(stated.map(of_person));
    }
    proposed.par_sort_unstable_by_key(|relation| (relation.a, relation.b));
    proposed
}

/// Pairs of the same words as they stand once the positions on both are known; those of records that are gone
/// stay what they are.
pub(super) fn weigh_positions(relations: &mut [Relation], position: impl Fn(RecordId) -> Option<Position>) {
    for relation in relations {
        if let Some((a, b)) = position(relation.a).zip(position(relation.b)) {
            relation.weigh_positions(a, b);
        }
    }
}

/// The asks of each State in turn; those of States in which a person has decided on pairs are made again from
/// the relations that `proposed` gives.
fn by_state<'a>(
    analysis: &'a Analysis,
    decisions: &'a Decisions,
    proposed: impl Fn(Option<StateCode>) -> Result<Vec<Relation>, Refusal> + 'a,
) -> impl Iterator<Item = Result<Cow<'a, [Ask]>, Refusal>> + 'a {
    let decided: HashSet<RecordId> = decisions.pairs.keys().flat_map(|(a, b)| [*a, *b]).collect();
    let pairs = decisions.pairs.iter().filter(|(_, kind)| kind.is_some_and(RelationKind::joins));
    let joined: Vec<(RecordId, RecordId)> = pairs.map(|(pair, _)| *pair).collect();
    analysis.states.iter().map(move |(code, state)| {
        let members = || state.asks.iter().flat_map(|ask| ask.members.iter().copied());
        if decided.is_empty() || !members().any(|id| decided.contains(&id)) {
            return Ok(Cow::Borrowed(state.asks.as_slice()));
        }
        let relations = decided_relations(proposed(*code)?, decisions);
        Ok(Cow::Owned(duplicates::asks(&members().collect::<Vec<_>>(), &relations, &joined)))
    })
}

/// The asks, in the order of their identifiers.
///
/// # Errors
/// When the relations of a State in which a person has decided on pairs cannot be read.
pub(super) fn asks_of(
    analysis: &Analysis,
    decisions: &Decisions,
    proposed: impl Fn(Option<StateCode>) -> Result<Vec<Relation>, Refusal>,
) -> Result<Vec<Ask>, Refusal> {
    let mut all = Vec::new();
    for asks in by_state(analysis, decisions, proposed) {
        all.extend(asks?.into_owned());
    }
    all.sort_by_key(|ask| ask.id);
    Ok(all)
}

/// The ask of every record.
///
/// # Errors
/// When the relations of a State in which a person has decided on pairs cannot be read.
pub fn ask_of(
    analysis: &Analysis,
    decisions: &Decisions,
    proposed: impl Fn(Option<StateCode>) -> Result<Vec<Relation>, Refusal>,
) -> Result<RecordMap<RecordId>, Refusal> {
    let mut map = RecordMap::with_capacity_and_hasher(analysis.clusters.placements.len(), Default::default());
    for asks in by_state(analysis, decisions, proposed) {
        map.extend(asks?.iter().flat_map(|ask| ask.members.iter().map(|id| (*id, ask.id))));
    }
    Ok(map)
}
