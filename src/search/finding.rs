//! Searching: a query and filters in, ranked records, counts by facet and snippets out.

use std::collections::{BTreeSet, HashMap};
use std::ops::Bound;

use tantivy::aggregation::AggregationCollector;
use tantivy::collector::{Count, TopDocs};
use tantivy::query::{BooleanQuery, EmptyQuery, Occur, Query as TantivyQuery, RangeQuery, TermSetQuery};
use tantivy::{DocAddress, Searcher, Term};

use super::SearchError;
use super::counting::{aggregations, facet_counts};
use super::document::Facet;
use super::index::SearchIndex;
use super::query::Query;
use super::request::{Found, Order, SearchRequest, SearchResult, Unmatched};
use super::thesaurus::instrument_code;
use crate::domain::RecordId;
use crate::domain::vocabulary::{StateRegister, fold};

/// How many times more hits are looked at than shown, where those that are alike are folded.
const FOLDED: usize = 6;
/// As many at least.
const MOST_FOLDED: usize = 400;
/// Values named where a filter fits nothing.
const EXAMPLES: usize = 12;

impl SearchIndex {
    /// Searches the index.
    ///
    /// # Errors
    /// When the engine fails; no query does.
    pub fn search(&self, request: &SearchRequest) -> Result<SearchResult, SearchError> {
        let searcher = self.reader.searcher();
        let reading = Query::parse(&request.query).to_string();
        let (query, widened) = request.read();
        let query = self.complete(&query, request, &searcher)?;
        let counts = AggregationCollector::from_aggs(aggregations()?, self.aggregation_context());
        let (total, counts) = searcher.search(&query, &(Count, counts))?;
        let found = self.ranked(&query, request, total, &searcher)?;
        let unmatched = if total == 0 { self.unmatched(request, &searcher)? } else { Vec::new() };
        Ok(SearchResult { total, found, facets: facet_counts(counts), unmatched, reading, widened })
    }

    /// The records asked for, in order, those that are alike folded into one.
    fn ranked(
        &self,
        query: &BooleanQuery,
        request: &SearchRequest,
        total: usize,
        searcher: &Searcher,
    ) -> Result<Vec<Found>, SearchError> {
        let wanted = request.offset.saturating_add(request.limit);
        // Folding needs to see more than is shown; the engine sets memory aside for what is asked for.
        let most = if request.folds { wanted.saturating_mul(FOLDED).max(MOST_FOLDED) } else { wanted };
        let most = most.clamp(1, total.max(1));
        let scored: Vec<(f32, DocAddress)> = match request.order {
            Order::Relevance => searcher.search(query, &TopDocs::with_limit(most).order_by_score())?,
            Order::Date => {
                let by_day = TopDocs::with_limit(most).order_by_fast_field::<i64>("day", tantivy::Order::Desc);
                searcher.search(query, &by_day)?.into_iter().map(|(_, address)| (0.0, address)).collect()
            }
        };
        let mut found: Vec<Found> = Vec::new();
        let mut places: HashMap<u64, usize> = HashMap::new();
        for (score, address) in scored {
            let segment = searcher.segment_reader(address.segment_ord);
            let value = |field: &str| {
                segment
                    .fast_fields()
                    .u64(field)
                    .ok()
                    .and_then(|column| column.first(address.doc_id))
                    .unwrap_or_default()
            };
            let id = RecordId(value("id"));
            match places.get(&value("likeness")).filter(|_| request.folds) {
                Some(place) => found[*place].alike.push(id),
                None => {
                    places.insert(value("likeness"), found.len());
                    found.push(Found { id, score, alike: Vec::new() });
                }
            }
        }
        Ok(found.into_iter().skip(request.offset).take(request.limit).collect())
    }

    /// Query, filters and dates together.
    pub(super) fn complete(
        &self,
        query: &Query,
        request: &SearchRequest,
        searcher: &Searcher,
    ) -> Result<BooleanQuery, SearchError> {
        let mut parts: Vec<(Occur, Box<dyn TantivyQuery>)> = vec![(Occur::Must, self.build(query, request, searcher)?)];
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
    ) -> Result<Box<dyn TantivyQuery>, SearchError> {
        let field = self.fields.facet(facet);
        let known = self.values(facet, searcher)?;
        let named = wanted.iter().map(|value| code_of(facet, value, request));
        let chosen = named.flat_map(|value| meant(facet, &value, known.iter().map(String::as_str)));
        let terms: Vec<Term> = chosen.map(|value| Term::from_field_text(field, &value)).collect();
        Ok(if terms.is_empty() { Box::new(EmptyQuery) } else { Box::new(TermSetQuery::new(terms)) })
    }

    /// All values of a facet.
    fn values(&self, facet: Facet, searcher: &Searcher) -> Result<BTreeSet<String>, SearchError> {
        let mut known = BTreeSet::new();
        for segment in searcher.segment_readers() {
            let index = segment.inverted_index(self.fields.facet(facet))?;
            let mut terms =
                index.terms().stream().map_err(|source| SearchError::Io { path: Default::default(), source })?;
            while terms.advance() {
                known.insert(String::from_utf8_lossy(terms.key()).into_owned());
            }
        }
        Ok(known)
    }

    fn unmatched(&self, request: &SearchRequest, searcher: &Searcher) -> Result<Vec<Unmatched>, SearchError> {
        let mut unmatched = Vec::new();
        let query = Query::parse(&request.query);
        let filters = request.filters.iter().flat_map(|(facet, values)| values.iter().map(|v| (*facet, v.as_str())));
        for (facet, wanted) in filters.chain(query.fields()) {
            let known = self.values(facet, searcher)?;
            if meant(facet, &code_of(facet, wanted, request), known.iter().map(String::as_str)).is_empty() {
                let known = known.iter().take(EXAMPLES).cloned().collect();
                unmatched.push(Unmatched { facet, wanted: wanted.to_owned(), known });
            }
        }
        Ok(unmatched)
    }
}

/// The code of a State or instrument that is given by any of its names.
fn code_of(facet: Facet, value: &str, request: &SearchRequest) -> String {
    let code = match facet {
        Facet::State | Facet::RecommendingState => {
            let own = || request.own_states.get(&fold(value)).cloned();
            StateRegister::embedded().find(value).map(String::from).or_else(own)
        }
        Facet::Instrument => instrument_code(value),
        _ => None,
    };
    code.unwrap_or_else(|| value.to_owned())
}

/// The values that a word of the user means: the same one, those of a goal or theme, or, failing
/// that, those that hold the word.
fn meant<'a>(facet: Facet, wanted: &str, known: impl Iterator<Item = &'a str>) -> Vec<String> {
    let known: Vec<&str> = known.collect();
    let folded = fold(wanted);
    let collect = |fits: &dyn Fn(&str) -> bool| -> Vec<String> {
        known.iter().filter(|v| fits(v)).map(|v| (*v).to_owned()).collect()
    };
    let same = collect(&|value| fold(value) == folded);
    if facet == Facet::Sdg {
        let goal = format!("{}.", wanted.trim());
        return collect(&|value| value == wanted.trim() || value.starts_with(&goal));
    }
    if !same.is_empty()
        || matches!(facet, Facet::Cluster | Facet::State | Facet::RecommendingState | Facet::Cycle | Facet::Session)
    {
        return same;
    }
    collect(&|value| format!(" {} ", fold(value)).contains(&format!(" {folded} ")) || fold(value).starts_with(&folded))
}
