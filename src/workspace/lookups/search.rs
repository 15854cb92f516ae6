//! Searches, tables of counts, and what is like a record. The index is brought up to date first.
//!
//! Texts are shown in the language that a query asks for, else in the one that it is written in; whoever asks
//! need not read the language that is searched for.

use serde::{Deserialize, Serialize};

use super::super::progress::Progress;
use super::super::searching::count_table::CountTable;
use super::super::searching::like::LikeAnswer;
use super::super::searching::search::{SearchAnswer, SearchQuery};
use super::super::{Workspace, WorkspaceError};
use super::Lookup;
use crate::domain::{Asker, Facet};

/// The records that fit a query, with the counts of all fields.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Search {
    /// The query.
    #[serde(default)]
    pub query: SearchQuery,
}

/// How many of the records that fit a query have each value of a field, or each pair of values of two.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountBy {
    /// The query; its limit and its order are of no account.
    #[serde(default)]
    pub query: SearchQuery,
    /// The field.
    pub field: Facet,
    /// The field that it is crossed with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub across: Option<Facet>,
}

/// The records that ask what a record asks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Like {
    /// The record, by any of its names.
    pub record: String,
    /// Filters, limit and language; its words are of no account.
    #[serde(default)]
    pub query: SearchQuery,
}

impl Lookup for Search {
    type Answer = SearchAnswer;

    fn look(&self, desk: &Workspace, _asker: &Asker, progress: &dyn Progress) -> Result<SearchAnswer, WorkspaceError> {
        desk.finder(progress)?.search(&self.query)
    }
}

impl Lookup for CountBy {
    type Answer = CountTable;

    fn look(&self, desk: &Workspace, _asker: &Asker, progress: &dyn Progress) -> Result<CountTable, WorkspaceError> {
        let facets: Vec<Facet> = std::iter::once(self.field).chain(self.across).collect();
        desk.finder(progress)?.count_by(&self.query, &facets)
    }
}

impl Lookup for Like {
    type Answer = LikeAnswer;

    fn look(&self, desk: &Workspace, _asker: &Asker, progress: &dyn Progress) -> Result<LikeAnswer, WorkspaceError> {
        desk.finder(progress)?.like(&self.record, &self.query)
    }
}
