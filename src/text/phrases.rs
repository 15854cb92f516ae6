//! Finding many phrases at once in a folded text.
//!
//! Phrases of each script have an automaton of their own, which is made when a text first has that script:
//! whoever reads one English text waits for no others.

use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::domain::vocabulary::fold;

use super::tokens::is_han;

/// Prefixes that Arabic writes together with the word that follows.
const ARABIC_PREFIXES: [&str; 16] =
    ["و", "ف", "ب", "ل", "ك", "ال", "وال", "فال", "بال", "كال", "لل", "ولل", "وب", "ول", "وبال", "س"];

/// A set of phrases, each with a value; the longest phrase that begins leftmost wins.
pub struct PhraseMatcher {
    /// In the order of [`Script`].
    scripts: [OfScript; 4],
}

/// The phrases of one script.
#[derive(Default)]
struct OfScript {
    /// As they are spelt, each with its value.
    phrases: Vec<(String, usize)>,
    made: OnceLock<Made>,
}

/// What finds the phrases of one script.
struct Made {
    automaton: AhoCorasick,
    entries: Vec<Entry>,
}

struct Entry {
    value: usize,
    open_ended: bool,
}

/// What a phrase is written in; one in several scripts counts to the last of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Script {
    /// Latin, and whatever else is none of the others.
    Latin,
    Arabic,
    Cyrillic,
    Han,
}

impl Script {
    fn of(c: char) -> Self {
        match c {
            '\u{370}'..='\u{52f}' => Self::Cyrillic,
            '\u{600}'..='\u{6ff}' => Self::Arabic,
            _ if is_han(c) => Self::Han,
            _ => Self::Latin,
        }
    }

    /// The script of a phrase.
    fn of_phrase(phrase: &str) -> Self {
        phrase.chars().map(Self::of).max().unwrap_or(Self::Latin)
    }

    /// Which scripts a text has, in their order; always the first.
    fn within(text: &str) -> [bool; 4] {
        let mut found = [true, false, false, false];
        if !text.is_ascii() {
            text.chars().for_each(|c| found[Self::of(c) as usize] = true);
        }
        found
    }
}

/// A phrase found in a folded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// The value of the phrase.
    pub value: usize,
    /// First byte in the folded text.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

impl Hit {
    /// The words of the folded text that were met, the last of them whole.
    #[must_use]
    pub fn words<'t>(&self, folded: &'t str) -> &'t str {
        let rest = &folded[self.end..];
        let is_run = folded[..self.end].chars().next_back().is_some_and(is_han);
        let left = if is_run { 0 } else { rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len()) };
        &folded[self.start..self.end + left]
    }
}

impl PhraseMatcher {
    /// A matcher for pairs of phrase and value; a trailing `*` lets the last word go on.
    #[must_use]
    pub fn new<'a>(phrases: impl IntoIterator<Item = (&'a str, usize)>) -> Self {
        let mut scripts: [OfScript; 4] = Default::default();
        for (phrase, value) in phrases {
            scripts[Script::of_phrase(phrase) as usize].phrases.push((phrase.to_owned(), value));
        }
        Self { scripts }
    }

    /// All phrases in a folded text that stand on word boundaries and do not lie inside a longer
    /// one, from left to right.
    #[must_use]
    pub fn find(&self, folded: &str) -> Vec<Hit> {
        leftmost(self.find_all(folded))
    }

    /// All phrases in a folded text that stand on word boundaries, those inside longer ones too, from left
    /// to right, the longer one first.
    #[must_use]
    pub fn find_all(&self, folded: &str) -> Vec<Hit> {
        let here = self.scripts.iter().zip(Script::within(folded)).filter(|(script, here)| *here && script.is_any());
        let mut hits: Vec<Hit> = here.flat_map(|(script, _)| script.made().hits(folded)).collect();
        hits.sort_by_key(|hit| (hit.start, std::cmp::Reverse(hit.end)));
        hits
    }
}

