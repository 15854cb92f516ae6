//! Feature tokens of one reading: words, stems, pairs of both, how it opens, what it names.

use crate::domain::Language;
use crate::text::Reading;
use crate::text::boilerplate::is_stop_word;
use crate::text::tokens::stems;

/// Marks that keep opening tokens apart from words.
const FIRST: char = '^';
/// Marks that keep stems apart from words.
const STEM: char = '~';

/// How many words of the opening count for the kind of action.
const OPENING: usize = 8;
/// Longest run of opening words that is a token of its own.
const LONGEST: usize = 6;

/// A kind of token; every kind is weighed and scaled by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Block {
    /// Words.
    Words,
    /// Pairs of neighbouring words.
    Pairs,
    /// Stems of words with a meaning of their own.
    Stems,
    /// Pairs of neighbouring stems.
    StemPairs,
    /// Instruments and groups.
    Named,
    /// How the text opens.
    Opening,
}

impl Block {
    /// All blocks with their lengths in a vector; together they are about 1 long.
    pub(super) const LENGTHS: [(Self, f32); 6] = [
        (Self::Words, 0.55),
        (Self::Pairs, 0.39),
        (Self::Stems, 0.55),
        (Self::StemPairs, 0.39),
        (Self::Named, 0.39),
        (Self::Opening, 0.55),
    ];

    /// The block of a token.
    pub(super) fn of(token: &str) -> Self {
        match token.chars().next() {
            Some(FIRST) => Self::Opening,
            Some(STEM) if token.contains(' ') => Self::StemPairs,
            Some(STEM) => Self::Stems,
            _ if token.contains('=') => Self::Named,
            _ if token.contains(' ') => Self::Pairs,
            _ => Self::Words,
        }
    }
}

/// The tokens of a reading, with repetitions, in the order of the text.
///
/// Words, stems and pairs carry the subject; `^` marks what the text opens with and its opening
/// verbs, which carry the kind of action; `inst=`, `group=` and `names=` carry what is named.
#[must_use]
pub fn tokens(reading: &Reading) -> Vec<String> {
    let words: Vec<&str> = reading.english.split(' ').filter(|word| !word.is_empty()).collect();
    let mut tokens: Vec<String> = words.iter().filter(|w| w.len() > 1).map(|word| (*word).to_owned()).collect();
    tokens.extend(words.windows(2).map(|pair| format!("{} {}", pair[0], pair[1])));
    stemmed(&words, &mut tokens);
    opening(reading, &words, &mut tokens);
    tokens.extend(reading.instruments.iter().map(|mention| format!("inst={}", mention.code)));
    tokens.extend(reading.groups.iter().map(|mention| format!("group={}", mention.code)));
    if !reading.instruments.is_empty() {
        tokens.push(format!("names={}", reading.instruments.len().min(3)));
    }
    tokens
}

fn stemmed(words: &[&str], tokens: &mut Vec<String>) {
    let meant: Vec<String> = words.iter().filter(|word| !is_stop_word(word)).map(|word| (*word).to_owned()).collect();
    let stems = stems(&meant, Language::En);
    tokens.extend(stems.iter().map(|stem| format!("{STEM}{stem}")));
    tokens.extend(stems.windows(2).map(|pair| format!("{STEM}{} {}", pair[0], pair[1])));
}

fn opening(reading: &Reading, words: &[&str], tokens: &mut Vec<String>) {
    for length in 1..=LONGEST.min(words.len()) {
        tokens.push(format!("{FIRST}{}", words[..length].join(" ")));
    }
    for (place, word) in words.iter().take(OPENING).enumerate() {
        tokens.push(format!("{FIRST}{place}={word}"));
        tokens.push(format!("{FIRST}in={word}"));
    }
    for (place, verb) in reading.opening.verbs.iter().take(2).enumerate() {
        tokens.push(format!("{FIRST}verb{place}={}", verb.words));
    }
    if let Some(category) = reading.opening.category() {
        tokens.push(format!("{FIRST}cat={category}"));
        tokens.push(format!("{FIRST}cats={category}{}", reading.opening.verbs.get(1).map_or(0, |v| v.category)));
    }
}

/// Whether a token is a plain word or pair of words, fit to be shown as evidence.
#[must_use]
pub fn is_plain(token: &str) -> bool {
    matches!(Block::of(token), Block::Words | Block::Pairs)
}
