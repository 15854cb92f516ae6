//! What comes near: records in other languages, found through the term lexicon and the names of the
//! vocabularies, and records with most of the words of a longer query.
//!
//! Each word of the query becomes one notion: its stem in every language, and the stems that stand
//! for it. A record must meet a share of the notions and is ranked by how well it meets them.

use tantivy::Term;
use tantivy::query::{BooleanQuery, BoostQuery, DisjunctionMaxQuery, Occur, TermQuery};
use tantivy::schema::IndexRecordOption;

use super::asking::Asking;
use super::document_list::DocumentList;
use super::engine_query::Built;
use super::gathered::{Gathered, number_of};
use super::request::ReadRequest;
use crate::domain::Language;
use crate::search::error::SearchError;
use crate::search::index::Analyser;
use crate::search::query::{Query, Reach, ReadQuery, Strictness, Variant, named, variants};
use crate::text::stop_words::is_stop_word;

/// Fewer records than people look through are few.
const FEW: usize = 50;
/// What a record is worth that a field of the vocabularies finds, beside words.
const NAMED: f32 = 3.0;

/// Records that come near and do not fit.
pub(super) struct Near {
    /// The query that finds them.
    pub(super) query: BooleanQuery,
    /// All of them.
    pub(super) gathered: Vec<Gathered>,
}

impl Asking<'_> {
    /// The records that come near and do not fit; `None` where a query has no words to go by.
    ///
    /// Where few meet a share of the notions, those that meet any are taken.
    pub(super) fn related(&self, asked: &ReadRequest<'_>, direct: Vec<Gathered>) -> Result<Option<Near>, SearchError> {
        if asked.request.reach != Reach::Near || asked.name.is_some() {
            return Ok(None);
        }
        let direct = DocumentList::new(direct, &self.searcher);
        let mut found = None;
        for share in [Share::Some, Share::Any] {
            let Some(near) = self.near(&asked.read, share)? else { return Ok(None) };
            let near = BooleanQuery::new(vec![(Occur::Must, near), (Occur::MustNot, Box::new(direct.clone()))]);
            let query = self.filtered(Box::new(near), asked.request)?;
            let gathered = self.gather(&query)?;
            let is_enough = number_of(&gathered) >= FEW;
            found = Some(Near { query, gathered });
            if is_enough || asked.read.strictness == Strictness::Strict {
                break;
            }
        }
        Ok(found)
    }

    /// What comes near a query, whether it fits or not.
    pub(super) fn near(&self, read: &ReadQuery, share: Share) -> Result<Option<Built>, SearchError> {
        Notions { asking: self, read, share }.of(&read.query)
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
    asking: &'a Asking<'a>,
    read: &'a ReadQuery,
    share: Share,
}

impl Notions<'_> {
    fn is_strict(&self) -> bool {
        self.read.strictness == Strictness::Strict
    }

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
            other => Ok(Some(self.asking.build(other)?)),
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
                    if notion.is_empty() && self.is_strict() {
                        return Ok(None);
                    }
                    words.push(text);
                    notions.extend(notion);
                }
                Query::Phrase(_) | Query::Or(_) if !part.words().is_empty() => notions.extend(self.of(part)?),
                Query::Not(inner) => {
                    fixed.push((Occur::MustNot, self.asking.excluded(inner)?));
                }
                Query::All => {}
                other => fixed.push((Occur::Must, self.asking.build(other)?)),
            }
        }
        let Some(near) = self.or_named(&words.join(" "), self.some(notions))? else { return Ok(None) };
        fixed.push((Occur::Must, near));
        Ok(Some(Box::new(BooleanQuery::new(fixed))))
    }

    /// The notions of a word; a symbol or a number of a paragraph is found as it stands.
    fn word(&self, text: &str) -> Vec<Built> {
        if text.chars().any(|c| c.is_ascii_digit()) {
            return vec![self.asking.words(text)];
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
        let (index, mut stems): (_, Vec<Built>) = (self.asking.index, Vec::new());
        for Variant { language, stem, weight } in variants(word, self.read.language, index.lexicon()) {
            let term = Term::from_field_text(index.fields().text(language), &stem);
            if self.asking.searcher.doc_freq(&term).is_ok_and(|count| count > 0) {
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
            _ if self.is_strict() => number,
            Share::Some => number.min(2).max(number.div_ceil(3)),
            Share::Any => 1,
        };
        (number > 0).then(|| Box::new(BooleanQuery::union_with_minimum_required_clauses(notions, least)) as Built)
    }

    /// Or the records of a field whose value the text names.
    fn or_named(&self, text: &str, near: Option<Built>) -> Result<Option<Built>, SearchError> {
        let mut parts: Vec<Built> = near.into_iter().collect();
        for named in named(text) {
            let field = self.asking.filter(named.facet, &[named.value])?;
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
