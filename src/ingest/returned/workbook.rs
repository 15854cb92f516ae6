//! A workbook that came back: cells with what they show, formulas, merges, notes.

use std::collections::BTreeMap;

use super::properties::{Relation, describe, part, relations};
use crate::domain::FilePlace;
use crate::domain::exchange::{NativeComment, ReturnedFile, ReturnedRow, ReturnedTable, SheetCell};
use crate::ingest::damage::{Damage, DamagedPlace};
use crate::ingest::document::{Element, Package};
use crate::ingest::error::IngestError;
use crate::ingest::fault::ExpectedFormat;
use crate::ingest::grid::Grid;
use crate::ingest::guard::guarded;
use crate::ingest::plain_tables::as_shown;
use crate::ingest::source_file::SourceFile;
use crate::ingest::workbook::shown_grids;

const BOOK: &str = "xl/workbook.xml";
/// Rows that one merge may reach over, so that a made-up one costs nothing.
const LONGEST_MERGE: u64 = 10_000;
/// Merges of a sheet that are looked at, and columns of one.
const MOST_MERGES: usize = 20_000;
const WIDEST_MERGE: usize = 64;

/// What a sheet holds beside what its cells show.
#[derive(Debug, Default)]
struct Beside {
    /// Formulas, by row from 1 and column from 0.
    formulas: BTreeMap<(u64, usize), String>,
    merges: Vec<Merge>,
    /// Notes by row: who, and what.
    notes: Vec<(u64, String, String)>,
}

/// What a file says of itself, and of each of its sheets.
type Described = (ReturnedFile, BTreeMap<String, Beside>);

