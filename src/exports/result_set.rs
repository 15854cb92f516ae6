//! Everything a search found, with what makes it repeatable: query, counts, version of the data, day.

use std::io::Write;

use serde::Serialize;
use serde_json::json;

use super::ExportError;
use super::about_line::AboutLine;
use super::caption::Caption;
use super::cells::printable_value;
use super::hits::HitRow;
use super::lines::{ExportRow, RowFormat, write_rows};
use crate::domain::FacetLevel;
use crate::i18n::Words;

/// A set of results.
#[derive(Debug, Clone, Serialize)]
pub struct ResultSet {
    /// Title of the first page.
    pub title: String,
    /// What the set is: names and values, in the order in which they are read.
    pub about: Vec<AboutLine>,
    /// Counts over the set.
    pub counts: Vec<CountLine>,
    /// The records.
    pub records: Vec<HitRow>,
}

/// How many records of a set have a value of a field; four in a row in data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(into = "(String, String, u64, Option<FacetLevel>)")]
pub struct CountLine {
    /// Name of the field.
    pub field: String,
    /// The value; empty for records without any.
    pub value: String,
    /// How many records.
    pub records: u64,
    /// Level of the value, where the field has levels.
    pub level: Option<FacetLevel>,
}

impl From<CountLine> for (String, String, u64, Option<FacetLevel>) {
    fn from(line: CountLine) -> Self {
        (line.field, line.value, line.records, line.level)
    }
}

impl CountLine {
    /// The value as people read it.
    pub(super) fn shown(&self, words: &Words) -> String {
        if self.value.is_empty() { words.say(&Caption::NoValue) } else { self.value.clone() }
    }

    /// The level as people read it; nothing where there is none.
    pub(super) fn level_shown(&self, words: &Words) -> String {
        self.level.map(|level| words.coded(&level.word())).unwrap_or_default()
    }
}

/// How a set of results is written.
pub trait ResultWriter {
    /// Writes the set; what are no data are words of `words`.
    ///
    /// # Errors
    /// When the output refuses.
    fn write(&self, set: &ResultSet, words: &Words, out: &mut dyn Write) -> Result<(), ExportError>;
}

/// One JSON object: title, about, counts, records.
#[derive(Debug, Clone, Copy)]
pub struct ResultJson;

impl ResultWriter for ResultJson {
    fn write(&self, set: &ResultSet, _words: &Words, out: &mut dyn Write) -> Result<(), ExportError> {
        serde_json::to_writer_pretty(&mut *out, &printable_value(serde_json::to_value(set)?))?;
        out.write_all(b"\n")?;
        Ok(())
    }
}

/// The records as CSV; what they are stands in [`csv_metadata`].
#[derive(Debug, Clone, Copy)]
pub struct ResultCsv;

impl ResultWriter for ResultCsv {
    fn write(&self, set: &ResultSet, _words: &Words, out: &mut dyn Write) -> Result<(), ExportError> {
        write_rows(RowFormat::Csv, set.records.iter().cloned(), out)?;
        Ok(())
    }
}

/// What a CSV file of results is, in the form of "Metadata Vocabulary for Tabular Data" (W3C, 2015),
/// which is kept beside it as `NAME.csv-metadata.json`.
///
/// # Errors
/// When it cannot be written.
pub fn csv_metadata(set: &ResultSet, file: &str, out: &mut dyn Write) -> Result<(), ExportError> {
    let notes = &set.about;
    let counts = set
        .counts
        .iter()
        .map(|line| json!({"field": line.field, "value": line.value, "records": line.records, "level": line.level}));
    let columns: Vec<_> = HitRow::COLUMNS.iter().map(|name| json!({"name": name, "titles": name})).collect();
    let metadata = json!({
        "@context": "http://www.w3.org/ns/csvw",
        "url": file,
        "dc:title": set.title,
        "notes": notes,
        "weft:counts": counts.collect::<Vec<_>>(),
        "tableSchema": {"columns": columns},
    });
    serde_json::to_writer_pretty(&mut *out, &printable_value(metadata))?;
    out.write_all(b"\n")?;
    Ok(())
}
