//! Learning the term lexicon from texts that say the same in several languages.
//!
//! Which stem stands for which is estimated by the first of IBM's alignment models (Brown et al.,
//! "The Mathematics of Statistical Machine Translation", 1993), in both directions; a pair of stems
//! weighs the geometric mean of the two probabilities, so that a rare word is not bound to all that
//! stood around it once.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use crate::domain::Language;
use crate::text::lexicon::{Entry, Lexicon};
use crate::text::stemming::stem_tokens;
use crate::text::stop_words::is_stop_word;
use crate::training::tables::AlignedRecord;

/// Texts or terms of one meaning in several languages.
#[derive(Debug, Clone)]
pub(super) struct AlignedText {
    /// By language, in the order of [`Language::ALL`]; several where a term has several forms.
    pub(super) texts: [Vec<String>; 6],
    /// How much it counts.
    pub(super) weight: f64,
}

impl From<AlignedRecord> for AlignedText {
    fn from(record: AlignedRecord) -> Self {
        Self { texts: record.texts.map(|text| vec![text]), weight: 1.0 }
    }
}

/// Name of the lexicon and of its files.
pub(in crate::training) const LEXICON: &str = "lexicon";
/// Rounds of estimation.
const ROUNDS: usize = 6;
/// Added to the count of every stem, so that what was seen once is not sure.
const DOUBT: f64 = 0.5;
/// Pairs of less weight are left out.
const LEAST: f64 = 0.06;
/// Stands for what has no counterpart.
const NOTHING: u32 = 0;

/// Two sentences as numbers of stems, and their weight.
type Pair = (Vec<u32>, Vec<u32>, f64);

/// Learns which stems stand for each other.
#[must_use]
pub(super) fn learn(texts: &[AlignedText]) -> Lexicon {
    let others: Vec<Language> = Language::ALL.into_iter().filter(|language| *language != Language::En).collect();
    let entries: Vec<Vec<Entry>> = others.par_iter().map(|language| entries(texts, *language)).collect();
    Lexicon::new(entries.into_iter().flatten())
}

/// The pairs of one language with English.
fn entries(texts: &[AlignedText], language: Language) -> Vec<Entry> {
    let (mut english, mut other) = (Numbers::default(), Numbers::default());
    let mut pairs: Vec<Pair> = Vec::new();
    for text in texts {
        let sources = &text.texts[Language::En.index()];
        for source in sources {
            let source = english.of(&words_of(source, Language::En));
            for target in &text.texts[language.index()] {
                let target = other.of(&words_of(target, language));
                if !source.is_empty() && !target.is_empty() {
                    pairs.push((source.clone(), target, text.weight / sources.len() as f64));
                }
            }
        }
    }
    let there = probabilities(&pairs);
    let turned: Vec<Pair> = pairs.into_iter().map(|(a, b, weight)| (b, a, weight)).collect();
    let back = probabilities(&turned);
    let weigh = |((a, b), p): (&(u32, u32), &f64)| {
        let weight = (p * back.get(&(*b, *a)).copied().unwrap_or(0.0)).sqrt();
        let (a, b) = (english.name(*a)?, other.name(*b)?);
        (weight >= LEAST).then(|| (language, a.to_owned(), b.to_owned(), weight as f32))
    };
    there.iter().filter_map(weigh).collect()
}

/// The stems of a text without small words, which stand beside everything.
fn words_of(text: &str, language: Language) -> Vec<String> {
    let tokens = stem_tokens(text, language).into_iter();
    tokens.filter(|token| !is_stop_word(&text[token.start..token.end], language)).map(|token| token.stem).collect()
}

/// For each pair of stems the probability of the second given the first.
fn probabilities(pairs: &[Pair]) -> BTreeMap<(u32, u32), f64> {
    let mut cells: HashMap<(u32, u32), usize> = HashMap::new();
    let mut keys: Vec<(u32, u32)> = Vec::new();
    let mut links: Vec<(Vec<usize>, f64)> = Vec::new();
    for (source, target, weight) in pairs {
        for b in target {
            let cell = |a: &u32| {
                *cells.entry((*a, *b)).or_insert_with(|| {
                    keys.push((*a, *b));
                    keys.len() - 1
                })
            };
            links.push((std::iter::once(&NOTHING).chain(source).map(cell).collect(), *weight));
        }
    }
    let stems = keys.iter().map(|(a, _)| *a as usize + 1).max().unwrap_or(0);
    let mut probability = vec![1.0; keys.len()];
    for _ in 0..ROUNDS {
        probability = again(&links, &keys, stems, &probability);
    }
    keys.into_iter().zip(probability).filter(|((a, _), p)| *a != NOTHING && *p > LEAST * LEAST).collect()
}

/// One round: every word of a target is shared out among the words of its source.
fn again(links: &[(Vec<usize>, f64)], keys: &[(u32, u32)], stems: usize, before: &[f64]) -> Vec<f64> {
    let mut counts = vec![0.0; keys.len()];
    for (cells, weight) in links {
        let sum: f64 = cells.iter().map(|cell| before[*cell]).sum();
        if sum > 0.0 {
            cells.iter().for_each(|cell| counts[*cell] += weight * before[*cell] / sum);
        }
    }
    let mut totals = vec![DOUBT; stems];
    keys.iter().zip(&counts).for_each(|((a, _), count)| totals[*a as usize] += count);
    keys.iter().zip(&counts).map(|((a, _), count)| count / totals[*a as usize]).collect()
}

/// Numbers for stems, from one; numerals are no words.
#[derive(Default)]
struct Numbers {
    numbers: HashMap<String, u32>,
    names: Vec<String>,
}

impl Numbers {
    fn of(&mut self, stems: &[String]) -> Vec<u32> {
        let words = stems.iter().filter(|stem| !stem.chars().all(char::is_numeric));
        let number = |stem: &String| {
            *self.numbers.entry(stem.clone()).or_insert_with(|| {
                self.names.push(stem.clone());
                u32::try_from(self.names.len()).expect("fewer stems than four thousand millions")
            })
        };
        words.map(number).collect()
    }

    fn name(&self, number: u32) -> Option<&str> {
        self.names.get((number as usize).checked_sub(1)?).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::{AlignedText, learn};
    use crate::domain::Language::{En, Fr};

    #[test]
    fn words_that_go_together_are_bound_and_those_around_them_are_not() {
        let text = |en: &str, fr: &str| {
            let mut texts: [Vec<String>; 6] = Default::default();
            texts[En.index()] = vec![en.to_owned()];
            texts[Fr.index()] = vec![fr.to_owned()];
            AlignedText { texts, weight: 1.0 }
        };
        let lexicon = learn(&[
            text("the blue house", "la maison bleue"),
            text("the house", "la maison"),
            text("the blue sea", "la mer bleue"),
            text("the red sea", "la mer rouge"),
        ]);
        assert_eq!(lexicon.renderings("hous", En, Fr)[0].stem, "maison");
        assert_eq!(lexicon.renderings("mer", Fr, En)[0].stem, "sea");
        assert!(lexicon.renderings("red", En, Fr)[0].weight > 0.3);
    }
}
