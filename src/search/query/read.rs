//! A query as it is looked for: cut, read and widened, once a question.

use super::grammar::tree;
use super::language::{query_language, without_small_words};
use super::notes::{Note, notes};
use super::thesaurus::{Widened, widen};
use super::tokens::{Token, has_operators, tokens};
use super::tree::Query;
use super::values::named;
use super::variants::excluding;
use crate::domain::{FacetValue, Language};
use crate::text::lexicon::Lexicon;

/// How far beyond the words of a query is looked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Reach {
    /// Other names of terms, and what comes near.
    #[default]
    Near,
    /// Other names of terms.
    Names,
    /// The words as they stand.
    Literal,
}

/// Whether operators say what must occur.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::search) enum Strictness {
    /// They do: every word is meant.
    Strict,
    /// They do not: most of the words are enough to come near.
    Free,
}

/// A query as it is looked for.
#[derive(Debug, Clone)]
pub(in crate::search) struct ReadQuery {
    /// How it was read, in the query language.
    pub(in crate::search) shown: String,
    /// The query in its own words.
    pub(in crate::search) plain: Query,
    /// The query with other names of its terms.
    pub(in crate::search) query: Query,
    /// The terms whose other names were added.
    pub(in crate::search) widened: Vec<Widened>,
    /// The language of its words.
    pub(in crate::search) language: Language,
    /// Whether the user said by operators what must occur.
    pub(in crate::search) strictness: Strictness,
    /// What in it could not be read as it seems to be meant.
    pub(in crate::search) notes: Vec<Note>,
}

impl ReadQuery {
    /// Reads what was typed, and a query within whose records it is looked for.
    pub(in crate::search) fn new(typed: &str, within: Option<&str>, reach: Reach, lexicon: &Lexicon) -> Self {
        let (own_tokens, around_tokens) = (tokens(typed), within.map(tokens).unwrap_or_default());
        let own = tree(&own_tokens);
        let notes = notes(&own_tokens, &own);
        let parsed = both(tree(&around_tokens), own);
        let language = query_language(&parsed, lexicon);
        let (query, widened) = match reach {
            Reach::Literal => (parsed.clone(), Vec::new()),
            Reach::Near | Reach::Names => widen(parsed.clone()),
        };
        let plain = without_small_words(parsed, language);
        let query = without_small_words(query, language);
        Self {
            shown: plain.to_string(),
            plain,
            query: if reach == Reach::Near { excluding(query, language, lexicon) } else { query },
            widened,
            language,
            strictness: strictness(&[own_tokens, around_tokens]),
            notes,
        }
    }

    /// A query of words that nobody typed.
    pub(in crate::search) fn of_words(query: Query, language: Language) -> Self {
        let (plain, widened, notes) = (query.clone(), Vec::new(), Vec::new());
        Self { shown: String::new(), plain, query, widened, language, strictness: Strictness::Free, notes }
    }

    /// The values of fields that the words of the query name together, or a phrase of it.
    pub(in crate::search) fn names(&self) -> Vec<FacetValue> {
        let mut names: Vec<FacetValue> = self.query.runs().iter().flat_map(|run| named(run)).collect();
        names.sort();
        names.dedup();
        names
    }
}

/// What both ask for; one that asks for all records adds nothing.
fn both(around: Query, own: Query) -> Query {
    match (around, own) {
        (Query::All, own) => own,
        (around, Query::All) => around,
        (around, own) => Query::And(vec![around, own]),
    }
}

fn strictness(queries: &[Vec<Token>]) -> Strictness {
    if queries.iter().any(|tokens| has_operators(tokens)) { Strictness::Strict } else { Strictness::Free }
}

#[cfg(test)]
mod tests {
    use super::{Reach, ReadQuery, Strictness};
    use crate::text::lexicon::Lexicon;

    fn read(typed: &str, within: Option<&str>, reach: Reach) -> ReadQuery {
        ReadQuery::new(typed, within, reach, &Lexicon::default())
    }

    #[test]
    fn a_query_is_read_within_another_one() {
        assert_eq!(read("prisons", Some("torture"), Reach::Literal).shown, "torture AND prisons");
        assert_eq!(read("", Some("torture"), Reach::Literal).shown, "torture");
        assert_eq!(read("prisons", Some(" "), Reach::Literal).shown, "prisons");
        assert_eq!(read("prisons", Some("a OR b"), Reach::Literal).strictness, Strictness::Strict);
    }

    #[test]
    fn only_a_query_that_is_not_taken_literally_is_widened() {
        assert!(read("FGM", None, Reach::Literal).widened.is_empty());
        assert_eq!(read("FGM", None, Reach::Names).widened[0].term, "FGM");
        assert_eq!(read("FGM", None, Reach::Near).plain.to_string(), "FGM");
    }
}
