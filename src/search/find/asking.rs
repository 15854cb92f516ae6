//! A question to one index, which sees it as it stood when the question began.

use std::sync::Arc;

use tantivy::query::Query as EngineQuery;
use tantivy::{DocAddress, Searcher, Term};

use super::gathered::{Gather, Gathered};
use super::request::{ReadRequest, SearchRequest};
use crate::domain::vocabulary::{StateRegister, fold};
use crate::domain::{Entity, Facet};
use crate::search::error::SearchError;
use crate::search::index::{Dictionary, Ordinals, SearchDocument, SearchIndex};
use crate::search::query::{KnownValues, NoTitles, ReadQuery, Titles};

/// Asks an index; States go by the names of a register.
pub struct Asking<'a> {
    pub(in crate::search) index: &'a SearchIndex,
    pub(in crate::search) states: &'a StateRegister,
    bodies: &'a [Entity],
    pub(in crate::search) titles: &'a dyn Titles,
    pub(super) searcher: Searcher,
}

impl<'a> Asking<'a> {
    /// A question to an index. Whoever asks by names of States that a workspace has added gives the
    /// register that holds them.
    #[must_use]
    pub fn new(index: &'a SearchIndex, states: &'a StateRegister) -> Self {
        Self { index, states, bodies: &[], titles: &NoTitles, searcher: index.searcher() }
    }

    /// The same where entities also go by the names of a national register.
    #[must_use]
    pub fn with_bodies(self, bodies: &'a [Entity]) -> Self {
        Self { bodies, ..self }
    }

    /// The same where clusters also go by their titles.
    #[must_use]
    pub fn with_titles(self, titles: &'a dyn Titles) -> Self {
        Self { titles, ..self }
    }

    /// Reads the query of a request.
    ///
    /// # Errors
    /// When the engine fails; no query does.
    pub fn read<'r>(&self, request: &'r SearchRequest) -> Result<ReadRequest<'r>, SearchError> {
        let read = ReadQuery::new(&request.query, request.within.as_deref(), request.reach, self.index.lexicon());
        Ok(ReadRequest { request, read, name: self.name(request)? })
    }

    /// The name of records that the whole query is, if there are any.
    fn name(&self, request: &SearchRequest) -> Result<Option<Term>, SearchError> {
        let may_be_name = request.within.is_none() && request.query.contains(|c: char| c.is_ascii_digit());
        if !may_be_name {
            return Ok(None);
        }
        let name = Term::from_field_text(self.index.fields().name, &fold(&request.query));
        let is_known = self.searcher.doc_freq(&name)? > 0;
        Ok(is_known.then_some(name))
    }

    /// All documents that fit a query of the engine.
    pub(super) fn gather(&self, query: &dyn EngineQuery) -> Result<Vec<Gathered>, SearchError> {
        Ok(self.searcher.search(query, &Gather)?)
    }

    /// The document at an address.
    pub(super) fn stored(&self, address: DocAddress) -> Result<SearchDocument, SearchError> {
        self.index.stored(&self.searcher, address)
    }

    /// The values of a field by number.
    pub(super) fn ordinals(&self, facet: Facet) -> Result<Arc<Ordinals>, SearchError> {
        self.index.ordinals(facet, &self.searcher)
    }

    /// The same values as people may call them.
    pub(super) fn known<'v>(&self, facet: Facet, values: &'v Ordinals) -> KnownValues<'v>
    where
        'a: 'v,
    {
        KnownValues::new(facet, self.states, &values.values).with_bodies(self.bodies).with_titles(self.titles)
    }

    /// The words of the index.
    pub(super) const fn dictionary(&self) -> Dictionary<'_> {
        Dictionary::new(self.index, &self.searcher)
    }
}
