//! Pairs worth judging: those that share treaties or enough of their words.

use std::collections::HashMap;

use super::profile::Profile;
use super::sets::shared;

/// Pairs below this cosine of words are judged only when they share a treaty.
const LEAST: f32 = 0.17;
/// A feature that more than this share of the texts hold says little and is not followed.
const COMMON: f32 = 0.25;
/// In small sets even common features are followed.
const FOLLOWED: usize = 40;

/// All pairs `(i, j)` with `i < j` to judge, in order.
#[must_use]
pub(super) fn candidates(profiles: &[Profile]) -> Vec<(usize, usize)> {
    let index = inverted(profiles);
    let limit = ((profiles.len() as f32 * COMMON) as usize).max(FOLLOWED);
    let mut pairs = Vec::new();
    let mut likeness = vec![0f32; profiles.len()];
    let mut touched = Vec::new();
    for (at, profile) in profiles.iter().enumerate() {
        for (feature, value) in profile.plain.iter() {
            let postings = &index[&feature];
            if postings.len() > limit {
                continue;
            }
            for (other, weight) in postings.iter().take_while(|(other, _)| (*other as usize) < at) {
                let other = *other as usize;
                if likeness[other] == 0.0 {
                    touched.push(other);
                }
                likeness[other] += value * weight;
            }
        }
        touched.sort_unstable();
        for other in touched.drain(..) {
            let related = shared(&profile.treaties, &profiles[other].treaties) > 0;
            if likeness[other] >= LEAST || (related && likeness[other] > 0.0) {
                pairs.push((other, at));
            }
            likeness[other] = 0.0;
        }
    }
    pairs.extend(by_treaty(profiles));
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

fn inverted(profiles: &[Profile]) -> HashMap<u32, Vec<(u32, f32)>> {
    let mut index: HashMap<u32, Vec<(u32, f32)>> = HashMap::new();
    for (at, profile) in profiles.iter().enumerate() {
        for (feature, value) in profile.plain.iter() {
            index.entry(feature).or_default().push((at as u32, value));
        }
    }
    index
}

/// Texts that name the same treaties, whatever their other words ("Ratify ICRMW").
fn by_treaty(profiles: &[Profile]) -> Vec<(usize, usize)> {
    let mut by_code: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, profile) in profiles.iter().enumerate() {
        for code in &profile.treaties {
            by_code.entry(code).or_default().push(at);
        }
    }
    let mut lists: Vec<_> = by_code.into_values().collect();
    lists.sort_unstable();
    let pairs = |list: &Vec<usize>| {
        let list = list.clone();
        (0..list.len())
            .flat_map(move |i| (i + 1..list.len()).map(|j| (list[i], list[j])).collect::<Vec<_>>())
            .collect::<Vec<_>>()
    };
    lists.iter().flat_map(pairs).collect()
}
