//! The relations among the recommendations of one State.

use std::collections::HashMap;

use rayon::prelude::*;

use super::candidates::candidates;
use super::families::names;
use super::join::similar_pairs;
use super::pair_model::{AskRelation, PairModel, PairOdds, ceiling};
use super::profile::{Profile, shared};
use crate::domain::{Relation, RelationKind};

/// Likeness of word sets from which two texts are near-identical.
const NEAR: f32 = 0.8;
/// Overlaps below this probability are not reported: they are too many to be of use.
const CLEAR_OVERLAP: f32 = 0.5;

/// Finds all relations among profiles of one State, in the order of the identifiers.
///
/// Identical: the same core. Near-identical: four fifths of the words, the same treaties, groups
/// and numbers. Same ask and overlap: the pair model, under its guard.
#[must_use]
pub fn relations(profiles: &[Profile], model: &PairModel) -> Vec<Relation> {
    let mut found: HashMap<(usize, usize), (RelationKind, f32, String)> = HashMap::new();
    let words: Vec<&[u32]> = profiles.iter().map(|p| p.words.as_slice()).collect();
    for (i, j, likeness) in similar_pairs(&words, NEAR) {
        if let Some(relation) = literal(&profiles[i], &profiles[j], likeness) {
            found.insert((i, j), relation);
        }
    }
    let judge = |(i, j): (usize, usize)| {
        let (a, b) = (&profiles[i], &profiles[j]);
        let (judged, odds) = model.judge(a, b);
        judged_relation(judged, odds, a, b).map(|relation| ((i, j), relation))
    };
    let open: Vec<_> = candidates(profiles).into_iter().filter(|pair| !found.contains_key(pair)).collect();
    found.extend(open.into_par_iter().filter_map(judge).collect::<Vec<_>>());
    let mut relations: Vec<Relation> = found
        .into_iter()
        .map(|((i, j), (kind, score, explanation))| {
            let (a, b) = (profiles[i].id.min(profiles[j].id), profiles[i].id.max(profiles[j].id));
            Relation { a, b, kind, score, explanation }
        })
        .collect();
    relations.sort_by_key(|relation| (relation.a, relation.b));
    relations
}

/// How two recommendations compare.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// Their relation; none where they ask different things.
    pub kind: Option<RelationKind>,
    /// How sure the relation is; where there is none, how much speaks for one, 0 to 1.
    pub score: f32,
    /// What they have in common and what sets them apart.
    pub explanation: String,
}

/// Compares two recommendations, of one State or of two, under the same guard as asks.
#[must_use]
pub fn compare(a: &Profile, b: &Profile, model: &PairModel) -> Comparison {
    let likeness = super::profile::jaccard(&a.words, &b.words);
    let literal = if likeness >= NEAR { literal(a, b, likeness) } else { None };
    let (judged, odds) = model.judge(a, b);
    match literal.or_else(|| judged_relation(judged, odds, a, b)) {
        Some((kind, score, explanation)) => Comparison { kind: Some(kind), score, explanation },
        None => Comparison { kind: None, score: (odds.same + odds.overlap).min(1.0), explanation: explain(a, b) },
    }
}

/// Identical and near-identical pairs by words alone.
#[must_use]
pub fn literal(a: &Profile, b: &Profile, likeness: f32) -> Option<(RelationKind, f32, String)> {
    if a.core == b.core && !a.core.is_empty() && ceiling(a, b) == AskRelation::Same {
        return Some((
            RelationKind::Identical,
            1.0,
            "the same words once numbers, States and formulas are set aside".to_owned(),
        ));
    }
    let guarded =
        a.treaties == b.treaties && a.groups == b.groups && a.numbers == b.numbers && a.families == b.families;
    guarded.then(|| {
        let both = shared(&a.words, &b.words);
        let all = a.words.len() + b.words.len() - both;
        (
            RelationKind::NearIdentical,
            likeness,
            format!("{both} of {all} words shared; same treaties, groups and kind of action"),
        )
    })
}

fn judged_relation(
    judged: AskRelation,
    odds: PairOdds,
    a: &Profile,
    b: &Profile,
) -> Option<(RelationKind, f32, String)> {
    match judged {
        AskRelation::Same => Some((RelationKind::SameAsk, odds.same, explain(a, b))),
        AskRelation::Overlap if odds.overlap + odds.same >= CLEAR_OVERLAP => {
            Some((RelationKind::Overlap, (odds.overlap + odds.same).min(1.0), explain(a, b)))
        }
        _ => None,
    }
}

/// What the two have in common and what sets them apart, in words.
fn explain(a: &Profile, b: &Profile) -> String {
    let mut parts = Vec::new();
    let lists = [("treaties", &a.treaties, &b.treaties), ("groups", &a.groups, &b.groups)];
    for (what, left, right) in lists {
        match (left == right, left.is_empty() && right.is_empty()) {
            (_, true) => {}
            (true, false) => parts.push(format!("same {what}: {}", left.join(", "))),
            (false, false) => parts.push(format!("{what}: {} / {}", or_none(left), or_none(right))),
        }
    }
    let (common, apart) = (names(a.families & b.families), names(a.families ^ b.families));
    if !common.is_empty() {
        parts.push(format!("both: {}", common.join(", ")));
    }
    if !apart.is_empty() {
        parts.push(format!("only one: {}", apart.join(", ")));
    }
    let both = shared(&a.stems, &b.stems);
    parts.push(format!("{both} word stems shared of {} and {}", a.stems.len(), b.stems.len()));
    parts.join("; ")
}

fn or_none(list: &[&str]) -> String {
    if list.is_empty() { "none".to_owned() } else { list.join(", ") }
}
