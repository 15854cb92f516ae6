//! The sheets of several groups beside each other and beside the key.

use serde::Serialize;

use super::agreement::Agreement;
use super::card::Exercise;
use super::sheet::{FilledSheet, SheetFault};
use super::sorting::Sorting;

/// What the row of the key is called.
pub const KEY: &str = "key";
/// Most pairs of cards that are listed as disputed.
const MOST_DISPUTED: usize = 10;

/// What groups made of the cards of one exercise.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Score {
    /// How far each agrees with the key, in the order of the sheets.
    pub sheets: Vec<SheetScore>,
    /// How far every two agree, the key being one more: each pair once.
    pub between: Vec<Between>,
    /// The pairs of cards on which the groups are most divided, most divided first.
    pub disputed: Vec<Dispute>,
    /// Each card with the one that most groups put beside it.
    pub nearest: Vec<Nearest>,
    /// Cards that are not placed as they should be.
    pub faults: Vec<SheetFault>,
}

/// A sheet against the key.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SheetScore {
    /// Who sorted.
    pub name: String,
    /// How far it agrees with the key, over the cards that were placed.
    #[serde(flatten)]
    pub agreement: Agreement,
    /// Cards that were placed.
    pub cards: usize,
    /// Groups that were made of them.
    pub groups: usize,
}

/// Two sortings against each other.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Between {
    /// The one.
    pub a: String,
    /// The other.
    pub b: String,
    /// How far they agree, over the cards that both placed.
    #[serde(flatten)]
    pub agreement: Agreement,
}

/// Two cards that some groups put together and others apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Dispute {
    /// The cards, the smaller number first.
    pub cards: [usize; 2],
    /// Groups that put them together.
    pub together: usize,
    /// Groups that placed both.
    pub of: usize,
    /// Whether the key has them together.
    pub together_in_key: bool,
}

/// A card and the one that most groups put with it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Nearest {
    /// The card.
    pub card: usize,
    /// The other; `None` when nobody put any with it.
    pub nearest: Option<usize>,
    /// Groups that put the two together.
    pub together: usize,
    /// Groups that placed both; where there is no other, groups that placed the card.
    pub of: usize,
    /// The share of these groups, 0 to 1.
    pub share: f64,
}

/// Lays what groups filled in beside the key.
#[must_use]
pub fn score(key: &Exercise, sheets: Vec<FilledSheet>) -> Score {
    let (mut sortings, mut faults) = (Vec::new(), Vec::new());
    for sheet in sheets {
        sortings.extend(sheet.sortings);
        faults.extend(sheet.faults);
    }
    name_apart(&mut sortings);
    let of_key = Sorting::of_key(key, KEY);
    let against = |sorting: &Sorting| SheetScore {
        name: sorting.name.clone(),
        agreement: agreement(sorting, &of_key),
        cards: sorting.groups.len(),
        groups: sorting.group_count(),
    };
    Score {
        sheets: sortings.iter().map(against).collect(),
        between: between(&sortings, &of_key),
        disputed: disputed(&sortings, &of_key),
        nearest: of_key.groups.keys().map(|card| nearest(*card, &sortings, &of_key)).collect(),
        faults,
    }
}

fn agreement(a: &Sorting, b: &Sorting) -> Agreement {
    let (a, b) = a.beside(b);
    Agreement::of(&a, &b)
}

/// Numbers names that stand more than once, or that are the key's.
fn name_apart(sortings: &mut [Sorting]) {
    let mut taken = vec![KEY.to_owned()];
    for sorting in sortings {
        let free = std::iter::once(sorting.name.clone())
            .chain((2_u64..).map(|number| format!("{} ({number})", sorting.name)))
            .find(|name| !taken.contains(name))
            .expect("numbers do not end");
        taken.push(free.clone());
        sorting.name = free;
    }
}

fn between(sortings: &[Sorting], key: &Sorting) -> Vec<Between> {
    let all: Vec<&Sorting> = sortings.iter().chain(std::iter::once(key)).collect();
    let pair = |a: &Sorting, b: &Sorting| Between { a: a.name.clone(), b: b.name.clone(), agreement: agreement(a, b) };
    let with_later = |(at, a): (usize, &&Sorting)| all[at + 1..].iter().map(|b| pair(a, b)).collect::<Vec<_>>();
    all.iter().enumerate().flat_map(with_later).collect()
}

