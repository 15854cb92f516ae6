//! What can be asked of an instrument: to ratify, to implement, to report, to lift a reservation.

use std::sync::OnceLock;

use super::table::{Names, Table};

/// One act.
#[derive(Debug, Clone)]
pub struct Act {
    /// Code, such as `ratify`.
    pub code: String,
    /// Name as a noun ("Ratification") in the six languages.
    pub names: Names,
    /// Words that ask for it, in the order of the six languages; a trailing `*` matches any ending.
    pub phrases: [Vec<String>; 6],
}

/// All acts, in the order of the table.
#[must_use]
pub fn acts() -> &'static [Act] {
    static ACTS: OnceLock<Vec<Act>> = OnceLock::new();
    ACTS.get_or_init(|| {
        let table = Table::embedded("acts", include_str!("../../../corpora/reference/acts.csv"));
        let act = |row: super::table::Row<'_>| Act {
            code: row.cell("code").to_owned(),
            names: row.by_language("name"),
            phrases: row.lists_by_language("phrases"),
        };
        table.rows().map(act).collect()
    })
}

/// The act of that code.
#[must_use]
pub fn act(code: &str) -> Option<&'static Act> {
    acts().iter().find(|act| act.code == code)
}
