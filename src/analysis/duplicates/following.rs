//! Which features of texts are followed in the search for pairs: all but those that too many texts hold.

use std::collections::{HashMap, HashSet};

use super::profile::Profile;

/// A feature that more than this share of the texts hold says little and is not followed.
const COMMON: f32 = 0.25;
/// In small sets even common features are followed.
const FOLLOWED: usize = 40;

/// The features of the texts of one State, and which of them are followed.
#[derive(Debug)]
pub(super) struct Following {
    /// How many texts hold each feature.
    counts: HashMap<u32, u32>,
    /// How many texts may hold a feature that is followed.
    limit: usize,
}

impl Following {
    /// The features of texts that are compared with each other.
    pub(super) fn of(profiles: &[Profile]) -> Self {
        let mut counts = HashMap::new();
        for feature in profiles.iter().flat_map(|profile| &profile.plain.indices) {
            *counts.entry(*feature).or_default() += 1;
        }
        Self { counts, limit: ((profiles.len() as f32 * COMMON) as usize).max(FOLLOWED) }
    }

    /// Whether texts that share a feature are looked at for it.
    pub(super) fn follows(&self, feature: u32) -> bool {
        self.counts.get(&feature).is_none_or(|texts| *texts as usize <= self.limit)
    }

    /// The features of these texts that are followed now and were not before, or the other way round.
    pub(super) fn shifted_since(&self, before: &Self) -> HashSet<u32> {
        let is_shifted = |feature: &u32| self.follows(*feature) != before.follows(*feature);
        self.counts.keys().copied().filter(is_shifted).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{HashMap, HashSet};

    use super::Following;

    #[test]
    fn a_feature_shifts_where_it_becomes_common_or_rare_again_among_more_texts() {
        let before = Following { counts: HashMap::from([(1, 40), (2, 41), (3, 7)]), limit: 40 };
        let now = Following { counts: HashMap::from([(1, 42), (2, 41), (3, 8), (4, 1)]), limit: 41 };
        assert!(before.follows(1) && !before.follows(2) && before.follows(9));
        assert_eq!(now.shifted_since(&before), HashSet::from([1, 2]));
    }
}
