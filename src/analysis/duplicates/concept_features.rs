//! What two asks share and what sets them apart in concepts, as numbers.

use super::named_features::{flag, named_features};
use super::pair_concepts::{AskConcepts, Rarity};
use super::sets::{holds, shared};

named_features! {
    /// Two asks in concepts: shares from 0 to 1, flags, counts, and sums of rarities. Where a number stands
    /// for each of the two, the smaller and the larger of both are taken, so that their order says nothing.
    ConceptFeatures {
        /// How much of a main clause the other text holds, less.
        main_in_text_less,
        /// The same, more.
        main_in_text_more,
        /// How much of a main clause the other main clause holds, less.
        main_in_main_less,
        /// The same, more.
        main_in_main_more,
        /// How much of a text the other text holds, less.
        text_in_text_less,
        /// The same, more.
        text_in_text_more,
        /// Both shares multiplied.
        text_in_text_product,
        /// The rarest concept of a main clause that the other text lacks, more.
        rarest_lacking_more,
        /// The same, less.
        rarest_lacking_less,
        /// All concepts of a main clause that the other text lacks, more.
        lacking_more,
        /// The same, less.
        lacking_less,
        /// One alone asks for instruments that it does not name.
        unnamed_instruments_in_one,
        /// Both do.
        unnamed_instruments_in_both,
        /// One alone speaks of the accreditation of a national institution.
        accreditation_in_one,
        /// How many things more the one main clause joins with "and".
        joins_apart,
        /// How many concepts more the one main clause has.
        main_lengths_apart,
        /// Concepts of the shorter main clause, at most 12.
        shorter_main,
        /// Each text holds the other's main clause.
        nothing_left_over,
        /// The rarity of what both texts hold.
        shared_rarity,
        /// How many concepts both texts hold.
        shared_count,
        /// The main clauses are equal.
        equal_mains,
    }
}

impl ConceptFeatures {
    pub(super) fn of(a: &AskConcepts, b: &AskConcepts, rarity: &Rarity) -> Self {
        let (main_a, main_b) = (share(&a.main, &b.all, rarity), share(&b.main, &a.all, rarity));
        let (only_a, only_b) = (share(&a.main, &b.main, rarity), share(&b.main, &a.main, rarity));
        let (all_a, all_b) = (share(&a.all, &b.all, rarity), share(&b.all, &a.all, rarity));
        let (lacks_b, lacks_a) = (Lacking::of(&a.main, &b.all, rarity), Lacking::of(&b.main, &a.all, rarity));
        Self {
            main_in_text_less: main_a.min(main_b),
            main_in_text_more: main_a.max(main_b),
            main_in_main_less: only_a.min(only_b),
            main_in_main_more: only_a.max(only_b),
            text_in_text_less: all_a.min(all_b),
            text_in_text_more: all_a.max(all_b),
            text_in_text_product: all_a * all_b,
            rarest_lacking_more: lacks_b.rarest.max(lacks_a.rarest),
            rarest_lacking_less: lacks_b.rarest.min(lacks_a.rarest),
            lacking_more: lacks_b.total.max(lacks_a.total),
            lacking_less: lacks_b.total.min(lacks_a.total),
            unnamed_instruments_in_one: flag(a.generic != b.generic),
            unnamed_instruments_in_both: flag(a.generic && b.generic),
            accreditation_in_one: flag(a.accredited != b.accredited),
            joins_apart: a.joins.abs_diff(b.joins) as f64,
            main_lengths_apart: a.main.len().abs_diff(b.main.len()) as f64,
            shorter_main: a.main.len().min(b.main.len()).min(12) as f64,
            nothing_left_over: flag(lacks_b.total == 0.0 && lacks_a.total == 0.0),
            shared_rarity: rarity.sum(a.all.iter().copied().filter(|concept| holds(&b.all, *concept))),
            shared_count: shared(&a.all, &b.all) as f64,
            equal_mains: flag(a.main == b.main),
        }
    }
}

/// How much of `part` stands in `whole`, by rarity; 1 for nothing.
fn share(part: &[u32], whole: &[u32], rarity: &Rarity) -> f64 {
    let total = rarity.sum(part.iter().copied());
    if total > 0.0 { rarity.sum(part.iter().copied().filter(|c| holds(whole, *c))) / total } else { 1.0 }
}

/// What a text lacks of another's main clause, by rarity.
struct Lacking {
    /// The rarest concept.
    rarest: f64,
    /// All concepts.
    total: f64,
}

impl Lacking {
    fn of(main: &[u32], text: &[u32], rarity: &Rarity) -> Self {
        let lost: Vec<f64> = main.iter().filter(|c| !holds(text, **c)).map(|c| rarity.weight(*c)).collect();
        Self { rarest: lost.iter().copied().fold(0.0, f64::max), total: lost.iter().sum::<f64>() }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{AskConcepts, ConceptFeatures, Rarity};
    use crate::domain::Language;
    use crate::text::read;

    #[test]
    fn asks_that_differ_in_tone_and_purpose_alone_leave_nothing_over() {
        let of = |text| AskConcepts::of(&read(text, Language::En));
        let a = of("Consider a moratorium on the death penalty");
        let b = of("Take steps to establish a moratorium on executions with a view to abolition");
        let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
        [&a, &b].into_iter().flat_map(|text| &text.all).for_each(|concept| *counts.entry(*concept).or_default() += 1);
        let rarity = Rarity::new(2, counts);
        let left_over = |x: &AskConcepts, y: &AskConcepts| 1.0 - ConceptFeatures::of(x, y, &rarity).nothing_left_over;
        assert!(left_over(&a, &b).abs() < 1e-9, "{a:?} {b:?}");
        assert!(left_over(&a, &of("Build schools in the valleys")) > 0.5);
    }
}
