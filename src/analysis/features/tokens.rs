//! Feature tokens of one reading: words, pairs of words, how it opens, what it names.

use crate::text::Reading;

/// Marks that keep named features apart from words.
const FIRST: char = '^';

/// The tokens of a reading, with repetitions, in the order of the text.
///
/// Words and pairs of neighbouring words carry the subject; `^` marks the first two words and the
/// opening verbs, which carry the kind of action; `inst=`, `group=` and `names=` carry what is named.
#[must_use]
pub(super) fn tokens(reading: &Reading) -> Vec<String> {
    let words: Vec<&str> = reading.english.split(' ').filter(|word| !word.is_empty()).collect();
    let mut tokens: Vec<String> = words.iter().filter(|w| w.len() > 1).map(|word| (*word).to_owned()).collect();
    tokens.extend(words.windows(2).map(|pair| format!("{} {}", pair[0], pair[1])));
    opening(reading, &words, &mut tokens);
    tokens.extend(reading.instruments.iter().map(|mention| format!("inst={}", mention.code)));
    tokens.extend(reading.groups.iter().map(|mention| format!("group={}", mention.code)));
    if !reading.instruments.is_empty() {
        tokens.push(format!("names={}", reading.instruments.len().min(3)));
    }
    tokens
}

fn opening(reading: &Reading, words: &[&str], tokens: &mut Vec<String>) {
    if let [first, ..] = words {
        tokens.push(format!("{FIRST}{first}"));
    }
    if let [first, second, ..] = words {
        tokens.push(format!("{FIRST}{first} {second}"));
    }
    if let [first, second, third, ..] = words {
        tokens.push(format!("{FIRST}{first} {second} {third}"));
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
    !token.starts_with(FIRST) && !token.contains('=')
}
