//! Searching: the words of the user to the index, what was found to the user.

use std::collections::BTreeMap;

use serde::Serialize;

use super::WorkspaceError;
use super::days::{first_day, last_day};
use super::finder::Finder;
use crate::domain::vocabulary::fold;
use crate::domain::{Language, RecordId};
use crate::search::{
    Facet, FacetCounts, FacetNode, Found, Marker, Order, SearchRequest, SearchResult, Unmatched, Widened, facet_tree,
};

/// What to look for, in the words of the user.
#[derive(Debug, Clone, Default)]
pub struct SearchQuery {
    /// The query.
    pub text: String,
    /// Filters by facet, as typed.
    pub filters: BTreeMap<Facet, Vec<String>>,
    /// Earliest date, `2015`, `2015-06` or `2015-06-30`.
    pub from: Option<String>,
    /// Latest date.
    pub to: Option<String>,
    /// How many records to show.
    pub limit: usize,
    /// How many to pass over.
    pub offset: usize,
    /// What to put before and after words that were found.
    pub marks: (String, String),
    /// Language of texts to show first.
    pub language: Option<Language>,
    /// In which order.
    pub sort: Order,
    /// Whether texts that are alike are shown once.
    pub folds: bool,
    /// Whether other names of terms and other languages are left aside.
    pub is_literal: bool,
}

/// One record found.
#[derive(Debug, Clone, Serialize)]
pub struct Hit {
    /// Identifier.
    pub id: RecordId,
    /// Identifiers that its sources gave it.
    pub source_ids: Vec<String>,
    /// Reference.
    pub reference: String,
    /// State, by name.
    pub state: String,
    /// Position code; empty outside the UPR.
    pub position: String,
    /// Cluster number.
    pub cluster: String,
    /// Language of the snippet.
    pub language: Language,
    /// Part of the text, marked.
    pub snippet: String,
    /// Whole clean text.
    pub text: String,
    /// Relevance.
    pub score: f32,
    /// Whether it only comes near: in another language, or with most of the words.
    pub is_related: bool,
    /// Other records whose texts are alike.
    pub alike: u64,
    /// Other States among them.
    pub alike_states: u64,
    /// Parts of the query that the record has.
    pub matched: Vec<String>,
}

/// What a search found.
#[derive(Debug, Clone, Serialize)]
pub struct SearchAnswer {
    /// How many records fit.
    pub total: usize,
    /// How many more come near: in other languages, or with most of the words.
    pub related: usize,
    /// How many records the index holds.
    pub searched: usize,
    /// Those asked for.
    pub hits: Vec<Hit>,
    /// Counts by facet over all that fit, or, where none does, over all that come near.
    pub facets: FacetCounts,
    /// The same of facets with levels, finer values under coarser ones.
    pub trees: BTreeMap<Facet, Vec<FacetNode>>,
    /// Filters that no record fits, with values that exist.
    pub unmatched: Vec<Unmatched>,
    /// How the query was read.
    pub reading: String,
    /// Terms whose other names were looked for too.
    pub widened: Vec<Widened>,
    /// Values of fields that words of the query name, by which records come near.
    pub named: Vec<(Facet, String)>,
    /// Revision of the records that were searched.
    pub revision: u64,
}

/// A table of counts.
#[derive(Debug, Clone, Serialize)]
pub struct CountTable {
    /// The facets, in order.
    pub facets: Vec<Facet>,
    /// Values and how many records have them, most first.
    pub rows: Vec<(Vec<String>, u64)>,
    /// How many records fit.
    pub total: usize,
    /// How many records the index holds.
    pub searched: usize,
    /// How the query was read.
    pub reading: String,
}

impl SearchAnswer {
    /// The counts of a facet, finer values under coarser ones.
    #[must_use]
    pub fn tree(&self, facet: Facet) -> Vec<FacetNode> {
        facet_tree(facet, self.facets.get(&facet).map(Vec::as_slice).unwrap_or_default())
    }
}

