//! Words and stems.
//!
//! Stems are those of the Snowball family (`rust-stemmers`), the same that the full-text index
//! uses. Chinese has no blanks between words: pairs of neighbouring characters stand for words.

use rust_stemmers::{Algorithm, Stemmer};

use crate::domain::Language;
use crate::domain::vocabulary::fold;

/// The words of a text, folded (lower case, no accents), in order.
#[must_use]
pub fn words(text: &str, language: Language) -> Vec<String> {
    let folded = fold(text);
    if language == Language::Zh {
        return bigrams(&folded);
    }
    folded.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Runs of Han characters as overlapping pairs, other words whole.
#[must_use]
pub fn bigrams(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    for run in text.split(|c: char| !c.is_alphanumeric()).filter(|run| !run.is_empty()) {
        let characters: Vec<char> = run.chars().collect();
        for piece in characters.chunk_by(|a, b| is_han(*a) == is_han(*b)) {
            if is_han(piece[0]) && piece.len() > 1 {
                out.extend(piece.windows(2).map(|pair| pair.iter().collect::<String>()));
            } else {
                out.push(piece.iter().collect());
            }
        }
    }
    out
}

/// Whether the character is a Han character.
#[must_use]
pub const fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// The Snowball algorithm of a language; `None` for Chinese.
#[must_use]
pub const fn algorithm(language: Language) -> Option<Algorithm> {
    match language {
        Language::Ar => Some(Algorithm::Arabic),
        Language::Zh => None,
        Language::En => Some(Algorithm::English),
        Language::Fr => Some(Algorithm::French),
        Language::Ru => Some(Algorithm::Russian),
        Language::Es => Some(Algorithm::Spanish),
    }
}

/// The stems of words of one language, in order; Chinese pairs are their own stems.
#[must_use]
pub fn stems(words: &[String], language: Language) -> Vec<String> {
    match algorithm(language) {
        None => words.to_vec(),
        Some(algorithm) => {
            let stemmer = Stemmer::create(algorithm);
            words.iter().map(|word| stemmer.stem(word).into_owned()).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{stems, words};
    use crate::domain::Language;

    #[test]
    fn words_are_folded_and_stemmed() {
        let list = words("Ratifying the Women's Conventions", Language::En);
        assert_eq!(list, ["ratifying", "the", "women", "s", "conventions"]);
        assert_eq!(stems(&list, Language::En)[4], "convent");
    }

    #[test]
    fn chinese_is_read_in_pairs() {
        assert_eq!(words("继续努力 CEDAW", Language::Zh), ["继续", "续努", "努力", "cedaw"]);
    }
}
