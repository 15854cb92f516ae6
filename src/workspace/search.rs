//! Searching: the index finds, the store gives the texts, the index marks them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Serialize;

use super::corrections::correct;
use super::{Workspace, WorkspaceError};
use crate::domain::vocabulary::{fold, session_date};
use crate::domain::{Language, Mechanism, RecordId, SettledRecord, StateCode};
use crate::search::{
    Facet, Order, SearchDocument, SearchIndex, SearchRequest, SearchResult, Unmatched, Widened, matched,
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
    pub sort: Sort,
    /// Whether texts that are alike are shown once.
    pub folds: bool,
    /// Whether other names of terms are left aside.
    pub is_literal: bool,
}

/// The order of hits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    /// Most relevant first.
    #[default]
    Relevance,
    /// Newest first.
    Date,
    /// By State, then document and paragraph.
    State,
    /// By document and paragraph.
    Reference,
    /// By cluster number.
    Cluster,
}

/// One record found.
#[derive(Debug, Clone, Serialize)]
pub struct Hit {
    /// Identifier.
    pub id: RecordId,
    /// Reference.
    pub reference: String,
    /// State, by name.
    pub state: String,
    /// Position code; empty outside the UPR.
    pub position: &'static str,
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
    /// Other records whose texts are alike.
    pub alike: u64,
    /// Other States among them.
    pub alike_states: u64,
    /// Parts of the query that the text has.
    pub matched: Vec<String>,
}

/// What a search found.
#[derive(Debug, Clone, Serialize)]
pub struct SearchAnswer {
    /// How many records fit.
    pub total: usize,
    /// How many records the index holds.
    pub searched: usize,
    /// Those asked for.
    pub hits: Vec<Hit>,
    /// Counts by facet.
    pub facets: BTreeMap<Facet, Vec<(String, u64)>>,
    /// Filters that no record fits, with values that exist.
    pub unmatched: Vec<Unmatched>,
    /// Whether records have changed since the index was made.
    pub is_stale: bool,
    /// How the query was read.
    pub reading: String,
    /// Terms whose other names were looked for too.
    pub widened: Vec<Widened>,
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

impl Workspace {
    /// Searches the workspace.
    ///
    /// # Errors
    /// When nothing was analysed yet, a date cannot be read, or the disk refuses.
    pub fn search(&self, query: &SearchQuery) -> Result<SearchAnswer, WorkspaceError> {
        let index = SearchIndex::open_existing(&self.index_folder()).ok_or(WorkspaceError::NotAnalysed)?;
        let analysis = self.analysis()?;
        let request = self.request(query)?;
        let result = index.search(&request)?;
        let settled = self.settled_hits(&result, &analysis)?;
        let mut hits = Vec::new();
        for (record, found) in settled.iter().zip(&result.found) {
            let language = shown_language(record, query);
            let (language, text) = record.record.text(language);
            let marks = (query.marks.0.as_str(), query.marks.1.as_str());
            let snippet = index.snippet(&request, language, &text.clean, marks)?;
            let states = self.states_of(&found.alike, record.record.state)?;
            let matched = matched(&request, language, &text.clean);
            hits.push(Hit {
                alike: found.alike.len() as u64,
                alike_states: states,
                matched,
                ..self.hit(record, language, snippet, text.clean.clone(), found.score)
            });
        }
        if !matches!(query.sort, Sort::Relevance | Sort::Date) {
            hits = in_order(query, &settled, hits);
        }
        Ok(SearchAnswer {
            total: result.total,
            searched: index.len(),
            hits,
            facets: result.facets,
            unmatched: result.unmatched,
            is_stale: self.is_stale(&analysis)?,
            reading: result.reading,
            widened: result.widened,
        })
    }

    /// Counts what a query finds by one facet or by two.
    ///
    /// # Errors
    /// When nothing was analysed yet, a date cannot be read, or the disk refuses.
    pub fn count_by(&self, query: &SearchQuery, facets: &[Facet]) -> Result<CountTable, WorkspaceError> {
        let index = SearchIndex::open_existing(&self.index_folder()).ok_or(WorkspaceError::NotAnalysed)?;
        let request = SearchRequest { limit: 0, folds: false, ..self.request(query)? };
        let result = index.search(&request)?;
        Ok(CountTable {
            facets: facets.to_vec(),
            rows: index.count_by(&request, facets)?,
            total: result.total,
            searched: index.len(),
            reading: result.reading,
        })
    }