impl Finder {
    /// The English short name of a State, also of one that the workspace adds; the code where it is
    /// unknown.
    #[must_use]
    pub fn state_name(&self, code: &str) -> String {
        code.parse().map_or_else(|_| code.to_owned(), |code| self.states.name(code))
    }

    /// Searches.
    ///
    /// # Errors
    /// When a date cannot be read or the disk refuses.
    pub fn search(&self, query: &SearchQuery) -> Result<SearchAnswer, WorkspaceError> {
        let request = self.request(query)?;
        let result = self.index.search(&request)?;
        let marker = self.index.marker(&request);
        let hits = result.found.iter().map(|found| self.hit(found, &marker, query)).collect();
        Ok(self.answer(result, hits))
    }

    fn answer(&self, result: SearchResult, hits: Vec<Hit>) -> SearchAnswer {
        let levels = [Facet::Sdg, Facet::Theme, Facet::Cluster];
        let tree = |facet: Facet| Some((facet, facet_tree(facet, result.facets.get(&facet)?)));
        SearchAnswer {
            trees: levels.into_iter().filter_map(tree).collect(),
            total: result.total,
            related: result.related,
            searched: self.index.len(),
            hits,
            facets: result.facets,
            unmatched: result.unmatched,
            reading: result.reading,
            widened: result.widened,
            named: result.named,
            revision: self.index.stamp().revision,
        }
    }

    /// Counts what a query finds by one facet or by two.
    ///
    /// # Errors
    /// When a date cannot be read or the disk refuses.
    pub fn count_by(&self, query: &SearchQuery, facets: &[Facet]) -> Result<CountTable, WorkspaceError> {
        let request = SearchRequest { limit: 0, folds: false, ..self.request(query)? };
        let result = self.index.search(&request)?;
        Ok(CountTable {
            facets: facets.to_vec(),
            rows: self.index.count_by(&request, facets)?,
            total: result.total,
            searched: self.index.len(),
            reading: result.reading,
        })
    }

    pub(super) fn request(&self, query: &SearchQuery) -> Result<SearchRequest, WorkspaceError> {
        let own = self.settings.states.iter().flat_map(|state| state.names.iter().map(move |name| (name, state.code)));
        Ok(SearchRequest {
            query: query.text.clone(),
            filters: query.filters.clone(),
            from: query.from.as_deref().map(first_day).transpose()?,
            to: query.to.as_deref().map(last_day).transpose()?,
            limit: query.limit,
            offset: query.offset,
            order: query.sort,
            folds: query.folds,
            is_literal: query.is_literal,
            own_states: own.map(|(name, code)| (fold(name), String::from(code))).collect(),
        })
    }

    pub(super) fn hit(&self, found: &Found, marker: &Marker, query: &SearchQuery) -> Hit {
        let document = &found.document;
        let (language, text) = document.text(self.shown_language(query));
        let marks = (query.marks.0.as_str(), query.marks.1.as_str());
        Hit {
            id: document.id,
            source_ids: document.source_ids.clone(),
            reference: document.reference.clone(),
            state: document.value(Facet::State).parse().map(|code| self.states.name(code)).unwrap_or_default(),
            position: document.value(Facet::Position).to_owned(),
            cluster: document.values(Facet::Cluster).last().unwrap_or_default().to_owned(),
            language,
            snippet: marker.snippet(language, text, found.is_related, marks),
            text: text.to_owned(),
            score: found.score,
            is_related: found.is_related,
            alike: found.alike,
            alike_states: found.alike_states,
            matched: marker.explain(language, text, found.is_related),
        }
    }

    /// The language asked for, else the one the query is written in.
    pub(super) fn shown_language(&self, query: &SearchQuery) -> Language {
        query.language.or(self.language).unwrap_or_else(|| crate::text::language::identify(&query.text))
    }
}
