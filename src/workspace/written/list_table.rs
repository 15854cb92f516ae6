//! A list of a page as a file: all its rows, whatever part of it the page shows.

use std::io::Write;

use serde_json::Value;

use crate::exports::{AnswerCell, AnswerTable, AnswerTables, ExportError};
use crate::i18n::Words;
use crate::workspace::WorkspaceError;
use crate::workspace::written::file_format::TableFormat;
use crate::workspace::written::table::write;

/// Characters that the name of a sheet may have.
const SHEET: usize = 31;

/// A list as a table.
#[derive(Debug, Clone)]
pub struct ListTable {
    /// What it is, in the words of the page.
    pub title: String,
    /// Names of the columns, which are stable and the same in every language.
    pub columns: Vec<&'static str>,
    /// Rows, each with as many cells as there are columns.
    pub rows: Vec<Vec<ListCell>>,
}

/// What stands in a cell of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListCell {
    /// A code, a name or words.
    Text(String),
    /// A count.
    Count(u64),
}

impl From<String> for ListCell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for ListCell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<u64> for ListCell {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl From<usize> for ListCell {
    fn from(count: usize) -> Self {
        Self::Count(count as u64)
    }
}

impl ListTable {
    /// Writes it; CSV begins with the mark by which spreadsheets know its letters.
    ///
    /// # Errors
    /// When the output refuses.
    pub fn write(self, format: TableFormat, words: &Words, out: &mut dyn Write) -> Result<(), WorkspaceError> {
        if format == TableFormat::Csv {
            out.write_all("\u{feff}".as_bytes()).map_err(ExportError::Io)?;
        }
        write(format, &self.into(), words, out)
    }
}

impl From<ListTable> for AnswerTables {
    fn from(list: ListTable) -> Self {
        let cell = |cell| match cell {
            ListCell::Text(text) => AnswerCell::Text(text),
            ListCell::Count(count) => AnswerCell::Count(count),
        };
        let rows = list.rows.into_iter().map(|row| row.into_iter().map(cell).collect()).collect();
        // What sheets cannot be called is left out of their names.
        let name: String = list.title.chars().filter(|c| !"[]:*?/\\'".contains(*c)).take(SHEET).collect();
        let table = AnswerTable { name, columns: list.columns, rows };
        Self { title: list.title, about: Vec::new(), answer: Value::Null, pictures: Vec::new(), tables: vec![table] }
    }
}

#[cfg(test)]
mod tests {
    use super::{ListTable, TableFormat};
    use crate::i18n::Words;

    #[test]
    fn a_list_is_a_table_that_spreadsheets_read_and_none_runs() {
        let rows = vec![vec!["=1+1".into(), 3_usize.into()], vec!["Île".into(), 0_usize.into()]];
        let list = ListTable { title: "A: list".to_owned(), columns: vec!["name", "count"], rows };
        let mut out = Vec::new();
        list.clone().write(TableFormat::Csv, Words::english(), &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "\u{feff}name,count\n'=1+1,3\nÎle,0\n");
        let mut out = Vec::new();
        list.write(TableFormat::Xlsx, Words::english(), &mut out).unwrap();
        assert!(out.starts_with(b"PK"));
    }
}
