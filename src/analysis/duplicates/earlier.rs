//! What an earlier comparison of a State leaves to the next one.

use std::collections::{HashMap, HashSet};

use super::following::Following;
use super::open_pairs::OpenPairs;
use super::profile::Profile;
use crate::domain::{RecordId, Relation};

/// An earlier comparison of a State's recommendations by the same models.
#[derive(Debug)]
pub struct EarlierComparison {
    following: Following,
    standing: HashSet<RecordId>,
    relations: Vec<Relation>,
}

impl EarlierComparison {
    /// The comparison of all these profiles, which has found these relations; `standing` are the records
    /// that are what they were.
    #[must_use]
    pub fn of(profiles: &[Profile], relations: Vec<Relation>, standing: HashSet<RecordId>) -> Self {
        Self { following: Following::of(profiles), standing, relations }
    }

    /// The pairs that have to be compared among the profiles that there are now.
    pub(super) fn open_pairs(&self, profiles: &[Profile], now: &Following) -> OpenPairs {
        OpenPairs::of(profiles, |profile| self.standing.contains(&profile.id), &self.following, now)
    }

    /// The relations of pairs that are not open.
    pub(super) fn standing_relations(self, profiles: &[Profile], open: &OpenPairs) -> impl Iterator<Item = Relation> {
        let places: HashMap<RecordId, usize> = profiles.iter().enumerate().map(|(at, p)| (p.id, at)).collect();
        let stands = move |relation: &Relation| match (places.get(&relation.a), places.get(&relation.b)) {
            (Some(i), Some(j)) => !open.holds(*i, *j),
            _ => false,
        };
        self.relations.into_iter().filter(stands)
    }
}
