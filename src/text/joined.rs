//! Words with hyphens as they are written without: "ill-treatment" and "illtreatment" are one word to those
//! who search. A rule and no list, the same in every language.

use unicode_normalization::char::is_combining_mark;

use super::tokens::is_han;

/// Most parts of a word; more are a line of a table or an address.
const MOST_PARTS: usize = 4;

/// A word of a text whose parts hyphens join.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JoinedWord {
    /// First byte of the word in the text.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// The word without its hyphens.
    pub word: String,
}

/// The hyphenated words of a text, from left to right. Years and other numbers are joined by hyphens too
/// and are no words.
#[must_use]
pub fn joined_words(text: &str) -> Vec<JoinedWord> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (is_letter(c) || is_hyphen(c), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.extend(joined_word(text, from, at));
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// A few words written as one; `None` where there is one only, or where they are no words.
#[must_use]
pub fn written_together(text: &str) -> Option<String> {
    together(&text.split(|c: char| !is_letter(c)).filter(|part| !part.is_empty()).collect::<Vec<_>>())
}

/// The word between two places, if hyphens join its parts.
fn joined_word(text: &str, from: usize, to: usize) -> Option<JoinedWord> {
    let word = text[from..to].trim_start_matches(is_hyphen);
    let start = to - word.len();
    let word = word.trim_end_matches(is_hyphen);
    let parts: Vec<&str> = word.split(is_hyphen).collect();
    Some(JoinedWord { start, end: start + word.len(), word: together(&parts)? })
}

fn together(parts: &[&str]) -> Option<String> {
    let is_word = |part: &&str| part.starts_with(char::is_alphabetic) && !part.contains(is_han);
    let is_part = |part: &&str| !part.is_empty() && !part.contains(is_han);
    let fits = (2..=MOST_PARTS).contains(&parts.len()) && is_word(&parts[0]) && parts.iter().all(is_part);
    fits.then(|| parts.concat())
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

/// Hyphens; dashes part words.
const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{fe63}' | '\u{ff0d}')
}

#[cfg(test)]
mod tests {
    use super::{joined_words, written_together};

    #[test]
    fn words_are_joined_where_they_stand_and_numbers_are_not() {
        let text = "Fin des mauvais-traitements (2019-2024), COVID-19 - A/HRC/43 -- социально-трудовой";
        let joined = joined_words(text);
        let words: Vec<&str> = joined.iter().map(|joined| joined.word.as_str()).collect();
        assert_eq!(words, ["mauvaistraitements", "COVID19", "социальнотрудовой"]);
        assert_eq!(&text[joined[0].start..joined[0].end], "mauvais-traitements");
    }

    #[test]
    fn a_few_words_are_written_together() {
        assert_eq!(written_together("non refoulement").as_deref(), Some("nonrefoulement"));
        assert_eq!(written_together("non-refoulement").as_deref(), Some("nonrefoulement"));
        assert_eq!(written_together("refoulement"), None);
        assert_eq!(written_together("1 a"), None);
    }
}
