//! A document that came back: its tables as they are accepted, with bookmarks, merges, comments, and who has changed what
//! while changes were tracked.

use std::collections::BTreeMap;

use super::properties::{describe, part};
use crate::domain::FilePlace;
use crate::domain::exchange::{NativeComment, OutsideText, ReturnedFile, ReturnedRow, ReturnedTable, SheetCell};
use crate::ingest::damage::{Damage, DamagedPlace};
use crate::ingest::document::{self, Block, Element, Package, children_through_controls, rows_of};
use crate::ingest::error::IngestError;
use crate::ingest::fault::ExpectedFormat;
use crate::ingest::format::DocumentFormat;
use crate::ingest::guard::guarded;
use crate::ingest::source_file::SourceFile;

const MAIN: &str = "word/document.xml";

/// What a cell holds beside its text.
#[derive(Debug, Clone, Default)]
struct Marks {
    anchors: Vec<String>,
    changed_by: String,
    is_continued: bool,
    /// Numbers of comments that hang on it.
    comments: Vec<String>,
}

/// What the cells of a row hold beside their text, by the place of the row.
type Rows = BTreeMap<String, Vec<Marks>>;

pub(super) fn read(file: &SourceFile) -> Result<ReturnedFile, IngestError> {
    let document = document::read(file, DocumentFormat::Docx)?;
    let bytes = file.bytes()?;
    let damaged = |reason| IngestError::damaged(ExpectedFormat::Word, &file.path, DamagedPlace::Parts, reason);
    let (mut read, rows) = guarded(move || beside(bytes)).and_then(|read| read).map_err(damaged)?;
    read.marks.extend(document.furniture);
    read.marks.push(document.title);
    let mut current = 0;
    for block in document.blocks {
        match block {
            Block::Paragraph(paragraph) => {
                read.marks.push(paragraph.text.clone());
                read.outside.push(OutsideText { place: paragraph.place, text: paragraph.text });
            }
            Block::Row(row) => {
                if row.table != current {
                    current = row.table;
                    read.tables.push(ReturnedTable::default());
                }
                let marks = rows.get(&row.place).map(Vec::as_slice).unwrap_or_default();
                let mut cells = Vec::new();
                for (at, cell) in row.cells.iter().enumerate() {
                    let own = marks.get(at).cloned().unwrap_or_default();
                    let shown = SheetCell {
                        text: cell.lines.join("\n"),
                        rows: 1,
                        is_continued: own.is_continued,
                        changed_by: own.changed_by,
                        anchors: own.anchors,
                        ..SheetCell::default()
                    };
                    cells.extend(std::iter::repeat_n(shown, cell.span.clamp(1, 64)));
                }
                if let Some(table) = read.tables.last_mut() {
                    table.rows.push(ReturnedRow { place: row.place, cells });
                }
            }
        }
    }
    read.tables.iter_mut().for_each(count_rows);
    Ok(read)
}

/// Counts over how many rows each merged cell reaches.
fn count_rows(table: &mut ReturnedTable) {
    let width = table.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    for column in 0..width {
        let mut top = 0;
        while top < table.rows.len() {
            let goes_on = |row: &ReturnedRow| row.cells.get(column).is_some_and(|cell| cell.is_continued);
            let length = 1 + table.rows[top + 1..].iter().take_while(|row| goes_on(row)).count();
            for row in &mut table.rows[top..top + length] {
                row.cells.get_mut(column).into_iter().for_each(|cell| cell.rows = length as u32);
            }
            top += length;
        }
    }
}

fn beside(bytes: Vec<u8>) -> Result<(ReturnedFile, Rows), Damage> {
    let mut package = Package::open(bytes)?;
    let mut file = ReturnedFile::default();
    describe(&mut package, &mut file)?;
    let main = package.main_part().unwrap_or_else(|_| MAIN.to_owned());
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let (mut rows, mut tables) = (Rows::new(), Vec::new());
    if let Some(tree) = part(&mut package, &main)? {
        let body = tree.child("document").and_then(|root| root.child("body"));
        tables_of(body, &mut tables, &mut rows);
        file.boxed_tables = body.map_or(0, |body| boxed_tables(body, Standing::Free));
    }
    file.pictures = package.count_in(&[&format!("{folder}/media/")]);
    let comments = part(&mut package, &format!("{folder}/comments.xml"))?;
    let of_id: BTreeMap<&str, &Element> = comments
        .iter()
        .flat_map(Element::elements)
        .flat_map(Element::elements)
        .filter_map(|own| Some((own.attribute("id")?, own)))
        .collect();
    for (place, cells) in &rows {
        for id in cells.iter().flat_map(|cell| &cell.comments) {
            let Some(own) = of_id.get(id.as_str()) else { continue };
            let (by, text) = (own.attribute("author").unwrap_or_default(), own.text().trim().to_owned());
            file.comments.push(NativeComment { place: place.clone(), by: by.to_owned(), text });
        }
    }
    Ok((file, rows))
}

/// The marks of all tables, numbered as the reader of documents numbers them.
fn tables_of(parent: Option<&Element>, tables: &mut Vec<()>, rows: &mut Rows) {
    for element in parent.into_iter().flat_map(Element::elements) {
        match element.name.as_str() {
            "tbl" => {
                tables.push(());
                for (at, row) in rows_of(element).into_iter().enumerate() {
                    let place = FilePlace::TableRow { table: tables.len(), row: at + 1 }.to_string();
                    let mut cells: Vec<Marks> =
                        children_through_controls(row, "tc").into_iter().map(Marks::of).collect();
                    // Some programs set the bookmarks of a first cell before it.
                    let before = row.elements().filter(|own| own.name == "bookmarkStart").filter_map(bookmark);
                    if let Some(first) = cells.first_mut() {
                        first.anchors.extend(before);
                    }
                    rows.insert(place, cells);
                }
            }
            "sdt" | "sdtContent" | "ins" | "moveTo" | "customXml" | "smartTag" => {
                tables_of(Some(element), tables, rows);
            }
            _ => {}
        }
    }
}

/// Whether something stands in a text box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    Free,
    Boxed,
}

/// Tables in text boxes. What stands in one as it is and again for older programs is counted once.
fn boxed_tables(parent: &Element, standing: Standing) -> usize {
    let inside = |element: &Element| match element.name.as_str() {
        "Fallback" => 0,
        "tbl" if standing == Standing::Boxed => 1,
        "txbxContent" => boxed_tables(element, Standing::Boxed),
        _ => boxed_tables(element, standing),
    };
    parent.elements().map(inside).sum()
}

fn bookmark(element: &Element) -> Option<String> {
    element.attribute("name").map(str::to_owned)
}

impl Marks {
    fn of(cell: &Element) -> Self {
        let mut marks = Self::default();
        let merge = cell.child("tcPr").and_then(|properties| properties.child("vMerge"));
        marks.is_continued = merge.is_some_and(|m| m.attribute("val").unwrap_or("continue") == "continue");
        marks.walk(cell);
        marks
    }

    fn walk(&mut self, parent: &Element) {
        for element in parent.elements() {
            match element.name.as_str() {
                "bookmarkStart" => self.anchors.extend(bookmark(element)),
                "commentReference" => self.comments.extend(element.attribute("id").map(str::to_owned)),
                "ins" | "del" | "moveTo" => {
                    self.changed_by = element.attribute("author").unwrap_or_default().to_owned();
                    self.walk(element);
                }
                _ => self.walk(element),
            }
        }
    }
}
