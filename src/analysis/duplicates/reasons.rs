//! Reasons: what two recommendations have in common and what sets them apart, for people to check.

use std::collections::HashSet;

use super::profile::{MeantWord, Profile};
use super::sets::{holds, shared};
use crate::domain::Reason;
use crate::domain::vocabulary::{ActionFamilies, Vocabulary, VocabularyTerm};

/// Most words that a reason shows.
const MOST_WORDS: usize = 6;

/// Why two texts are nearly the same.
pub(super) fn nearly_same(a: &Profile, b: &Profile) -> Reason {
    let both = shared(&a.words, &b.words);
    let apart: Vec<&str> = words_alone(&a.core, &b.core).into_iter().chain(words_alone(&b.core, &a.core)).collect();
    Reason::NearlySameWords {
        shared: both as u32,
        all: (a.words.len() + b.words.len() - both) as u32,
        apart: apart.join(" ").into(),
    }
}

/// What two texts have in common and what sets them apart.
pub(super) fn compared(a: &Profile, b: &Profile) -> Reason {
    let (common, apart) = (a.families & b.families, a.families ^ b.families);
    let in_both = |left: &[&'static str], right: &[&'static str]| values(left, |code| right.contains(&code));
    let in_left = |left: &[&'static str], right: &[&'static str]| values(left, |code| !right.contains(&code));
    Reason::Compared {
        common: terms(&in_both(&a.treaties, &b.treaties), &in_both(&a.groups, &b.groups), common),
        one: terms(&in_left(&a.treaties, &b.treaties), &in_left(&a.groups, &b.groups), a.families & apart),
        other: terms(&in_left(&b.treaties, &a.treaties), &in_left(&b.groups, &a.groups), b.families & apart),
        words: words_in_common(a, b).into(),
        shared: shared(&a.stems, &b.stems) as u32,
        of_one: a.stems.len() as u32,
        of_other: b.stems.len() as u32,
    }
}

fn values(list: &[&'static str], is_wanted: impl Fn(&'static str) -> bool) -> Vec<&'static str> {
    list.iter().copied().filter(|code| is_wanted(code)).collect()
}

fn terms(treaties: &[&str], groups: &[&str], families: ActionFamilies) -> Box<[VocabularyTerm]> {
    let treaties = treaties.iter().filter_map(|code| VocabularyTerm::of(Vocabulary::Instrument, code));
    let groups = groups.iter().filter_map(|code| VocabularyTerm::of(Vocabulary::Group, code));
    treaties.chain(groups).chain(families.iter().map(VocabularyTerm::from)).collect()
}

/// Words of a text that another lacks, in order, each once; a few of them.
fn words_alone<'a>(text: &'a str, other: &str) -> Vec<&'a str> {
    let mut known: HashSet<&str> = other.split_whitespace().collect();
    text.split_whitespace().filter(|word| known.insert(*word)).take(MOST_WORDS).collect()
}

/// The first words of meaning of one text whose stems another has.
fn words_in_common(a: &Profile, b: &Profile) -> String {
    let pairs = a.stems.iter().zip(&a.meant);
    let mut common: Vec<&MeantWord> = pairs.filter(|(stem, _)| holds(&b.stems, **stem)).map(|(_, word)| word).collect();
    common.sort_by_key(|word| word.place);
    common.iter().take(MOST_WORDS).map(|word| word.word.as_str()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::words_alone;

    #[test]
    fn words_that_one_text_has_alone_are_shown_in_its_order_and_once() {
        let (one, other) = ("build schools and build roads", "build schools");
        assert_eq!(words_alone(one, other), ["and", "roads"]);
        assert!(words_alone(other, one).is_empty());
    }
}
