//! Searching: a query and filters in, ranked records, counts by facet and snippets out.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use serde::Serialize;
use tantivy::aggregation::agg_req::Aggregations;
use tantivy::aggregation::agg_result::{AggregationResult, AggregationResults, BucketResult};
use tantivy::aggregation::{AggContextParams, AggregationCollector, AggregationLimitsGuard, Key};
use tantivy::collector::{Count, TopDocs};
use tantivy::query::{
    AllQuery, BooleanQuery, EmptyQuery, Occur, PhraseQuery, Query as TantivyQuery, RangeQuery, RegexQuery, TermQuery,
    TermSetQuery,
};
use tantivy::schema::{IndexRecordOption, Value};
use tantivy::snippet::SnippetGenerator;
use tantivy::{Searcher, TantivyDocument, Term};

use super::SearchError;
use super::analyser::Analyser;
use super::document::Facet;
use super::index::SearchIndex;
use super::query::Query;
use crate::domain::vocabulary::fold;
use crate::domain::{Language, RecordId};

/// What to look for.
#[derive(Debug, Clone, Default)]
pub struct SearchRequest {
    /// The query in the query language; empty finds all.
    pub query: String,
    /// Filters: values of one facet are alternatives, facets must all hold.
    pub filters: BTreeMap<Facet, Vec<String>>,
    /// Earliest day, days since 1970.
    pub from: Option<i64>,
    /// Latest day.
    pub to: Option<i64>,
    /// How many records to return.
    pub limit: usize,
    /// How many to pass over.
    pub offset: usize,
}

/// A record that was found.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Found {
    /// The record.
    pub id: RecordId,
    /// Relevance (BM25).
    pub score: f32,
}

/// What was found.
#[derive(Debug, Clone, Default, Serialize)]
pub struct SearchResult {
    /// How many records fit.
    pub total: usize,
    /// The records asked for, most relevant first.
    pub found: Vec<Found>,
    /// Counts over all that fit, most frequent first.
    pub facets: BTreeMap<Facet, Vec<(String, u64)>>,
    /// Filters that no record fits; looked for only when nothing was found.
    pub unmatched: Vec<Unmatched>,
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

/// Most values counted for a facet.
const FACET_VALUES: u32 = 300;
/// Values named where a filter fits nothing.
const EXAMPLES: usize = 12;
/// Longest snippet, characters.
const SNIPPET: usize = 240;

impl SearchIndex {
    /// Searches the index.
    ///
    /// # Errors
    /// When the engine fails; no query does.
    pub fn search(&self, request: &SearchRequest) -> Result<SearchResult, SearchError> {
        let searcher = self.reader.searcher();
        let query = self.complete(request, &searcher)?;
        // The engine sets memory aside for as many as are asked for.
        let most = self.len().max(1);
        let (limit, offset) = (request.limit.clamp(1, most), request.offset.min(most));
        let top = TopDocs::with_limit(limit).and_offset(offset).order_by_score();
        let counts = AggregationCollector::from_aggs(aggregations()?, self.aggregation_context());
        let (total, top, counts) = searcher.search(&query, &(Count, top, counts))?;
        let mut found = Vec::new();
        for (score, address) in top.into_iter().take(request.limit) {
            let document: TantivyDocument = searcher.doc(address)?;
            if let Some(id) = document.get_first(self.fields.id).and_then(|v| v.as_u64()) {
                found.push(Found { id: RecordId(id), score });
            }
        }
        let unmatched = if total == 0 { self.unmatched(request, &searcher)? } else { Vec::new() };
        Ok(SearchResult { total, found, facets: facet_counts(counts), unmatched })
    }

    fn aggregation_context(&self) -> AggContextParams {
        AggContextParams::new(AggregationLimitsGuard::default(), self.index.tokenizers().clone())
    }

    /// A part of the text with the words of the query between the marks.
    ///
    /// # Errors
    /// When the engine fails.
    pub fn snippet(
        &self,
        query: &str,
        language: Language,
        text: &str,
        marks: (&str, &str),
    ) -> Result<String, SearchError> {
        let searcher = self.reader.searcher();
        let built = self.build(&Query::parse(query));
        let mut generator = SnippetGenerator::create(&searcher, &*built, self.fields.text(language))?;
        generator.set_max_num_chars(SNIPPET);
        let snippet = generator.snippet(text);
        if snippet.fragment().is_empty() {
            return Ok(head(text));
        }
        let fragment = snippet.fragment();
        let (mut out, mut at) = (String::new(), 0);
        for range in snippet.highlighted().iter().filter(|r| r.end <= fragment.len()) {
            out.push_str(&fragment[at.min(range.start)..range.start]);
            out.push_str(marks.0);
            out.push_str(&fragment[range.clone()]);
            out.push_str(marks.1);
            at = range.end;
        }
        out.push_str(&fragment[at..]);
        let range = snippet.fragment_range();
        Ok(format!(
            "{}{}{}",
            if range.start > 0 { "…" } else { "" },
            out,
            if range.end < text.len() { "…" } else { "" }
        ))
    }

