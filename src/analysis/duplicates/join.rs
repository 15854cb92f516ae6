//! Exact set-similarity join: all pairs of word sets above a likeness, none missed.
//!
//! Prefix filter (Chaudhuri, Ganti and Kaushik 2006; Xiao et al. 2008): two sets with Jaccard
//! likeness of at least `t` share one of their `|s| − ⌈t·|s|⌉ + 1` rarest words, so only sets that
//! meet in such a word are compared.

use std::collections::HashMap;

use super::sets::jaccard;

/// All pairs `(i, j, likeness)` with `i < j` and Jaccard likeness of at least `least`.
///
/// Each set is a sorted list without repetitions. Empty sets have no partners.
#[must_use]
pub fn similar_pairs(sets: &[&[u32]], least: f32) -> Vec<(usize, usize, f32)> {
    similar_pairs_among(sets, least, usize::MAX, |_, _| true)
}

/// The same, of those pairs of places that are wanted. A set is paired with at most `most` of those before it
/// by size: among many thousands that are nearly alike not every pair is held, and all still hang together.
#[must_use]
pub(super) fn similar_pairs_among(
    sets: &[&[u32]],
    least: f32,
    most: usize,
    is_wanted: impl Fn(usize, usize) -> bool,
) -> Vec<(usize, usize, f32)> {
    let frequency = frequencies(sets);
    let ordered: Vec<Vec<u32>> = sets.iter().map(|set| by_rarity(set, &frequency)).collect();
    let mut order: Vec<usize> = (0..sets.len()).filter(|at| !sets[*at].is_empty()).collect();
    order.sort_by_key(|at| (sets[*at].len(), *at));
    let mut index: HashMap<u32, Vec<usize>> = HashMap::new();
    let mut met = vec![usize::MAX; sets.len()];
    let mut pairs = Vec::new();
    for &at in &order {
        let size = sets[at].len();
        let prefix = size - (least * size as f32).ceil() as usize + 1;
        let before = pairs.len();
        let others = ordered[at].iter().take(prefix).filter_map(|word| index.get(word)).flatten();
        for &other in others {
            let long_enough = sets[other].len() as f32 >= least * size as f32;
            if met[other] != at && long_enough && is_wanted(at, other) {
                met[other] = at;
                let likeness = jaccard(sets[at], sets[other]);
                if likeness >= least {
                    pairs.push((at.min(other), at.max(other), likeness));
                }
            }
            if pairs.len() - before >= most {
                break;
            }
        }
        for word in ordered[at].iter().take(prefix) {
            index.entry(*word).or_default().push(at);
        }
    }
    pairs.sort_by_key(|(a, b, _)| (*a, *b));
    pairs
}

fn frequencies(sets: &[&[u32]]) -> HashMap<u32, u32> {
    let mut frequency = HashMap::new();
    sets.iter().flat_map(|set| set.iter()).for_each(|word| *frequency.entry(*word).or_default() += 1);
    frequency
}

fn by_rarity(set: &[u32], frequency: &HashMap<u32, u32>) -> Vec<u32> {
    let mut words = set.to_vec();
    words.sort_by_cached_key(|word| (frequency.get(word).copied().unwrap_or(0), *word));
    words
}

#[cfg(test)]
mod tests {
    use super::similar_pairs;
    use crate::analysis::duplicates::sets::jaccard;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_join_finds_what_comparing_all_pairs_finds(
            raw in prop::collection::vec(prop::collection::btree_set(0u32..12, 0..8), 0..24),
            least in prop::sample::select(vec![0.5f32, 0.7, 0.85, 1.0]),
        ) {
            let sets: Vec<Vec<u32>> = raw.into_iter().map(|s| s.into_iter().collect()).collect();
            let views: Vec<&[u32]> = sets.iter().map(Vec::as_slice).collect();
            let mut expected = Vec::new();
            for a in 0..sets.len() {
                for b in a + 1..sets.len() {
                    let likeness = jaccard(&sets[a], &sets[b]);
                    if !sets[a].is_empty() && !sets[b].is_empty() && likeness >= least {
                        expected.push((a, b, likeness));
                    }
                }
            }
            prop_assert_eq!(similar_pairs(&views, least), expected);
        }
    }
}
