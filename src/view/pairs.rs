//! Relations and asks with the decisions of people on pairs.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashSet};

use rayon::prelude::*;

use super::{Decisions, Refusal};
use crate::analysis::{Analysis, duplicates};
use crate::domain::{Ask, Position, Reason, RecordId, RecordMap, Relation, RelationKind, StateCode};

/// Proposed relations without those that persons refused, with those they stated, in the order of identifiers. What
/// was decided on two texts holds for others of the same words too, until somebody decides on those.
pub(super) fn decided_relations(mut proposed: Vec<Relation>, decisions: &Decisions) -> Vec<Relation> {
    if !decisions.pairs.is_empty() {
        let alike = decided_alike(&proposed, decisions);
        let is_decided = |a, b| decisions.pairs.contains_key(&(a, b)) || alike.contains_key(&(a, b));
        proposed.retain(|relation| !is_decided(relation.a, relation.b));
        let of = |pairs: &BTreeMap<Pair, Option<RelationKind>>, score, reason: Reason| {
            let stated = pairs.iter().filter_map(|(&(a, b), kind)| Some((a, b, (*kind)?)));
            stated.map(|(a, b, kind)| Relation { a, b, kind, score, reason: reason.clone() }).collect::<Vec<_>>()
        };
        proposed.extend(of(&decisions.pairs, 1.0, Reason::DecidedByPerson));
        proposed.extend(of(&alike, DECIDED_ALIKE, Reason::DecidedAlike));
    }
    proposed.par_sort_unstable_by_key(|relation| (relation.a, relation.b));
    proposed
}

/// Two records, the smaller identifier first.
type Pair = (RecordId, RecordId);

/// How sure a relation is that people have stated for two texts of the same words.
const DECIDED_ALIKE: f32 = 0.99;

/// What follows from decisions on pairs for records of the same words, as far as nobody has decided on these: where
/// two are not the same, a record of the words of the one is not the same as the other. A record that has the words
/// of both says nothing.
fn decided_alike(proposed: &[Relation], decisions: &Decisions) -> BTreeMap<Pair, Option<RelationKind>> {
    let decided: HashSet<RecordId> = decisions.pairs.keys().flat_map(|(a, b)| [*a, *b]).collect();
    let mut twins: BTreeMap<RecordId, BTreeSet<RecordId>> = BTreeMap::new();
    let same_words = |relation: &&Relation| matches!(relation.kind, RelationKind::Identical);
    for Relation { a, b, .. } in proposed.iter().filter(same_words) {
        let is_open = !decisions.pairs.contains_key(&(*a, *b));
        for (one, other) in [(a, b), (b, a)] {
            if is_open && decided.contains(one) {
                twins.entry(*one).or_default().insert(*other);
            }
        }
    }
    let of = |one: &RecordId, other: &RecordId| -> Vec<RecordId> {
        let own = twins.get(one).into_iter().flatten().copied();
        let is_of_both = |id: &RecordId| id == other || twins.get(other).is_some_and(|theirs| theirs.contains(id));
        own.filter(|id| !is_of_both(id)).chain([*one]).collect()
    };
    let mut alike = BTreeMap::new();
    for ((a, b), kind) in &decisions.pairs {
        for one in of(a, b) {
            for other in of(b, a) {
                let pair = (one.min(other), one.max(other));
                if !decisions.pairs.contains_key(&pair) {
                    alike.entry(pair).or_insert(*kind);
                }
            }
        }
    }
    alike
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

#[cfg(test)]
mod tests {
    use super::decided_relations;
    use crate::domain::{Decision, Reason, RecordId, Relation, RelationKind};
    use crate::view::Decisions;

    fn relation(a: u64, b: u64, kind: RelationKind) -> Relation {
        Relation { a: RecordId(a), b: RecordId(b), kind, score: 0.8, reason: Reason::SameWords }
    }

    fn said(relations: &[Relation]) -> Vec<(u64, u64, RelationKind)> {
        relations.iter().map(|relation| (relation.a.0, relation.b.0, relation.kind)).collect()
    }

    #[test]
    fn what_was_decided_on_two_texts_holds_for_another_of_the_same_words() {
        use RelationKind::{Identical, Overlap, SameAsk};
        // 1 and 3 have the same words, and so have 2 and 4; people refused 1 with 2.
        let proposed = || {
            vec![
                relation(1, 2, SameAsk),
                relation(1, 3, Identical),
                relation(2, 4, Identical),
                relation(1, 4, SameAsk),
                relation(3, 4, SameAsk),
                relation(3, 5, Overlap),
            ]
        };
        let refused = Decisions::of([Decision::Pair(RecordId(1), RecordId(2), None)]);
        let left = decided_relations(proposed(), &refused);
        assert_eq!(said(&left), [(1, 3, Identical), (2, 4, Identical), (3, 5, Overlap)]);
        let own = Decisions::of([
            Decision::Pair(RecordId(1), RecordId(2), None),
            Decision::Pair(RecordId(3), RecordId(4), Some(SameAsk)),
        ]);
        let left = decided_relations(proposed(), &own);
        assert!(said(&left).contains(&(3, 4, SameAsk)), "what was decided on the two themselves holds");
        let stated = Decisions::of([Decision::Pair(RecordId(1), RecordId(6), Some(SameAsk))]);
        let with = decided_relations(proposed(), &stated);
        let follows = with.iter().find(|relation| (relation.a.0, relation.b.0) == (3, 6)).unwrap();
        assert_eq!((follows.kind, &follows.reason), (SameAsk, &Reason::DecidedAlike));
    }

    #[test]
    fn a_refusal_among_three_of_the_same_words_says_nothing_of_the_third() {
        use RelationKind::Identical;
        let proposed = vec![relation(1, 2, Identical), relation(1, 3, Identical), relation(2, 3, Identical)];
        let refused = Decisions::of([Decision::Pair(RecordId(1), RecordId(2), None)]);
        assert_eq!(said(&decided_relations(proposed, &refused)), [(1, 3, Identical), (2, 3, Identical)]);
    }
}
