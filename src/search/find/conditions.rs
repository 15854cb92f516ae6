//! What is looked for with its filters and dates, as one query of the engine.

use tantivy::query::{BooleanQuery, Occur, TermQuery};
use tantivy::schema::IndexRecordOption;

use super::asking::Asking;
use super::engine_query::Built;
use super::request::{ReadRequest, SearchRequest};
use crate::search::error::SearchError;

impl Asking<'_> {
    /// What fits a request: the records whose name the whole query is, else those that meet it.
    pub(super) fn complete(&self, asked: &ReadRequest<'_>) -> Result<BooleanQuery, SearchError> {
        self.filtered(self.asked_for(asked)?, asked.request)
    }

    /// What a request asks for, without its filters and dates.
    pub(super) fn asked_for(&self, asked: &ReadRequest<'_>) -> Result<Built, SearchError> {
        match &asked.name {
            Some(name) => Ok(Box::new(TermQuery::new(name.clone(), IndexRecordOption::Basic))),
            None => self.build(&asked.read.query),
        }
    }

    /// What is looked for, filters and dates together.
    pub(super) fn filtered(&self, built: Built, request: &SearchRequest) -> Result<BooleanQuery, SearchError> {
        let mut parts = self.narrowed(built, request)?;
        if request.from.is_some() || request.to.is_some() {
            parts.push((Occur::Must, self.within_days(request.from, request.to)));
        }
        Ok(BooleanQuery::new(parts))
    }

    /// What is looked for with the filters of a request, whatever its dates.
    pub(super) fn narrowed(&self, built: Built, request: &SearchRequest) -> Result<Vec<(Occur, Built)>, SearchError> {
        let mut parts: Vec<(Occur, Built)> = vec![(Occur::Must, built)];
        for filter in request.filters.iter().filter(|filter| !filter.values.is_empty()) {
            parts.push((Occur::Must, self.filter(filter.facet, &filter.values)?));
        }
        Ok(parts)
    }
}
