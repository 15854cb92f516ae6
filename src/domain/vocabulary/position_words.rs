//! What single words say of a position, in all six languages at once: `corpora/reference/positions.csv`.
//!
//! Words are told apart here; which position they make together is no matter of this file. Phrases of
//! the table are matched whole, the longest first; a trailing `*` stands for any ending. Chinese has no
//! blanks, so that each of its characters counts as a word.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use super::fold::fold;
use super::states::StateRegister;
use super::table::Table;

/// What a word or a phrase says of a position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum PositionWord {
    /// Supports or accepts.
    Support,
    /// Notes or rejects.
    Note,
    /// Turns what follows into its opposite.
    Not,
    /// Holds for a part only.
    Part,
    /// Holds for the whole, so that its opposite leaves a part.
    Whole,
    /// Is implemented already or in process.
    Implemented,
    /// Is answered later.
    Pending,
    /// Says that there is no position.
    Absent,
    /// Makes all else unsure: "in principle".
    Hedge,
    /// Says nothing: articles, "recommendation", names of States.
    Filler,
    /// A word that the table does not have.
    Unknown,
}

/// A phrase of the table.
struct Entry {
    words: Vec<Pattern>,
    says: PositionWord,
}

/// A word of a phrase, with whether any ending may follow.
struct Pattern {
    stem: String,
    is_open: bool,
}

impl Pattern {
    fn fits(&self, word: &str) -> bool {
        if self.is_open { word.starts_with(&self.stem) } else { word == self.stem }
    }
}

/// What the words of a text say, in their order; a phrase counts once.
#[must_use]
pub fn position_words(text: &str) -> Vec<PositionWord> {
    let words = split(&fold(text));
    let (mut said, mut at) = (Vec::new(), 0);
    while at < words.len() {
        let (says, length) = longest(&words[at..]);
        said.push(says);
        at += length;
    }
    said
}

/// The longest phrase that the words begin with, and how many words it has.
fn longest(words: &[String]) -> (PositionWord, usize) {
    let first = words[0].chars().next();
    let entries = first.and_then(|letter| table().get(&letter)).map_or(&[][..], Vec::as_slice);
    let fits = |entry: &&Entry| {
        entry.words.len() <= words.len() && entry.words.iter().zip(words).all(|(pattern, word)| pattern.fits(word))
    };
    match entries.iter().find(fits) {
        Some(entry) => (entry.says, entry.words.len()),
        None if names_states(&words[0]) => (PositionWord::Filler, 1),
        None => (PositionWord::Unknown, 1),
    }
}

/// The phrases by the first letter of their first word, the longest first.
fn table() -> &'static HashMap<char, Vec<Entry>> {
    static TABLE: OnceLock<HashMap<char, Vec<Entry>>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let rows = Table::embedded("positions", include_str!("../../../corpora/reference/positions.csv"));
        let mut table: HashMap<char, Vec<Entry>> = HashMap::new();
        // Patterns of whole sentences stand in the same table; their codes name no word.
        for row in rows.rows() {
            let Ok(says) = row.cell("code").parse::<PositionWord>() else { continue };
            for phrase in row.list("words") {
                let words = patterns(&phrase);
                if let Some(letter) = words.first().and_then(|word| word.stem.chars().next()) {
                    table.entry(letter).or_default().push(Entry { words, says });
                }
            }
        }
        let letters = |entry: &Entry| entry.words.iter().map(|word| word.stem.chars().count()).sum::<usize>();
        table.values_mut().for_each(|list| list.sort_by_key(|e| std::cmp::Reverse((e.words.len(), letters(e)))));
        table
    })
}

/// The words of a phrase; the star of a word belongs to the last of what it folds to.
fn patterns(phrase: &str) -> Vec<Pattern> {
    let of_word = |word: &str| {
        let mut stems = split(&fold(word));
        let last = stems.pop().map(|stem| Pattern { stem, is_open: word.ends_with('*') });
        stems.into_iter().map(|stem| Pattern { stem, is_open: false }).chain(last).collect::<Vec<_>>()
    };
    phrase.split_whitespace().flat_map(of_word).collect()
}

/// The words of a folded text.
fn split(folded: &str) -> Vec<String> {
    let mut words = Vec::new();
    for word in folded.split(' ') {
        let mut rest = String::new();
        for c in word.chars() {
            if is_ideograph(c) {
                words.extend(Some(std::mem::take(&mut rest)).filter(|rest| !rest.is_empty()));
                words.push(c.to_string());
            } else {
                rest.push(c);
            }
        }
        words.extend(Some(rest).filter(|rest| !rest.is_empty()));
    }
    words
}

const fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

/// Whether a word stands in the name of some State: "the support of Peru".
fn names_states(word: &str) -> bool {
    static WORDS: OnceLock<HashSet<String>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let names = StateRegister::embedded().iter().flat_map(|state| state.names.iter());
        names.flat_map(|name| split(&fold(name))).collect()
    });
    words.contains(word)
}

#[cfg(test)]
mod tests {
    use super::PositionWord::{Filler, Implemented, Not, Note, Part, Support, Unknown};
    use super::position_words;

    #[test]
    fn words_and_phrases_are_told_in_each_language() {
        assert_eq!(position_words("Not accepted"), [Not, Support]);
        assert_eq!(position_words("Took note of it"), [Note, Filler]);
        assert_eq!(position_words("N’est pas appuyée"), [Not, Filler, Not, Support]);
        assert_eq!(position_words("部分接受"), [Part, Support]);
        assert_eq!(position_words("не принята"), [Not, Support]);
        assert_eq!(position_words("принята к сведению"), [Note]);
        assert_eq!(position_words("غير مقبولة"), [Not, Support]);
        assert_eq!(position_words("In process of implementation"), [Implemented]);
        assert_eq!(position_words("Schools in Peru"), [Unknown, Filler, Filler]);
    }
}
