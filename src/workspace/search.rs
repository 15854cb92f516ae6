//! Searching: the words of the user to the index, what was found to the user.

use std::collections::BTreeMap;

use serde::Serialize;

use super::WorkspaceError;
use super::days::{date_of, first_day, last_day};
use super::finder::Finder;
use super::saved::SavedSearch;
use crate::domain::vocabulary::fold;
use crate::domain::{Language, RecordId};
use crate::search::{
    Facet, FacetCounts, FacetNode, Found, Marker, Note, Order, Reach, SearchRequest, SearchResult, Unmatched, Widened,
    facet_tree,
};

/// What to look for, in the words of the user.
#[derive(Debug, Clone, Default)]
pub struct SearchQuery {
    /// The query.
    pub text: String,
    /// A saved search within whose records is searched.
    pub within: Option<SavedSearch>,
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
    /// Date of publication, or of the session; empty where neither is known.
    pub date: String,
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
    /// How many texts those are, where texts that are alike count once.
    pub texts: usize,
    /// How many more come near: in other languages, or with most of the words.
    pub related: usize,
    /// How many records the index holds.
    pub searched: usize,
    /// Those asked for.
    pub hits: Vec<Hit>,
    /// Counts by facet over all that fit, or, where none does, over all that come near.
    pub facets: FacetCounts,
    /// Whether the counts are over records that come near, because none fits.
    pub counts_related: bool,
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
    /// What in the query could not be read as it seems to be meant.
    pub notes: Vec<Note>,
    /// Words that no record has, each with words that some record has and that look like it.
    pub suggestions: Vec<(String, Vec<String>)>,
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
        let language = query.language.or(self.language).unwrap_or(result.language);
        let hits = result.found.iter().map(|found| self.hit(found, &marker, language, &query.marks)).collect();
        Ok(self.answer(result, hits))
    }

    fn answer(&self, result: SearchResult, hits: Vec<Hit>) -> SearchAnswer {
        let levels = [Facet::Sdg, Facet::Theme, Facet::Cluster];
        let tree = |facet: Facet| Some((facet, facet_tree(facet, result.facets.get(&facet)?)));
        SearchAnswer {
            trees: levels.into_iter().filter_map(tree).collect(),
            total: result.total,
            texts: result.texts,
            related: result.related,
            counts_related: result.counts_related,
            notes: result.notes,
            suggestions: result.suggestions,
            searched: self.index.len(),
            hits,
            facets: result.facets,
            unmatched: result.unmatched,
            reading: result.reading,
            widened: result.widened,
            named: result.named,
            revision: self.index.stamp().origin.revision,
        }
    }

    /// Counts what a query finds by one facet or by two.
    ///
    /// # Errors
    /// When a date cannot be read or the disk refuses.
    pub fn count_by(&self, query: &SearchQuery, facets: &[Facet]) -> Result<CountTable, WorkspaceError> {
        let request = self.request(query)?;
        Ok(CountTable {
            facets: facets.to_vec(),
            rows: self.index.count_by(&request, facets)?,
            total: self.index.total(&request)?,
            searched: self.index.len(),
            reading: self.index.reading(&request),
        })
    }

    /// How many records fit a query.
    ///
    /// # Errors
    /// When a date cannot be read or the disk refuses.
    pub fn total(&self, query: &SearchQuery) -> Result<usize, WorkspaceError> {
        Ok(self.index.total(&self.request(query)?)?)
    }

    pub(super) fn request(&self, query: &SearchQuery) -> Result<SearchRequest, WorkspaceError> {
        let own = self.settings.states.iter().flat_map(|state| state.names.iter().map(move |name| (name, state.code)));
        let saved = query.within.as_ref();
        let filters = query.filters.iter().chain(saved.iter().flat_map(|saved| &saved.filters));
        let days = |dates: [Option<&String>; 2], day: fn(&str) -> Result<i64, WorkspaceError>| {
            dates.into_iter().flatten().map(|date| day(date)).collect::<Result<Vec<i64>, WorkspaceError>>()
        };
        let is_literal = query.is_literal || saved.is_some_and(|saved| saved.literal);
        Ok(SearchRequest {
            query: query.text.clone(),
            within: saved.map(|saved| saved.query.clone()),
            filters: filters.map(|(facet, values)| (*facet, values.clone())).collect(),
            // The narrower of two dates holds.
            from: days([query.from.as_ref(), saved.and_then(|s| s.from.as_ref())], first_day)?.into_iter().max(),
            to: days([query.to.as_ref(), saved.and_then(|s| s.to.as_ref())], last_day)?.into_iter().min(),
            limit: query.limit,
            offset: query.offset,
            order: query.sort,
            folds: query.folds,
            reach: if is_literal { Reach::Literal } else { Reach::Near },
            own_states: own.map(|(name, code)| (fold(name), String::from(code))).collect(),
        })
    }

    pub(super) fn hit(&self, found: &Found, marker: &Marker, shown: Language, marks: &(String, String)) -> Hit {
        let document = &found.document;
        let (language, text) = document.text(shown);
        let marks = (marks.0.as_str(), marks.1.as_str());
        Hit {
            id: document.id,
            source_ids: document.source_ids.clone(),
            reference: document.reference.clone(),
            state: self.state_name(document.value(Facet::State)),
            date: document.day.map(date_of).unwrap_or_default(),
            position: document.value(Facet::Position).to_owned(),
            cluster: document.values(Facet::Cluster).last().unwrap_or_default().to_owned(),
            language,
            snippet: marker.snippet(language, text, found.is_related, marks),
            text: text.to_owned(),
            score: found.score,
            is_related: found.is_related,
            alike: found.alike,
            alike_states: found.alike_states,
            matched: marker.explain(document, language, found.is_related),
        }
    }

    /// The language asked for, else the one the query is written in.
    pub(super) fn shown_language(&self, query: &SearchQuery) -> Language {
        query.language.or(self.language).unwrap_or_else(|| crate::text::language::identify(&query.text))
    }
}
