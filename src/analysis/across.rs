//! Identical and near-identical texts between States.

use rayon::prelude::*;

use super::duplicates::{Profile, literal, similar_pairs};
use super::models::Models;
use super::run::reading_of;
use super::tagging::tag;
use crate::domain::{Recommendation, Relation};

/// Likeness of word sets from which texts of two States are near-identical.
const NEAR: f32 = 0.85;

/// Pairs of different States, in the order of identifiers.
#[must_use]
pub fn relations_across_states(records: &[Recommendation], models: &Models) -> Vec<Relation> {
    let profiles: Vec<Profile> = records
        .par_iter()
        .map(|record| {
            let reading = reading_of(record);
            let tagged = tag(models.taggers(), &reading);
            Profile::new(record.id, &reading, &models.space.features, &tagged)
        })
        .collect();
    let words: Vec<&[u32]> = profiles.iter().map(|p| p.words.as_slice()).collect();
    let mut found: Vec<Relation> = similar_pairs(&words, NEAR)
        .into_iter()
        .filter(|(i, j, _)| records[*i].state != records[*j].state)
        .filter_map(|(i, j, likeness)| {
            let (kind, score, explanation) = literal(&profiles[i], &profiles[j], likeness)?;
            let (a, b) = (records[i].id.min(records[j].id), records[i].id.max(records[j].id));
            Some(Relation { a, b, kind, score, explanation })
        })
        .collect();
    found.sort_by_key(|relation| (relation.a, relation.b));
    found
}
