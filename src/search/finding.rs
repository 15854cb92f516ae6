//! Searching: a query and filters in; ranked records and exact counts by facet out.

use std::collections::BTreeSet;
use std::ops::Bound;

use tantivy::collector::Count;
use tantivy::query::{BooleanQuery, EmptyQuery, Occur, RangeQuery, TermQuery, TermSetQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, Searcher, Term};

use super::SearchError;
use super::building::Built;
use super::document::Facet;
use super::gathering::{Gather, Gathered};
use super::index::SearchIndex;
use super::names::{meant, parts, value_of};
use super::query::Query;
use super::ranking::{Columns, Group};
use super::request::{Found, Order, ReadQuery, SearchRequest, SearchResult, Unmatched};
use crate::domain::vocabulary::{StateRegister, fold};

/// Values named where a filter fits nothing.
const EXAMPLES: usize = 6;

impl SearchIndex {
    /// Searches the index.
    ///
    /// # Errors
    /// When the engine fails; no query does.
    pub fn search(&self, request: &SearchRequest) -> Result<SearchResult, SearchError> {
        let searcher = self.reader.searcher();
        let read = request.read(self.lexicon());
        let direct = self.complete(&read.query, request, &searcher)?;
        let gathered = searcher.search(&direct, &Gather)?;
        let total = number_of(&gathered);
        let texts = if request.folds { Columns::open(&searcher)?.texts(&gathered) } else { total };
        let wanted = request.offset.saturating_add(request.limit);
        let mut groups = self.ranked(&direct, &gathered, wanted, request.order, request.folds, &searcher)?;
        let mut facets = self.all_counts(&gathered, &searcher)?;
        let mut related = 0;
        if let Some((query, near)) = self.related(&read, gathered, request, &searcher)? {
            let left = wanted.saturating_sub(groups.len());
            let near_groups = self.ranked(&query, &near, left, Order::Relevance, request.folds, &searcher)?;
            groups.extend(near_groups.into_iter().map(Group::related));
            related = number_of(&near);
            if total == 0 {
                facets = self.all_counts(&near, &searcher)?;
            }
        }
        Ok(SearchResult {
            total,
            texts,
            related,
            found: self.found(groups, request, &searcher)?,
            facets,
            counts_related: total == 0 && related > 0,
            named: if related > 0 { read.names() } else { Vec::new() },
            unmatched: self.unmatched(request, &read, &searcher)?,
            suggestions: if total == 0 { self.suggestions(&read.plain, &searcher)? } else { Vec::new() },
            reading: read.shown,
            widened: if self.by_name(request, &searcher)?.is_some() { Vec::new() } else { read.widened },
            notes: read.notes,
            language: read.language,
        })
    }

    /// How many records fit.
    ///
    /// # Errors
    /// When the engine fails.
    pub fn total(&self, request: &SearchRequest) -> Result<usize, SearchError> {
        let searcher = self.reader.searcher();
        let query = self.complete(&request.read(self.lexicon()).query, request, &searcher)?;
        Ok(searcher.search(&query, &Count)?)
    }

    /// The records of a page, with what folds into them.
    fn found(
        &self,
        groups: Vec<Group>,
        request: &SearchRequest,
        searcher: &Searcher,
    ) -> Result<Vec<Found>, SearchError> {
        let states = self.ordinals(Facet::State, searcher)?;
        let of = |address: &DocAddress| states.of(address.segment_ord, address.doc_id).next();
        let page = groups.into_iter().skip(request.offset).take(request.limit);
        let found = page.map(|group| {
            let own = of(&group.first.address);
            let others: BTreeSet<u32> = group.alike.iter().filter_map(of).filter(|state| Some(*state) != own).collect();
            Ok(Found {
                document: self.stored(searcher, group.first.address)?,
                score: group.first.score,
                alike: group.alike.len() as u64,
                alike_states: others.len() as u64,
                is_related: group.first.is_related,
            })
        });
        found.collect()
    }

    /// Query, filters and dates together.
    pub(super) fn complete(
        &self,
        query: &Query,
        request: &SearchRequest,
        searcher: &Searcher,
    ) -> Result<BooleanQuery, SearchError> {
        let mut built = self.build(query, request, searcher)?;
        if let Some(named) = self.by_name(request, searcher)? {
            built = named;
        }
        self.filtered(built, request, searcher)
    }

