//! What two asks share and what sets them apart, in concepts: instruments and words of tone are set
//! aside, the main clause is told from means, purposes and examples.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::Regex;
use serde::{Deserialize, Serialize};

use super::sets::{hash, holds, sorted};
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
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct AskConcepts {
    /// Hashes of the concepts of the main clause, sorted, each once.
    pub(super) main: Vec<u32>,
    /// Hashes of all concepts, sorted, each once.
    pub(super) all: Vec<u32>,
    /// Whether it asks for instruments that it does not name.
    pub(super) generic: bool,
    /// Whether it speaks of the accreditation of a national institution.
    pub(super) accredited: bool,
    /// How many things the main clause joins with "and".
    pub(super) joins: usize,
}

impl AskConcepts {
    /// The concepts of a reading.
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
}

/// How rare concepts are: `ln((1 + n) / (1 + df)) + 0.5` over the texts of the fit.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Rarity {
    texts: usize,
    counts: BTreeMap<u32, u32>,
}

impl Rarity {
    /// Rarities among that number of texts, of which each concept stands in as many as `counts` says.
    #[must_use]
    pub fn new(texts: usize, counts: BTreeMap<u32, u32>) -> Self {
        Self { texts, counts }
    }

    /// The rarity of a concept; highest for one that the fit has not seen.
    pub(super) fn weight(&self, concept: u32) -> f64 {
        let known = self.counts.get(&concept).copied().unwrap_or(0);
        ((1.0 + self.texts as f64) / (1.0 + f64::from(known))).ln() + 0.5
    }

    /// The rarity of concepts, summed up.
    pub(super) fn sum(&self, concepts: impl Iterator<Item = u32>) -> f64 {
        concepts.map(|concept| self.weight(concept)).sum()
    }
}

/// How a concept stands in a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ConceptStanding {
    /// In both main clauses.
    Both,
    /// In one main clause and nowhere in the other text.
    MainOfOne,
    /// In one text alone.
    One,
}

/// Every concept of a pair with its standing.
pub(super) fn standings(a: &AskConcepts, b: &AskConcepts) -> Vec<(ConceptStanding, u32)> {
    let mut all = Vec::new();
    for (x, y) in [(a, b), (b, a)] {
        all.extend(x.main.iter().filter(|c| !holds(&y.all, **c)).map(|c| (ConceptStanding::MainOfOne, *c)));
        all.extend(x.all.iter().filter(|c| !holds(&y.all, **c)).map(|c| (ConceptStanding::One, *c)));
    }
    all.extend(a.main.iter().filter(|c| holds(&b.main, **c)).map(|c| (ConceptStanding::Both, *c)));
    all
}
