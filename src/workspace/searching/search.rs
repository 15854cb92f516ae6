//! Searching: the words of the user to the index, what was found to the user.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::{Coded, Facet, Kind, Language, Position, RecordId};
use crate::search::{
    FacetFilter, FacetNode, Findings, Found, Marker, Note, Order, Parts, Reach, SearchDocument, SearchRequest, Snippet,
    ValueCount, facet_tree,
};
use crate::workspace::WorkspaceError;
use crate::workspace::folder::saved_search::SavedSearch;
use crate::workspace::searching::days::{first_day, last_day};
use crate::workspace::searching::finder::Finder;
use crate::workspace::searching::value_titles::ValueTitles;

/// What to look for, in the words of the user.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
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
    /// How many records to show; 0 when counts alone are wanted.
    pub limit: usize,
    /// How many to pass over.
    pub offset: usize,
    /// Language of texts to show first.
    pub language: Option<Language>,
    /// In which order.
    pub sort: Order,
    /// Whether texts that are alike are shown once.
    pub folds: bool,
    /// Whether other names of terms and other languages are left aside.
    pub is_literal: bool,
}

impl SearchQuery {
    /// The query as it is kept under a name.
    #[must_use]
    pub fn saved_as(&self, name: &str) -> SavedSearch {
        let filters = self.filters.iter().filter(|(_, values)| !values.is_empty());
        SavedSearch {
            name: name.trim().to_owned(),
            query: self.text.trim().to_owned(),
            filters: filters.map(|(facet, values)| (*facet, values.clone())).collect(),
            from: self.from.clone(),
            to: self.to.clone(),
            literal: self.is_literal,
        }
    }
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
    /// Date of publication; empty where no source gives one.
    pub date: String,
    /// Year of publication, or of the session; empty where neither is known.
    pub year: String,
    /// Session of the UPR; empty outside it.
    pub session: String,
    /// Position code; empty outside the UPR, and for pledges, on which no position is due.
    pub position: String,
    /// Cluster number.
    pub cluster: String,
    /// Language of the snippet.
    pub language: Language,
    /// Part of the text, with where it meets the query.
    pub snippet: Snippet,
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
    pub matched: Vec<Coded>,
}

/// Short names of States by their codes, for all that an answer speaks of.
#[derive(Debug, Clone, Default, Serialize)]
#[serde(transparent)]
pub struct StateNames(BTreeMap<String, String>);

impl StateNames {
    /// The name of a State; the code where it is unknown.
    #[must_use]
    pub fn name<'a>(&'a self, code: &'a str) -> &'a str {
        self.0.get(code).map_or(code, String::as_str)
    }
}

/// What a search found.
#[derive(Debug, Clone, Serialize)]
pub struct SearchAnswer {
    /// Numbers and counts, and how the query was read.
    #[serde(flatten)]
    pub findings: Findings,
    /// How many records the index holds.
    pub searched: usize,
    /// The records asked for.
    pub hits: Vec<Hit>,
    /// The counts of facets with levels, finer values under coarser ones.
    pub trees: BTreeMap<Facet, Vec<FacetNode>>,
    /// Names of the States that are counted or named.
    pub state_names: StateNames,
    /// Titles of the values that are counted; empty when records are shown too, which need none.
    #[serde(skip_serializing_if = "ValueTitles::is_empty")]
    pub titles: ValueTitles,
    /// What is to be known of what was searched; nothing where that is the index of all that is known.
    pub note: Option<Coded>,
    /// Revision of the records that were searched.
    pub revision: u64,
}

impl SearchAnswer {
    /// The counts of a facet, finer values under coarser ones.
    #[must_use]
    pub fn tree(&self, facet: Facet) -> Vec<FacetNode> {
        facet_tree(facet, self.counts(facet))
    }

    /// How many of the records that are counted have no value of a facet.
    #[must_use]
    pub fn without(&self, facet: Facet) -> u64 {
        self.counts(facet).iter().filter(|row| row.value.is_empty()).map(|row| row.count).sum()
    }

    fn counts(&self, facet: Facet) -> &[ValueCount] {
        self.findings.facets.get(&facet).map(Vec::as_slice).unwrap_or_default()
    }
}