    /// The records whose name the whole query is, if there are any.
    pub(super) fn by_name(&self, request: &SearchRequest, searcher: &Searcher) -> Result<Option<Built>, SearchError> {
        let name = Term::from_field_text(self.fields.name, &fold(&request.query));
        let is_name = request.within.is_none() && request.query.contains(|c: char| c.is_ascii_digit());
        let is_known = is_name && searcher.doc_freq(&name)? > 0;
        Ok(is_known.then(|| Box::new(TermQuery::new(name, IndexRecordOption::Basic)) as Built))
    }

    /// What is looked for, filters and dates together.
    pub(super) fn filtered(
        &self,
        built: Built,
        request: &SearchRequest,
        searcher: &Searcher,
    ) -> Result<BooleanQuery, SearchError> {
        let mut parts: Vec<(Occur, Built)> = vec![(Occur::Must, built)];
        for (facet, values) in request.filters.iter().filter(|(_, values)| !values.is_empty()) {
            parts.push((Occur::Must, self.filter(*facet, values, request, searcher)?));
        }
        if request.from.is_some() || request.to.is_some() {
            let bound = |day: Option<i64>| {
                day.map_or(Bound::Unbounded, |d| Bound::Included(Term::from_field_i64(self.fields.day, d)))
            };
            parts.push((Occur::Must, Box::new(RangeQuery::new(bound(request.from), bound(request.to)))));
        }
        Ok(BooleanQuery::new(parts))
    }

    /// Any value of the facet that is meant by one of the words given.
    pub(super) fn filter(
        &self,
        facet: Facet,
        wanted: &[String],
        request: &SearchRequest,
        searcher: &Searcher,
    ) -> Result<Built, SearchError> {
        let field = self.fields.facet(facet);
        let known = self.ordinals(facet, searcher)?;
        let parts = wanted.iter().flat_map(|value| parts(facet, value, request, &known.values));
        let chosen = parts.flat_map(|value| meant(facet, &value_of(facet, &value, request), &known.values));
        let terms: Vec<Term> = chosen.map(|value| Term::from_field_text(field, &value)).collect();
        Ok(if terms.is_empty() { Box::new(EmptyQuery) } else { Box::new(TermSetQuery::new(terms)) })
    }

    fn unmatched(
        &self,
        request: &SearchRequest,
        read: &ReadQuery,
        searcher: &Searcher,
    ) -> Result<Vec<Unmatched>, SearchError> {
        let mut unmatched = Vec::new();
        let filters =
            request.filters.iter().flat_map(|(facet, values)| values.iter().map(move |v| (*facet, v.as_str())));
        for (facet, wanted) in filters.chain(read.query.fields()) {
            let known = self.ordinals(facet, searcher)?;
            let parts = parts(facet, wanted, request, &known.values).into_iter();
            let fits = |value: &String| !meant(facet, &value_of(facet, value, request), &known.values).is_empty();
            let unknown = parts.filter(|value| !fits(value));
            unmatched.extend(unknown.map(|wanted| Unmatched {
                facet,
                known: alike(facet, &wanted, &known.values),
                wanted,
            }));
        }
        Ok(unmatched)
    }
}

pub(super) fn number_of(gathered: &[Gathered]) -> usize {
    gathered.iter().map(|(_, docs)| docs.len()).sum()
}

/// The values that look most like a word, States by name.
fn alike(facet: Facet, wanted: &str, known: &[String]) -> Vec<String> {
    let name = |value: &String| match (facet, value.parse()) {
        (Facet::State | Facet::RecommendingState, Ok(code)) => StateRegister::embedded().name(code),
        _ => value.clone(),
    };
    let wanted = fold(wanted);
    let likeness = |value: &String| {
        let name = fold(&name(value));
        // A part of the name says more than letters in common.
        strsim::jaro_winkler(&name, &wanted) + f64::from(u8::from(name.contains(&wanted)))
    };
    let mut ranked: Vec<&String> = known.iter().collect();
    ranked.sort_by(|a, b| likeness(b).total_cmp(&likeness(a)).then_with(|| a.cmp(b)));
    ranked.into_iter().take(EXAMPLES).cloned().collect()
}
