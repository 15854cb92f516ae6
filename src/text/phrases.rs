//! Finding many phrases at once in a folded text.

use aho_corasick::{AhoCorasick, MatchKind};

use crate::domain::vocabulary::fold;

use super::tokens::is_han;

/// Prefixes that Arabic writes together with the word that follows.
const ARABIC_PREFIXES: [&str; 16] =
    ["و", "ف", "ب", "ل", "ك", "ال", "وال", "فال", "بال", "كال", "لل", "ولل", "وب", "ول", "وبال", "س"];

/// A set of phrases, each with a value; the longest phrase that begins leftmost wins.
pub struct PhraseMatcher {
    automaton: AhoCorasick,
    entries: Vec<Entry>,
}

struct Entry {
    value: usize,
    open_ended: bool,
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
    ///
    /// # Panics
    /// Only when the phrases exceed the automaton's limits, which embedded tables do not.
    #[must_use]
    pub fn new<'a>(phrases: impl IntoIterator<Item = (&'a str, usize)>) -> Self {
        let (mut patterns, mut entries) = (Vec::new(), Vec::new());
        for (phrase, value) in phrases {
            let folded = fold(phrase);
            if !folded.is_empty() {
                entries.push(Entry { value, open_ended: phrase.ends_with('*') });
                patterns.push(folded);
            }
        }
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .build(&patterns)
            .expect("embedded phrases fit into an automaton");
        Self { automaton, entries }
    }

    /// All phrases in a folded text that stand on word boundaries and do not lie inside a longer
    /// one, from left to right.
    #[must_use]
    pub fn find(&self, folded: &str) -> Vec<Hit> {
        let hits = self.find_all(folded);
        let mut kept: Vec<Hit> = Vec::with_capacity(hits.len());
        for hit in hits {
            if kept.last().is_none_or(|last| hit.start >= last.end) {
                kept.push(hit);
            }
        }
        kept
    }

    /// All phrases in a folded text that stand on word boundaries, those inside longer ones too, from left
    /// to right, the longer one first.
    #[must_use]
    pub fn find_all(&self, folded: &str) -> Vec<Hit> {
        let mut hits: Vec<Hit> = self
            .automaton
            .find_overlapping_iter(folded)
            .filter(|m| begins_a_word(folded, m.start()))
            .filter(|m| self.entries[m.pattern().as_usize()].open_ended || ends_a_word(folded, m.end()))
            .map(|m| Hit { value: self.entries[m.pattern().as_usize()].value, start: m.start(), end: m.end() })
            .collect();
        hits.sort_by_key(|hit| (hit.start, std::cmp::Reverse(hit.end)));
        hits
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
