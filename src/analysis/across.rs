//! Identical and near-identical texts between States.

use rayon::prelude::*;

use super::duplicates::{Profile, literal, similar_pairs};
use super::models::Models;
use super::record_reading::{examined, reading_of};
use crate::domain::{Recommendation, Relation};

/// Likeness of word sets from which texts of two States are near-identical.
const NEAR: f32 = 0.85;

/// Pairs of different States, in the order of identifiers.
#[must_use]
pub fn relations_across_states(records: &[Recommendation], models: &Models) -> Vec<Relation> {
    let profile = |record: &Recommendation| examined(record.id, &reading_of(record), models.taggers()).1;
    let profiles: Vec<Profile> = records.par_iter().map(profile).collect();
    let words: Vec<&[u32]> = profiles.iter().map(|p| p.words.as_slice()).collect();
    let mut found: Vec<Relation> = similar_pairs(&words, NEAR)
        .into_iter()
        .filter(|(i, j, _)| are_of_two_states(&records[*i], &records[*j]))
        .filter_map(|(i, j, likeness)| {
            let (a, b) = (&profiles[i], &profiles[j]);
            let mut relation = literal(a, b, likeness)?.relation(a.id, b.id)?;
            relation.weigh_positions(records[i].position, records[j].position);
            Some(relation)
        })
        .collect();
    found.sort_by_key(|relation| (relation.a, relation.b));
    found
}

/// Whether both name their State and it is another one: what is not known differs from nothing.
fn are_of_two_states(a: &Recommendation, b: &Recommendation) -> bool {
    a.state.zip(b.state).is_some_and(|(a, b)| a != b)
}
