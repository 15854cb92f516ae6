//! Reading the embedded reference tables.
//!
//! The tables are compiled in from `corpora/reference`, so a malformed one is a fault of the
//! build and not of any input: the functions here panic with the name of the table, and a test
//! loads them all.
//!
//! Cells are read by the name of their column and not into structs: most tables have a column a language
//! under one beginning (`name_ar` … `name_es`), which serde takes as six fields of every struct.

use std::collections::HashMap;

use crate::domain::Language;

/// A table with a header row; cells may hold lists joined with `|`.
pub struct Table {
    name: &'static str,
    columns: HashMap<String, usize>,
    rows: Vec<csv::StringRecord>,
}

/// One row of a [`Table`].
#[derive(Clone, Copy)]
pub struct Row<'a> {
    table: &'a Table,
    cells: &'a csv::StringRecord,
}

impl Table {
    /// Reads an embedded table.
    ///
    /// # Panics
    /// When the text is not a well-formed CSV table.
    #[must_use]
    pub fn embedded(name: &'static str, text: &str) -> Self {
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let header = reader.headers().unwrap_or_else(|e| panic!("reference table {name}: {e}")).clone();
        let columns = header.iter().enumerate().map(|(i, c)| (c.to_owned(), i)).collect();
        let rows = reader.records().map(|row| row.unwrap_or_else(|e| panic!("reference table {name}: {e}"))).collect();
        Self { name, columns, rows }
    }

    /// All rows in the order of the table.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|cells| Row { table: self, cells })
    }

    /// The items of a list column by language, in the order of [`Language::ALL`]: those of the rows whose cell
    /// of the column `language` names it.
    ///
    /// # Panics
    /// When the table has no such columns.
    #[must_use]
    pub fn lists_of_languages(&self, column: &str) -> [Vec<String>; 6] {
        Language::ALL.map(|language| {
            let rows = self.rows().filter(|row| row.cell("language") == language.code());
            rows.flat_map(|row| row.list(column)).collect()
        })
    }

    /// The rows whose cell of the column `kind` is that, as a table of their own.
    ///
    /// # Panics
    /// When the table has no column `kind`.
    #[must_use]
    pub fn of_kind(&self, kind: &str) -> Self {
        let rows = self.rows().filter(|row| row.cell("kind") == kind).map(|row| row.cells.clone()).collect();
        Self { name: self.name, columns: self.columns.clone(), rows }
    }
}

impl<'a> Row<'a> {
    /// The cell of a column, without blanks around it.
    ///
    /// # Panics
    /// When the table has no such column.
    #[must_use]
    pub fn cell(&self, column: &str) -> &'a str {
        let at = self.table.columns.get(column).unwrap_or_else(|| panic!("{}: no column {column}", self.table.name));
        self.cells.get(*at).map_or("", str::trim)
    }

    /// The items of a list cell.
    #[must_use]
    pub fn list(&self, column: &str) -> Vec<String> {
        self.cell(column).split('|').map(str::trim).filter(|s| !s.is_empty()).map(str::to_owned).collect()
    }

    /// The six cells `PREFIX_ar` … `PREFIX_es`, in the order of [`Language::ALL`].
    #[must_use]
    pub fn by_language(&self, prefix: &str) -> Names {
        Names(Language::ALL.map(|language| self.cell(&format!("{prefix}_{language}")).to_owned()))
    }

    /// The six list cells `PREFIX_ar` … `PREFIX_es`, in the order of [`Language::ALL`].
    #[must_use]
    pub fn lists_by_language(&self, prefix: &str) -> [Vec<String>; 6] {
        Language::ALL.map(|language| self.list(&format!("{prefix}_{language}")))
    }
}

/// A name in the six languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names(pub(super) [String; 6]);

impl Names {
    /// The name in `language`, or in English where there is none.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        let name = &self.0[language.index()];
        if name.is_empty() { &self.0[Language::En.index()] } else { name }
    }

    /// All names that are not empty.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str).filter(|name| !name.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::Table;
    use crate::domain::Language;

    #[test]
    fn words_are_read_by_kind_and_language() {
        let table = Table::embedded("words", "kind,language,words\na,en,one| two\nb,en,three\na,fr,un\na,en,four\n");
        let words = table.of_kind("a").lists_of_languages("words");
        assert_eq!(words[Language::En.index()], ["one", "two", "four"]);
        assert_eq!(
            (words[Language::Fr.index()].as_slice(), words[Language::Ru.index()].len()),
            (&["un".to_owned()][..], 0)
        );
        assert_eq!(table.of_kind("c").rows().count(), 0);
    }
}
