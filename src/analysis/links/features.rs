//! What links are made from: the words, the issues they stand for, and named facts.
//!
//! The vector of a text is its place in the feature space, followed by blocks of named facts: the
//! probability of each issue, SDG targets of the instruments it names, cue phrases of targets,
//! mandate words of entity types, groups of persons, and once more the words that the text opens
//! with: who leads is decided by what is asked first, not by what is added.

use std::sync::LazyLock;

use crate::analysis::features::{FeatureSpace, SparseVector, is_plain};
use crate::domain::vocabulary::{
    InstrumentRegister, Vocabulary, VocabularyTerm, entity_types, groups, issues, targets, value_number, values,
};
use crate::domain::{Evidence, Language, TagKind};
use crate::text::Reading;
use crate::text::boilerplate::is_stop_word;
use crate::text::clauses::clauses;
use crate::text::phrases::PhraseMatcher;

/// Weights of the blocks against the words, which have length 1.
const ISSUES: f32 = 0.9;
const INSTRUMENTS: f32 = 0.5;
const CUES: f32 = 0.5;
const MANDATES: f32 = 0.35;
const GROUPS: f32 = 0.9;
/// Length of the block of opening words.
const HEAD: f32 = 0.6;
/// How many words of meaning count as the opening of a text.
const HEAD_WORDS: usize = 8;

struct Cues {
    targets: PhraseMatcher,
    mandates: PhraseMatcher,
}

static CUE_PHRASES: LazyLock<Cues> = LazyLock::new(|| {
    let cues = targets().iter().enumerate().flat_map(|(at, t)| t.cues.iter().map(move |cue| (cue.as_str(), at)));
    let english = Language::En.index();
    let words = entity_types().iter().enumerate();
    let words = words.flat_map(move |(at, entity)| entity.mandate[english].iter().map(move |w| (w.as_str(), at)));
    Cues { targets: PhraseMatcher::new(cues), mandates: PhraseMatcher::new(words) }
});

/// Where the blocks of named facts begin.
#[derive(Debug, Clone, Copy)]
pub struct LinkFeatures {
    words: usize,
}

impl LinkFeatures {
    /// The layout behind a feature space.
    #[must_use]
    pub fn after(space: &FeatureSpace) -> Self {
        Self { words: space.len() }
    }

    fn offsets(self) -> [usize; 7] {
        let sdgs = values(TagKind::SdgTarget).len();
        let sizes = [issues().len(), sdgs, sdgs, entity_types().len(), groups().len(), self.words];
        let mut offsets = [self.words; 7];
        for (at, size) in sizes.into_iter().enumerate() {
            offsets[at + 1] = offsets[at] + size;
        }
        offsets
    }

    /// Number of features, words and facts together.
    #[must_use]
    pub fn len(self) -> usize {
        self.offsets()[6]
    }

    /// Never: the blocks of facts are always there.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        false
    }

    /// The vector of a text; `probabilities` are those of the 54 issues.
    #[must_use]
    pub fn vector(
        self,
        space: &FeatureSpace,
        reading: &Reading,
        words: &SparseVector,
        probabilities: &[f32],
    ) -> SparseVector {
        let [issue_block, instrument_block, cue_block, mandate_block, group_block, head_block, _] = self.offsets();
        let mut pairs: Vec<(u32, f32)> = words.iter().collect();
        let mut add = |block: usize, at: usize, value: f32| pairs.push(((block + at) as u32, value));
        for (at, probability) in probabilities.iter().enumerate().filter(|(_, p)| **p > 0.05) {
            add(issue_block, at, probability * ISSUES);
        }
        for target in sdg_of_instruments(reading) {
            add(instrument_block, target, INSTRUMENTS);
        }
        let mut seen = Vec::new();
        for hit in CUE_PHRASES.targets.find(&reading.english) {
            if let Some(target) = value_number(TagKind::SdgTarget, &targets()[hit.value].code) {
                once(&mut seen, cue_block + usize::from(target));
            }
        }
        for hit in CUE_PHRASES.mandates.find(&reading.english) {
            once(&mut seen, mandate_block + hit.value);
        }
        for at in seen {
            add(0, at, if at < mandate_block { CUES } else { MANDATES });
        }
        for group in &reading.groups {
            if let Some(at) = value_number(TagKind::Group, group.code) {
                add(group_block, usize::from(at), GROUPS);
            }
        }
        let head = space.words_vector(head(&reading.english));
        pairs.extend(head.iter().map(|(feature, value)| (head_block as u32 + feature, value * HEAD)));
        SparseVector::from_pairs(pairs)
    }

    /// A feature as evidence; `None` for marks that say nothing to people.
    #[must_use]
    pub fn evidence(self, space: &FeatureSpace, feature: u32) -> Option<Evidence> {
        let at = feature as usize;
        let [issue_block, instrument_block, cue_block, mandate_block, group_block, head_block, _] = self.offsets();
        if at < self.words || at >= head_block {
            let term = space.term(if at < self.words { feature } else { feature - head_block as u32 });
            return (is_plain(term) && term.len() > 3).then(|| Evidence::Words { words: term.to_owned() });
        }
        let term = VocabularyTerm::numbered;
        Some(if at >= group_block {
            Evidence::Group { group: term(Vocabulary::Group, at - group_block)? }
        } else if at >= mandate_block {
            Evidence::Mandate { entity: term(Vocabulary::Entity, at - mandate_block)? }
        } else if at >= cue_block {
            Evidence::TargetPhrase { target: term(Vocabulary::SdgTarget, at - cue_block)? }
        } else if at >= instrument_block {
            Evidence::TargetInstrument { target: term(Vocabulary::SdgTarget, at - instrument_block)? }
        } else {
            Evidence::Issue { issue: term(Vocabulary::Issue, at - issue_block)? }
        })
    }
}

/// The type of entity whose mandate alone the main clause speaks of; `None` where it speaks of several.
#[must_use]
pub fn only_mandated(reading: &Reading) -> Option<usize> {
    let mut found: Vec<usize> =
        CUE_PHRASES.mandates.find(clauses(&reading.english).main).into_iter().map(|hit| hit.value).collect();
    found.sort_unstable();
    found.dedup();
    if let [one] = found.as_slice() { Some(*one) } else { None }
}

/// The words of meaning that a text opens with.
fn head(english: &str) -> impl Iterator<Item = &str> {
    let is_meant = |word: &&str| !is_stop_word(word) && !word.chars().all(|c| c.is_ascii_digit());
    clauses(english).main.split(' ').filter(is_meant).take(HEAD_WORDS)
}

fn once(seen: &mut Vec<usize>, at: usize) {
    if !seen.contains(&at) {
        seen.push(at);
    }
}

fn sdg_of_instruments(reading: &Reading) -> Vec<usize> {
    let mut found = Vec::new();
    for mention in &reading.instruments {
        for target in InstrumentRegister::embedded().get(mention.code).into_iter().flat_map(|i| &i.sdg_targets) {
            if let Some(at) = value_number(TagKind::SdgTarget, target) {
                once(&mut found, usize::from(at));
            }
        }
    }
    found
}
