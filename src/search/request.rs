//! What is asked of the index, and what it answers.

use std::collections::BTreeMap;

use serde::Serialize;

use super::counting::FacetCounts;
use super::document::{Facet, SearchDocument};
use super::names::named;
use super::query::Query;
use super::query_language::{query_language, without_small_words};
use super::query_tokens::{has_operators, notes};
use super::related::excluding;
use super::thesaurus::{Widened, widen};
use crate::domain::Language;
use crate::text::lexicon::Lexicon;

/// What to look for.
#[derive(Debug, Clone, Default)]
pub struct SearchRequest {
    /// The query in the query language; empty finds all.
    pub query: String,
    /// A query within whose records is searched.
    pub within: Option<String>,
    /// Filters, which must all hold; the values of one are alternatives.
    pub filters: Vec<(Facet, Vec<String>)>,
    /// Earliest day, days since 1970.
    pub from: Option<i64>,
    /// Latest day.
    pub to: Option<i64>,
    /// How many records to return.
    pub limit: usize,
    /// How many to pass over.
    pub offset: usize,
    /// In which order.
    pub order: Order,
    /// Whether texts that are alike are shown once.
    pub folds: bool,
    /// How far beyond the words of the query is looked.
    pub reach: Reach,
    /// Names of States that the workspace has added, folded, with their codes.
    pub own_states: BTreeMap<String, String>,
}

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

/// A query as it is looked for.
pub(super) struct ReadQuery {
    /// How it was read, in the query language.
    pub(super) shown: String,
    /// The query in its own words.
    pub(super) plain: Query,
    /// The query with other names of its terms.
    pub(super) query: Query,
    /// The terms whose other names were added.
    pub(super) widened: Vec<Widened>,
    /// The language of its words.
    pub(super) language: Language,
    /// Whether the user said by operators what must occur.
    pub(super) is_strict: bool,
    /// What in it could not be read as it seems to be meant.
    pub(super) notes: Vec<Note>,
}

/// What in a query could not be read as it seems to be meant.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case", tag = "note", content = "text")]
pub enum Note {
    /// No field has this name; it was read as words.
    UnknownField(String),
    /// These are no years; they were read as words.
    NoYears(String),
    /// An operator in small letters, which was read as a word.
    SmallOperator(String),
    /// A field without a value, which was read as a word.
    NoValue(String),
    /// What stands beside a NEAR has no place in a text: both must occur anywhere.
    NoNear,
}

impl ReadQuery {
    /// A query of words that nobody typed.
    pub(super) fn of_words(query: Query, language: Language) -> Self {
        let (plain, widened, notes) = (query.clone(), Vec::new(), Vec::new());
        Self { shown: String::new(), plain, query, widened, language, is_strict: false, notes }
    }

    /// The values of fields that the words of the query name together, or a phrase of it.
    pub(super) fn names(&self) -> Vec<(Facet, String)> {
        let mut names = self.query.runs().iter().flat_map(|run| named(run)).collect::<Vec<_>>();
        names.sort();
        names.dedup();
        names
    }
}

impl SearchRequest {
    /// The query as it is looked for.
    pub(super) fn read(&self, lexicon: &Lexicon) -> ReadQuery {
        let own = Query::parse(&self.query);
        let within = self.within.as_deref().map(Query::parse).filter(|query| *query != Query::All);
        let parsed = match within {
            Some(within) if own == Query::All => within,
            Some(within) => Query::And(vec![within, own]),
            None => own,
        };
        let language = query_language(&parsed, lexicon);
        let (query, widened) = match self.reach {
            Reach::Literal => (parsed.clone(), Vec::new()),
            Reach::Near | Reach::Names => widen(parsed.clone()),
        };
        let plain = without_small_words(parsed, language);
        ReadQuery {
            shown: plain.to_string(),
            plain,
            query: match self.reach {
                Reach::Near => excluding(without_small_words(query, language), language, lexicon),
                Reach::Names | Reach::Literal => without_small_words(query, language),
            },
            widened,
            language,
            is_strict: has_operators(&self.query) || self.within.as_deref().is_some_and(has_operators),
            notes: notes(&self.query),
        }
    }
}

/// The order of what is found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// Most relevant first; among equals final documents, then newer ones.
    #[default]
    Relevance,
    /// Newest first.
    Date,
    /// By State, then document and paragraph.
    State,
    /// By document and paragraph.
    Reference,
    /// By cluster number, then document and paragraph.
    Cluster,
}

/// A record that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The record.
    pub document: SearchDocument,
    /// Relevance (BM25).
    pub score: f32,
    /// How many other records fit whose texts are alike.
    pub alike: u64,
    /// How many other States those are addressed to.
    pub alike_states: u64,
    /// Whether it only comes near: through the words of another language, or with most of the words.
    pub is_related: bool,
}

/// What was found.
#[derive(Debug, Clone)]
pub struct SearchResult {
    /// How many records fit.
    pub total: usize,
    /// How many texts those are, where texts that are alike count once.
    pub texts: usize,
    /// How many more come near: in other languages, or with most of the words.
    pub related: usize,
    /// The records asked for: those that fit, then those that come near.
    pub found: Vec<Found>,
    /// Counts over all that fit, or, where none does, over all that come near.
    pub facets: FacetCounts,
    /// Whether the counts are over records that come near, because none fits.
    pub counts_related: bool,
    /// Filters that no record has.
    pub unmatched: Vec<Unmatched>,
    /// How the query was read.
    pub reading: String,
    /// Terms whose other names were looked for too.
    pub widened: Vec<Widened>,
    /// Values of fields that words of the query name, by which records come near.
    pub named: Vec<(Facet, String)>,
    /// What in the query could not be read as it seems to be meant.
    pub notes: Vec<Note>,
    /// Words that no record has, each with words that some record has and that look like it.
    pub suggestions: Vec<(String, Vec<String>)>,
    /// The language of the query's words.
    pub language: Language,
}

/// A filter value that no record has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unmatched {
    /// The facet.
    pub facet: Facet,
    /// The value asked for.
    pub wanted: String,
    /// Some values that exist.
    pub known: Vec<String>,
}