/// Of hits from left to right, the longer one first, those that lie in none before.
pub(super) fn leftmost(hits: impl IntoIterator<Item = Hit>) -> Vec<Hit> {
    let mut kept: Vec<Hit> = Vec::new();
    for hit in hits {
        if kept.last().is_none_or(|last| hit.start >= last.end) {
            kept.push(hit);
        }
    }
    kept
}

impl OfScript {
    fn is_any(&self) -> bool {
        !self.phrases.is_empty()
    }

    fn made(&self) -> &Made {
        self.made.get_or_init(|| Made::of(&self.phrases))
    }
}

impl Made {
    /// # Panics
    /// Only when the phrases exceed the automaton's limits, which embedded tables do not.
    fn of(phrases: &[(String, usize)]) -> Self {
        let (mut patterns, mut entries) = (Vec::new(), Vec::new());
        for (phrase, value) in phrases {
            let folded = fold(phrase);
            if !folded.is_empty() {
                entries.push(Entry { value: *value, open_ended: phrase.ends_with('*') });
                patterns.push(folded);
            }
        }
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .build(&patterns)
            .expect("embedded phrases fit into an automaton");
        Self { automaton, entries }
    }

    fn hits<'t>(&'t self, folded: &'t str) -> impl Iterator<Item = Hit> + use<'t> {
        let found = self.automaton.find_overlapping_iter(folded);
        found.filter_map(move |m| {
            let Entry { value, open_ended } = self.entries[m.pattern().as_usize()];
            let hit = Hit { value, start: m.start(), end: m.end() };
            let is_whole = open_ended || ends_a_word(folded, hit.end);
            (begins_a_word(folded, hit.start) && is_whole).then_some(hit)
        })
    }
}

fn begins_a_word(text: &str, start: usize) -> bool {
    let before = text[..start].chars().next_back();
    let first = text[start..].chars().next();
    match (before, first) {
        (Some(c), Some(f)) if c.is_alphanumeric() => is_han(f) || has_arabic_prefix(&text[..start]),
        _ => true,
    }
}

fn ends_a_word(text: &str, end: usize) -> bool {
    let last = text[..end].chars().next_back();
    let after = text[end..].chars().next();
    last.is_some_and(is_han) || after.is_none_or(|c| !c.is_alphanumeric())
}

fn has_arabic_prefix(before: &str) -> bool {
    let word = before.rsplit(' ').next().unwrap_or("");
    ARABIC_PREFIXES.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::PhraseMatcher;
    use crate::domain::vocabulary::fold;

    fn find(phrases: &[&str], text: &str) -> Vec<usize> {
        let matcher = PhraseMatcher::new(phrases.iter().enumerate().map(|(i, p)| (*p, i)));
        matcher.find(&fold(text)).into_iter().map(|hit| hit.value).collect()
    }

    #[test]
    fn the_longest_phrase_wins_and_words_are_whole() {
        assert_eq!(find(&["child", "child labour"], "End child labour of childhood"), [1]);
        assert_eq!(find(&["disab*"], "persons with disabilities"), [0]);
        assert_eq!(find(&["art"], "party"), Vec::<usize>::new());
    }

    #[test]
    fn phrases_inside_longer_ones_are_found_where_all_are_wanted() {
        let matcher = PhraseMatcher::new([("child", 0), ("child labour", 1)]);
        let all: Vec<usize> = matcher.find_all("end child labour").into_iter().map(|hit| hit.value).collect();
        assert_eq!(all, [1, 0]);
    }

    #[test]
    fn the_last_word_of_a_hit_is_whole() {
        let text = fold("Persons with disabilities");
        let words = |phrase| PhraseMatcher::new([(phrase, 0)]).find(&text)[0].words(&text).to_owned();
        assert_eq!((words("disab*").as_str(), words("persons with").as_str()), ("disabilities", "persons with"));
    }

    #[test]
    fn arabic_prefixes_and_chinese_runs_are_no_obstacle() {
        assert_eq!(find(&["أطفال"], "حماية النساء والأطفال"), [0]);
        assert_eq!(find(&["儿童"], "保护儿童权利"), [0]);
    }
}
