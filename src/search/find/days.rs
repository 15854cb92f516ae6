//! Records by their days. Of many sessions no more than the year is known: a record fits dates where all the
//! days that it can have lie between them. One of which only some do may fit or not; it is left out and
//! counted.

use std::ops::Bound;

use tantivy::Term;
use tantivy::collector::Count;
use tantivy::query::{AllQuery, BooleanQuery, ConstScoreQuery, Occur, RangeQuery};
use tantivy::schema::Field;

use super::asking::Asking;
use super::engine_query::Built;
use super::request::ReadRequest;
use crate::search::error::SearchError;

impl Asking<'_> {
    /// What fits a request but for its dates and may lie between them: how many records have some of their
    /// days there, and not all.
    pub(super) fn left_out(&self, asked: &ReadRequest<'_>) -> Result<u64, SearchError> {
        let request = asked.request;
        if request.from.is_none() && request.to.is_none() {
            return Ok(0);
        }
        let mut parts = self.narrowed(self.asked_for(asked)?, request)?;
        parts.push((Occur::Must, self.touching_days(request.from, request.to)));
        let touching = self.searcher.search(&BooleanQuery::new(parts), &Count)?;
        Ok(touching.saturating_sub(self.total(asked)?) as u64)
    }

    /// All days lie between two, both included.
    pub(super) fn within_days(&self, from: Option<i64>, to: Option<i64>) -> Built {
        let fields = self.index.fields();
        both(at_least(fields.day, from), at_most(fields.last_day, to))
    }

    /// Some day lies between two, both included.
    fn touching_days(&self, from: Option<i64>, to: Option<i64>) -> Built {
        let fields = self.index.fields();
        both(at_most(fields.day, to), at_least(fields.last_day, from))
    }
}

fn at_least(field: Field, day: Option<i64>) -> Option<RangeQuery> {
    day.map(|day| RangeQuery::new(Bound::Included(Term::from_field_i64(field, day)), Bound::Unbounded))
}

fn at_most(field: Field, day: Option<i64>) -> Option<RangeQuery> {
    day.map(|day| RangeQuery::new(Bound::Unbounded, Bound::Included(Term::from_field_i64(field, day))))
}

/// Both conditions, as far as they are made; together they count for a record as one does.
fn both(one: Option<RangeQuery>, other: Option<RangeQuery>) -> Built {
    let parts: Vec<(Occur, Built)> =
        one.into_iter().chain(other).map(|range| (Occur::Must, Box::new(range) as Built)).collect();
    if parts.is_empty() {
        return Box::new(AllQuery);
    }
    Box::new(ConstScoreQuery::new(Box::new(BooleanQuery::new(parts)), 1.0))
}
