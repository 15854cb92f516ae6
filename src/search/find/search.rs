//! Searching: a question in; ranked records and exact counts by facet out.

use tantivy::collector::Count;

use super::answer::{Findings, Found, SearchResult};
use super::asking::Asking;
use super::gathered::number_of;
use super::rank::{Columns, Group, Wanted};
use super::request::{Order, ReadRequest, SearchRequest};
use crate::search::error::SearchError;

impl Asking<'_> {
    /// Searches the index.
    ///
    /// # Errors
    /// When the engine fails; no query does.
    pub fn search(&self, asked: &ReadRequest<'_>) -> Result<SearchResult, SearchError> {
        let (request, read) = (asked.request, &asked.read);
        let direct = self.complete(asked)?;
        let gathered = self.gather(&direct)?;
        let total = number_of(&gathered);
        let texts = Columns::open(&self.searcher)?.texts(&gathered);
        let most = request.offset.saturating_add(request.limit);
        let wanted = Wanted { most, order: request.order, folds: request.folds };
        let mut groups = self.ranked(&direct, &gathered, &wanted)?;
        let mut facets = self.all_counts(&gathered)?;
        let mut related = 0;
        if let Some(near) = self.related(asked, gathered)? {
            let wanted = Wanted { most: most.saturating_sub(groups.len()), order: Order::Relevance, ..wanted };
            let near_groups = self.ranked(&near.query, &near.gathered, &wanted)?;
            groups.extend(near_groups.into_iter().map(Group::related));
            related = number_of(&near.gathered);
            if total == 0 {
                facets = self.all_counts(&near.gathered)?;
            }
        }
        let findings = Findings {
            total,
            texts,
            related,
            facets,
            counts_related: total == 0 && related > 0,
            named: if related > 0 { read.names() } else { Vec::new() },
            unmatched: self.unmatched(asked)?,
            suggestions: if total == 0 { self.suggestions(&read.plain)? } else { Vec::new() },
            reading: read.shown.clone(),
            widened: if asked.name.is_some() { Vec::new() } else { read.widened.clone() },
            notes: self.notes(asked)?,
        };
        Ok(SearchResult { findings, found: self.found(groups, request)?, language: read.language })
    }

    /// How many records fit.
    ///
    /// # Errors
    /// When the engine fails.
    pub fn total(&self, asked: &ReadRequest<'_>) -> Result<usize, SearchError> {
        Ok(self.searcher.search(&self.complete(asked)?, &Count)?)
    }

    /// The records of a page, with how many are alike.
    fn found(&self, groups: Vec<Group>, request: &SearchRequest) -> Result<Vec<Found>, SearchError> {
        let page = groups.into_iter().skip(request.offset).take(request.limit);
        let found = page.map(|Group { first, alike }| {
            Ok(Found {
                document: self.stored(first.address)?,
                score: first.score,
                alike: alike.records,
                alike_states: alike.states,
                is_related: first.is_related,
            })
        });
        found.collect()
    }
}
