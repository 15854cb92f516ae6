//! Rows as CSV or as JSON Lines, whatever the rows are.

use std::io::Write;

use serde::{Deserialize, Serialize};

use super::ExportError;
use super::cells::{neutral, printable_value};

/// How rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RowFormat {
    /// Comma-separated values with a header.
    Csv,
    /// One JSON object a line.
    Json,
}

/// A row of a stable export.
pub trait ExportRow: Serialize {
    /// The columns, in order: the names of the fields.
    const COLUMNS: &'static [&'static str];
}

/// Writes rows; returns how many.
///
/// # Errors
/// When the receiver refuses.
pub fn write_rows<R: ExportRow>(
    format: RowFormat,
    rows: impl Iterator<Item = R>,
    out: impl Write,
) -> Result<u64, ExportError> {
    match format {
        RowFormat::Csv => write_csv(rows, out),
        RowFormat::Json => write_json(rows, out),
    }
}

fn write_csv<R: ExportRow>(rows: impl Iterator<Item = R>, out: impl Write) -> Result<u64, ExportError> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(R::COLUMNS)?;
    let mut written = 0;
    for row in rows {
        writer.write_record(cells(&row)?)?;
        written += 1;
    }
    writer.flush()?;
    Ok(written)
}

/// The cells of a row, each made harmless where a spreadsheet would run it.
fn cells<R: ExportRow>(row: &R) -> Result<Vec<String>, ExportError> {
    let fields = serde_json::to_value(row)?;
    let text = |column: &&str| match &fields[*column] {
        serde_json::Value::String(text) => neutral(text),
        serde_json::Value::Null => String::new(),
        other => other.to_string(),
    };
    Ok(R::COLUMNS.iter().map(text).collect())
}

fn write_json<R: ExportRow>(rows: impl Iterator<Item = R>, mut out: impl Write) -> Result<u64, ExportError> {
    let mut written = 0;
    for row in rows {
        serde_json::to_writer(&mut out, &printable_value(serde_json::to_value(&row)?))?;
        out.write_all(b"\n")?;
        written += 1;
    }
    out.flush()?;
    Ok(written)
}