    fn request(&self, query: &SearchQuery) -> Result<SearchRequest, WorkspaceError> {
        // By State, reference or cluster all that fits is put in order before it is cut.
        let is_cut = matches!(query.sort, Sort::Relevance | Sort::Date);
        let own = self.settings.states.iter().flat_map(|state| state.names.iter().map(move |name| (name, state.code)));
        Ok(SearchRequest {
            query: query.text.clone(),
            filters: self.with_state_codes(&query.filters),
            from: query.from.as_deref().map(first_day).transpose()?,
            to: query.to.as_deref().map(last_day).transpose()?,
            limit: if is_cut { query.limit } else { usize::MAX },
            offset: if is_cut { query.offset } else { 0 },
            order: if query.sort == Sort::Date { Order::Date } else { Order::Relevance },
            folds: query.folds && is_cut,
            is_literal: query.is_literal,
            own_states: own.map(|(name, code)| (fold(name), String::from(code))).collect(),
        })
    }

    fn settled_hits(
        &self,
        result: &SearchResult,
        analysis: &crate::analysis::Analysis,
    ) -> Result<Vec<SettledRecord>, WorkspaceError> {
        let decisions = self.decisions()?;
        let mut records = Vec::new();
        for found in &result.found {
            if let Some(mut record) = self.store.record(found.id)? {
                correct(&mut record, &decisions);
                records.push(record);
            }
        }
        self.settle_all(records, analysis)
    }

    /// How many other States some records are addressed to.
    fn states_of(&self, ids: &[RecordId], own: Option<StateCode>) -> Result<u64, WorkspaceError> {
        let mut states = BTreeSet::new();
        for id in ids {
            states.extend(self.store.record(*id)?.and_then(|record| record.state));
        }
        Ok(states.into_iter().filter(|state| Some(*state) != own).count() as u64)
    }

    /// States by any name become codes; what is no State is kept and finds nothing.
    fn with_state_codes(&self, filters: &BTreeMap<Facet, Vec<String>>) -> BTreeMap<Facet, Vec<String>> {
        let mut filters = filters.clone();
        for facet in [Facet::State, Facet::RecommendingState] {
            for value in filters.get_mut(&facet).into_iter().flatten() {
                *value = self.states.find(value).map_or_else(|| value.clone(), String::from);
            }
        }
        filters
    }

