//! Agreement counted in pairs of cards: together or apart in the one sorting and in the other.

use std::collections::BTreeMap;

use serde::Serialize;

use super::moves::moves;

/// How far two sortings agree.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Agreement {
    /// Adjusted Rand index (Hubert and Arabie 1985): 1 for the same sorting, about 0 for chance, may be negative.
    pub adjusted_rand: f64,
    /// Fowlkes–Mallows index (1983), 0 to 1; 0 where no two cards are together in both.
    pub fowlkes_mallows: f64,
    /// Pairs that are together in both or apart in both.
    pub pairs_agreed: u64,
    /// All pairs of cards that both have placed.
    pub pairs: u64,
    /// Fewest cards that have to change their group until both are the same.
    pub moves: u64,
}

impl Agreement {
    /// Compares the groups of the same cards, numbered from 0 in each sorting.
    pub(in crate::exercise) fn of(a: &[usize], b: &[usize]) -> Self {
        let of_cells = a.iter().copied().zip(b.iter().copied());
        let (both, in_a, in_b) =
            (pairs_inside(of_cells), pairs_inside(a.iter().copied()), pairs_inside(b.iter().copied()));
        let pairs = chosen_two(a.len() as u64);
        Self {
            adjusted_rand: adjusted_rand(both, in_a, in_b, pairs),
            fowlkes_mallows: fowlkes_mallows(both, in_a, in_b),
            pairs_agreed: pairs + 2 * both - in_a - in_b,
            pairs,
            moves: moves(a, b),
        }
    }
}

/// Pairs of cards that are in one group.
fn pairs_inside<G: Ord>(groups: impl Iterator<Item = G>) -> u64 {
    let mut sizes: BTreeMap<G, u64> = BTreeMap::new();
    groups.for_each(|group| *sizes.entry(group).or_default() += 1);
    sizes.values().map(|size| chosen_two(*size)).sum()
}

const fn chosen_two(of: u64) -> u64 {
    of * of.saturating_sub(1) / 2
}

fn adjusted_rand(both: u64, in_a: u64, in_b: u64, pairs: u64) -> f64 {
    let (only_a, only_b) = ((in_a - both) as f64, (in_b - both) as f64);
    let (together, apart) = (both as f64, (pairs + both - in_a - in_b) as f64);
    if pairs == 0 {
        return 0.0;
    }
    if only_a == 0.0 && only_b == 0.0 {
        return 1.0;
    }
    let chance = (together + only_a) * (only_a + apart) + (together + only_b) * (only_b + apart);
    2.0 * (together * apart - only_a * only_b) / chance
}

fn fowlkes_mallows(both: u64, in_a: u64, in_b: u64) -> f64 {
    if both == 0 {
        return 0.0;
    }
    let both = both as f64;
    (both / in_a as f64).sqrt() * (both / in_b as f64).sqrt()
}

#[cfg(test)]
mod tests {
    use super::Agreement;

    const KEY: [usize; 10] = [0, 0, 0, 1, 1, 2, 2, 2, 3, 3];
    const NEAR: [usize; 10] = [0, 0, 1, 1, 1, 2, 2, 2, 2, 3];
    const FAR: [usize; 10] = [0, 1, 0, 1, 2, 2, 0, 1, 2, 0];

    /// `adjusted_rand_score` and `fowlkes_mallows_score` of scikit-learn 1.
    #[test]
    fn the_indices_are_those_that_scikit_learn_gives() {
        let apart: Vec<usize> = (0..10).collect();
        for (a, b, rand, mallows) in [
            (&KEY[..], &NEAR[..], 0.446_153_846_153_846_2, 0.559_016_994_374_947_5),
            (&KEY[..], &[0; 10][..], 0.0, 0.421_637_021_355_783_9),
            (&KEY[..], &apart[..], 0.0, 0.0),
            (&KEY[..], &[2, 2, 2, 0, 0, 3, 3, 3, 1, 1][..], 1.0, 1.0),
            (&KEY[..], &FAR[..], -0.144_067_796_610_169_5, 0.102_062_072_615_965_75),
            (&NEAR[..], &FAR[..], -0.2, 0.091_287_092_917_527_68),
        ] {
            let found = Agreement::of(a, b);
            assert!((found.adjusted_rand - rand).abs() < 1e-9, "{found:?}");
            assert!((found.fowlkes_mallows - mallows).abs() < 1e-9, "{found:?}");
        }
    }

    #[test]
    fn pairs_are_agreed_on_where_they_are_together_or_apart_in_both() {
        let found = Agreement::of(&[0, 0, 1], &[0, 1, 1]);
        assert_eq!((found.pairs_agreed, found.pairs, found.moves), (1, 3, 1));
        let none = Agreement::of(&[], &[]);
        assert_eq!((none.pairs_agreed, none.pairs, none.moves), (0, 0, 0));
    }
}
