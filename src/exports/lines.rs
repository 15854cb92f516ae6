//! Rows as CSV or as JSON Lines, whatever the rows are.

use std::io::Write;

use serde::Serialize;

use super::ExportError;

/// How rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowFormat {
    /// Comma-separated values with a header.
    Csv,
    /// One JSON object a line.
    Json,
}

/// A row of a stable export.
pub trait ExportRow: Serialize {
    /// The columns, in order.
    const COLUMNS: &'static [&'static str];

    /// The row with cells that a spreadsheet would run made harmless.
    #[must_use]
    fn neutralised(self) -> Self;
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
    let mut writer = csv::WriterBuilder::new().has_headers(false).from_writer(out);
    writer.write_record(R::COLUMNS)?;
    let mut written = 0;
    for row in rows {
        writer.serialize(row.neutralised())?;
        written += 1;
    }
    writer.flush()?;
    Ok(written)
}

fn write_json<R: ExportRow>(rows: impl Iterator<Item = R>, mut out: impl Write) -> Result<u64, ExportError> {
    let mut written = 0;
    for row in rows {
        serde_json::to_writer(&mut out, &row)?;
        out.write_all(b"\n")?;
        written += 1;
    }
    out.flush()?;
    Ok(written)
}
