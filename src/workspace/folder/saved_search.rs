//! A search as it is kept: a query with its filters under a name.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::Facet;
use crate::search::Query;

/// A query with its filters under a name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SavedSearch {
    /// The name.
    pub name: String,
    /// The query in the query language.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub query: String,
    /// Filters by facet, as typed.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub filters: BTreeMap<Facet, Vec<String>>,
    /// Earliest date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Latest date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// Whether other names and languages are left aside.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub literal: bool,
}

impl SavedSearch {
    /// The query and its filters in one line.
    #[must_use]
    pub fn shown(&self) -> String {
        let filters = self.filters.iter().map(|(facet, values)| Query::Field(*facet, values.clone()).to_string());
        let dates = [("from", &self.from), ("to", &self.to)];
        let dates = dates.iter().filter_map(|(name, date)| date.as_ref().map(|date| format!("{name} {date}")));
        let literal = self.literal.then(|| "literally".to_owned());
        let parts = std::iter::once(self.query.clone()).filter(|query| !query.is_empty());
        parts.chain(filters).chain(dates).chain(literal).collect::<Vec<_>>().join(" ")
    }
}
