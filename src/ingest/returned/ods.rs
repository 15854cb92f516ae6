//! What an OpenDocument sheet says beside its cells: formulas, merges, notes, and what the file says of itself.
//!
//! Source: OpenDocument 1.3, part 3: 9.1 (tables), 14.1 (annotations), 4.3 (metadata).

use super::beside::{Beside, Described, Merge, Note};
use super::properties::part;
use crate::domain::exchange::ReturnedFile;
use crate::ingest::damage::Damage;
use crate::ingest::document::{Element, Package};

const CONTENT: &str = "content.xml";
/// Cells beyond which a row that says it is repeated holds nothing that anybody wrote.
const WIDEST: usize = 1_024;

/// What the parts of an ODS say; `None` where the archive is none.
pub(super) fn beside(package: &mut Package) -> Result<Option<Described>, Damage> {
    let Some(content) = part(package, CONTENT)? else { return Ok(None) };
    let document = content.child("document-content").and_then(|root| root.child("body"));
    let Some(book) = document.and_then(|body| body.child("spreadsheet")) else { return Ok(None) };
    let mut file = ReturnedFile::default();
    describe(package, &mut file)?;
    let named = book.child("named-expressions").into_iter().flat_map(Element::elements);
    file.marks.extend(named.filter_map(|name| name.attribute("cell-range-address")).map(str::to_owned));
    let tables = book.elements().filter(|element| element.name == "table");
    let sheets = tables.map(|table| (table.attribute("name").unwrap_or_default().to_owned(), of_table(table)));
    Ok(Some((file, sheets.collect())))
}

/// Who saved it and when, and the properties that were set in it.
fn describe(package: &mut Package, file: &mut ReturnedFile) -> Result<(), Damage> {
    let Some(meta) = part(package, "meta.xml")? else { return Ok(()) };
    let said = meta.child("document-meta").and_then(|root| root.child("meta"));
    for element in said.into_iter().flat_map(Element::elements) {
        match element.name.as_str() {
            "creator" => file.by = element.text(),
            "date" => file.saved = element.text(),
            "user-defined" => file.marks.push(element.text()),
            _ => {}
        }
    }
    Ok(())
}

fn of_table(table: &Element) -> Beside {
    let mut sheet = Sheet { row: 1, beside: Beside::default() };
    sheet.rows(table);
    sheet.beside
}

/// A sheet as far as it was read.
struct Sheet {
    /// The row at hand, from 1.
    row: u64,
    beside: Beside,
}

impl Sheet {
    fn rows(&mut self, parent: &Element) {
        for element in parent.elements() {
            match element.name.as_str() {
                "table-row" => {
                    self.cells(element);
                    self.row = self.row.saturating_add(count(element, "number-rows-repeated"));
                }
                "table-header-rows" | "table-row-group" | "table-rows" => self.rows(element),
                _ => {}
            }
        }
    }

    fn cells(&mut self, row: &Element) {
        let mut column = 0_usize;
        for cell in row.elements().filter(|own| matches!(own.name.as_str(), "table-cell" | "covered-table-cell")) {
            if column > WIDEST {
                return;
            }
            self.cell(cell, column);
            let wide = usize::try_from(count(cell, "number-columns-repeated")).unwrap_or(usize::MAX);
            column = column.saturating_add(wide);
        }
    }

    fn cell(&mut self, cell: &Element, column: usize) {
        if let Some(formula) = cell.attribute("formula") {
            // `of:=SUM([.A1])`: the name of the grammar stands before the sign.
            let bare = formula.split_once(":=").map_or(formula, |(_, rest)| rest);
            self.beside.formulas.insert((self.row, column), bare.to_owned());
        }
        let rows = count(cell, "number-rows-spanned");
        let right = column.saturating_add(usize::try_from(count(cell, "number-columns-spanned")).unwrap_or(1)) - 1;
        let merge = Merge { top: self.row, bottom: self.row.saturating_add(rows - 1), left: column, right };
        self.beside.merges.extend(merge.if_over_rows());
        self.beside.notes.extend(cell.elements().filter(|own| own.name == "annotation").filter_map(|own| {
            let text: Vec<String> = own.elements().filter(|line| line.name == "p").map(Element::text).collect();
            let text = text.join("\n").trim().to_owned();
            let by = own.child("creator").map(Element::text).unwrap_or_default();
            (!text.is_empty()).then_some(Note { row: self.row, by, text })
        }));
    }
}

/// How often something stands; once where it does not say.
fn count(element: &Element, name: &str) -> u64 {
    element.attribute(name).and_then(|count| count.parse().ok()).unwrap_or(1).max(1)
}