/// A range of merged cells.
#[derive(Debug, Clone, Copy)]
struct Merge {
    top: u64,
    bottom: u64,
    left: usize,
    right: usize,
}

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
        read.comments.extend(notes.map(|(row, by, text)| NativeComment {
            place: place(*row),
            by: by.clone(),
            text: text.clone(),
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

/// Merged ranges by their columns, in the order of their rows.
struct Merges(BTreeMap<usize, Vec<Merge>>);

impl Merges {
    fn of(all: &[Merge]) -> Self {
        let mut by_column: BTreeMap<usize, Vec<Merge>> = BTreeMap::new();
        for merge in all.iter().take(MOST_MERGES) {
            for column in merge.left..=merge.right.min(merge.left + WIDEST_MERGE) {
                by_column.entry(column).or_default().push(*merge);
            }
        }
        by_column.values_mut().for_each(|own| own.sort_by_key(|merge| merge.top));
        Self(by_column)
    }

    fn holding(&self, row: u64, column: usize) -> Option<Merge> {
        let own = self.0.get(&column)?;
        let at = own.partition_point(|merge| merge.top <= row).checked_sub(1)?;
        own.get(at).copied().filter(|merge| merge.holds(row, column))
    }
}

impl Merge {
    fn holds(&self, row: u64, column: usize) -> bool {
        (self.top..=self.bottom).contains(&row) && (self.left..=self.right).contains(&column)
    }
}

/// What the parts of an XLSX say beside its cells; nothing for other formats.
fn beside(bytes: Vec<u8>) -> Result<Option<Described>, Damage> {
    let Ok(mut package) = Package::open(bytes) else { return Ok(None) };
    let Some(book) = part(&mut package, BOOK)? else { return Ok(None) };
    let mut file = ReturnedFile::default();
    describe(&mut package, &mut file)?;
    let Some(root) = book.child("workbook") else { return Ok(None) };
    let names = root.child("definedNames").into_iter().flat_map(Element::elements);
    file.marks.extend(names.map(Element::text));
    let links = relations(&mut package, BOOK)?;
    let mut sheets = BTreeMap::new();
    for sheet in root.child("sheets").into_iter().flat_map(Element::elements) {
        let (name, id) = (sheet.attribute("name").unwrap_or_default(), sheet.attribute("id"));
        let target = links.iter().find(|link| Some(link.id.as_str()) == id).map(|link| link.target.clone());
        if let Some(target) = target {
            sheets.insert(name.to_owned(), of_sheet(&mut package, &target, &mut file)?);
        }
    }
    Ok(Some((file, sheets)))
}

fn of_sheet(package: &mut Package, name: &str, file: &mut ReturnedFile) -> Result<Beside, Damage> {
    let mut own = Beside::default();
    let Some(tree) = part(package, name)? else { return Ok(own) };
    let Some(root) = tree.child("worksheet") else { return Ok(own) };
    file.marks.extend(root.child("headerFooter").into_iter().flat_map(Element::elements).map(Element::text));
    let mut shared: BTreeMap<String, String> = BTreeMap::new();
    for cell in root.child("sheetData").into_iter().flat_map(Element::elements).flat_map(Element::elements) {
        if let (Some(formula), Some(place)) = (cell.child("f"), cell.attribute("r").and_then(place)) {
            // One that was filled down stands in its first cell alone.
            let text = match formula.attribute("si") {
                Some(si) if formula.text().is_empty() => shared.get(si).cloned().unwrap_or_default(),
                Some(si) => shared.entry(si.to_owned()).or_insert_with(|| formula.text()).clone(),
                None => formula.text(),
            };
            own.formulas.insert(place, text);
        }
    }
    let merges = root.child("mergeCells").into_iter().flat_map(Element::elements);
    own.merges = merges.filter_map(|merge| range(merge.attribute("ref")?)).collect();
    for Relation { kind, target, .. } in relations(package, name)? {
        match kind.as_str() {
            "comments" => own.notes.extend(notes(package, &target)?),
            "threadedComment" => own.notes.extend(threads(package, &target)?),
            _ => {}
        }
    }
    Ok(own)
}

/// Notes of a part. Those that stand for threaded comments are read there.
fn notes(package: &mut Package, name: &str) -> Result<Vec<(u64, String, String)>, Damage> {
    let Some(tree) = part(package, name)? else { return Ok(Vec::new()) };
    let Some(root) = tree.child("comments") else { return Ok(Vec::new()) };
    let authors: Vec<String> =
        root.child("authors").into_iter().flat_map(Element::elements).map(Element::text).collect();
    let note = |comment: &Element| {
        let by = authors.get(comment.attribute("authorId")?.parse::<usize>().ok()?)?.clone();
        let text = comment.child("text")?.text().trim().to_owned();
        let (row, _) = place(comment.attribute("ref")?)?;
        // Excel sets the author before the text.
        let bare = text.strip_prefix(&format!("{by}:")).map_or(text.as_str(), str::trim).to_owned();
        (!by.starts_with("tc=") && !bare.is_empty()).then_some((row, by, bare))
    };
    Ok(root.child("commentList").into_iter().flat_map(Element::elements).filter_map(note).collect())
}

fn threads(package: &mut Package, name: &str) -> Result<Vec<(u64, String, String)>, Damage> {
    let mut people = BTreeMap::new();
    for list in package.names(&["xl/persons/"]) {
        let Some(tree) = part(package, &list)? else { continue };
        for person in tree.elements().flat_map(Element::elements) {
            if let (Some(id), Some(name)) = (person.attribute("id"), person.attribute("displayName")) {
                people.insert(id.to_owned(), name.to_owned());
            }
        }
    }
    let Some(tree) = part(package, name)? else { return Ok(Vec::new()) };
    let comment = |comment: &Element| {
        let by = people.get(comment.attribute("personId")?).cloned().unwrap_or_default();
        let (row, _) = place(comment.attribute("ref")?)?;
        Some((row, by, comment.child("text")?.text().trim().to_owned()))
    };
    Ok(tree.elements().flat_map(Element::elements).filter_map(comment).filter(|(.., text)| !text.is_empty()).collect())
}

/// `B3`: row from 1, column from 0.
fn place(name: &str) -> Option<(u64, usize)> {
    let at = name.find(|c: char| c.is_ascii_digit())?;
    let letters = name[..at].bytes().filter(u8::is_ascii_alphabetic);
    let column =
        letters.fold(0_usize, |sum, c| sum.saturating_mul(26) + usize::from(c.to_ascii_uppercase() - b'A') + 1);
    let column = column.checked_sub(1).filter(|column| *column < 16_384)?;
    Some((name[at..].parse().ok()?, column))
}

/// `B3:B5`; a range of one row is a heading, which is no value of the columns that it covers.
fn range(name: &str) -> Option<Merge> {
    let (from, to) = name.split_once(':')?;
    let ((top, left), (bottom, right)) = (place(from)?, place(to)?);
    (bottom > top && bottom - top < LONGEST_MERGE).then_some(Merge { top, bottom, left, right })
}

#[cfg(test)]
mod tests {
    use super::{place, range};

    #[test]
    fn places_and_ranges_are_read() {
        assert_eq!((place("B3"), place("AA10"), place("3")), (Some((3, 1)), Some((10, 26)), None));
        assert!(range("B3:B5").is_some_and(|merge| merge.holds(5, 1) && !merge.holds(6, 1)));
        assert!(range("A1:D1").is_none() && range("A1:A99999999").is_none() && range("ZZZZZ1:B2").is_none());
    }
}
