//! What comes near: records in other languages, found through the term lexicon and the names of the
//! vocabularies, and records with most of the words of a longer query.
//!
//! Each word of the query becomes one notion: its stem in every language, and the stems that stand
//! for it. A record must meet a share of the notions and is ranked by how well it meets them.

use tantivy::query::{BooleanQuery, BoostQuery, DisjunctionMaxQuery, Occur, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{Searcher, Term};

use super::SearchError;
use super::analyser::Analyser;
use super::building::Built;
use super::finding::number_of;
use super::gathering::{Gather, Gathered};
use super::index::SearchIndex;
use super::listed::Listed;
use super::names::named;
use super::query::Query;
use super::request::{Reach, ReadQuery, SearchRequest};
use crate::domain::Language;
use crate::text::lexicon::Lexicon;
use crate::text::stop_words::is_stop_word;

/// A stem of a language that stands for a word, and how surely.
pub(super) type Variant = (Language, String, f32);

/// Renderings of less weight are left aside.
const LEAST: f32 = 0.06;
/// Renderings of a word in one language.
const MOST: usize = 4;
/// Fewer records than people look through are few.
const FEW: usize = 50;
/// What a record is worth that a field of the vocabularies finds, beside words.
const NAMED: f32 = 3.0;

/// The stems that stand for a word in all languages.
pub(super) fn variants(word: &str, language: Language, lexicon: &Lexicon) -> Vec<Variant> {
    let mut variants: Vec<Variant> = Vec::new();
    let mut add = |language: Language, stem: String, weight: f32| {
        if !variants.iter().any(|(l, s, _)| *l == language && *s == stem) {
            variants.push((language, stem, weight));
        }
    };
    for other in Language::ALL {
        if let [stem] = Analyser::Stems(other).stems(word).as_slice() {
            add(other, stem.clone(), 1.0);
        }
    }
    for stem in Analyser::Stems(language).stems(word) {
        for other in Language::ALL {
            let renderings = lexicon.renderings(&stem, language, other).into_iter().take(MOST);
            renderings.filter(|r| r.weight >= LEAST).for_each(|r| add(other, r.stem, r.weight));
        }
    }
    variants
}

/// Renderings that are sure enough to exclude by.
const SURE: f32 = 0.3;

/// The query with what stands in the other languages for the words that it excludes.
pub(super) fn excluding(query: Query, language: Language, lexicon: &Lexicon) -> Query {
    match query {
        Query::Not(inner) => {
            let others = |word: &str| {
                let all = variants(word, language, lexicon).into_iter();
                all.filter(|(other, _, weight)| *other != language && *weight >= SURE).map(|(l, stem, _)| (l, stem))
            };
            // Of a phrase single words would exclude too much.
            let words = match inner.as_ref() {
                Query::Word(word) => vec![word.as_str()],
                Query::Or(parts) => parts.iter().filter_map(single).collect(),
                _ => Vec::new(),
            };
            let stems: Vec<(Language, String)> = words.into_iter().flat_map(others).collect();
            if stems.is_empty() {
                Query::Not(inner)
            } else {
                Query::Not(Box::new(Query::Or(vec![*inner, Query::Stems(stems)])))
            }
        }
        Query::And(parts) => Query::And(parts.into_iter().map(|part| excluding(part, language, lexicon)).collect()),
        Query::Or(parts) => Query::Or(parts.into_iter().map(|part| excluding(part, language, lexicon)).collect()),
        other => other,
    }
}

fn single(query: &Query) -> Option<&str> {
    if let Query::Word(word) = query { Some(word) } else { None }
}

impl SearchIndex {
    /// The records that come near and do not fit; `None` where a query has no words to go by.
    ///
    /// Where few meet a share of the notions, those that meet any are taken.
    pub(super) fn related(
        &self,
        read: &ReadQuery,
        direct: Vec<Gathered>,
        request: &SearchRequest,
        searcher: &Searcher,
    ) -> Result<Option<(BooleanQuery, Vec<Gathered>)>, SearchError> {
        if request.reach != Reach::Near || self.by_name(request, searcher)?.is_some() {
            return Ok(None);
        }
        let direct = Listed::new(direct, searcher);
        let mut found = None;
        for share in [Share::Some, Share::Any] {
            let Some(near) = self.near(read, share, request, searcher)? else { return Ok(None) };
            let near = BooleanQuery::new(vec![(Occur::Must, near), (Occur::MustNot, Box::new(direct.clone()))]);
            let query = self.filtered(Box::new(near), request, searcher)?;
            let gathered = searcher.search(&query, &Gather)?;
            let is_enough = number_of(&gathered) >= FEW;
            found = Some((query, gathered));
            if is_enough || read.is_strict {
                break;
            }
        }
        Ok(found)
    }

    /// What comes near a query, whether it fits or not.
    pub(super) fn near(
        &self,
        read: &ReadQuery,
        share: Share,
        request: &SearchRequest,
        searcher: &Searcher,
    ) -> Result<Option<Built>, SearchError> {
        Notions { index: self, read, share, request, searcher }.of(&read.query)
    }
}

/// How many of the notions of a query a record must meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Share {
    /// Two, or a third of many.
    Some,
    /// One.
    Any,
}

/// Turns a query into notions.
struct Notions<'a> {
    index: &'a SearchIndex,
    read: &'a ReadQuery,
    share: Share,
    request: &'a SearchRequest,
    searcher: &'a Searcher,
}

