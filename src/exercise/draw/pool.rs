//! The records that cards may be made of, shuffled: what is looked for first is found by chance, and by the same
//! seed again.

use std::collections::{BTreeMap, BTreeSet};

use rand::seq::SliceRandom;
use rand_xoshiro::Xoshiro256PlusPlus;

use crate::domain::{Kind, Language, SettledRecord, StateCode};
use crate::text::tokens::words;

/// Characters of a text that fits on a card, and that says enough to be sorted.
const LONGEST: usize = 600;
const SHORTEST: usize = 20;

/// Records by their place in the pool.
pub(super) struct Pool<'v> {
    /// The records, shuffled.
    pub(super) records: Vec<&'v SettledRecord>,
    /// The language of the cards.
    pub(super) language: Language,
}

impl<'v> Pool<'v> {
    /// Those of a State, or of all, with a text that fits.
    pub(super) fn of(
        settled: &'v [SettledRecord],
        state: Option<StateCode>,
        language: Language,
        random: &mut Xoshiro256PlusPlus,
    ) -> Self {
        let fits = |settled: &&SettledRecord| {
            let record = &settled.record;
            let is_wanted = record.kind != Kind::Other && (state.is_none() || record.state == state);
            is_wanted && (SHORTEST..=LONGEST).contains(&record.clean_text(language).chars().count())
        };
        let mut records: Vec<&SettledRecord> = settled.iter().filter(fits).collect();
        records.shuffle(random);
        Self { records, language }
    }

    /// The text of a card with its language.
    pub(super) fn text(&self, at: usize) -> (Language, &'v str) {
        let (language, text) = self.records[at].record.text(self.language);
        (language, text.clean.as_str())
    }

    /// The words of a text.
    pub(super) fn words(&self, at: usize) -> BTreeSet<String> {
        let (language, text) = self.text(at);
        words(text, language).into_iter().collect()
    }

    fn of_plan(&self) -> impl Iterator<Item = (usize, &'v SettledRecord)> {
        self.records.iter().copied().enumerate().filter(|(_, settled)| settled.record.kind.is_of_plan())
    }

    /// Places of records that a plan answers, by something that they share, in the order of their first.
    pub(super) fn groups<K: Ord>(&self, key: impl Fn(&SettledRecord) -> Option<K>) -> Vec<Vec<usize>> {
        let mut places: BTreeMap<K, usize> = BTreeMap::new();
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for (at, settled) in self.of_plan() {
            let Some(key) = key(settled) else { continue };
            let place = *places.entry(key).or_insert(groups.len());
            if place == groups.len() {
                groups.push(Vec::new());
            }
            groups[place].push(at);
        }
        groups
    }
}
