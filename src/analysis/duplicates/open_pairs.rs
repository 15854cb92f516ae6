//! Which pairs of a State are compared: all of them, or those of which something may have changed.
//!
//! How two texts relate hangs on the two alone, but for one thing: whether they are compared at all hangs on
//! the features that are followed, and with the number of texts a feature can become common or cease to be.
//! So a pair is open where one of its texts has arrived or changed, and where both hold a feature that has
//! shifted so. Of every other pair a new comparison would find what the earlier one has found.

use super::following::Following;
use super::profile::Profile;

/// The pairs to compare among texts, by their places in the list.
#[derive(Debug)]
pub(super) struct OpenPairs {
    /// Texts that have arrived or changed.
    arrived: Vec<bool>,
    /// Texts that hold a feature that has shifted.
    shifted: Vec<bool>,
    /// Whether all have arrived, so that every pair is open.
    is_whole: bool,
}

impl OpenPairs {
    /// All pairs of this many texts.
    pub(super) fn all(texts: usize) -> Self {
        Self { arrived: vec![true; texts], shifted: vec![false; texts], is_whole: true }
    }

    /// The pairs of texts that have arrived or changed with all others, and those whose features have shifted
    /// since they were compared.
    pub(super) fn of(
        profiles: &[Profile],
        stands: impl Fn(&Profile) -> bool,
        before: &Following,
        now: &Following,
    ) -> Self {
        let features = now.shifted_since(before);
        let is_shifted = |profile: &Profile| profile.plain.indices.iter().any(|feature| features.contains(feature));
        let shifted = profiles.iter().map(|profile| !features.is_empty() && is_shifted(profile)).collect();
        let arrived: Vec<bool> = profiles.iter().map(|profile| !stands(profile)).collect();
        let is_whole = arrived.iter().all(|arrived| *arrived);
        Self { arrived, shifted, is_whole }
    }

    /// Whether a pair is open.
    pub(super) fn holds(&self, i: usize, j: usize) -> bool {
        self.arrived[i] || self.arrived[j] || (self.shifted[i] && self.shifted[j])
    }

    /// Whether a text leads any open pairs.
    pub(super) fn is_leader(&self, at: usize) -> bool {
        self.arrived[at] || self.shifted[at]
    }

    /// Whether an open pair is found from `at` and not from `other`: each is found once.
    pub(super) fn leads(&self, at: usize, other: usize) -> bool {
        match (self.arrived[at], self.arrived[other]) {
            (true, true) => other < at,
            (true, false) => true,
            (false, true) => false,
            (false, false) => other < at && self.shifted[at] && self.shifted[other],
        }
    }

    /// The place before which all texts stand that `at` leads pairs with.
    pub(super) fn reach(&self, at: usize) -> usize {
        if self.is_whole { at } else { self.arrived.len() }
    }
}

#[cfg(test)]
mod tests {
    use super::OpenPairs;

    #[test]
    fn every_open_pair_is_led_by_one_of_its_texts_and_no_other_by_any() {
        let some = OpenPairs {
            arrived: vec![false, true, false, true, false],
            shifted: vec![true, true, true, false, false],
            is_whole: false,
        };
        for open in [some, OpenPairs::all(5)] {
            for i in 0..5 {
                for j in i + 1..5 {
                    let led =
                        |at: usize, other: usize| open.is_leader(at) && other < open.reach(at) && open.leads(at, other);
                    assert_eq!(u8::from(led(i, j)) + u8::from(led(j, i)), u8::from(open.holds(i, j)), "{i}, {j}");
                }
            }
        }
    }
}
