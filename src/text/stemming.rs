//! Tokens as the full-text index and the term lexicon see them: words folded and brought to their
//! stems, with the place where they stand.
//!
//! Elided articles ("l'égalité", "d'asile") and the English genitive are no words of their own.
//! Chinese is read in overlapping pairs of characters.

use std::borrow::Cow;

use rust_stemmers::Stemmer;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::forms::search_form;
use super::tokens::{algorithm, is_han};
use crate::domain::Language;
use crate::domain::vocabulary::fold;

/// A word of a text as it is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StemToken {
    /// First byte of the word in the text.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// What it is compared by.
    pub stem: String,
}

/// What French leaves of an article, a pronoun or a conjunction before a vowel.
const ELIDED: [&str; 12] = ["l", "d", "c", "j", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu"];

/// The words of a text, folded and stemmed in a language.
#[must_use]
pub fn stem_tokens(text: &str, language: Language) -> Vec<StemToken> {
    let stemmer = algorithm(language).map(Stemmer::create);
    let mut tokens = Vec::new();
    for (start, word) in runs(text) {
        if is_silent(text, start, word, language) {
            continue;
        }
        for (offset, piece) in pieces(word, language) {
            let folded = folded(piece, language);
            let form = search_form(&folded, language);
            let stem = stemmer.as_ref().map_or_else(|| form.to_string(), |s| s.stem(&form).into_owned());
            push(&mut tokens, start + offset, piece, stem);
        }
    }
    tokens
}

/// The words of a text, folded only.
#[must_use]
pub fn word_tokens(text: &str) -> Vec<StemToken> {
    let mut tokens = Vec::new();
    for (start, word) in runs(text) {
        push(&mut tokens, start, word, fold(word).replace(' ', ""));
    }
    tokens
}

/// The stems of a text, in order.
#[must_use]
pub fn stems_of(text: &str, language: Language) -> Vec<String> {
    stem_tokens(text, language).into_iter().map(|token| token.stem).collect()
}

fn push(tokens: &mut Vec<StemToken>, start: usize, word: &str, stem: String) {
    if !stem.is_empty() {
        tokens.push(StemToken { start, end: start + word.len(), stem });
    }
}

/// Russian keeps its short i, by which the stemmer knows endings; all else loses its marks.
fn folded(word: &str, language: Language) -> Cow<'_, str> {
    match language {
        Language::Ru => {
            let lower = word.nfc().flat_map(char::to_lowercase).filter(|c| !is_combining_mark(*c));
            Cow::Owned(lower.map(|c| if c == 'ё' { 'е' } else { c }).collect())
        }
        _ => Cow::Owned(fold(word).replace(' ', "")),
    }
}

/// Whether a run of letters is an elided article or the s of a genitive.
fn is_silent(text: &str, start: usize, word: &str, language: Language) -> bool {
    let is_apostrophe = |c: Option<char>| matches!(c, Some('\'' | '’' | 'ʼ' | '`'));
    match language {
        Language::Fr => {
            is_apostrophe(text[start + word.len()..].chars().next()) && ELIDED.contains(&word.to_lowercase().as_str())
        }
        Language::En => matches!(word, "s" | "S") && is_apostrophe(text[..start].chars().next_back()),
        _ => false,
    }
}

/// Runs of letters and digits with the byte they begin at; marks on letters belong to the run.
fn runs(text: &str) -> Vec<(usize, &str)> {
    let mut runs = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = c.is_alphanumeric() || is_combining_mark(c);
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                runs.push((from, &text[from..at]));
                start = None;
            }
            _ => {}
        }
    }
    runs
}

/// A word whole; in Chinese, pairs of neighbouring characters, other script whole.
fn pieces(word: &str, language: Language) -> Vec<(usize, &str)> {
    if language != Language::Zh || !word.chars().any(is_han) {
        return vec![(0, word)];
    }
    let mut pieces = Vec::new();
    let characters: Vec<(usize, char)> = word.char_indices().collect();
    for part in characters.chunk_by(|a, b| is_han(a.1) == is_han(b.1)) {
        let bounds: Vec<usize> =
            part.iter().map(|(at, _)| *at).chain(part.last().map(|(at, c)| at + c.len_utf8())).collect();
        let width = if is_han(part[0].1) && part.len() > 1 { 3 } else { bounds.len() };
        pieces.extend(bounds.windows(width).map(|w| (w[0], &word[w[0]..w[width - 1]])));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::{stem_tokens, stems_of, word_tokens};
    use crate::domain::Language::{Ar, En, Es, Fr, Ru, Zh};

    #[test]
    fn forms_of_one_word_have_one_stem() {
        for (language, a, b) in [
            (En, "women", "woman's"),
            (En, "Türkiye", "Turkiye"),
            (Fr, "l'égalité", "egalite"),
            (Fr, "l’emprisonnement", "emprisonnements"),
            (Fr, "réfugiée", "réfugiés"),
            (Es, "desapariciones", "desaparición"),
            (Es, "DETENCION", "detenciones"),
            (Es, "mujer", "mujeres"),
            (Es, "juez", "jueces"),
            (Es, "hombre", "hombres"),
            (Es, "autoridad", "autoridades"),
            (Fr, "tribunal", "tribunaux"),
            (Ru, "всё", "все"),
            (Ru, "гендерный", "гендерного"),
            (Ru, "пытки", "пыток"),
            (Ar, "المرأة", "مرأه"),
            (Zh, "ＣＥＤＡＷ", "cedaw"),
        ] {
            assert_eq!(stems_of(a, language), stems_of(b, language), "{a} {b}");
        }
    }

    #[test]
    fn places_are_those_of_the_text() {
        let text = "l'égalité — 《CEDAW公约》";
        let of = |language| -> Vec<&str> {
            stem_tokens(text, language).iter().map(|token| &text[token.start..token.end]).collect()
        };
        assert_eq!(of(Fr), ["égalité", "CEDAW公约"]);
        assert_eq!(of(Zh), ["l", "égalité", "CEDAW", "公约"]);
        assert_eq!(stems_of("国家人权机构", Zh), ["国家", "家人", "人权", "权机", "机构"]);
        assert_eq!(word_tokens("16.3").len(), 2);
    }
}
