//! CSV, TSV and their kin: separator and encoding are told from the content.

use std::path::Path;

use super::damage::{Damage, DamagedPlace};
use super::encoding::decode;
use super::error::IngestError;
use super::fault::ExpectedFormat;
use super::grid::Grid;
use super::intake::Intake;
use super::items::Recognition;
use super::source_format::SourceFormat;
use super::tables;

/// A delimited file.
pub(super) struct Delimited;

impl SourceFormat for Delimited {
    fn read(&self, intake: &mut Intake<'_>) -> Result<Recognition, IngestError> {
        let grid = grid(&intake.file.path, &intake.file.bytes()?)?;
        tables::read(vec![grid], intake)
    }
}

fn grid(path: &Path, bytes: &[u8]) -> Result<Grid, IngestError> {
    let (text, _) = decode(bytes);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(&text))
        .from_reader(text.as_bytes());
    let damaged = |place, reason| IngestError::damaged(ExpectedFormat::Table, path, place, reason);
    let (mut rows, mut last) = (Vec::new(), 0);
    for record in reader.records() {
        let record = record.map_err(|e| damaged(DamagedPlace::SomeRow, Damage::said(e)))?;
        let line = record.position().map_or(0, csv::Position::record) + 1;
        last = record.position().map_or(0, |p| p.byte() as usize);
        if record.iter().any(|cell| !cell.trim().is_empty()) {
            rows.push((line, record.iter().map(str::to_owned).collect()));
        }
    }
    // A quote that opens in the last row and never closes: the file was cut off.
    if text.get(last..).is_some_and(|tail| tail.matches('"').count() % 2 == 1) {
        let row = rows.last().map_or(0, |(line, _)| *line);
        return Err(damaged(DamagedPlace::Row { row }, Damage::OpenQuote));
    }
    Ok(Grid { sheet: String::new(), rows })
}

/// The separator that the first line holds most of, outside quotes.
fn separator(text: &str) -> u8 {
    let line = text.split(['\n', '\r']).find(|line| !line.trim().is_empty()).unwrap_or("");
    let count = |wanted: char| {
        let mut quoted = false;
        line.chars()
            .filter(|c| {
                quoted ^= *c == '"';
                *c == wanted && !quoted
            })
            .count()
    };
    [',', ';', '\t', '|'].into_iter().max_by_key(|c| (count(*c), *c == ',')).map_or(b',', |c| c as u8)
}
