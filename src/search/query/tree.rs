//! A query as a tree, and what can be told of it by itself.
//!
//! The language: words, "phrases", =exact, begin*, roughly~, NEAR/n, AND, OR, NOT, -word, brackets,
//! and fields such as `state:SVN`, `-state:SVN` or `year:2019..2024`. Every text is a query: what cannot be read as
//! an operator is read as words, open quotes and brackets close at the end. How a query was read is
//! shown by its [`Display`](std::fmt::Display).

use crate::domain::{Facet, Language};

/// A query as a tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Query {
    /// All records.
    All,
    /// A word, by its stem.
    Word(String),
    /// The beginning of a word.
    Prefix(String),
    /// A word with up to two letters off.
    Fuzzy(String),
    /// Words next to each other, by their stems.
    Phrase(String),
    /// A word or words next to each other, in exactly this form but for case and accents.
    Exact(String),
    /// Two words, phrases or alternatives of them with at most this many words between them.
    Near(Box<Query>, Box<Query>, u32),
    /// Any of these values in a field.
    Field(Facet, Vec<String>),
    /// Published in these years, both included.
    Years(Option<i16>, Option<i16>),
    /// All of these.
    And(Vec<Query>),
    /// Any of these.
    Or(Vec<Query>),
    /// Not this.
    Not(Box<Query>),
    /// Any of these stems, each of a language: what stands for an excluded word in the others.
    Stems(Vec<(Language, String)>),
}

impl Query {
    /// The values that fields of the query ask for.
    pub(in crate::search) fn fields(&self) -> Vec<(Facet, &str)> {
        match self {
            Self::Field(facet, values) => values.iter().map(|value| (*facet, value.as_str())).collect(),
            Self::And(parts) | Self::Or(parts) => parts.iter().flat_map(Self::fields).collect(),
            Self::Not(inner) => inner.fields(),
            _ => Vec::new(),
        }
    }

    /// How often it asks for what is near each other.
    pub(super) fn nears(&self) -> usize {
        match self {
            Self::Near(..) => 1,
            Self::And(parts) | Self::Or(parts) => parts.iter().map(Self::nears).sum(),
            Self::Not(inner) => inner.nears(),
            _ => 0,
        }
    }

    /// The words and phrases of the query, without what is excluded.
    pub(in crate::search) fn words(&self) -> Vec<&str> {
        match self {
            Self::Word(text) | Self::Phrase(text) | Self::Exact(text) | Self::Fuzzy(text) => vec![text],
            Self::Near(a, b, _) => [a.words(), b.words()].concat(),
            Self::And(parts) | Self::Or(parts) => parts.iter().flat_map(Self::words).collect(),
            _ => Vec::new(),
        }
    }

    /// The words of the query, also those that are excluded: they are of its language too.
    pub(in crate::search) fn all_words(&self) -> Vec<&str> {
        match self {
            Self::Not(inner) => inner.all_words(),
            Self::And(parts) | Self::Or(parts) => parts.iter().flat_map(Self::all_words).collect(),
            other => other.words(),
        }
    }

    /// Words that stand together as one run, and phrases, without what is excluded.
    pub(super) fn runs(&self) -> Vec<String> {
        match self {
            Self::Word(text) | Self::Phrase(text) => vec![text.clone()],
            Self::And(parts) => {
                let word = |part: &Self| if let Self::Word(text) = part { Some(text.clone()) } else { None };
                let words: Vec<String> = parts.iter().filter_map(word).collect();
                let others = parts.iter().filter(|part| word(part).is_none()).flat_map(Self::runs);
                std::iter::once(words.join(" ")).filter(|run| !run.is_empty()).chain(others).collect()
            }
            Self::Or(parts) => parts.iter().flat_map(Self::runs).collect(),
            _ => Vec::new(),
        }
    }
}

/// Nothing, the one part there is, or several put together.
pub(super) fn join(mut parts: Vec<Query>, how: fn(Vec<Query>) -> Query) -> Option<Query> {
    match parts.len() {
        0 => None,
        1 => parts.pop(),
        _ => Some(how(parts)),
    }
}

/// Words with fewer letters may differ in one letter, longer ones in two.
const SHORT: usize = 6;

/// How many letters a rough word may differ in.
pub(in crate::search) fn roughness(word: &str) -> u8 {
    if word.chars().count() < SHORT { 1 } else { 2 }
}
