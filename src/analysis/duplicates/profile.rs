//! What is compared of one recommendation.

use crate::analysis::features::{FeatureSpace, SparseVector, is_plain};
use crate::domain::vocabulary::InstrumentRegister;
use crate::domain::{Language, RecordId};
use crate::text::boilerplate::is_stop_word;
use crate::text::tokens::stems;
use crate::text::{Reading, groups, instruments};

use super::families::families;
use super::pair_concepts::AskConcepts;
use crate::analysis::tagging::{ModelTag, Tagged};

/// One recommendation as the comparison sees it.
#[derive(Debug, Clone)]
pub struct Profile {
    /// The record.
    pub id: RecordId,
    /// The core of the text, folded.
    pub core: String,
    /// Hashes of the words of the core, sorted, each once.
    pub words: Vec<u32>,
    /// Hashes of the stems of the core that carry meaning, sorted, each once.
    pub stems: Vec<u32>,
    /// Codes of binding instruments named, sorted.
    pub treaties: Vec<&'static str>,
    /// Codes of groups named, sorted.
    pub groups: Vec<&'static str>,
    /// Numbers named ("169", "1325"), sorted.
    pub numbers: Vec<u32>,
    /// Families of action, as bits.
    pub families: u32,
    /// Category of the opening verb, 0 if none is known.
    pub category: u8,
    /// Words and pairs of words in the feature space, length 1.
    pub plain: SparseVector,
    /// Probabilities of the issues, in the order of the issue table.
    pub issues: Vec<f32>,
    /// What is asked, in concepts.
    pub(super) ask: AskConcepts,
    /// SDG targets, entities and action category as the models give them, with confidences.
    pub(super) tags: Vec<ModelTag>,
}

impl Profile {
    /// The profile of a reading; `tagged` is what the models say of it.
    #[must_use]
    pub fn new(id: RecordId, reading: &Reading, space: &FeatureSpace, tagged: &Tagged) -> Self {
        let pairs = tagged.vector.iter().filter(|(feature, _)| is_plain(space.term(*feature))).collect();
        let compared = if reading.language == Language::En { &reading.core } else { &reading.english };
        let content: Vec<String> = compared.split(' ').filter(|word| !is_stop_word(word)).map(str::to_owned).collect();
        let mut treaties = instruments::codes(&reading.instruments);
        treaties.retain(|code| InstrumentRegister::embedded().get(code).is_none_or(|i| i.is_binding));
        Self {
            id,
            words: sorted(reading.core.split(' ').filter(|word| !word.is_empty()).map(hash)),
            stems: sorted(stems(&content, Language::En).iter().map(|stem| hash(stem))),
            numbers: sorted(compared.split(' ').filter_map(|word| word.parse().ok())),
            core: reading.core.clone(),
            treaties,
            groups: groups::codes(&reading.groups),
            families: families(&reading.english),
            category: reading.opening.category().unwrap_or(0),
            plain: SparseVector::from_pairs(pairs).normalised(),
            issues: tagged.issues.clone(),
            ask: AskConcepts::of(reading),
            tags: tagged.tags.clone(),
        }
    }

    /// Hashes of the concepts of what is asked, sorted, each once.
    #[must_use]
    pub fn concepts(&self) -> &[u32] {
        self.ask.all()
    }
}

pub(super) fn hash(word: &str) -> u32 {
    let bytes: [u8; 4] = blake3::hash(word.as_bytes()).as_bytes()[..4].try_into().expect("a hash has 32 bytes");
    u32::from_le_bytes(bytes)
}

pub(super) fn sorted(values: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut list: Vec<u32> = values.collect();
    list.sort_unstable();
    list.dedup();
    list
}

/// How many values two sorted lists share.
#[must_use]
pub(super) fn shared<T: Ord>(a: &[T], b: &[T]) -> usize {
    let (mut i, mut j, mut count) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                count += 1;
                i += 1;
                j += 1;
            }
        }
    }
    count
}

/// Shared values against all values (Jaccard); 1 for two empty lists.
#[must_use]
pub(super) fn jaccard<T: Ord>(a: &[T], b: &[T]) -> f32 {
    let both = shared(a, b);
    let all = a.len() + b.len() - both;
    if all == 0 { 1.0 } else { both as f32 / all as f32 }
}
