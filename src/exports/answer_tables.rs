//! Answers of questions as tables, with what has to be known of them to cite them and to make them again.

use std::io::Write;

use serde_json::{Value, json};

use super::ExportError;
use super::about_line::AboutLine;
use super::answer_picture::AnswerPicture;
use super::cells::printable_value;
use super::table::write_table;
use crate::i18n::Words;

/// An answer as tables.
#[derive(Debug, Clone)]
pub struct AnswerTables {
    /// Title of the first page.
    pub title: String,
    /// What the tables are: names and values, in the order in which they are read.
    pub about: Vec<AboutLine>,
    /// The answer as plain data.
    pub answer: Value,
    /// Its figures, before the tables; formats of plain data hold none.
    pub pictures: Vec<AnswerPicture>,
    /// The tables; a format that holds one takes the first.
    pub tables: Vec<AnswerTable>,
}

/// One table.
#[derive(Debug, Clone)]
pub struct AnswerTable {
    /// Name of its sheet: at most 31 characters.
    pub name: String,
    /// Names of the columns, which are stable.
    pub columns: Vec<&'static str>,
    /// Rows, each with as many cells as there are columns.
    pub rows: Vec<Vec<AnswerCell>>,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum AnswerCell {
    /// A code, a name or words.
    Text(String),
    /// A count.
    Count(u64),
    /// A number with decimals; empty where there is none.
    Number(Option<f64>),
}

impl AnswerCell {
    /// The cell as it is shown to people: numbers to one place.
    pub(super) fn shown(&self) -> String {
        match self {
            Self::Number(number) => number.map_or_else(String::new, |number| format!("{number:.1}")),
            _ => self.text(),
        }
    }

    /// The cell as text; numbers to four places.
    fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Count(count) => count.to_string(),
            Self::Number(number) => number.map_or_else(String::new, |number| format!("{number:.4}")),
        }
    }

    /// What a column of such cells holds, as schemas call it.
    const fn datatype(&self) -> &'static str {
        match self {
            Self::Text(_) => "string",
            Self::Count(_) => "integer",
            Self::Number(_) => "number",
        }
    }
}

impl AnswerTable {
    /// The places of the columns that people read: identifiers of records stand beside their references for programs.
    pub(super) fn columns_for_people(&self) -> Vec<usize> {
        let is_identifier = |name: &str| name == "id" || name.ends_with("_id");
        (0..self.columns.len()).filter(|at| !is_identifier(self.columns[*at])).collect()
    }

    /// The longest word of a column or of its name, in characters.
    pub(super) fn longest_word(&self, column: usize) -> usize {
        let cells = self.rows.iter().filter_map(|row| row.get(column)).map(AnswerCell::shown);
        let names = self.columns.get(column).map(|name| name.replace('_', " "));
        let longest = |text: String| text.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
        cells.chain(names).map(longest).max().unwrap_or(0)
    }

    /// How long the texts of a column are, in characters: in the middle, and at least as the longest word of its name.
    pub(super) fn usual_length(&self, column: usize) -> usize {
        let lengths = self.rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.shown().chars().count());
        let (all, count) =
            lengths.filter(|length| *length > 0).fold((0, 0), |(all, count), own| (all + own, count + 1));
        let usual = usize::checked_div(all, count).unwrap_or(0);
        let words = self.columns.get(column).map_or("", |name| name).split('_').map(|word| word.chars().count());
        usual.max(words.max().unwrap_or(0))
    }
}

/// How an answer is written.
pub trait AnswerWriter {
    /// Writes it; what are no data are words of `words`.
    ///
    /// # Errors
    /// When the output refuses.
    fn write(&self, tables: &AnswerTables, words: &Words, out: &mut dyn Write) -> Result<(), ExportError>;
}

/// The first table as CSV; what it is stands in [`answer_metadata`].
#[derive(Debug, Clone, Copy)]
pub struct AnswerCsv;

impl AnswerWriter for AnswerCsv {
    fn write(&self, tables: &AnswerTables, _words: &Words, out: &mut dyn Write) -> Result<(), ExportError> {
        let Some(table) = tables.tables.first() else { return Ok(()) };
        let rows = table.rows.iter().map(|row| row.iter().map(AnswerCell::text).collect::<Vec<_>>());
        write_table(&table.columns, rows, out)
    }
}

/// One JSON object: title, about, answer.
#[derive(Debug, Clone, Copy)]
pub struct AnswerJson;

impl AnswerWriter for AnswerJson {
    fn write(&self, tables: &AnswerTables, _words: &Words, out: &mut dyn Write) -> Result<(), ExportError> {
        let whole = json!({"title": tables.title, "about": notes(tables), "answer": tables.answer});
        written(whole, out)
    }
}

/// What a CSV file of an answer is, in the form of "Metadata Vocabulary for Tabular Data" (W3C, 2015), which is kept
/// beside it as `NAME.csv-metadata.json`.
///
/// # Errors
/// When it cannot be written.
pub fn answer_metadata(tables: &AnswerTables, file: &str, out: &mut dyn Write) -> Result<(), ExportError> {
    let table = tables.tables.first();
    let column = |(at, name): (usize, &&'static str)| {
        let cell = table.and_then(|table| table.rows.first()).and_then(|row| row.get(at));
        json!({"name": name, "titles": name, "datatype": cell.map_or("string", AnswerCell::datatype)})
    };
    let columns: Vec<Value> = table.iter().flat_map(|table| table.columns.iter().enumerate().map(column)).collect();
    let metadata = json!({
        "@context": "http://www.w3.org/ns/csvw",
        "url": file,
        "dc:title": tables.title,
        "notes": notes(tables),
        "tableSchema": {"columns": columns},
    });
    written(metadata, out)
}

fn notes(tables: &AnswerTables) -> Vec<Value> {
    tables.about.iter().map(|line| json!(line)).collect()
}

fn written(value: Value, out: &mut dyn Write) -> Result<(), ExportError> {
    serde_json::to_writer_pretty(&mut *out, &printable_value(value))?;
    out.write_all(b"\n")?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{AnswerCell, AnswerCsv, AnswerTable, AnswerTables, AnswerWriter, Value, answer_metadata};
    use crate::exports::AboutLine;
    use crate::i18n::Words;

    #[test]
    fn an_answer_is_a_table_of_plain_cells_with_its_schema_beside_it() {
        let tables = AnswerTables {
            title: "Counts".to_owned(),
            about: vec![AboutLine::of("Unit", "pairs")],
            answer: Value::Null,
            pictures: Vec::new(),
            tables: vec![AnswerTable {
                name: "Counts".to_owned(),
                columns: vec!["row", "n", "share"],
                rows: vec![
                    vec![AnswerCell::Text("=1".to_owned()), AnswerCell::Count(2), AnswerCell::Number(Some(12.5))],
                    vec![AnswerCell::Text("(none)".to_owned()), AnswerCell::Count(0), AnswerCell::Number(None)],
                ],
            }],
        };
        let mut out = Vec::new();
        AnswerCsv.write(&tables, Words::english(), &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "row,n,share\n'=1,2,12.5000\n(none),0,\n");
        let mut out = Vec::new();
        answer_metadata(&tables, "counts.csv", &mut out).unwrap();
        let metadata: Value = serde_json::from_slice(&out).unwrap();
        assert_eq!(metadata["tableSchema"]["columns"][2]["datatype"], "number");
        assert_eq!(metadata["notes"][0]["value"], "pairs");
    }
}
