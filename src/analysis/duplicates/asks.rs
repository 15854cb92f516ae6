//! Asks: groups of recommendations that one measure answers.
//!
//! Relations are not transitive, so groups are cut by complete linkage: two recommendations stand
//! in one ask only if no pair between the merged groups was judged apart.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use kodama::{Method, linkage};

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
    let mut groups: Vec<Vec<RecordId>> =
        components(ids, &joining).iter().flat_map(|component| cut(component, &likeness)).collect();
    joined.iter().for_each(|(a, b)| join(&mut groups, *a, *b));
    let mut asks: Vec<Ask> = groups
        .into_iter()
        .map(|members| Ask { id: members[0], representative: central(&members, &likeness), members })
        .collect();
    asks.sort_by_key(|ask| ask.id);
    asks
}

/// Puts the groups of two records together.
fn join(groups: &mut Vec<Vec<RecordId>>, a: RecordId, b: RecordId) {
    let at = |groups: &[Vec<RecordId>], id| groups.iter().position(|group| group.contains(&id));
    let (Some(first), Some(second)) = (at(groups, a), at(groups, b)) else { return };
    if first != second {
        let other = std::mem::take(&mut groups[second]);
        groups[first].extend(other);
        groups[first].sort_unstable();
        groups.swap_remove(second);
    }
}

/// Connected components in the order of their smallest members.
fn components(ids: &[RecordId], joined: &[&Relation]) -> Vec<Vec<RecordId>> {
    let mut neighbours: HashMap<RecordId, Vec<RecordId>> = HashMap::new();
    for relation in joined {
        neighbours.entry(relation.a).or_default().push(relation.b);
        neighbours.entry(relation.b).or_default().push(relation.a);
    }
    let mut left: BTreeSet<RecordId> = ids.iter().copied().collect();
    let mut components = Vec::new();
    while let Some(start) = left.pop_first() {
        let (mut component, mut open) = (vec![start], vec![start]);
        while let Some(id) = open.pop() {
            for next in neighbours.get(&id).into_iter().flatten() {
                if left.remove(next) {
                    component.push(*next);
                    open.push(*next);
                }
            }
        }
        component.sort_unstable();
        components.push(component);
    }
    components
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
    use super::asks;
    use crate::domain::{Reason, RecordId, Relation, RelationKind};

    fn relation(a: u64, b: u64) -> Relation {
        Relation { a: RecordId(a), b: RecordId(b), kind: RelationKind::SameAsk, score: 0.8, reason: Reason::SameWords }
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
