//! CSV, TSV and their kin: separator and encoding are told from the content.

use csv::StringRecord;

use super::budget::Budget;
use super::damage::{Damage, DamagedPlace};
use super::encoding::decode;
use super::error::IngestError;
use super::fault::{ExpectedFormat, ReadFault};
use super::grid::{Grid, StrayRow};
use super::guard::guarded;
use super::intake::Intake;
use super::items::Recognition;
use super::pieces::{Piece, Quotes, pieces, separator};
use super::source_file::SourceFile;
use super::source_format::SourceFormat;
use super::tables;

/// A delimited file.
pub(super) struct Delimited;

impl SourceFormat for Delimited {
    fn read(&self, intake: &mut Intake<'_>) -> Result<Recognition, IngestError> {
        let grid = grid_of(intake.file)?;
        tables::read(vec![grid], intake)
    }
}

/// The rows of a delimited file.
///
/// # Errors
/// When it is damaged or beyond the limits.
pub(super) fn grid_of(file: &SourceFile) -> Result<Grid, IngestError> {
    let bytes = file.bytes()?;
    let read = guarded(move || {
        let (text, _) = decode(&bytes);
        // The text is all that is needed of them.
        drop(bytes);
        grid(&text, &mut Budget::of_a_table())
    });
    let grid = read.map_err(ReadFault::from).and_then(|outcome| outcome);
    grid.map_err(|fault| IngestError::of(fault, ExpectedFormat::Table, &file.path, DamagedPlace::Rows))
}

fn grid(text: &str, budget: &mut Budget) -> Result<Grid, ReadFault> {
    let separator = separator(text);
    let (mut grid, mut number, mut width) = (Grid::default(), 0u64, 0usize);
    for piece in pieces(text, separator, budget)? {
        let Piece { text, quotes } = piece;
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .quoting(quotes == Quotes::Closed)
            .delimiter(separator)
            .from_reader(text.as_bytes());
        for record in reader.records() {
            let record = record.map_err(|error| ReadFault::from(Damage::said(error)))?;
            number += 1;
            if quotes == Quotes::Closed {
                width = width.max(record.len());
                push(&mut grid, number, &record);
            } else {
                // A row of as many cells as the others have lost nothing by its quote.
                let is_read = record.len() == width;
                if is_read {
                    push(&mut grid, number, &without_quotes(&record));
                }
                grid.stray.push(StrayRow { number, line: text.trim_end().to_owned(), is_read });
            }
        }
    }
    Ok(grid)
}

fn push(grid: &mut Grid, number: u64, record: &StringRecord) {
    if record.iter().any(|cell| !cell.trim().is_empty()) {
        grid.rows.push((number, record.iter().map(str::to_owned).collect()));
    }
}

/// The cells of a line in which quotes part nothing.
fn without_quotes(record: &StringRecord) -> StringRecord {
    record.iter().map(|cell| cell.trim().trim_matches('"').replace("\"\"", "\"")).collect::<Vec<String>>().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::fault::Limit;

    fn rows(text: &str) -> (Vec<String>, Vec<(u64, bool)>) {
        let grid = grid(text, &mut Budget::of_a_table()).unwrap();
        let rows = grid.rows.iter().map(|(number, row)| format!("{number}: {}", row.join("|"))).collect();
        (rows, grid.stray.iter().map(|row| (row.number, row.is_read)).collect())
    }

    #[test]
    fn a_lone_quote_swallows_no_rows() {
        let text = "state,text,session\nPeru,\"Build roads,40\nPeru,Build schools,40\nPeru,\"Build, then mend\",40\n";
        let (found, stray) = rows(text);
        let expected = [
            "1: state|text|session",
            "2: Peru|Build roads|40",
            "3: Peru|Build schools|40",
            "4: Peru|Build, then mend|40",
        ];
        assert_eq!((found, stray), (expected.map(str::to_owned).to_vec(), vec![(2, true)]));
        let (found, stray) = rows("state;text;session\nPeru;\"Build; mend;40\nPeru;Build schools;40\n");
        assert_eq!((found.len(), stray), (2, vec![(2, false)]), "its cells cannot be told");
    }

    #[test]
    fn cells_of_several_lines_are_no_lone_quotes() {
        let (found, stray) =
            rows("state,text,session\nPeru,\"One, two,\nthree, four, five\",40\nPeru,\"a \"\"b\"\"\nc\",41\n");
        assert_eq!(
            found,
            ["1: state|text|session", "2: Peru|One, two,\nthree, four, five|40", "3: Peru|a \"b\"\nc|41"]
        );
        assert!(stray.is_empty());
    }

    #[test]
    fn a_file_that_ends_inside_a_cell_is_cut_off() {
        let fault = grid("state,text\nPeru,\"Build roads and bri", &mut Budget::of_a_table()).unwrap_err();
        assert!(matches!(fault, ReadFault::Damaged(reason) if *reason == Damage::OpenQuote));
    }

    #[test]
    fn what_is_beyond_a_limit_is_refused() {
        let refused = |text: &str, mut budget| match grid(text, &mut budget) {
            Err(ReadFault::Beyond(limit)) => limit,
            other => panic!("it is beyond a limit: {other:?}"),
        };
        assert_eq!(refused("a,b\nlonger,c\n", Budget::of(5, 100, 100)), Limit::Cell { size: 1, most: 1 });
        assert_eq!(refused("a,b\nc,d\n", Budget::of(5, 3, 100)), Limit::TextOfCells { most: 0 });
        assert_eq!(refused("a,b\n,,,,,\n", Budget::of(5, 100, 6)), Limit::Cells { most: 6 });
    }
}
