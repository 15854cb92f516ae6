//! Key phrases: what the texts of a cluster speak of and texts at large do not.
//!
//! A phrase is a word, a pair of neighbours known to the feature space, or a triple of two such
//! pairs, without verbs of asking at its head and small words at its ends. It weighs as much as the
//! share of the cluster's texts that hold it times its rarity in the texts the space was fitted to,
//! so that a small cluster is named as well as a large one.

use std::collections::BTreeMap;
use std::collections::HashSet;
use std::sync::LazyLock;

use crate::analysis::features::FeatureSpace;
use crate::domain::Language;
use crate::domain::vocabulary::{StateRegister, Table, fold};
use crate::text::boilerplate::is_stop_word;
use crate::text::phrases::PhraseMatcher;

/// Phrases kept for a cluster.
const KEPT: usize = 6;
/// Weight of phrases of one, two and three words.
const LENGTHS: [f64; 4] = [0.0, 1.0, 1.75, 2.0];
/// A phrase of a cluster stands in this share of its texts, or in two of them.
const LEAST_SHARE: f64 = 0.2;

/// Words that name no subject by themselves: tone, frames, and what every recommendation holds.
const WEAK: &str = "\
    human rights right state states party committee national country government further necessary \
    effective effectively full fully new end international existing towards view appropriate relevant \
    including accordance line persons people person particularly particular concrete conformity level \
    levels area areas field fields possible possibility against recommendations recommendation legal \
    well also based related various different issues issue matter order ensure ensuring efforts effort \
    measures measure steps step action actions activities work working process number least next first \
    second third one two three many much better best good great high higher low lower early late long \
    term short time year years day days s number specific special general overall additional continued \
    ongoing recent previous current future important main major key certain especially respective \
    including regarding concerning followed following respect others other every within without across \
    through comprehensive independent adequate proper equal free members member society part parts use \
    cases case group groups situation conditions condition situations purpose purposes means way ways victims \
    victim perpetrators perpetrator forms form court courts code crime crimes living social criminal private \
    population communities community services service system systems provisions risk life";

static WEAK_WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let verbs = Table::embedded("actions", include_str!("../../../corpora/reference/actions.csv"));
    let english = verbs.rows().filter(|row| row.cell("language") == "en");
    let heads = english.flat_map(|row| fold(row.cell("word")).split(' ').map(str::to_owned).collect::<Vec<_>>());
    WEAK.split(' ').map(str::to_owned).chain(heads).collect()
});

/// Names of States: a State's own name stands in all its texts.
static STATES: LazyLock<PhraseMatcher> = LazyLock::new(|| {
    let names: Vec<String> =
        StateRegister::embedded().iter().map(|state| fold(state.names.get(Language::En))).collect();
    PhraseMatcher::new(names.iter().map(|name| (name.as_str(), 0)))
});

/// A folded text without the names of States.
fn without_states(text: &str) -> String {
    let (mut rest, mut from) = (String::with_capacity(text.len()), 0);
    for hit in STATES.find(text) {
        rest.push_str(&text[from..hit.start]);
        from = hit.end;
    }
    rest + &text[from..]
}

/// A phrase with its share of the cluster's texts.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct KeyPhrase {
    pub(super) words: String,
    /// Share of the texts that hold it, 0 to 1.
    pub(super) share: f64,
}

/// The key phrases of texts (folded English), best first; none repeats another's words.
#[must_use]
pub(super) fn key_phrases(texts: &[&str], space: &FeatureSpace) -> Vec<KeyPhrase> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for text in texts {
        let held: HashSet<String> = phrases(&without_states(text), space).into_iter().collect();
        held.into_iter().for_each(|phrase| *counts.entry(phrase).or_default() += 1);
    }
    let total = texts.len().max(1) as f64;
    let least = if texts.len() < 4 { 1 } else { ((total * LEAST_SHARE) as usize).max(2) };
    let mut ranked: Vec<(f64, KeyPhrase)> = counts
        .into_iter()
        .filter(|(_, count)| *count >= least)
        .map(|(words, count)| {
            let share = count as f64 / total;
            (share * rarity(&words, space) * LENGTHS[words.split(' ').count().min(3)], KeyPhrase { words, share })
        })
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.words.cmp(&b.1.words)));
    distinct(ranked.into_iter().map(|(_, phrase)| phrase))
}

fn rarity(phrase: &str, space: &FeatureSpace) -> f64 {
    let words: Vec<&str> = phrase.split(' ').collect();
    if words.len() < 3 {
        return space.rarity(phrase).map_or(0.0, f64::from);
    }
    let pairs = words.windows(2).filter_map(|pair| space.rarity(&pair.join(" ")));
    f64::from(pairs.fold(0.0f32, f32::max))
}

/// Whether a folded word names no subject by itself.
#[must_use]
pub(super) fn is_weak(word: &str) -> bool {
    WEAK_WORDS.contains(word)
}

/// Whether a word can begin or end a phrase.
fn is_strong(word: &str) -> bool {
    word.len() > 2 && !is_stop_word(word) && !is_weak(word) && !word.chars().all(|c| c.is_ascii_digit())
}

fn phrases(text: &str, space: &FeatureSpace) -> Vec<String> {
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let mut found: Vec<String> = words.iter().filter(|word| is_strong(word)).map(|word| (*word).to_owned()).collect();
    let is_pair = |pair: &[&str]| space.rarity(&pair.join(" ")).is_some();
    for pair in words.windows(2).filter(|pair| is_strong(pair[0]) && is_strong(pair[1]) && is_pair(pair)) {
        found.push(pair.join(" "));
    }
    for triple in words.windows(3) {
        let inner = is_strong(triple[1]) || matches!(triple[1], "of" | "and" | "rights");
        let ends = is_strong(triple[0]) && is_strong(triple[2]) && triple[0] != triple[2];
        if inner && ends && is_pair(&triple[..2]) && is_pair(&triple[1..]) {
            found.push(triple.join(" "));
        }
    }
    found
}

/// Phrases that do not repeat each other's words.
fn distinct(ranked: impl Iterator<Item = KeyPhrase>) -> Vec<KeyPhrase> {
    let mut kept: Vec<KeyPhrase> = Vec::new();
    for phrase in ranked {
        if !kept.iter().any(|known| repeats(&known.words, &phrase.words)) {
            kept.push(phrase);
        }
        if kept.len() == KEPT {
            break;
        }
    }
    kept
}

/// Whether two phrases share a word, by its head.
#[must_use]
pub(super) fn repeats(a: &str, b: &str) -> bool {
    let heads = |phrase: &str| -> Vec<String> {
        phrase.split(' ').filter(|word| !is_stop_word(word)).map(|word| word.chars().take(5).collect()).collect()
    };
    let known = heads(a);
    heads(b).iter().any(|head| known.contains(head))
}
