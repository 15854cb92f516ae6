//! A workbook that came back: cells with what they show, formulas, merges, notes.

use std::collections::BTreeMap;

use super::beside::{Beside, Described, MOST_MERGES, Merges};
use super::{ods, xlsx};
use crate::domain::FilePlace;
use crate::domain::exchange::{NativeComment, ReturnedFile, ReturnedRow, ReturnedTable, SheetCell};
use crate::ingest::damage::{Damage, DamagedPlace};
use crate::ingest::document::Package;
use crate::ingest::error::IngestError;
use crate::ingest::fault::ExpectedFormat;
use crate::ingest::grid::Grid;
use crate::ingest::guard::guarded;
use crate::ingest::plain_tables::as_shown;
use crate::ingest::source_file::SourceFile;
use crate::ingest::workbook::shown_grids;

pub(super) fn read(file: &SourceFile) -> Result<ReturnedFile, IngestError> {
    let grids = shown_grids(file)?;
    let bytes = file.bytes()?;
    let damaged = |reason| IngestError::damaged(ExpectedFormat::Workbook, &file.path, DamagedPlace::Sheets, reason);
    let beside = guarded(move || beside(bytes)).and_then(|read| read).map_err(damaged)?;
    let (mut read, mut sheets) = beside.unwrap_or_default();
    let is_single = grids.len() < 2;
    for grid in grids {
        let own = sheets.remove(&grid.sheet).unwrap_or_default();
        let name = grid.sheet.clone();
        let place = |row: u64| match is_single {
            true => FilePlace::Row { row }.to_string(),
            false => FilePlace::SheetRow { sheet: &name, row }.to_string(),
        };
        let notes = own.notes.iter();
        read.comments.extend(notes.map(|note| NativeComment {
            place: place(note.row),
            by: note.by.clone(),
            text: note.text.clone(),
        }));
        read.tables.push(table(grid, &own, place));
    }
    Ok(read)
}

fn table(grid: Grid, own: &Beside, place: impl Fn(u64) -> String) -> ReturnedTable {
    let Grid { sheet, rows, marks, .. } = grid;
    let mut rows: BTreeMap<u64, Vec<String>> = rows.into_iter().collect();
    let width = rows.values().map(Vec::len).max().unwrap_or(0);
    // A formula that has come to nothing shows nothing; one far from all that is shown is nobody's reply.
    for (row, column) in own.formulas.keys().filter(|(_, column)| *column <= width) {
        let Some(cells) = rows.get_mut(row) else { continue };
        cells.resize(cells.len().max(column + 1), String::new());
    }
    // The library lays merged cells out in some formats and not in others.
    for merge in own.merges.iter().take(MOST_MERGES) {
        let Some(text) = rows.get(&merge.top).and_then(|cells| cells.get(merge.left)).cloned() else { continue };
        for (_, cells) in rows.range_mut(merge.top + 1..=merge.bottom) {
            cells
                .get_mut(merge.left)
                .filter(|cell| cell.is_empty())
                .into_iter()
                .for_each(|cell| cell.clone_from(&text));
        }
    }
    let merges = Merges::of(&own.merges);
    let row = |(number, cells): (u64, Vec<String>)| {
        let cell = |(at, text): (usize, String)| {
            let merge = merges.holding(number, at);
            SheetCell {
                text: as_shown(text, marks.get(&(number, at))),
                formula: own.formulas.get(&(number, at)).cloned().unwrap_or_default(),
                rows: merge.map_or(1, |merge| (merge.bottom - merge.top + 1) as u32),
                is_continued: merge.is_some_and(|merge| number > merge.top),
                ..SheetCell::default()
            }
        };
        ReturnedRow { place: place(number), cells: cells.into_iter().enumerate().map(cell).collect() }
    };
    ReturnedTable { name: sheet, rows: rows.into_iter().map(row).collect() }
}

/// What the parts of a workbook say beside its cells; nothing where it is of a format before 2007.
fn beside(bytes: Vec<u8>) -> Result<Option<Described>, Damage> {
    let Ok(mut package) = Package::open(bytes) else { return Ok(None) };
    let described = match xlsx::beside(&mut package)? {
        None => ods::beside(&mut package)?,
        described => described,
    };
    Ok(described.map(|(mut file, sheets)| {
        file.pictures = package.count_in(&["xl/media/", "Pictures/"]);
        (file, sheets)
    }))
}
