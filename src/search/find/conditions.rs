//! What is looked for with its filters and dates, as one query of the engine.

use std::ops::Bound;

use tantivy::Term;
use tantivy::query::{BooleanQuery, Occur, RangeQuery, TermQuery};
use tantivy::schema::IndexRecordOption;

use super::asking::Asking;
use super::engine_query::Built;
use super::request::{ReadRequest, SearchRequest};
use crate::search::error::SearchError;

impl Asking<'_> {
    /// What fits a request: the records whose name the whole query is, else those that meet it.
    pub(super) fn complete(&self, asked: &ReadRequest<'_>) -> Result<BooleanQuery, SearchError> {
        let built: Built = match &asked.name {
            Some(name) => Box::new(TermQuery::new(name.clone(), IndexRecordOption::Basic)),
            None => self.build(&asked.read.query)?,
        };
        self.filtered(built, asked.request)
    }

    /// What is looked for, filters and dates together.
    pub(super) fn filtered(&self, built: Built, request: &SearchRequest) -> Result<BooleanQuery, SearchError> {
        let mut parts: Vec<(Occur, Built)> = vec![(Occur::Must, built)];
        for (facet, values) in request.filters.iter().filter(|(_, values)| !values.is_empty()) {
            parts.push((Occur::Must, self.filter(*facet, values)?));
        }
        if request.from.is_some() || request.to.is_some() {
            let bound = |day: Option<i64>| {
                day.map_or(Bound::Unbounded, |d| Bound::Included(Term::from_field_i64(self.index.fields().day, d)))
            };
            parts.push((Occur::Must, Box::new(RangeQuery::new(bound(request.from), bound(request.to)))));
        }
        Ok(BooleanQuery::new(parts))
    }
}
