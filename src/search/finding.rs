//! Searching: a query and filters in; ranked records and exact counts by facet out.

use std::collections::BTreeSet;
use std::ops::Bound;

use tantivy::query::{BooleanQuery, EmptyQuery, Occur, RangeQuery, TermSetQuery};
use tantivy::{Searcher, Term};

use super::SearchError;
use super::building::Built;
use super::document::Facet;
use super::gathering::{Gather, Gathered};
use super::index::SearchIndex;
use super::names::value_of;
use super::query::Query;
use super::ranking::{Group, Ranked};
use super::request::{Found, ReadQuery, SearchRequest, SearchResult, Unmatched};
use crate::domain::vocabulary::fold;

/// Values named where a filter fits nothing.
const EXAMPLES: usize = 12;

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
        let wanted = request.offset.saturating_add(request.limit);
        let mut groups = self.ranked(&direct, &gathered, wanted, request, &searcher)?;
        let mut facets = self.all_counts(&gathered, &searcher)?;
        let left = wanted.saturating_sub(groups.len());
        let mut related = 0;
        if let Some((query, near)) = self.related(&read, gathered, request, &searcher)? {
            let by_score = SearchRequest { order: super::Order::Relevance, ..request.clone() };
            groups.extend(self.ranked(&query, &near, left, &by_score, &searcher)?.into_iter().map(Group::related));
            related = number_of(&near);
            if total == 0 {
                facets = self.all_counts(&near, &searcher)?;
            }
        }
        let is_empty = total + related == 0;
        Ok(SearchResult {
            total,
            related,
            found: self.found(groups, request, &searcher)?,
            facets,
            named: if related > 0 { read.names() } else { Vec::new() },
            unmatched: if is_empty { self.unmatched(request, &read, &searcher)? } else { Vec::new() },
            reading: read.shown,
            widened: read.widened,
        })
    }

    /// The records of a page, with what folds into them.
    fn found(
        &self,
        groups: Vec<Group>,
        request: &SearchRequest,
        searcher: &Searcher,
    ) -> Result<Vec<Found>, SearchError> {
        let states = self.ordinals(Facet::State, searcher)?;
        let of = |ranked: &Ranked| states.of(ranked.address.segment_ord, ranked.address.doc_id).next();
        let page = groups.into_iter().skip(request.offset).take(request.limit);
        let found = page.map(|group| {
            let own = of(&group.first);
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
        let built = self.build(query, request, searcher)?;
        self.filtered(built, request, searcher)
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
        let filters = request.filters.iter().flat_map(|(facet, values)| values.iter().map(|v| (*facet, v.as_str())));
        for (facet, wanted) in filters.chain(read.query.fields()) {
            let known = self.ordinals(facet, searcher)?;
            let examples = || known.values.iter().take(EXAMPLES).cloned().collect();
            let parts = parts(facet, wanted, request, &known.values).into_iter();
            let fits = |value: &String| !meant(facet, &value_of(facet, value, request), &known.values).is_empty();
            unmatched.extend(parts.filter(|value| !fits(value)).map(|wanted| Unmatched {
                facet,
                wanted,
                known: examples(),
            }));
        }
        Ok(unmatched)
    }
}

pub(super) fn number_of(gathered: &[Gathered]) -> usize {
    gathered.iter().map(|(_, docs)| docs.len()).sum()
}

/// Facets whose values are codes: a part of one means nothing.
const CODES: [Facet; 6] =
    [Facet::Sdg, Facet::Cluster, Facet::State, Facet::RecommendingState, Facet::Cycle, Facet::Session];

/// A value, or the values that its commas part where it is none as a whole.
fn parts(facet: Facet, value: &str, request: &SearchRequest, known: &[String]) -> Vec<String> {
    let is_whole = !value.contains(',') || !meant(facet, &value_of(facet, value, request), known).is_empty();
    if is_whole {
        return vec![value.to_owned()];
    }
    value.split(',').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// The values that a word of the user means: the same one, or, failing that, those that hold the word.
fn meant(facet: Facet, wanted: &str, known: &[String]) -> Vec<String> {
    let folded = fold(wanted);
    let collect =
        |fits: &dyn Fn(&str) -> bool| -> Vec<String> { known.iter().filter(|value| fits(value)).cloned().collect() };
    let same = if matches!(facet, Facet::Sdg | Facet::Cluster) {
        collect(&|value| value == wanted.trim())
    } else {
        collect(&|value| fold(value) == folded)
    };
    if !same.is_empty() || CODES.contains(&facet) {
        return same;
    }
    collect(&|value| format!(" {} ", fold(value)).contains(&format!(" {folded} ")) || fold(value).starts_with(&folded))
}
