//! Tokens of the index: words folded and stemmed by language, as the term lexicon has them.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use crate::domain::Language;
use crate::text::stemming::{StemToken, stem_tokens, word_tokens};

/// How words become tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::search) enum Analyser {
    /// Folded and stemmed in a language; Chinese in pairs of characters.
    Stems(Language),
    /// Folded only, for beginnings of words and exact forms.
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

    /// The tokens of a text with their places.
    pub(in crate::search) fn tokens(self, text: &str) -> Vec<StemToken> {
        match self {
            Self::Stems(language) => stem_tokens(text, language),
            Self::Words => word_tokens(text),
        }
    }

    /// What the tokens of a text are compared by, in order.
    pub(in crate::search) fn stems(self, text: &str) -> Vec<String> {
        self.tokens(text).into_iter().map(|token| token.stem).collect()
    }
}

impl Tokenizer for Analyser {
    type TokenStream<'a> = Stream;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Stream {
        let token = |(position, token): (usize, StemToken)| Token {
            offset_from: token.start,
            offset_to: token.end,
            position,
            text: token.stem,
            position_length: 1,
        };
        Stream { tokens: self.tokens(text).into_iter().enumerate().map(token).collect(), next: 0 }
    }
}

/// The tokens of one text, one after the other.
pub(in crate::search) struct Stream {
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
