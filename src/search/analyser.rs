//! Tokens of the index: words folded and stemmed by language, the same stems as in the analysis.

use std::borrow::Cow;

use rust_stemmers::Stemmer;
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use crate::domain::Language;
use crate::domain::vocabulary::fold;
use crate::text::forms::base_form;
use crate::text::tokens::{algorithm, is_han};

/// How words become tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Analyser {
    /// Folded and stemmed in a language; Chinese in pairs of characters.
    Stems(Language),
    /// Folded only, for beginnings of words.
    Words,
}

impl Analyser {
    /// The name under which the index knows it.
    pub(super) fn name(self) -> String {
        match self {
            Self::Stems(language) => format!("weft_{language}"),
            Self::Words => "weft_words".to_owned(),
        }
    }

    /// The form that is stemmed: irregular plurals and British spellings in English, letters that are
    /// written in two ways in Arabic.
    fn form(self, folded: &str) -> Cow<'_, str> {
        match self {
            Self::Stems(Language::En) => base_form(folded),
            Self::Stems(Language::Ar) => Cow::Owned(folded.replace('ى', "ي").replace('ة', "ه")),
            _ => Cow::Borrowed(folded),
        }
    }

    /// The tokens of a text with their places.
    pub(super) fn tokens(self, text: &str) -> Vec<Token> {
        let stemmer = match self {
            Self::Stems(language) => algorithm(language).map(Stemmer::create),
            Self::Words => None,
        };
        let mut tokens = Vec::new();
        for (from, word) in runs(text) {
            let in_pairs = self == Self::Stems(Language::Zh) && word.chars().any(is_han);
            let pieces = if in_pairs { pairs(word) } else { vec![(0, word)] };
            for (offset, piece) in pieces {
                let folded = fold(piece).replace(' ', "");
                let form = self.form(&folded);
                let text = stemmer.as_ref().map_or_else(|| form.to_string(), |s| s.stem(&form).into_owned());
                if !text.is_empty() {
                    let start = from + offset;
                    tokens.push(Token {
                        offset_from: start,
                        offset_to: start + piece.len(),
                        position: tokens.len(),
                        text,
                        position_length: 1,
                    });
                }
            }
        }
        tokens
    }
}

/// Runs of letters and digits with the byte they begin at; marks on letters belong to the run.
fn runs(text: &str) -> Vec<(usize, &str)> {
    let mut runs = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c);
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

/// Overlapping pairs of neighbouring characters; a single character stands for itself.
fn pairs(word: &str) -> Vec<(usize, &str)> {
    let bounds: Vec<usize> = word.char_indices().map(|(at, _)| at).chain([word.len()]).collect();
    if bounds.len() <= 2 {
        return vec![(0, word)];
    }
    bounds.windows(3).map(|w| (w[0], &word[w[0]..w[2]])).collect()
}

impl Tokenizer for Analyser {
    type TokenStream<'a> = Stream;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Stream {
        Stream { tokens: self.tokens(text), next: 0 }
    }
}

/// The tokens of one text, one after the other.
pub(super) struct Stream {
    tokens: Vec<Token>,
    next: usize,
}

impl TokenStream for Stream {
    fn advance(&mut self) -> bool {
        self.next += 1;
        self.next <= self.tokens.len()
    }

    fn token(&self) -> &Token {
        &self.tokens[self.next - 1]
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.tokens[self.next - 1]
    }
}
