//! Titles and key phrases: what sets a cluster apart within its theme and among all texts.
//!
//! Phrases of one to three words are weighed by class-based TF-IDF: how many of the cluster's texts
//! hold the phrase, against how many texts hold it at all, longer phrases first.

use std::collections::{BTreeMap, HashMap};

use crate::domain::vocabulary::fold;
use crate::text::boilerplate::is_stop_word;

/// Phrases kept for a cluster.
const KEPT: usize = 6;
/// Phrases in a title.
const IN_TITLE: usize = 2;

/// Words that every recommendation holds and that name no subject.
const WEAK: [&str; 70] = [
    "ensure",
    "continue",
    "strengthen",
    "promote",
    "efforts",
    "effort",
    "measures",
    "measure",
    "take",
    "steps",
    "rights",
    "human",
    "state",
    "party",
    "committee",
    "recommends",
    "national",
    "country",
    "government",
    "further",
    "necessary",
    "effective",
    "effectively",
    "implement",
    "implementation",
    "improve",
    "increase",
    "enhance",
    "adopt",
    "consider",
    "considering",
    "make",
    "provide",
    "protect",
    "protection",
    "address",
    "full",
    "fully",
    "new",
    "end",
    "international",
    "existing",
    "step",
    "work",
    "towards",
    "view",
    "aimed",
    "appropriate",
    "relevant",
    "including",
    "accordance",
    "line",
    "persons",
    "people",
    "particularly",
    "particular",
    "concrete",
    "conformity",
    "continuing",
    "establish",
    "develop",
    "support",
    "level",
    "area",
    "field",
    "possible",
    "possibility",
    "against",
    "recommendations",
    "legal",
];

/// How often each phrase occurs among all texts.
#[derive(Debug, Default)]
pub(super) struct PhraseCounts {
    texts: usize,
    counts: HashMap<String, u32>,
}

impl PhraseCounts {
    /// Counts the phrases of all texts; each text is its folded English words.
    #[must_use]
    pub(super) fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut all = Self::default();
        for text in texts {
            all.texts += 1;
            for phrase in phrases(text) {
                *all.counts.entry(phrase).or_default() += 1;
            }
        }
        all
    }

    /// The key phrases of a cluster, best first.
    #[must_use]
    pub(super) fn key_phrases(&self, members: &[&str]) -> Vec<String> {
        let mut inside: BTreeMap<String, u32> = BTreeMap::new();
        for text in members {
            for phrase in phrases(text) {
                *inside.entry(phrase).or_default() += 1;
            }
        }
        let mut ranked: Vec<(f64, String)> =
            inside.into_iter().map(|(phrase, count)| (self.weight(&phrase, count, members.len()), phrase)).collect();
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        distinct(ranked.into_iter().map(|(_, phrase)| phrase))
    }

    fn weight(&self, phrase: &str, inside: u32, members: usize) -> f64 {
        let everywhere = f64::from(self.counts.get(phrase).copied().unwrap_or(inside).max(inside));
        let rarity = (1.0 + self.texts as f64 / everywhere).ln();
        let share = f64::from(inside) / members.max(1) as f64;
        let length = [1.0, 1.0, 1.7, 2.0][phrase.split(' ').count().min(3)];
        share * rarity * length
    }
}

/// The phrases of a text, each once: runs of one to three words that begin and end with a word of
/// meaning.
fn phrases(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let weak = |word: &str| is_stop_word(word) || WEAK.contains(&word) || word.chars().all(|c| c.is_ascii_digit());
    let mut found = Vec::new();
    for size in 1..=3 {
        for run in words.windows(size) {
            let (first, last) = (run[0], run[size - 1]);
            let inner_stops = run.iter().filter(|word| weak(word)).count();
            if !weak(first) && !weak(last) && inner_stops <= usize::from(size == 3) && first != last {
                found.push(run.join(" "));
            } else if size == 1 && !weak(first) {
                found.push(first.to_owned());
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Phrases that do not repeat each other's words.
fn distinct(ranked: impl Iterator<Item = String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for phrase in ranked {
        let repeats = kept.iter().any(|k| {
            let words: Vec<String> = k.split(' ').map(stem).collect();
            phrase.split(' ').filter(|word| !is_stop_word(word)).any(|word| words.contains(&stem(word)))
        });
        if !repeats {
            kept.push(phrase);
        }
        if kept.len() == KEPT {
            break;
        }
    }
    kept
}

/// The head of a word, enough to tell repetition.
fn stem(word: &str) -> String {
    word.chars().take(5).collect()
}

/// A title of the first phrases: "Domestic violence · shelters". Phrases that only repeat the name
/// of the theme are passed over; where all do, the theme is the title.
#[must_use]
pub(super) fn title(key_phrases: &[String], theme: &str) -> String {
    let of_theme: Vec<String> = fold(theme).split(' ').map(stem).collect();
    let says_more =
        |phrase: &&String| phrase.split(' ').any(|word| !is_stop_word(word) && !of_theme.contains(&stem(word)));
    let joined = key_phrases.iter().filter(says_more).take(IN_TITLE).cloned().collect::<Vec<_>>().join(" · ");
    let mut letters = joined.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => theme.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{PhraseCounts, title};

    #[test]
    fn phrases_that_set_a_cluster_apart_come_first() {
        let all =
            ["end domestic violence now", "build rural schools", "stop domestic violence", "rural schools for girls"];
        let counts = PhraseCounts::of(all);
        let keys = counts.key_phrases(&[all[0], all[2]]);
        assert_eq!(keys[0], "domestic violence");
        assert_eq!(title(&keys[..1], "Women"), "Domestic violence");
        assert_eq!(title(&[], "Women"), "Women");
    }
}
