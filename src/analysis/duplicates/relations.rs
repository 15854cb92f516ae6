//! The relations among the recommendations of one State.

use std::collections::HashMap;

use rayon::prelude::*;

use super::candidates::candidates;
use super::comparison::{NEAR, judged, literal};
use super::join::similar_pairs;
use super::pair_model::PairModel;
use super::profile::Profile;
use crate::domain::Relation;

/// Finds all relations among profiles of one State, in the order of the identifiers.
///
/// Identical: the same core. Near-identical: four fifths of the words, the same treaties, groups
/// and numbers. Same ask and overlap: the pair model, under its guard.
#[must_use]
pub fn relations(profiles: &[Profile], model: &PairModel) -> Vec<Relation> {
    let mut found: HashMap<(usize, usize), Relation> = HashMap::new();
    let words: Vec<&[u32]> = profiles.iter().map(|p| p.words.as_slice()).collect();
    for (i, j, likeness) in similar_pairs(&words, NEAR) {
        let (a, b) = (&profiles[i], &profiles[j]);
        let relation = literal(a, b, likeness).and_then(|comparison| comparison.relation(a.id, b.id));
        found.extend(relation.map(|relation| ((i, j), relation)));
    }
    let judge = |(i, j): (usize, usize)| {
        let (a, b) = (&profiles[i], &profiles[j]);
        judged(a, b, model)?.relation(a.id, b.id)
    };
    let open: Vec<_> = candidates(profiles).into_iter().filter(|pair| !found.contains_key(pair)).collect();
    let mut relations: Vec<Relation> = open.into_par_iter().filter_map(judge).collect();
    relations.extend(found.into_values());
    relations.sort_by_key(|relation| (relation.a, relation.b));
    relations
}
