//! Terms of the field that set a cluster apart.

use std::collections::BTreeMap;

use super::phrases::{is_weak, repeats};
use super::title_facts::TitleFacts;
use crate::analysis::features::FeatureSpace;
use crate::domain::vocabulary::fold;
use crate::text::terms::{Term, terms_in};

/// Share of the texts that hold a term of the title.
const TERM: f64 = 0.25;
/// Words of a term beyond which it stands alone.
const LONG: usize = 4;
/// Share and rarity of a single word that stands as a title.
const WORD: (f64, f32) = (0.4, 4.0);

/// Terms that every cluster could have.
pub(super) const GENERAL: [&str; 22] = [
    "optional protocol",
    "international instruments",
    "human rights",
    "international standards",
    "international obligations",
    "international community",
    "civil society",
    "national legislation",
    "legislative framework",
    "legal framework",
    "vulnerable groups",
    "state party",
    "special procedures",
    "united nations",
    "necessary measures",
    "good practices",
    "best practices",
    "technical assistance",
    "capacity building",
    "public awareness",
    "follow up",
    "concluding observations",
];

/// Terms of the field that set the cluster apart, best first, at most two.
pub(super) fn terms(space: &FeatureSpace, facts: &[&TitleFacts], issue: &str) -> Vec<&'static Term> {
    let mut counts: BTreeMap<&str, (usize, &'static Term)> = BTreeMap::new();
    for term in facts.iter().flat_map(|f| terms_in(&f.words)) {
        counts.entry(&term.folded).or_insert((0, term)).0 += 1;
    }
    let all = facts.len() as f64;
    let mut ranked: Vec<(f64, &'static Term)> = counts
        .into_values()
        .filter_map(|(count, term)| Some((weight(space, term, count as f64 / all, issue)?, term)))
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.folded.cmp(&b.1.folded)));
    let mut chosen: Vec<&'static Term> = Vec::new();
    for (_, term) in ranked {
        // A long name says enough by itself and nothing more beside another.
        let is_long = !chosen.is_empty() && term.folded.split(' ').count() > LONG;
        if chosen.len() < 2 && !is_long && !chosen.iter().any(|known| repeats(&known.folded, &term.folded)) {
            chosen.push(term);
        }
    }
    chosen
}

/// Share times rarity, more for longer terms and less where it repeats the issue; `None` for a term that
/// says too little.
fn weight(space: &FeatureSpace, term: &Term, share: f64, issue: &str) -> Option<f64> {
    let words: Vec<&str> = term.folded.split(' ').collect();
    let rarity = |word: &&str| space.rarity(word).unwrap_or(WORD.1);
    let (least, scale) = match words.len() {
        1 if is_weak(words[0]) || rarity(&words[0]) < WORD.1 => return None,
        _ if GENERAL.contains(&term.folded.as_str()) => return None,
        1 => (WORD.0, 1.0),
        2 => (TERM, 1.7),
        _ => (TERM, 2.0),
    };
    let rarest = words.iter().map(rarity).fold(0.0f32, f32::max);
    let known = space.rarity(&term.folded).unwrap_or(rarest).max(rarest);
    let scale = if repeats(&fold(issue), &term.folded) { scale * 0.6 } else { scale };
    (share >= least).then(|| share * f64::from(known) * scale)
}
