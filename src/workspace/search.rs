//! Searching: the index finds, the store gives the texts, the index marks them.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::corrections::correct;
use super::{Workspace, WorkspaceError};
use crate::domain::vocabulary::session_date;
use crate::domain::{Language, Mechanism, RecordId, SettledRecord};
use crate::search::{Facet, SearchDocument, SearchIndex, SearchRequest, Unmatched};

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
}

impl Workspace {
    /// Searches the workspace.
    ///
    /// # Errors
    /// When nothing was analysed yet, a date cannot be read, or the disk refuses.
    pub fn search(&self, query: &SearchQuery) -> Result<SearchAnswer, WorkspaceError> {
        let index = SearchIndex::open_existing(&self.index_folder()).ok_or(WorkspaceError::NotAnalysed)?;
        let analysis = self.analysis()?;
        let request = SearchRequest {
            query: query.text.clone(),
            filters: self.with_state_codes(&query.filters),
            from: query.from.as_deref().map(first_day).transpose()?,
            to: query.to.as_deref().map(last_day).transpose()?,
            limit: query.limit,
            offset: query.offset,
        };
        let result = index.search(&request)?;
        let mut records = Vec::new();
        let mut scores = Vec::new();
        let decisions = self.decisions()?;
        for found in &result.found {
            if let Some(mut record) = self.store.record(found.id)? {
                correct(&mut record, &decisions);
                records.push(record);
                scores.push(found.score);
            }
        }
        let settled = self.settle_all(records, &analysis)?;
        let mut hits = Vec::new();
        for (record, score) in settled.iter().zip(scores) {
            let language = shown_language(record, query);
            let (language, text) = record.record.text(language);
            let marks = (query.marks.0.as_str(), query.marks.1.as_str());
            let snippet = index.snippet(&query.text, language, &text.clean, marks)?;
            hits.push(self.hit(record, language, snippet, text.clean.clone(), score));
        }
        Ok(SearchAnswer {
            total: result.total,
            searched: index.len(),
            hits,
            facets: result.facets,
            unmatched: result.unmatched,
            is_stale: self.is_stale(&analysis)?,
        })
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
        }
    }
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
    SearchDocument {
        id: record.id,
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
