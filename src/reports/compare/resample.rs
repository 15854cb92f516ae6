//! Resampling of whole States: recommendations of one review are not independent of each other, reviews nearly are.
//!
//! The same draws of States serve all rows of a table, and both sides of a comparison.

use rand::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::intervals::Interval;

/// The seed of the draws.
pub(super) const SEED: u64 = 7;
/// How often States are drawn.
pub(super) const DRAWS: usize = 2_000;

/// Draws of States with replacement, as many in each as there are.
#[derive(Debug)]
pub(super) struct Resample {
    states: usize,
    /// How often each State was drawn, draw by draw.
    times: Vec<u16>,
}

impl Resample {
    /// Draws of this many States.
    pub(super) fn of(states: usize) -> Self {
        let mut random = Xoshiro256PlusPlus::seed_from_u64(SEED);
        let mut times = vec![0u16; states * DRAWS];
        for draw in times.chunks_exact_mut(states.max(1)) {
            (0..states).for_each(|_| draw[random.gen_range(0..states)] += 1);
        }
        Self { states, times }
    }

    /// Where 95 of 100 draws lie. `counts` holds what was counted of each State, by its number from 0; `statistic`
    /// makes one value of their sums, or empty when a draw has too little. Empty when there is but one State.
    pub(super) fn interval(
        &self,
        counts: &[(usize, [u64; 4])],
        statistic: impl Fn([u64; 4]) -> Option<f64>,
    ) -> Option<Interval> {
        if self.states < 2 {
            return None;
        }
        let sums = |draw: &[u16]| {
            counts.iter().fold([0u64; 4], |mut sums, (state, own)| {
                let times = u64::from(draw[*state]);
                sums.iter_mut().zip(own).for_each(|(sum, own)| *sum += times * own);
                sums
            })
        };
        let draws = self.times.chunks_exact(self.states);
        let mut values: Vec<f64> = draws.filter_map(|draw| statistic(sums(draw))).collect();
        values.sort_unstable_by(f64::total_cmp);
        Some(Interval { low: quantile(&values, 0.025)?, high: quantile(&values, 0.975)? })
    }
}

/// The quantile of sorted values, between two of them in proportion (Hyndman and Fan 1996, definition 7).
fn quantile(sorted: &[f64], part: f64) -> Option<f64> {
    let place = part * sorted.len().checked_sub(1)? as f64;
    let below = sorted[place.floor() as usize];
    let above = sorted[place.ceil() as usize];
    Some(below + (above - below) * place.fract())
}

#[cfg(test)]
mod tests {
    use super::{DRAWS, Resample, quantile};

    fn share(sums: [u64; 4]) -> Option<f64> {
        (sums[1] > 0).then(|| sums[0] as f64 / sums[1] as f64)
    }

    /// `numpy.quantile([1, 2, 4, 8], [0.025, 0.5, 0.975])`.
    #[test]
    fn quantiles_are_those_of_numpy() {
        let of = |part| quantile(&[1.0, 2.0, 4.0, 8.0], part).unwrap();
        for (found, wanted) in [(of(0.025), 1.075), (of(0.5), 3.0), (of(0.975), 7.7)] {
            assert!((found - wanted).abs() < 1e-9, "{found} {wanted}");
        }
        assert_eq!(quantile(&[], 0.5), None);
    }

    #[test]
    fn draws_repeat_and_hold_as_many_states_as_there_are() {
        let resample = Resample::of(9);
        assert_eq!(resample.times, Resample::of(9).times);
        assert_eq!(resample.times.len(), 9 * DRAWS);
        assert!(
            resample.times.chunks_exact(9).all(|draw| draw.iter().map(|times| u32::from(*times)).sum::<u32>() == 9)
        );
    }

    #[test]
    fn states_that_differ_make_a_wider_interval_than_states_that_do_not() {
        let resample = Resample::of(8);
        let counts = |high: u64, low: u64| -> Vec<(usize, [u64; 4])> {
            (0..8).map(|state| (state, [if state % 2 == 0 { high } else { low }, 100, 0, 0])).collect()
        };
        let alike = resample.interval(&counts(50, 50), share).unwrap();
        let apart = resample.interval(&counts(90, 10), share).unwrap();
        assert_eq!((alike.low, alike.high), (0.5, 0.5));
        assert!(apart.low < 0.35 && apart.high > 0.65, "{apart:?}");
        assert_eq!(Resample::of(1).interval(&[(0, [1, 2, 0, 0])], share), None, "one State is no sample of States");
    }
}
