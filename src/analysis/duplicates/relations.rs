//! The relations among the recommendations of one State.

use std::collections::HashMap;

use rayon::prelude::*;

use super::candidates::candidates;
use super::comparison::{judged, literal};
use super::earlier::EarlierComparison;
use super::following::Following;
use super::join::similar_pairs_among;
use super::open_pairs::OpenPairs;
use super::pair_model::PairModel;
use super::profile::Profile;
use super::sets::NEAR;
use crate::domain::Relation;

/// Records before it that one is paired with at most by its words, so that thousands of rows alike fit into memory.
const MOST_PARTNERS: usize = 300;

/// Finds all relations among profiles of one State, in the order of the identifiers; profiles are in that
/// order too.
///
/// Identical: the same words. Near-identical: the same core, or four fifths of the words and the same
/// treaties, groups and numbers. Same ask and overlap: the pair model, under its guard. With an earlier comparison only
/// pairs that it leaves open are compared; what is found is the same.
#[must_use]
pub fn relations(profiles: &[Profile], earlier: Option<EarlierComparison>, model: &PairModel) -> Vec<Relation> {
    let following = Following::of(profiles);
    let all = || OpenPairs::all(profiles.len());
    let open = earlier.as_ref().map_or_else(all, |earlier| earlier.open_pairs(profiles, &following));
    let found = by_words(profiles, &open);
    let judge = |(i, j): (usize, usize)| {
        let (a, b) = (&profiles[i], &profiles[j]);
        judged(a, b, model)?.relation(a.id, b.id)
    };
    let pairs = candidates(profiles, &following, &open);
    let pairs: Vec<_> = pairs.into_iter().filter(|pair| !found.contains_key(pair)).collect();
    let mut relations: Vec<Relation> = pairs.into_par_iter().filter_map(judge).collect();
    relations.extend(found.into_values());
    relations.extend(earlier.into_iter().flat_map(|earlier| earlier.standing_relations(profiles, &open)));
    relations.sort_by_key(|relation| (relation.a, relation.b));
    relations
}

/// The identical and near-identical pairs among those that are open.
fn by_words(profiles: &[Profile], open: &OpenPairs) -> HashMap<(usize, usize), Relation> {
    let mut found = HashMap::new();
    let words: Vec<&[u32]> = profiles.iter().map(|p| p.words.as_slice()).collect();
    for (i, j, likeness) in similar_pairs_among(&words, NEAR, MOST_PARTNERS, |i, j| open.holds(i, j)) {
        let (a, b) = (&profiles[i], &profiles[j]);
        let relation = literal(a, b, likeness).and_then(|comparison| comparison.relation(a.id, b.id));
        found.extend(relation.map(|relation| ((i, j), relation)));
    }
    found
}