/// Facets whose values are codes of States.
pub(in crate::workspace) const STATES: [Facet; 2] = [Facet::State, Facet::RecommendingState];
/// Facets whose values have levels.
const LEVELS: [Facet; 2] = [Facet::Sdg, Facet::Cluster];

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
        let asking = self.asking();
        let asked = asking.read(&request)?;
        let result = asking.search(&asked)?;
        let marker = Marker::new(&asked, &asking);
        let language = query.language.or(self.language).unwrap_or(result.language);
        let findings = result.findings;
        let tree = |facet: Facet| Some((facet, facet_tree(facet, findings.facets.get(&facet)?)));
        Ok(SearchAnswer {
            trees: LEVELS.into_iter().filter_map(tree).collect(),
            searched: self.index.len(),
            hits: result.found.iter().map(|found| self.hit(found, &marker, language)).collect(),
            state_names: self.names_in(&findings),
            titles: if query.limit == 0 { self.titles_in(&findings) } else { ValueTitles::default() },
            note: self.freshness().note(),
            revision: self.index.stamp().origin.revision,
            findings,
        })
    }

    /// Names of the States that are counted or named by a query.
    fn names_in(&self, findings: &Findings) -> StateNames {
        let counted = STATES.iter().filter_map(|facet| findings.facets.get(facet)).flatten();
        let counted = counted.filter(|row| !row.value.is_empty());
        let named = findings.named.iter().filter(|named| STATES.contains(&named.facet));
        self.state_names(counted.map(|row| row.value.as_str()).chain(named.map(|named| named.value.as_str())))
    }

    fn titles_in(&self, findings: &Findings) -> ValueTitles {
        let counted = findings.facets.iter();
        self.titles(counted.flat_map(|(facet, rows)| rows.iter().map(move |row| (*facet, row.value.as_str()))))
    }

    pub(in crate::workspace) fn state_names<'c>(&self, codes: impl Iterator<Item = &'c str>) -> StateNames {
        StateNames(codes.map(|code| (code.to_owned(), self.state_name(code))).collect())
    }

    /// What is to be known of a query besides what it finds: what could not be read or answered as it seems to be
    /// meant.
    ///
    /// # Errors
    /// When a date cannot be read or the disk refuses.
    pub fn notes(&self, query: &SearchQuery) -> Result<Vec<Note>, WorkspaceError> {
        let request = self.request(query)?;
        let asking = self.asking();
        Ok(asking.notes(&asking.read(&request)?)?)
    }

    /// How many records fit a query.
    ///
    /// # Errors
    /// When a date cannot be read or the disk refuses.
    pub fn total(&self, query: &SearchQuery) -> Result<usize, WorkspaceError> {
        let request = self.request(query)?;
        let asking = self.asking();
        Ok(asking.total(&asking.read(&request)?)?)
    }

    pub(in crate::workspace) fn request(&self, query: &SearchQuery) -> Result<SearchRequest, WorkspaceError> {
        let saved = query.within.as_ref();
        let filters = query.filters.iter().chain(saved.iter().flat_map(|saved| &saved.filters));
        let days = |dates: [Option<&String>; 2], day: fn(&str) -> Result<i64, WorkspaceError>| {
            dates.into_iter().flatten().map(|date| day(date)).collect::<Result<Vec<i64>, WorkspaceError>>()
        };
        let is_literal = query.is_literal || saved.is_some_and(|saved| saved.literal);
        Ok(SearchRequest {
            query: query.text.clone(),
            within: saved.map(|saved| saved.query.clone()),
            filters: filters.map(|(facet, values)| FacetFilter { facet: *facet, values: values.clone() }).collect(),
            // The narrower of two dates holds.
            from: days([query.from.as_ref(), saved.and_then(|s| s.from.as_ref())], first_day)?.into_iter().max(),
            to: days([query.to.as_ref(), saved.and_then(|s| s.to.as_ref())], last_day)?.into_iter().min(),
            limit: query.limit,
            offset: query.offset,
            order: query.sort,
            folds: query.folds,
            reach: if is_literal { Reach::Literal } else { Reach::Near },
        })
    }

    pub(in crate::workspace) fn hit(&self, found: &Found, marker: &Marker<'_>, shown: Language) -> Hit {
        let document = &found.document;
        let (language, text) = document.text(shown);
        let parts = Parts::of(found);
        Hit {
            id: document.id,
            source_ids: document.source_ids.clone(),
            reference: document.reference.clone(),
            state: self.state_name(document.value(Facet::State)),
            date: document.published.map(|date| date.to_string()).unwrap_or_default(),
            year: document.value(Facet::Year).to_owned(),
            session: document.value(Facet::Session).to_owned(),
            position: position_of(document),
            cluster: document.values(Facet::Cluster).last().unwrap_or_default().to_owned(),
            language,
            snippet: marker.snippet(language, text, parts),
            text: text.to_owned(),
            score: found.score,
            is_related: found.is_related,
            alike: found.alike,
            alike_states: found.alike_states,
            matched: marker.explain(document, language, parts).iter().map(Coded::from).collect(),
        }
    }

    /// The language asked for, else the one the query is written in.
    pub(in crate::workspace) fn shown_language(&self, query: &SearchQuery) -> Language {
        query.language.or(self.language).unwrap_or_else(|| crate::text::language::identify(&query.text))
    }
}

/// The code of the position, where one is stated or due.
fn position_of(document: &SearchDocument) -> String {
    let code = document.value(Facet::Position);
    let is_due = document.value(Facet::Kind) == Kind::Recommendation.code();
    if is_due || code != Position::None.code() { code.to_owned() } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::SearchQuery;
    use crate::domain::Facet;

    #[test]
    fn a_query_is_kept_with_its_filters_as_typed() {
        let filters = [(Facet::State, vec!["SVN".to_owned(), "EGY".to_owned()]), (Facet::Theme, Vec::new())].into();
        let query = SearchQuery { text: "torture \"death".to_owned(), filters, ..SearchQuery::default() };
        let saved = query.saved_as(" Prisons ");
        assert_eq!((saved.name.as_str(), saved.query.as_str(), saved.filters.len()), ("Prisons", "torture \"death", 1));
        assert_eq!(saved.shown(), "torture \"death state:SVN,EGY");
    }
}
