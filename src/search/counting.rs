//! Counts by facet, and tables of counts by one facet or by two.

use std::collections::BTreeMap;

use tantivy::aggregation::agg_req::Aggregations;
use tantivy::aggregation::agg_result::{AggregationResult, AggregationResults, BucketResult};
use tantivy::aggregation::{AggContextParams, AggregationCollector, AggregationLimitsGuard, Key};

use super::SearchError;
use super::document::Facet;
use super::index::SearchIndex;
use super::request::SearchRequest;

/// Name of the counts in the answer of the engine.
const COUNTS: &str = "counts";
/// Most values of a facet in a table of counts.
const COUNTED: u32 = 60_000;
/// Most values counted for a facet beside results.
const FACET_VALUES: u32 = 300;

impl SearchIndex {
    /// How many of the records that fit have each value of a facet, or each pair of values of two;
    /// a record with several values counts for each.
    ///
    /// # Errors
    /// When the engine fails.
    pub fn count_by(&self, request: &SearchRequest, facets: &[Facet]) -> Result<Vec<(Vec<String>, u64)>, SearchError> {
        let searcher = self.reader.searcher();
        let query = self.complete(&request.read().0, request, &searcher)?;
        let collector = AggregationCollector::from_aggs(nested(facets)?, self.aggregation_context());
        let results = searcher.search(&query, &collector)?;
        let mut rows = Vec::new();
        unfold(&results, &mut Vec::new(), &mut rows);
        rows.sort_by(|a: &(Vec<String>, u64), b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        Ok(rows)
    }

    pub(super) fn aggregation_context(&self) -> AggContextParams {
        AggContextParams::new(AggregationLimitsGuard::default(), self.index.tokenizers().clone())
    }
}

pub(super) fn aggregations() -> Result<Aggregations, SearchError> {
    let request: serde_json::Map<String, serde_json::Value> = Facet::ALL
        .iter()
        .map(|f| (f.name().to_owned(), serde_json::json!({"terms": {"field": f.name(), "size": FACET_VALUES}})))
        .collect();
    serde_json::from_value(request.into())
        .map_err(|e| SearchError::Engine(tantivy::TantivyError::InvalidArgument(e.to_string())))
}

/// Terms of one facet inside those of the other.
fn nested(facets: &[Facet]) -> Result<Aggregations, SearchError> {
    let request = facets.iter().rev().fold(serde_json::json!({}), |inner, facet| {
        let terms = serde_json::json!({"field": facet.name(), "size": COUNTED, "segment_size": COUNTED});
        serde_json::json!({COUNTS: {"terms": terms, "aggs": inner}})
    });
    serde_json::from_value(request)
        .map_err(|e| SearchError::Engine(tantivy::TantivyError::InvalidArgument(e.to_string())))
}

/// The rows of nested counts: a row for each innermost value.
fn unfold(results: &AggregationResults, path: &mut Vec<String>, rows: &mut Vec<(Vec<String>, u64)>) {
    let Some(AggregationResult::BucketResult(BucketResult::Terms { buckets, .. })) = results.0.get(COUNTS) else {
        return;
    };
    for bucket in buckets {
        let Key::Str(value) = &bucket.key else { continue };
        path.push(value.clone());
        if bucket.sub_aggregation.0.is_empty() {
            rows.push((path.clone(), bucket.doc_count));
        } else {
            unfold(&bucket.sub_aggregation, path, rows);
        }
        path.pop();
    }
}

pub(super) fn facet_counts(results: AggregationResults) -> BTreeMap<Facet, Vec<(String, u64)>> {
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