    fn hit(&self, settled: &SettledRecord, language: Language, snippet: String, text: String, score: f32) -> Hit {
        Hit {
            id: settled.record.id,
            reference: settled.reference.clone(),
            state: settled.record.state.map(|code| self.states.name(code)).unwrap_or_default(),
            position: if settled.record.mechanism == Mechanism::Upr { settled.record.position.code() } else { "" },
            cluster: settled.cluster.map(|c| c.to_string()).unwrap_or_default(),
            language,
            snippet,
            text,
            score,
            alike: 0,
            alike_states: 0,
            matched: Vec::new(),
        }
    }
}

/// Hits by State, reference or cluster, cut to those asked for.
fn in_order(query: &SearchQuery, settled: &[SettledRecord], hits: Vec<Hit>) -> Vec<Hit> {
    let key = |settled: &SettledRecord| {
        let record = &settled.record;
        let document =
            (record.session, record.body.clone(), record.symbol.clone(), record.paragraph.clone(), record.id);
        match query.sort {
            Sort::State => (record.state, None, document),
            Sort::Cluster => (None, settled.cluster, document),
            _ => (None, None, document),
        }
    };
    let mut keyed: Vec<_> = settled.iter().map(key).zip(hits).collect();
    keyed.sort_by(|a, b| a.0.cmp(&b.0));
    keyed.into_iter().map(|(_, hit)| hit).skip(query.offset).take(query.limit).collect()
}

/// The language asked for, else the one the query is written in.
fn shown_language(record: &SettledRecord, query: &SearchQuery) -> Language {
    let wanted = query.language.unwrap_or_else(|| crate::text::language::identify(&query.text));
    if record.record.texts.contains_key(&wanted) { wanted } else { Language::En }
}

/// The document of a record for the index.
pub(super) fn document(settled: &SettledRecord) -> SearchDocument {
    let record = &settled.record;
    let mut facets = vec![
        (Facet::Mechanism, record.mechanism.code().to_owned()),
        (Facet::Body, record.body.to_string()),
        (Facet::Kind, record.kind.code().to_owned()),
    ];
    let mut add =
        |facet: Facet, values: &mut dyn Iterator<Item = String>| facets.extend(values.map(|value| (facet, value)));
    add(Facet::State, &mut record.state.map(String::from).into_iter());
    add(Facet::RecommendingState, &mut record.recommending_states.iter().map(ToString::to_string));
    add(Facet::Cycle, &mut record.cycle().map(|c| c.to_string()).into_iter());
    add(Facet::Session, &mut record.session.map(|s| s.to_string()).into_iter());
    if record.mechanism == Mechanism::Upr {
        add(Facet::Position, &mut std::iter::once(record.position.code().to_owned()));
    }
    add(
        Facet::Theme,
        &mut settled.issues.iter().chain(settled.themes.iter().filter(|t| !settled.issues.contains(t))).cloned(),
    );
    add(Facet::Group, &mut settled.groups.iter().cloned());
    add(Facet::Sdg, &mut settled.sdg_targets.iter().cloned());
    add(
        Facet::Entity,
        &mut settled.lead.iter().chain(settled.support.iter().filter(|s| Some(*s) != settled.lead.as_ref())).cloned(),
    );
    if let Some(number) = settled.cluster {
        add(Facet::Cluster, &mut [number.theme.to_string(), number.to_string()].into_iter());
    }
    add(Facet::Language, &mut record.texts.keys().map(|l| l.code().to_owned()));
    add(Facet::Instrument, &mut settled.instruments.iter().cloned());
    let (symbol, paragraph) = (record.symbol.as_ref(), record.paragraph.as_ref());
    let citation =
        [Some(settled.reference.clone()), symbol.map(ToString::to_string), paragraph.map(ToString::to_string)];
    SearchDocument {
        id: record.id,
        citation: citation.into_iter().flatten().collect::<Vec<_>>().join(" | "),
        texts: record.texts.iter().map(|(language, text)| (*language, text.clean.clone())).collect(),
        facets,
        // Where a source gives no date, the session tells when it was.
        day: record.published.or_else(|| record.session.and_then(session_date)).map(day_number),
    }
}

/// Days since 1 January 1970.
fn day_number(date: Date) -> i64 {
    let epoch = jiff::civil::date(1970, 1, 1);
    i64::from(epoch.until(date).map_or(0, |span| span.get_days()))
}

fn first_day(text: &str) -> Result<i64, WorkspaceError> {
    date(text, |year, month| Date::new(year, month.unwrap_or(1), 1)).map(day_number)
}

fn last_day(text: &str) -> Result<i64, WorkspaceError> {
    date(text, |year, month| Date::new(year, month.unwrap_or(12), 1).map(Date::last_of_month)).map(day_number)
}

fn date(text: &str, complete: impl Fn(i16, Option<i8>) -> Result<Date, jiff::Error>) -> Result<Date, WorkspaceError> {
    let bad =
        || WorkspaceError::BadArgument { what: "date such as 2019, 2019-06 or 2019-06-30", given: text.to_owned() };
    let parts: Vec<&str> = text.trim().split('-').collect();
    match parts.as_slice() {
        [year] => complete(year.parse().map_err(|_| bad())?, None).map_err(|_| bad()),
        [year, month] => {
            complete(year.parse().map_err(|_| bad())?, Some(month.parse().map_err(|_| bad())?)).map_err(|_| bad())
        }
        _ => text.trim().parse().map_err(|_| bad()),
    }
}
