//! Families of issues: the fourteen headings that the issues of one State are grouped under.

use std::sync::OnceLock;

use super::table::{Names, Table};
use super::themes::issue_number;

/// Issues that one heading holds.
#[derive(Debug, Clone)]
pub struct IssueFamily {
    /// Names in the six languages.
    pub names: Names,
    /// Its issues, by number from 0, ascending.
    pub issues: Vec<usize>,
}

/// All families, in the order of the table; every issue stands in exactly one.
#[must_use]
pub fn issue_families() -> &'static [IssueFamily] {
    static FAMILIES: OnceLock<Vec<IssueFamily>> = OnceLock::new();
    FAMILIES.get_or_init(|| {
        let table = Table::embedded("issue_families", include_str!("../../../corpora/reference/issue_families.csv"));
        let family = |row: super::table::Row<'_>| {
            let mut issues: Vec<usize> = row.list("issues").iter().filter_map(|name| issue_number(name)).collect();
            issues.sort_unstable();
            IssueFamily { names: row.by_language("name"), issues }
        };
        table.rows().map(family).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::issue_families;
    use crate::domain::vocabulary::issues;

    #[test]
    fn every_issue_stands_in_one_family() {
        let mut all: Vec<usize> = issue_families().iter().flat_map(|family| family.issues.clone()).collect();
        all.sort_unstable();
        assert_eq!(all, (0..issues().len()).collect::<Vec<_>>());
    }
}
