//! Saved searches: queries under a name, kept in `weft.toml`.

use std::path::Path;

use serde::{Deserialize, Serialize};
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

use super::open::SETTINGS;
use super::search::SearchQuery;
use super::settings::Settings;
use super::{Workspace, WorkspaceError};
use crate::search::Query;

/// A query under a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SavedSearch {
    /// The name.
    pub name: String,
    /// The query in the query language, filters as fields.
    pub query: String,
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
    /// A query as it is kept.
    #[must_use]
    pub fn of(name: &str, query: &SearchQuery) -> Self {
        let fields = query.filters.iter().filter(|(_, values)| !values.is_empty());
        let fields: Vec<String> =
            fields.map(|(facet, values)| Query::Field(*facet, values.clone()).to_string()).collect();
        let text = query.text.trim();
        let words = if fields.is_empty() || text.is_empty() { text.to_owned() } else { format!("({text})") };
        let parts = std::iter::once(words).filter(|words| !words.is_empty()).chain(fields);
        Self {
            name: name.trim().to_owned(),
            query: parts.collect::<Vec<_>>().join(" "),
            from: query.from.clone(),
            to: query.to.clone(),
            literal: query.is_literal,
        }
    }

    /// The query with that of the saved search before its own words.
    #[must_use]
    pub fn narrowed_by(&self, query: SearchQuery) -> SearchQuery {
        let own = query.text.trim();
        let text = if own.is_empty() { self.query.clone() } else { format!("({}) ({own})", self.query) };
        SearchQuery {
            text,
            from: query.from.or_else(|| self.from.clone()),
            to: query.to.or_else(|| self.to.clone()),
            is_literal: query.is_literal || self.literal,
            ..query
        }
    }
}

impl Workspace {
    /// The saved searches of a workspace, in the order of their names.
    ///
    /// # Errors
    /// When `weft.toml` cannot be read.
    pub fn saved_searches(folder: &Path) -> Result<Vec<SavedSearch>, WorkspaceError> {
        let mut searches = Settings::read(&folder.join(SETTINGS))?.searches;
        searches.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(searches)
    }

    /// The saved search of that name.
    ///
    /// # Errors
    /// When there is none.
    pub fn saved_search(folder: &Path, name: &str) -> Result<SavedSearch, WorkspaceError> {
        let found = Self::saved_searches(folder)?.into_iter().find(|saved| saved.name == name.trim());
        found.ok_or_else(|| WorkspaceError::Unknown { what: "saved search", wanted: name.to_owned() })
    }

    /// Keeps a search; one of the same name is replaced and returned.
    ///
    /// # Errors
    /// When the name is empty or `weft.toml` cannot be written.
    pub fn save_search(folder: &Path, search: &SavedSearch) -> Result<Option<SavedSearch>, WorkspaceError> {
        if search.name.is_empty() {
            return Err(WorkspaceError::BadArgument { what: "name for a search", given: search.name.clone() });
        }
        let before = Self::saved_search(folder, &search.name).ok();
        change(folder, |searches| {
            searches.retain(|table| !is_named(table, &search.name));
            let mut table = Table::new();
            table["name"] = value(&search.name);
            table["query"] = value(&search.query);
            search.from.iter().for_each(|from| table["from"] = value(from));
            search.to.iter().for_each(|to| table["to"] = value(to));
            if search.literal {
                table["literal"] = value(true);
            }
            searches.push(table);
        })?;
        Ok(before)
    }

    /// Removes a saved search and returns it.
    ///
    /// # Errors
    /// When there is none of that name, or `weft.toml` cannot be written.
    pub fn remove_search(folder: &Path, name: &str) -> Result<SavedSearch, WorkspaceError> {
        let removed = Self::saved_search(folder, name)?;
        change(folder, |searches| searches.retain(|table| !is_named(table, &removed.name)))?;
        Ok(removed)
    }
}

fn is_named(table: &Table, name: &str) -> bool {
    table.get("name").and_then(Item::as_str).is_some_and(|own| own.trim() == name)
}

/// Changes the searches in `weft.toml` and leaves everything else in it, comments too, as it stands.
fn change(folder: &Path, change: impl FnOnce(&mut ArrayOfTables)) -> Result<(), WorkspaceError> {
    let path = folder.join(SETTINGS);
    let bad = |reason: String| WorkspaceError::BadSettings { path: path.clone(), reason };
    let text = std::fs::read_to_string(&path).map_err(Workspace::io(&path))?;
    let mut document: DocumentMut = text.parse().map_err(|e: toml_edit::TomlError| bad(e.to_string()))?;
    let item = document.entry("searches").or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
    let searches =
        item.as_array_of_tables_mut().ok_or_else(|| bad("searches must be written as [[searches]]".to_owned()))?;
    change(searches);
    // Written beside and renamed, so that a crash leaves the old file or the new one.
    let beside = path.with_extension("toml.new");
    std::fs::write(&beside, document.to_string()).map_err(Workspace::io(&beside))?;
    std::fs::rename(&beside, &path).map_err(Workspace::io(&path))
}

#[cfg(test)]
mod tests {
    use super::{SavedSearch, SearchQuery};
    use crate::search::{Facet, Query};

    #[test]
    fn filters_become_fields_and_words_narrow() {
        let filters = [(Facet::State, vec!["SVN".to_owned(), "EGY".to_owned()])].into();
        let query = SearchQuery { text: "torture OR prison".to_owned(), filters, ..SearchQuery::default() };
        let saved = SavedSearch::of(" Prisons ", &query);
        assert_eq!((saved.name.as_str(), saved.query.as_str()), ("Prisons", "(torture OR prison) state:SVN,EGY"));
        let narrowed = saved.narrowed_by(SearchQuery { text: "women".to_owned(), ..SearchQuery::default() });
        assert_eq!(Query::parse(&narrowed.text).to_string(), "((torture OR prison) AND state:SVN,EGY) AND women");
    }
}