impl Notions<'_> {
    /// What comes near a query; `None` where nothing in it is known.
    fn of(&self, query: &Query) -> Result<Option<Built>, SearchError> {
        match query {
            Query::Word(text) => self.or_named(text, self.some(self.word(text))),
            Query::Phrase(text) => self.or_named(text, self.phrase(text)),
            Query::Or(parts) => {
                let parts: Result<Vec<Option<Built>>, SearchError> = parts.iter().map(|part| self.of(part)).collect();
                let parts: Vec<Built> = parts?.into_iter().flatten().collect();
                Ok((!parts.is_empty()).then(|| Box::new(DisjunctionMaxQuery::new(parts)) as Built))
            }
            Query::And(parts) => self.together(parts),
            Query::All | Query::Not(_) => Ok(None),
            // What is asked for as it stands stays so.
            other => Ok(Some(self.index.build(other, self.request, self.searcher)?)),
        }
    }

    /// Words by their share, everything else as it is asked for.
    fn together(&self, parts: &[Query]) -> Result<Option<Built>, SearchError> {
        let (mut notions, mut fixed): (Vec<Built>, Vec<(Occur, Built)>) = (Vec::new(), Vec::new());
        let mut words: Vec<&str> = Vec::new();
        for part in flat(parts) {
            match part {
                Query::Word(text) => {
                    let notion = self.word(text);
                    if notion.is_empty() && self.read.is_strict {
                        return Ok(None);
                    }
                    words.push(text);
                    notions.extend(notion);
                }
                Query::Phrase(_) | Query::Or(_) if !part.words().is_empty() => notions.extend(self.of(part)?),
                Query::Not(inner) => {
                    fixed.push((Occur::MustNot, self.index.excluded(inner, self.request, self.searcher)?));
                }
                Query::All => {}
                other => fixed.push((Occur::Must, self.index.build(other, self.request, self.searcher)?)),
            }
        }
        let Some(near) = self.or_named(&words.join(" "), self.some(notions))? else { return Ok(None) };
        fixed.push((Occur::Must, near));
        Ok(Some(Box::new(BooleanQuery::new(fixed))))
    }

    /// The notions of a word; a symbol or a number of a paragraph is found as it stands.
    fn word(&self, text: &str) -> Vec<Built> {
        if text.chars().any(|c| c.is_ascii_digit()) {
            return vec![self.index.words(text)];
        }
        self.tokens(text).into_iter().filter_map(|word| self.notion(word)).collect()
    }

    /// All words of a phrase; `None` where one of them is not known.
    fn phrase(&self, text: &str) -> Option<Built> {
        let notions: Option<Vec<Built>> = self.tokens(text).into_iter().map(|word| self.notion(word)).collect();
        notions
            .filter(|notions| !notions.is_empty())
            .map(|notions| Box::new(BooleanQuery::intersection(notions)) as Built)
    }

    /// The words of a text but for small ones of any language: phrases come in six.
    fn tokens<'t>(&self, text: &'t str) -> Vec<&'t str> {
        let tokens = Analyser::Stems(self.read.language).tokens(text);
        let words: Vec<&str> = tokens.iter().map(|token| &text[token.start..token.end]).collect();
        let is_small = |word: &str| Language::ALL.into_iter().any(|language| is_stop_word(word, language));
        if words.len() < 2 { words } else { words.into_iter().filter(|word| !is_small(word)).collect() }
    }

    /// Any of the stems that stand for a word.
    fn notion(&self, word: &str) -> Option<Built> {
        let mut stems: Vec<Built> = Vec::new();
        for (language, stem, weight) in variants(word, self.read.language, self.index.lexicon()) {
            let term = Term::from_field_text(self.index.fields.text(language), &stem);
            if self.searcher.doc_freq(&term).is_ok_and(|count| count > 0) {
                let query = TermQuery::new(term, IndexRecordOption::WithFreqs);
                stems.push(Box::new(BoostQuery::new(Box::new(query), weight)));
            }
        }
        (!stems.is_empty()).then(|| Box::new(DisjunctionMaxQuery::new(stems)) as Built)
    }

    /// A share of the notions; all of them where operators say so.
    fn some(&self, notions: Vec<Built>) -> Option<Built> {
        let number = notions.len();
        let least = match self.share {
            _ if self.read.is_strict => number,
            Share::Some => number.min(2).max(number.div_ceil(3)),
            Share::Any => 1,
        };
        (number > 0).then(|| Box::new(BooleanQuery::union_with_minimum_required_clauses(notions, least)) as Built)
    }

    /// Or the records of a field whose value the text names.
    fn or_named(&self, text: &str, near: Option<Built>) -> Result<Option<Built>, SearchError> {
        let mut parts: Vec<Built> = near.into_iter().collect();
        for (facet, value) in named(text) {
            let field = self.index.filter(facet, &[value], self.request, self.searcher)?;
            parts.push(Box::new(BoostQuery::new(field, NAMED)));
        }
        Ok(match parts.len() {
            0 | 1 => parts.pop(),
            _ => Some(Box::new(DisjunctionMaxQuery::new(parts))),
        })
    }
}

/// The parts of a conjunction, and those of conjunctions among them.
fn flat(parts: &[Query]) -> Vec<&Query> {
    let mut all = Vec::new();
    for part in parts {
        match part {
            Query::And(parts) => all.extend(flat(parts)),
            other => all.push(other),
        }
    }
    all
}
