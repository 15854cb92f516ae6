//! What somebody made of the cards: which group each was put into.

use std::collections::{BTreeMap, BTreeSet};

use super::card::Exercise;

/// A sorting of cards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sorting {
    /// Who sorted.
    pub name: String,
    /// The group of each card that was placed, by the number of the card.
    pub groups: BTreeMap<usize, String>,
}

impl Sorting {
    /// The sorting of the key.
    #[must_use]
    pub fn of_key(key: &Exercise, name: &str) -> Self {
        let groups = key.cards.iter().map(|card| (card.number, card.category.clone())).collect();
        Self { name: name.to_owned(), groups }
    }

    /// The cards that both have placed, each with the number of its group in the one and in the other, from 0.
    pub(super) fn beside(&self, other: &Self) -> (Vec<usize>, Vec<usize>) {
        let both: Vec<usize> = self.groups.keys().copied().filter(|card| other.groups.contains_key(card)).collect();
        (self.numbered(&both), other.numbered(&both))
    }

    fn numbered(&self, cards: &[usize]) -> Vec<usize> {
        let names: Vec<&String> = self.groups.values().collect::<BTreeSet<_>>().into_iter().collect();
        cards.iter().filter_map(|card| names.binary_search(&self.groups.get(card)?).ok()).collect()
    }

    /// How many groups there are.
    pub(super) fn group_count(&self) -> usize {
        self.groups.values().collect::<BTreeSet<_>>().len()
    }

    /// Whether two cards are in one group; `None` when one of them was not placed.
    pub(super) fn together(&self, a: usize, b: usize) -> Option<bool> {
        Some(self.groups.get(&a)? == self.groups.get(&b)?)
    }
}
