//! What two asks share and what sets them apart, in concepts: instruments and words of tone are set
//! aside, the main clause is told from means, purposes and examples.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::Regex;
use serde::{Deserialize, Serialize};

use super::profile::{hash, shared, sorted};
use crate::text::Reading;
use crate::text::clauses::clauses;
use crate::text::concepts::concepts;
use crate::text::pattern::pattern;

/// "Other", "remaining", "core" instruments: an ask that no list of names ends.
static GENERIC: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:other|remaining|main|core|all|key|outstanding|pending|fundamental)\b[\w ]{0,40}\b(?:instruments|treaties|conventions|covenants)\b",
    )
});

/// The status of a national institution, which is asked apart from the institution.
static ACCREDITED: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(?:accredit\w*|a status|status a|coordinating committee)\b"));

/// One text in concepts.
#[derive(Debug, Clone, Default)]
pub(super) struct AskConcepts {
    /// Hashes of the concepts of the main clause, sorted, each once.
    main: Vec<u32>,
    /// Hashes of all concepts, sorted, each once.
    all: Vec<u32>,
    /// Whether it asks for instruments that it does not name.
    generic: bool,
    /// Whether it speaks of the accreditation of a national institution.
    accredited: bool,
    /// How many things the main clause joins with "and".
    joins: usize,
}

impl AskConcepts {
    pub(super) fn of(reading: &Reading) -> Self {
        let mut text = format!(" {} ", reading.english);
        for mention in &reading.instruments {
            text = text.replace(&format!(" {} ", mention.words), " ");
        }
        let text = text.trim();
        let parts = clauses(text);
        let main = concepts(parts.main);
        let hashed = |list: &[String]| list.iter().map(|concept| hash(concept)).collect::<Vec<_>>();
        let both: Vec<u32> = hashed(&main).into_iter().chain(hashed(&concepts(parts.rest))).collect();
        Self {
            main: sorted(hashed(&main).into_iter()),
            all: sorted(both.into_iter()),
            generic: GENERIC.is_match(text),
            accredited: ACCREDITED.is_match(text),
            joins: parts.main.split(' ').filter(|word| *word == "and").count(),
        }
    }

    /// Hashes of all concepts, sorted, each once.
    pub(super) fn all(&self) -> &[u32] {
        &self.all
    }
}

/// How rare concepts are: `ln((1 + n) / (1 + df)) + 0.5` over the texts of the fit.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Rarity {
    texts: usize,
    counts: BTreeMap<u32, u32>,
}

impl Rarity {
    /// Rarities of so many texts, and of how many of them hold each concept.
    #[must_use]
    pub fn new(texts: usize, counts: BTreeMap<u32, u32>) -> Self {
        Self { texts, counts }
    }

    fn weight(&self, concept: u32) -> f64 {
        let known = self.counts.get(&concept).copied().unwrap_or(0);
        ((1.0 + self.texts as f64) / (1.0 + f64::from(known))).ln() + 0.5
    }

    fn sum(&self, concepts: impl Iterator<Item = u32>) -> f64 {
        concepts.map(|concept| self.weight(concept)).sum()
    }
}

/// Number of [`concept_features`].
pub(super) const CONCEPT_FEATURES: usize = 21;

/// In order: how much of either main clause the other text holds (less, more), how much the other
/// main clause holds, how much of either text the other holds (less, more, product), the rarest and
/// the summed concepts of a main clause that the other text lacks (more, less each), generic
/// instruments in one and in both, accreditation in one, difference of joins, difference and minimum
/// of lengths, nothing left over on either side, weight and number of shared concepts, and whether
/// both main clauses are equal.
pub(super) fn concept_features(a: &AskConcepts, b: &AskConcepts, rarity: &Rarity) -> [f64; CONCEPT_FEATURES] {
    let covers = |x: &[u32], y: &[u32]| {
        let total = rarity.sum(x.iter().copied());
        if total > 0.0 { rarity.sum(x.iter().copied().filter(|c| holds(y, *c))) / total } else { 1.0 }
    };
    let missing = |x: &[u32], y: &[u32]| {
        let lost: Vec<f64> = x.iter().filter(|c| !holds(y, **c)).map(|c| rarity.weight(*c)).collect();
        (lost.iter().copied().fold(0.0, f64::max), lost.iter().sum::<f64>())
    };
    let (main_a, main_b) = (covers(&a.main, &b.all), covers(&b.main, &a.all));
    let (only_a, only_b) = (covers(&a.main, &b.main), covers(&b.main, &a.main));
    let (all_a, all_b) = (covers(&a.all, &b.all), covers(&b.all, &a.all));
    let (lost_a, lost_b) = (missing(&a.main, &b.all), missing(&b.main, &a.all));
    let flag = |value: bool| f64::from(u8::from(value));
    [
        main_a.min(main_b),
        main_a.max(main_b),
        only_a.min(only_b),
        only_a.max(only_b),
        all_a.min(all_b),
        all_a.max(all_b),
        all_a * all_b,
        lost_a.0.max(lost_b.0),
        lost_a.0.min(lost_b.0),
        lost_a.1.max(lost_b.1),
        lost_a.1.min(lost_b.1),
        flag(a.generic != b.generic),
        flag(a.generic && b.generic),
        flag(a.accredited != b.accredited),
        a.joins.abs_diff(b.joins) as f64,
        a.main.len().abs_diff(b.main.len()) as f64,
        a.main.len().min(b.main.len()).min(12) as f64,
        flag(lost_a.1 == 0.0 && lost_b.1 == 0.0),
        rarity.sum(a.all.iter().copied().filter(|c| holds(&b.all, *c))),
        shared(&a.all, &b.all) as f64,
        flag(a.main == b.main),
    ]
}

fn holds(list: &[u32], concept: u32) -> bool {
    list.binary_search(&concept).is_ok()
}

/// How a concept stands in a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Standing {
    /// In both main clauses.
    Both,
    /// In one main clause and nowhere in the other text.
    MainOfOne,
    /// In one text alone.
    One,
}

/// Every concept of a pair with its standing.
pub(super) fn standings(a: &AskConcepts, b: &AskConcepts) -> Vec<(Standing, u32)> {
    let mut all = Vec::new();
    for (x, y) in [(a, b), (b, a)] {
        all.extend(x.main.iter().filter(|c| !holds(&y.all, **c)).map(|c| (Standing::MainOfOne, *c)));
        all.extend(x.all.iter().filter(|c| !holds(&y.all, **c)).map(|c| (Standing::One, *c)));
    }
    all.extend(a.main.iter().filter(|c| holds(&b.main, **c)).map(|c| (Standing::Both, *c)));
    all
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{AskConcepts, Rarity, concept_features};
    use crate::domain::Language;
    use crate::text::read;

    #[test]
    fn asks_that_differ_in_tone_and_purpose_alone_leave_nothing_over() {
        let of = |text| AskConcepts::of(&read(text, Language::En));
        let a = of("Consider a moratorium on the death penalty");
        let b = of("Take steps to establish a moratorium on executions with a view to abolition");
        let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
        [&a, &b].into_iter().flat_map(AskConcepts::all).for_each(|concept| *counts.entry(*concept).or_default() += 1);
        let rarity = Rarity::new(2, counts);
        assert!((concept_features(&a, &b, &rarity)[17] - 1.0).abs() < 1e-9, "{a:?} {b:?}");
        let c = of("Build schools in the valleys");
        assert!(concept_features(&a, &c, &rarity)[17] < 0.5);
    }
}
