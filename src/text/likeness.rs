//! How alike two wordings of one recommendation are.
//!
//! Sources of one review differ in quotes, blanks, abbreviations and in how many clauses they put
//! under one number. Likeness is the Jaccard index of the sets of words (0: none in common, 1: the
//! same words), of the whole texts or, told apart from that, of the two clauses that are most alike.

use std::collections::BTreeSet;

use super::attribution::split_attribution;
use super::tokens::words;
use crate::domain::vocabulary::StateRegister;
use crate::domain::{Fingerprint, Language};

/// The words of a text and of each of its clauses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordSets {
    /// Sets of hashed words: the whole text first; never empty.
    parts: Vec<BTreeSet<u64>>,
}

/// Clauses with fewer words say too little by themselves.
const SHORTEST: usize = 4;

impl WordSets {
    /// Reads a cleaned text.
    #[must_use]
    pub fn of(text: &str, language: Language, register: &StateRegister) -> Self {
        let set = |part: &str| {
            words(part, language).iter().map(|word| Fingerprint::of(word.as_bytes()).0).collect::<BTreeSet<u64>>()
        };
        let mut parts = vec![set(text)];
        let clauses = clauses(text, register);
        if clauses.len() > 1 {
            parts.extend(clauses.iter().map(|clause| set(clause)).filter(|words| words.len() >= SHORTEST));
        }
        Self { parts }
    }

    /// The likeness of the whole texts, 0 to 1.
    #[must_use]
    pub fn whole(&self, other: &Self) -> f32 {
        jaccard(&self.parts[0], &other.parts[0])
    }

    /// The likeness of the two parts that are most alike, each a clause or the whole, 0 to 1.
    #[must_use]
    pub fn clause(&self, other: &Self) -> f32 {
        let pairs = self.parts.iter().flat_map(|a| other.parts.iter().map(move |b| jaccard(a, b)));
        pairs.fold(0.0, f32::max)
    }

    /// Whether the text has one clause only.
    #[must_use]
    pub fn is_single(&self) -> bool {
        self.parts.len() == 1
    }
}

fn jaccard(a: &BTreeSet<u64>, b: &BTreeSet<u64>) -> f32 {
    let shared = a.intersection(b).count();
    let all = a.len() + b.len() - shared;
    if all == 0 { 0.0 } else { shared as f32 / all as f32 }
}

/// The clauses of a text, each without the recommending States at its end.
fn clauses<'a>(text: &'a str, register: &StateRegister) -> Vec<&'a str> {
    let pieces = text.split(';').map(|piece| split_attribution(piece, register).text.trim());
    pieces.filter(|piece| !piece.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::WordSets;
    use crate::domain::Language;
    use crate::domain::vocabulary::StateRegister;

    fn likeness(a: &str, b: &str) -> (f32, f32) {
        let read = |text| WordSets::of(text, Language::En, StateRegister::embedded());
        (read(a).whole(&read(b)), read(a).clause(&read(b)))
    }

    #[test]
    fn a_clause_is_found_in_a_text_of_several() {
        let several = "Accede to the treaty on mines without delay (Libya); Consider acceding to the treaty on water";
        let (whole, clause) = likeness(several, "Accede to the treaty on mines without delay");
        assert!(whole < 0.8 && clause > 0.99);
        assert!(likeness("Build schools in villages", "Mend roads in towns").1 < 0.2);
    }
}
