//! What is compared of one recommendation.

use serde::{Deserialize, Serialize};

use super::codes;
use super::conjuncts::{Conjunct, conjuncts};
use super::pair_concepts::AskConcepts;
use super::sets::{hash, sorted};
use crate::analysis::features::{FeatureSpace, SparseVector, is_plain};
use crate::analysis::model_tag::ModelTag;
use crate::analysis::tagged::Tagged;
use crate::domain::vocabulary::{ActionFamilies, InstrumentRegister};
use crate::domain::{Fingerprint, Language, RecordId, TagKind};
use crate::text::boilerplate::is_stop_word;
use crate::text::families::families;
use crate::text::opposites::Stance;
use crate::text::tokens::stems;
use crate::text::{Reading, groups, instruments};

/// The kinds of tags that are compared.
const COMPARED: [TagKind; 4] = [TagKind::SdgTarget, TagKind::Lead, TagKind::Support, TagKind::Action];

/// One recommendation as the comparison sees it. It is kept between runs: what changes in it, or in how it
/// is made, asks for another version of the code.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    /// The record.
    pub id: RecordId,
    /// Hash of the whole text, folded.
    pub whole: u64,
    /// The core of the text, folded.
    pub core: String,
    /// Hashes of the words of the core, sorted, each once.
    pub words: Vec<u32>,
    /// Hashes of the stems of the core that carry meaning, sorted, each once.
    pub stems: Vec<u32>,
    /// Codes of binding instruments named, sorted.
    #[serde(deserialize_with = "codes::instruments")]
    pub treaties: Vec<&'static str>,
    /// Codes of groups named, sorted; adolescents are children.
    #[serde(deserialize_with = "codes::groups")]
    pub groups: Vec<&'static str>,
    /// Numbers named ("169", "1325"), sorted.
    pub numbers: Vec<u32>,
    /// Families of action.
    pub families: ActionFamilies,
    /// Category of the opening verb, 0 if none is known.
    pub category: u8,
    /// Words and pairs of words in the feature space, length 1.
    pub plain: SparseVector,
    /// Probabilities of the issues, in the order of the issue table.
    pub issues: Vec<f32>,
    /// For each of `stems` the first word that has it.
    pub(super) meant: Vec<MeantWord>,
    /// What is asked, in concepts.
    pub(super) ask: AskConcepts,
    /// Where the ask stands in what has opposites.
    pub(super) stance: Stance,
    /// What "and" joins in the main clause.
    pub(super) conjuncts: Vec<Conjunct>,
    /// SDG targets, entities and action category as the models give them, with confidences.
    pub(super) tags: Vec<ModelTag>,
}

/// A word that carries meaning, as reasons show it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct MeantWord {
    /// The word, folded; English, or of the English gloss.
    pub(super) word: String,
    /// Its place among the words of meaning of its text.
    pub(super) place: usize,
}

impl Profile {
    /// The profile of a reading; `tagged` is what the models say of it.
    #[must_use]
    pub fn new(id: RecordId, reading: &Reading, space: &FeatureSpace, tagged: &Tagged) -> Self {
        let pairs = tagged.vector.iter().filter(|(feature, _)| is_plain(space.term(*feature))).collect();
        let compared = if reading.language == Language::En { &reading.core } else { &reading.english };
        let content: Vec<String> = compared.split(' ').filter(|word| !is_stop_word(word)).map(str::to_owned).collect();
        let (stems, meant) = meant(content);
        let mut treaties = instruments::codes(&reading.instruments);
        treaties.retain(|code| InstrumentRegister::embedded().get(code).is_none_or(|i| i.is_binding));
        Self {
            id,
            whole: Fingerprint::of(reading.folded.as_bytes()).0,
            words: sorted(reading.core.split(' ').filter(|word| !word.is_empty()).map(hash)),
            stems,
            numbers: sorted(compared.split(' ').filter_map(|word| word.parse().ok())),
            core: reading.core.clone(),
            treaties,
            groups: groups::compared_codes(&reading.groups, &reading.folded, reading.language),
            families: families(&reading.english),
            category: reading.opening.category().unwrap_or(0),
            plain: SparseVector::from_pairs(pairs).normalised(),
            issues: tagged.issues.clone(),
            meant,
            ask: AskConcepts::of(reading),
            stance: Stance::of(reading),
            conjuncts: conjuncts(reading),
            tags: tagged.tags.iter().filter(|tag| COMPARED.contains(&tag.kind)).copied().collect(),
        }
    }

    /// Hashes of the concepts of what is asked, sorted, each once.
    #[must_use]
    pub fn concepts(&self) -> &[u32] {
        &self.ask.all
    }
}

/// The hashes of the stems of words, sorted, each once, and beside each the first word that has it.
fn meant(words: Vec<String>) -> (Vec<u32>, Vec<MeantWord>) {
    let hashes: Vec<u32> = stems(&words, Language::En).iter().map(|stem| hash(stem)).collect();
    let meant = words.into_iter().enumerate().map(|(place, word)| MeantWord { word, place });
    let mut pairs: Vec<(u32, MeantWord)> = hashes.into_iter().zip(meant).collect();
    // Stable: of words with one stem the first stays first.
    pairs.sort_by_key(|(stem, _)| *stem);
    pairs.dedup_by_key(|(stem, _)| *stem);
    pairs.into_iter().unzip()
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn each_stem_is_kept_once_with_the_first_word_that_has_it() {
        let words = ["schools", "build", "school"].map(str::to_owned).to_vec();
        let (stems, words) = meant(words);
        assert!(stems.len() == 2 && stems[0] < stems[1]);
        let mut kept: Vec<(usize, &str)> = words.iter().map(|word| (word.place, word.word.as_str())).collect();
        kept.sort_unstable();
        assert_eq!(kept, [(0, "schools"), (1, "build")]);
    }
}
