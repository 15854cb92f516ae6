//! From a query as it was read to one of the engine.

use jiff::civil::Date;
use tantivy::Term;
use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, DisjunctionMaxQuery, EmptyQuery, FuzzyTermQuery, Occur, PhraseQuery,
    Query as EngineQuery, RegexQuery, TermQuery, TermSetQuery,
};
use tantivy::schema::{Field, IndexRecordOption};

use super::asking::Asking;
use super::document_list::DocumentList;
use super::gathered::Gathered;
use crate::domain::{Facet, Language, day_number};
use crate::search::error::SearchError;
use crate::search::index::{Analyser, Ordinals};
use crate::search::query::{Query, roughness};
use crate::text::han::folded_word;

pub(super) type Built = Box<dyn EngineQuery>;

impl Asking<'_> {
    /// The query of the engine; every query has one.
    pub(super) fn build(&self, query: &Query) -> Result<Built, SearchError> {
        Ok(match query {
            Query::All => Box::new(AllQuery),
            Query::Word(text) | Query::Phrase(text) => self.words(text),
            Query::Prefix(head) => self.prefix(head),
            Query::Fuzzy(text) => self.fuzzy(text),
            Query::Exact(text) => {
                self.in_field(self.index.fields().words, Analyser::Words, text, 0).unwrap_or_else(all)
            }
            Query::Near(a, b, distance) => self.near_each_other(a, b, *distance)?,
            Query::Field(facet, values) => self.filter(*facet, values)?,
            Query::Years(from, to) => self.years(*from, *to),
            Query::Stems(stems) => {
                let fields = self.index.fields();
                let terms = stems.iter().map(|(language, stem)| Term::from_field_text(fields.text(*language), stem));
                Box::new(TermSetQuery::new(terms))
            }
            Query::Or(parts) => {
                let parts = parts.iter().map(|part| Ok((Occur::Should, self.build(part)?)));
                Box::new(BooleanQuery::new(parts.collect::<Result<_, SearchError>>()?))
            }
            Query::And(parts) => {
                let part = |(at, part): (usize, &Query)| match part {
                    Query::Not(inner) => Ok((Occur::MustNot, self.excluded(inner)?)),
                    Query::Word(word) => Ok((Occur::Must, self.word_among(word, at, parts)?)),
                    other => Ok((Occur::Must, self.build(other)?)),
                };
                let parts: Result<Vec<(Occur, Built)>, SearchError> = parts.iter().enumerate().map(part).collect();
                Box::new(BooleanQuery::new(with_positive(parts?)))
            }
            Query::Not(inner) => {
                Box::new(BooleanQuery::new(with_positive(vec![(Occur::MustNot, self.excluded(inner)?)])))
            }
        })
    }

    /// What a query excludes.
    pub(super) fn excluded(&self, query: &Query) -> Result<Built, SearchError> {
        let found = self.gather(&self.build(query)?)?;
        Ok(Box::new(DocumentList::new(found, &self.searcher)))
    }

    /// Any value of the facet that is meant by one of the words given, or none.
    pub(super) fn filter(&self, facet: Facet, wanted: &[String]) -> Result<Built, SearchError> {
        let field = self.index.fields().facet(facet);
        let values = self.ordinals(facet)?;
        let known = self.known(facet, &values);
        let parts: Vec<String> = wanted.iter().flat_map(|given| known.parts(given)).collect();
        let chosen = parts.iter().flat_map(|part| known.meant(part));
        let terms: Vec<Term> = chosen.map(|value| Term::from_field_text(field, &value)).collect();
        let of_terms = (!terms.is_empty()).then(|| Box::new(TermSetQuery::new(terms)) as Built);
        let lacking =
            if parts.iter().any(|part| known.asks_for_none(part)) { Some(self.lacking(&values)?) } else { None };
        let either: Vec<Built> = of_terms.into_iter().chain(lacking).collect();
        Ok(if either.is_empty() { Box::new(EmptyQuery) } else { any(either) })
    }

    /// The documents without any of the values.
    fn lacking(&self, values: &Ordinals) -> Result<Built, SearchError> {
        let lack = |(segment, mut docs): Gathered| {
            docs.retain(|doc| values.of(segment, *doc).next().is_none());
            (segment, docs)
        };
        let lacking = self.gather(&AllQuery)?.into_iter().map(lack).collect();
        Ok(Box::new(DocumentList::new(lacking, &self.searcher)))
    }

    /// A word or phrase in any of the six languages; a word with inner marks is a phrase, and may be a
    /// symbol or the number of a paragraph. Texts that write it as one word have it too.
    pub(super) fn words(&self, text: &str) -> Built {
        let in_language =
            |language: Language| self.in_field(self.index.fields().text(language), Analyser::Stems(language), text, 0);
        let mut parts: Vec<Built> = Language::ALL.into_iter().filter_map(in_language).collect();
        parts.extend(self.written_together(text).into_iter().map(one_term));
        if text.chars().any(|c| c.is_ascii_digit()) {
            parts.extend(self.in_field(self.index.fields().citation, Analyser::Words, text, 0));
        }
        any(parts)
    }

    /// A word among others that must occur; where texts write it together with the word beside it, as one
    /// word, they have both.
    fn word_among(&self, word: &str, at: usize, parts: &[Query]) -> Result<Built, SearchError> {
        let beside = |at: usize| match parts.get(at) {
            Some(Query::Word(other)) => Some(other.as_str()),
            _ => None,
        };
        let before = at.checked_sub(1).and_then(beside).map(|other| format!("{other} {word}"));
        let after = beside(at + 1).map(|other| format!("{word} {other}"));
        let mut ways = vec![self.words(word)];
        for term in before.iter().chain(&after).flat_map(|pair| self.written_together(pair)) {
            if self.searcher.doc_freq(&term)? > 0 {
                ways.push(one_term(term));
            }
        }
        Ok(if ways.len() == 1 { ways.remove(0) } else { any(ways) })
    }

    /// A few words as the one word that they may be written as, in each language.
    fn written_together(&self, text: &str) -> Vec<Term> {
        let term = |language: Language| {
            let stem = Analyser::Stems(language).written_together(text)?;
            Some(Term::from_field_text(self.index.fields().text(language), &stem))
        };
        Language::ALL.into_iter().filter_map(term).collect()
    }

    /// The tokens of a text in one field, next to each other or with at most `slop` words between.
    pub(super) fn in_field(&self, field: Field, analyser: Analyser, text: &str, slop: u32) -> Option<Built> {
        let tokens = analyser.tokens(text);
        let terms: Vec<Term> = tokens.iter().map(|token| Term::from_field_text(field, &token.stem)).collect();
        Some(match terms.as_slice() {
            [] => return None,
            [one] => one_term(one.clone()),
            _ => {
                let mut phrase = PhraseQuery::new(terms);
                phrase.set_slop(slop);
                Box::new(phrase)
            }
        })
    }

    /// Any of one side beside any of the other.
    fn near_each_other(&self, a: &Query, b: &Query, distance: u32) -> Result<Built, SearchError> {
        let (left, right) = (self.alternatives(a)?, self.alternatives(b)?);
        let pairs = left.iter().flat_map(|a| right.iter().map(move |b| self.beside(a, b, distance)));
        let pairs: Vec<Built> = pairs.collect();
        Ok(if pairs.is_empty() { Box::new(EmptyQuery) } else { any(pairs) })
    }

    /// The texts that one side stands for: a beginning or a rough word for words of the index.
    fn alternatives(&self, side: &Query) -> Result<Vec<String>, SearchError> {
        Ok(match side {
            Query::Word(text) | Query::Phrase(text) | Query::Exact(text) => vec![text.clone()],
            Query::Prefix(head) => self.dictionary().beginning(&folded_word(head))?,
            Query::Fuzzy(word) => self.dictionary().like(&folded_word(word))?,
            Query::Or(parts) => {
                let parts = parts.iter().map(|part| self.alternatives(part));
                parts.collect::<Result<Vec<_>, SearchError>>()?.concat()
            }
            _ => Vec::new(),
        })
    }

    /// Both, in either order, with at most `distance` words between.
    fn beside(&self, a: &str, b: &str, distance: u32) -> Built {
        let both = |first: &str, second: &str| {
            let text = format!("{first} {second}");
            Language::ALL.into_iter().filter_map(move |language| {
                self.in_field(self.index.fields().text(language), Analyser::Stems(language), &text, distance)
            })
        };
        any(both(a, b).chain(both(b, a)).collect())
    }

    fn prefix(&self, head: &str) -> Built {
        let folded = folded_word(head);
        let escaped: String =
            folded.chars().flat_map(|c| if c.is_alphanumeric() { vec![c] } else { vec!['\\', c] }).collect();
        match RegexQuery::from_pattern(&format!("{escaped}.*"), self.index.fields().words) {
            Ok(query) if !folded.is_empty() => Box::new(query),
            _ => self.words(head),
        }
    }

    fn fuzzy(&self, text: &str) -> Built {
        let folded = folded_word(text);
        let distance = roughness(&folded);
        let term = Term::from_field_text(self.index.fields().words, &folded);
        if folded.is_empty() {
            return all();
        }
        // One letter off counts more than two.
        let off = |distance: u8| Box::new(FuzzyTermQuery::new(term.clone(), distance, true)) as Built;
        let near = Box::new(BoostQuery::new(off(1), 2.0)) as Built;
        if distance == 1 { near } else { Box::new(DisjunctionMaxQuery::new(vec![near, off(distance)])) }
    }

    fn years(&self, from: Option<i16>, to: Option<i16>) -> Built {
        let days = |year: i16, month: i8, day: i8| Date::new(year.clamp(-9999, 9999), month, day).map_or(0, day_number);
        self.within_days(from.map(|year| days(year, 1, 1)), to.map(|year| days(year, 12, 31)))
    }
}

fn one_term(term: Term) -> Built {
    Box::new(TermQuery::new(term, IndexRecordOption::WithFreqsAndPositions))
}

fn all() -> Built {
    Box::new(AllQuery)
}

/// Any of these; marks alone ("§§") are no restriction.
fn any(parts: Vec<Built>) -> Built {
    if parts.is_empty() {
        return all();
    }
    Box::new(BooleanQuery::new(parts.into_iter().map(|part| (Occur::Should, part)).collect()))
}

/// Only exclusions would find nothing; they are taken from all records.
fn with_positive(mut parts: Vec<(Occur, Built)>) -> Vec<(Occur, Built)> {
    if parts.iter().all(|(occur, _)| *occur == Occur::MustNot) {
        parts.push((Occur::Must, all()));
    }
    parts
}