/// How many groups put two cards together, and how many placed both.
fn counted(a: usize, b: usize, sortings: &[Sorting]) -> (usize, usize) {
    let seen: Vec<bool> = sortings.iter().filter_map(|sorting| sorting.together(a, b)).collect();
    (seen.iter().filter(|together| **together).count(), seen.len())
}

/// Pairs on which groups are divided: those first where the smaller side is the largest share, then by numbers.
fn disputed(sortings: &[Sorting], key: &Sorting) -> Vec<Dispute> {
    let cards: Vec<usize> = key.groups.keys().copied().collect();
    let mut all = Vec::new();
    for (at, a) in cards.iter().enumerate() {
        for b in &cards[at + 1..] {
            let (together, of) = counted(*a, *b, sortings);
            if together > 0 && together < of {
                let together_in_key = key.together(*a, *b) == Some(true);
                all.push(Dispute { cards: [*a, *b], together, of, together_in_key });
            }
        }
    }
    let smaller = |one: &Dispute| one.together.min(one.of - one.together);
    // Shares are compared without dividing: the smaller side of the one times all of the other.
    all.sort_by(|x, y| (smaller(y) * x.of).cmp(&(smaller(x) * y.of)).then(x.cards.cmp(&y.cards)));
    all.truncate(MOST_DISPUTED);
    all
}

/// The card that the largest share of groups put with it; of several that of the smallest number.
fn nearest(card: usize, sortings: &[Sorting], key: &Sorting) -> Nearest {
    let mut best = Nearest { card, nearest: None, together: 0, of: 0, share: 0.0 };
    for other in key.groups.keys().copied().filter(|other| *other != card) {
        let (together, of) = counted(card, other, sortings);
        if together * best.of.max(1) > best.together * of {
            best = Nearest { card, nearest: Some(other), together, of, share: together as f64 / of as f64 };
        }
    }
    if best.nearest.is_none() {
        best.of = sortings.iter().filter(|sorting| sorting.groups.contains_key(&card)).count();
    }
    best
}

#[cfg(test)]
mod tests {
    use super::{Dispute, Score, Sorting, score};
    use crate::exercise::FilledSheet;
    use crate::exercise::card::tests::key_of;

    fn scored(sheets: &[(&str, &[&str])]) -> Score {
        let sorting = |(name, groups): &(&str, &[&str])| Sorting {
            name: (*name).to_owned(),
            groups: (1..).zip(groups.iter().map(|group| (*group).to_owned())).collect(),
        };
        let sheet = |one| FilledSheet { sortings: vec![sorting(one)], faults: Vec::new() };
        score(&key_of(&["a", "a", "b", "b"]), sheets.iter().map(sheet).collect())
    }

    #[test]
    fn every_sheet_stands_against_the_key_and_against_every_other() {
        let same: &[&str] = &["x", "x", "y", "y"];
        let found = scored(&[("Ada", same), ("Ada", same), ("key", &["x", "y", "x", "y"])]);
        let names: Vec<&str> = found.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        assert_eq!(names, ["Ada", "Ada (2)", "key (2)"]);
        assert_eq!((found.sheets[0].agreement.adjusted_rand, found.sheets[0].agreement.moves), (1.0, 0));
        assert_eq!((found.sheets[2].agreement.pairs_agreed, found.sheets[2].agreement.moves), (2, 2));
        assert_eq!(found.between.len(), 6);
        assert_eq!((found.between[5].a.as_str(), found.between[5].b.as_str()), ("key (2)", "key"));
    }

    #[test]
    fn what_groups_are_most_divided_on_stands_first() {
        let found = scored(&[("A", &["x", "x", "y", "y"]), ("B", &["x", "x", "x", "y"]), ("C", &["x", "y", "y", "y"])]);
        let first = Dispute { cards: [1, 2], together: 2, of: 3, together_in_key: true };
        assert_eq!(found.disputed[0], first);
        assert_eq!(
            found.disputed.iter().map(|one| one.cards).collect::<Vec<_>>(),
            [[1, 2], [1, 3], [2, 3], [2, 4], [3, 4]]
        );
        let four = found.nearest.iter().find(|nearest| nearest.card == 4).unwrap();
        assert_eq!((four.nearest, four.together, four.of), (Some(3), 2, 3));
    }

    #[test]
    fn a_single_sheet_disputes_nothing() {
        let found = scored(&[("A", &["w", "x", "y", "z"])]);
        assert!(found.disputed.is_empty());
        assert_eq!((found.nearest[0].nearest, found.nearest[0].of, found.nearest[0].share), (None, 1, 0.0));
    }
}
