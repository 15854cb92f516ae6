//! Asks: groups of recommendations that one measure answers.
//!
//! Relations are not transitive, so groups are cut by complete linkage: two recommendations stand
//! in one ask only if no pair between the merged groups was judged apart.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use kodama::{Method, linkage};
use petgraph::unionfind::UnionFind;

use crate::domain::{Ask, RecordId, Relation};

/// Distance of pairs that no relation joins.
const APART: f32 = 1.0;
/// Groups whose farthest pair is nearer than this are one ask.
const CUT: f32 = 0.9;

/// The asks of one State: every identifier stands in exactly one. Pairs in `joined` were stated by a
/// person and stand together, whatever the cut says.
#[must_use]
pub fn asks(ids: &[RecordId], relations: &[Relation], joined: &[(RecordId, RecordId)]) -> Vec<Ask> {
    let joining: Vec<&Relation> = relations.iter().filter(|r| r.kind.joins()).collect();
    let likeness: HashMap<(RecordId, RecordId), f32> = joining.iter().map(|r| ((r.a, r.b), r.score)).collect();
    let single = ids.iter().copied().collect::<BTreeSet<RecordId>>().into_iter().map(|id| vec![id]).collect();
    let components = united(single, joining.iter().map(|r| (r.a, r.b)));
    let groups = components.iter().flat_map(|component| cut(component, &likeness)).collect();
    united(groups, joined.iter().copied())
        .into_iter()
        .map(|members| Ask { id: members[0], representative: central(&members, &likeness), members })
        .collect()
}

/// Puts groups together whose members are paired, directly or round about; their smallest members give the
/// order. Pairs with a record that is in no group say nothing.
fn united(groups: Vec<Vec<RecordId>>, pairs: impl Iterator<Item = (RecordId, RecordId)>) -> Vec<Vec<RecordId>> {
    let places = groups.iter().enumerate().flat_map(|(at, group)| group.iter().map(move |id| (*id, at)));
    let places: HashMap<RecordId, usize> = places.collect();
    let mut sets = UnionFind::new(groups.len());
    for (a, b) in pairs {
        if let (Some(a), Some(b)) = (places.get(&a), places.get(&b)) {
            sets.union(*a, *b);
        }
    }
    let mut united: BTreeMap<usize, Vec<RecordId>> = BTreeMap::new();
    for (group, set) in groups.into_iter().zip(sets.into_labeling()) {
        united.entry(set).or_default().extend(group);
    }
    let mut united: Vec<Vec<RecordId>> = united.into_values().collect();
    united.iter_mut().for_each(|group| group.sort_unstable());
    united.sort_unstable();
    united
}

/// Cuts a component by complete linkage.
fn cut(component: &[RecordId], likeness: &HashMap<(RecordId, RecordId), f32>) -> Vec<Vec<RecordId>> {
    let n = component.len();
    if n <= 2 {
        return vec![component.to_vec()];
    }
    let mut distances = Vec::with_capacity(n * (n - 1) / 2);
    for i in 0..n {
        for j in i + 1..n {
            // A certain pair is at distance 0, a pair just judged the same near the cut.
            let distance =
                likeness.get(&(component[i], component[j])).map_or(APART, |score| (1.0 - score).clamp(0.0, 0.89));
            distances.push(distance);
        }
    }
    let dendrogram = linkage(&mut distances, n, Method::Complete);
    let mut groups: BTreeMap<usize, Vec<RecordId>> = (0..n).map(|at| (at, vec![component[at]])).collect();
    for (step, merge) in dendrogram.steps().iter().enumerate() {
        if merge.dissimilarity >= CUT {
            break;
        }
        let mut members = groups.remove(&merge.cluster1).unwrap_or_default();
        members.extend(groups.remove(&merge.cluster2).unwrap_or_default());
        members.sort_unstable();
        groups.insert(n + step, members);
    }
    groups.into_values().collect()
}

/// The member with the greatest likeness to the others; the smallest identifier on a tie.
fn central(members: &[RecordId], likeness: &HashMap<(RecordId, RecordId), f32>) -> RecordId {
    let total = |id: RecordId| -> f32 {
        let pair = |other: RecordId| likeness.get(&(id.min(other), id.max(other))).copied().unwrap_or(0.0);
        members.iter().filter(|m| **m != id).map(|m| pair(*m)).sum()
    };
    let mut best = (members[0], total(members[0]));
    for id in &members[1..] {
        let sum = total(*id);
        if sum > best.1 + 1e-6 {
            best = (*id, sum);
        }
    }
    best.0
}

#[cfg(test)]
mod tests {
    use super::{asks, united};
    use crate::domain::{Reason, RecordId, Relation, RelationKind};

    fn relation(a: u64, b: u64) -> Relation {
        Relation { a: RecordId(a), b: RecordId(b), kind: RelationKind::SameAsk, score: 0.8, reason: Reason::SameWords }
    }

    #[test]
    fn pairs_put_groups_together_round_about_and_those_of_unknown_records_do_not() {
        let of = |groups: &[&[u64]]| -> Vec<Vec<RecordId>> {
            groups.iter().map(|group| group.iter().copied().map(RecordId).collect()).collect()
        };
        let pairs = [(4, 2), (5, 9), (9, 1), (1, 4)].map(|(a, b)| (RecordId(a), RecordId(b)));
        let together = united(of(&[&[3, 4], &[2], &[5], &[1]]), pairs.into_iter());
        assert_eq!(together, of(&[&[1, 2, 3, 4], &[5]]));
    }

    #[test]
    fn a_chain_is_cut_and_a_triangle_stays() {
        let ids: Vec<RecordId> = (1..=6).map(RecordId).collect();
        let chain_and_triangle = [relation(1, 2), relation(2, 3), relation(4, 5), relation(5, 6), relation(4, 6)];
        let groups: Vec<usize> = asks(&ids, &chain_and_triangle, &[]).iter().map(|ask| ask.members.len()).collect();
        assert_eq!(groups.iter().sum::<usize>(), 6);
        let stated = asks(&ids, &chain_and_triangle, &[(RecordId(1), RecordId(2)), (RecordId(2), RecordId(3))]);
        assert!(stated.iter().all(|ask| ask.members.len() == 3), "what a person states holds: {stated:?}");
        assert!(groups.contains(&3) && groups.contains(&2) && groups.contains(&1), "{groups:?}");
    }
}
