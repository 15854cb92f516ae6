//! Tables of counts: how many records of a search have each value of a field, or each pair of values.

use serde::Serialize;

use crate::domain::{Coded, Facet, FacetLevel};
use crate::search::{CountRow, Note};
use crate::workspace::WorkspaceError;
use crate::workspace::searching::finder::Finder;
use crate::workspace::searching::search::{STATES, SearchQuery, StateNames};
use crate::workspace::searching::value_titles::ValueTitles;

/// A row of a table: values, how many records have them all, and of each value its level and its title; four
/// lists in data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(into = "Listed")]
pub struct TableRow {
    /// One value a field; empty for records without any.
    pub values: Vec<String>,
    /// How many records have them.
    pub count: u64,
    /// The level of each value, where its field has levels.
    pub levels: Vec<Option<FacetLevel>>,
    /// The title of each value, where it has one.
    pub titles: Vec<Option<String>>,
}

/// How a row is written.
type Listed = (Vec<String>, u64, Vec<Option<FacetLevel>>, Vec<Option<String>>);

impl From<TableRow> for Listed {
    fn from(row: TableRow) -> Self {
        (row.values, row.count, row.levels, row.titles)
    }
}

/// A table of counts.
#[derive(Debug, Clone, Serialize)]
pub struct CountTable {
    /// The facets, in order.
    pub facets: Vec<Facet>,
    /// Values and how many records have them: coarser levels first, within a level most records first.
    pub rows: Vec<TableRow>,
    /// How many records fit.
    pub total: usize,
    /// How many records the index holds.
    pub searched: usize,
    /// How the query was read.
    pub reading: String,
    /// What could not be read or answered as it seems to be meant.
    pub notes: Vec<Note>,
    /// What is to be known of what was searched; nothing where that is the index of all that is known.
    pub note: Option<Coded>,
    /// Names of the States that are counted.
    pub state_names: StateNames,
}

impl Finder {
    /// Counts what a query finds by one facet or by two.
    ///
    /// # Errors
    /// When a date cannot be read or the disk refuses.
    pub fn count_by(&self, query: &SearchQuery, facets: &[Facet]) -> Result<CountTable, WorkspaceError> {
        let request = self.request(query)?;
        let asking = self.asking();
        let asked = asking.read(&request)?;
        let rows = asking.count_by(&asked, facets)?;
        let total = asking.total(&asked)?;
        let titles = self.titles(values(facets, &rows));
        let states = values(facets, &rows).filter(|(facet, value)| STATES.contains(facet) && !value.is_empty());
        Ok(CountTable {
            facets: facets.to_vec(),
            state_names: self.state_names(states.map(|(_, value)| value)),
            total,
            searched: self.index.len(),
            reading: asked.shown().to_owned(),
            notes: asking.notes(&asked)?,
            note: self.freshness().note(),
            rows: rows.into_iter().map(|row| table_row(facets, row, &titles)).collect(),
        })
    }
}

/// All values of some rows, each with its facet.
fn values<'r>(facets: &'r [Facet], rows: &'r [CountRow]) -> impl Iterator<Item = (Facet, &'r str)> {
    rows.iter().flat_map(move |row| facets.iter().copied().zip(row.values.iter().map(String::as_str)))
}

fn table_row(facets: &[Facet], row: CountRow, titles: &ValueTitles) -> TableRow {
    let each = || facets.iter().zip(&row.values);
    TableRow {
        levels: each().map(|(facet, value)| FacetLevel::of(*facet, value)).collect(),
        titles: each().map(|(facet, value)| titles.title(*facet, value).map(str::to_owned)).collect(),
        count: row.count,
        values: row.values,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{CountRow, ValueTitles, table_row};
    use crate::domain::Facet;

    #[test]
    fn a_row_says_of_each_value_its_level_beside_the_count() {
        let row = CountRow { values: vec!["7.1".to_owned(), "3".to_owned()], count: 4 };
        let row = table_row(&[Facet::Cluster, Facet::Cycle], row, &ValueTitles::default());
        assert_eq!(serde_json::to_value(row).unwrap(), json!([["7.1", "3"], 4, ["cluster", null], [null, null]]));
    }
}
