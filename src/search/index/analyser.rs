//! Tokens of the index: words folded and stemmed by language, as the term lexicon has them.
//!
//! A hyphenated word stands in the index as its parts and, at the places of its first and its last part, as
//! one word without the hyphens: it is found either way, and so are phrases that begin or end with it. Both
//! scripts of Chinese are one.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use crate::domain::Language;
use crate::text::han::simplified;
use crate::text::joined::{JoinedWord, joined_words, written_together};
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
            Self::Stems(Language::Zh) => stem_tokens(text, Language::Zh).into_iter().map(in_one_script).collect(),
            Self::Stems(language) => stem_tokens(text, language),
            Self::Words => word_tokens(text).into_iter().map(in_one_script).collect(),
        }
    }

    /// The hyphenated words of a text as one token each.
    pub(in crate::search) fn joined(self, text: &str) -> Vec<StemToken> {
        let token = |joined: JoinedWord| {
            let stem = self.one_stem(&joined.word)?;
            Some(StemToken { start: joined.start, end: joined.end, stem })
        };
        joined_words(text).into_iter().filter_map(token).collect()
    }

    /// What a few words are compared by where a text has them as one; `None` for a single word.
    pub(in crate::search) fn written_together(self, text: &str) -> Option<String> {
        self.one_stem(&written_together(text)?)
    }

    /// What a word is compared by; `None` where it is cut into several.
    fn one_stem(self, word: &str) -> Option<String> {
        let mut stems = self.stems(word);
        if stems.len() == 1 { stems.pop() } else { None }
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
        let placed = with_places(self.tokens(text), self.joined(text));
        Stream { tokens: placed.into_iter().map(token).collect(), next: 0 }
    }
}

fn in_one_script(token: StemToken) -> StemToken {
    StemToken { stem: simplified(&token.stem).into_owned(), ..token }
}

/// Tokens by their places, and joined words at the places of their first and their last part.
fn with_places(tokens: Vec<StemToken>, joined: Vec<StemToken>) -> Vec<(usize, StemToken)> {
    let mut added = Vec::new();
    for word in joined {
        let first = tokens.partition_point(|token| token.start < word.start);
        let behind = tokens.partition_point(|token| token.end <= word.end);
        if first + 1 < behind {
            added.push((behind - 1, word.clone()));
        }
        if first < behind {
            added.push((first, word));
        }
    }
    let mut placed: Vec<(usize, StemToken)> = tokens.into_iter().enumerate().chain(added).collect();
    placed.sort_by_key(|(place, _)| *place);
    placed
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

#[cfg(test)]
mod tests {
    use tantivy::tokenizer::{TokenStream, Tokenizer};

    use super::Analyser;
    use crate::domain::Language::{En, Ru, Zh};

    fn placed(mut analyser: Analyser, text: &str) -> Vec<(usize, String)> {
        let mut stream = analyser.token_stream(text);
        let mut tokens = Vec::new();
        stream.process(&mut |token| tokens.push((token.position, token.text.clone())));
        tokens
    }

    #[test]
    fn a_hyphenated_word_stands_in_parts_and_as_one_word_at_both_ends() {
        let expected = [(0, "the"), (1, "follow"), (1, "followup"), (2, "up"), (2, "followup"), (3, "report")];
        let found = placed(Analyser::Words, "the follow-up report");
        assert_eq!(found.iter().map(|(place, text)| (*place, text.as_str())).collect::<Vec<_>>(), expected);
        let stems = |text| Analyser::Stems(Ru).joined(text).into_iter().map(|token| token.stem).collect::<Vec<_>>();
        assert_eq!(stems("социально-трудовых прав"), Analyser::Stems(Ru).stems("социальнотрудовых"));
    }

    #[test]
    fn words_are_taken_as_one_and_both_chinese_scripts_too() {
        let one = |text| Analyser::Stems(En).written_together(text);
        assert_eq!(one("ill treatment"), one("ill-treatment"));
        assert_eq!(one("ill treatment"), Analyser::Stems(En).stems("illtreatment").pop());
        assert_eq!(one("treatment"), None);
        assert_eq!(Analyser::Stems(Zh).stems("兒童權利"), Analyser::Stems(Zh).stems("儿童权利"));
        assert_eq!(Analyser::Words.stems("兒童"), Analyser::Words.stems("儿童"));
    }
}