    /// Query, filters and dates together.
    fn complete(&self, request: &SearchRequest, searcher: &Searcher) -> Result<BooleanQuery, SearchError> {
        let mut parts: Vec<(Occur, Box<dyn TantivyQuery>)> =
            vec![(Occur::Must, self.build(&Query::parse(&request.query)))];
        for (facet, values) in request.filters.iter().filter(|(_, values)| !values.is_empty()) {
            parts.push((Occur::Must, self.filter(*facet, values, searcher)?));
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
    fn filter(
        &self,
        facet: Facet,
        wanted: &[String],
        searcher: &Searcher,
    ) -> Result<Box<dyn TantivyQuery>, SearchError> {
        let field = self.fields.facet(facet);
        let known = self.values(facet, searcher)?;
        let chosen = wanted.iter().flat_map(|value| meant(facet, value, known.iter().map(String::as_str)));
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
        for (facet, values) in &request.filters {
            let known = self.values(*facet, searcher)?;
            for wanted in values {
                if meant(*facet, wanted, known.iter().map(String::as_str)).is_empty() {
                    let known = known.iter().take(EXAMPLES).cloned().collect();
                    unmatched.push(Unmatched { facet: *facet, wanted: wanted.clone(), known });
                }
            }
        }
        Ok(unmatched)
    }

    fn build(&self, query: &Query) -> Box<dyn TantivyQuery> {
        match query {
            Query::All => Box::new(AllQuery),
            Query::Word(text) => self.words(text),
            Query::Phrase(text) => self.words(text),
            Query::Prefix(head) => self.prefix(head),
            Query::Or(parts) => {
                Box::new(BooleanQuery::new(parts.iter().map(|p| (Occur::Should, self.build(p))).collect()))
            }
            Query::And(parts) => Box::new(BooleanQuery::new(with_positive(
                parts
                    .iter()
                    .map(|part| match part {
                        Query::Not(inner) => (Occur::MustNot, self.build(inner)),
                        other => (Occur::Must, self.build(other)),
                    })
                    .collect(),
            ))),
            Query::Not(inner) => Box::new(BooleanQuery::new(with_positive(vec![(Occur::MustNot, self.build(inner))]))),
        }
    }

    /// A word or phrase in any of the six languages; a word with inner marks is a phrase.
    fn words(&self, text: &str) -> Box<dyn TantivyQuery> {
        let in_language = |language: Language| -> Option<(Occur, Box<dyn TantivyQuery>)> {
            let field = self.fields.text(language);
            let tokens = Analyser::Stems(language).tokens(text);
            let terms: Vec<Term> = tokens.iter().map(|t| Term::from_field_text(field, &t.text)).collect();
            let query: Box<dyn TantivyQuery> = match terms.len() {
                0 => return None,
                1 => Box::new(TermQuery::new(terms[0].clone(), IndexRecordOption::WithFreqsAndPositions)),
                _ => Box::new(PhraseQuery::new(terms)),
            };
            Some((Occur::Should, query))
        };
        let parts: Vec<_> = Language::ALL.into_iter().filter_map(in_language).collect();
        // Marks alone ("§§") are no restriction.
        if parts.is_empty() { Box::new(AllQuery) } else { Box::new(BooleanQuery::new(parts)) }
    }

    fn prefix(&self, head: &str) -> Box<dyn TantivyQuery> {
        let folded = fold(head).replace(' ', "");
        let escaped: String =
            folded.chars().flat_map(|c| if c.is_alphanumeric() { vec![c] } else { vec!['\\', c] }).collect();
        match RegexQuery::from_pattern(&format!("{escaped}.*"), self.fields.words) {
            Ok(query) if !folded.is_empty() => Box::new(query),
            _ => self.words(head),
        }
    }
}

/// Only exclusions would find nothing; they are taken from all records.
fn with_positive(mut parts: Vec<(Occur, Box<dyn TantivyQuery>)>) -> Vec<(Occur, Box<dyn TantivyQuery>)> {
    if parts.iter().all(|(occur, _)| *occur == Occur::MustNot) {
        parts.push((Occur::Must, Box::new(AllQuery)));
    }
    parts
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

fn aggregations() -> Result<Aggregations, SearchError> {
    let request: serde_json::Map<String, serde_json::Value> = Facet::ALL
        .iter()
        .map(|f| (f.name().to_owned(), serde_json::json!({"terms": {"field": f.name(), "size": FACET_VALUES}})))
        .collect();
    serde_json::from_value(request.into())
        .map_err(|e| SearchError::Engine(tantivy::TantivyError::InvalidArgument(e.to_string())))
}

fn facet_counts(results: AggregationResults) -> BTreeMap<Facet, Vec<(String, u64)>> {
    let mut counts = BTreeMap::new();
    for facet in Facet::ALL {
        let Some(AggregationResult::BucketResult(BucketResult::Terms { buckets, .. })) = results.0.get(facet.name())
        else {
            continue;
        };
        let mut values: Vec<(String, u64)> = buckets
            .iter()
            .filter_map(|bucket| match &bucket.key {
                Key::Str(value) => Some((value.clone(), bucket.doc_count)),
                _ => None,
            })
            .collect();
        values.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        counts.insert(facet, values);
    }
    counts
}

fn head(text: &str) -> String {
    let mut cut: String = text.chars().take(SNIPPET).collect();
    if cut.len() < text.len() {
        cut.push('…');
    }
    cut
}
