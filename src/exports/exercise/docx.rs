//! A page as a Word document: A4, the same bytes for the same page.

use std::io::{Cursor, Write};

use docx_rs::{
    AlignmentType, Docx, Footer, PageNum, Paragraph, Run, RunFonts, Shading, Table, TableCell, TableCellMargins,
    TableLayoutType, TableRow, WidthType,
};

use super::page::{Page, Part};
use crate::domain::Direction;
use crate::exports::ExportError;
use crate::text::printable::printable;

/// Width between the margins, in twentieths of a point.
const WIDTH: usize = 9_000;
/// Font sizes in half points.
const SMALL: usize = 18;
const BODY: usize = 22;
const LARGE: usize = 26;
const LARGEST: usize = 36;
/// Ground of headings of tables.
const GROUND: &str = "D9E2F3";

/// Writes a page.
pub(super) fn write_page(page: &Page, out: &mut dyn Write) -> Result<(), ExportError> {
    let mut writer = PageWriter { direction: page.direction, paragraphs: 0 };
    let mut footer = Paragraph::new().align(AlignmentType::Center).add_page_num(PageNum::new());
    footer.id = writer.next_id();
    let mut document = Docx::new()
        .default_fonts(RunFonts::new().ascii("Calibri").hi_ansi("Calibri").cs("Arial"))
        .default_size(BODY)
        .footer(Footer::new().add_paragraph(footer));
    for (at, part) in page.parts.iter().enumerate() {
        document = match part {
            Part::Title(text) => {
                document.add_paragraph(writer.line(text, LARGEST, Weight::Bold).page_break_before(at > 0))
            }
            Part::Heading(text) => document.add_paragraph(writer.line(text, LARGE, Weight::Bold).keep_next(true)),
            Part::Text(text) => document.add_paragraph(writer.line(text, BODY, Weight::Plain)),
            Part::Table { widths, rows } => document.add_table(writer.table(widths, rows)),
        };
    }
    let mut bytes = Cursor::new(Vec::new());
    let mut parts = document.build();
    parts.document = finished(parts.document, page.direction);
    parts.pack(&mut bytes).map_err(|error| ExportError::Docx(error.to_string()))?;
    out.write_all(bytes.get_ref())?;
    Ok(())
}

/// Sets what the library has no name for: the heading row of a table on every page; and of pages that are read
/// from the right the order of columns and the direction of runs.
fn finished(xml: Vec<u8>, direction: Direction) -> Vec<u8> {
    const KEPT: &str = "<w:cantSplit";
    let text = match String::from_utf8(xml) {
        Ok(text) => text,
        Err(error) => return error.into_bytes(),
    };
    let tables: Vec<String> =
        text.split("<w:tbl>").map(|table| table.replacen(KEPT, &format!("<w:tblHeader/>{KEPT}"), 1)).collect();
    let text = tables.join("<w:tbl>");
    let text = match direction {
        Direction::LeftToRight => text,
        Direction::RightToLeft => {
            text.replace("<w:tblPr>", "<w:tblPr><w:bidiVisual/>").replace("</w:rPr>", "<w:rtl/></w:rPr>")
        }
    };
    text.into_bytes()
}

/// How heavy letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Weight {
    Plain,
    Bold,
}

/// Makes paragraphs, each with a number of its own: those that the library gives hang on what else was written.
struct PageWriter {
    direction: Direction,
    paragraphs: u32,
}

impl PageWriter {
    fn next_id(&mut self) -> String {
        self.paragraphs += 1;
        format!("{:08x}", self.paragraphs)
    }

    fn line(&mut self, text: &str, size: usize, weight: Weight) -> Paragraph {
        let run = Run::new().add_text(printable(text)).size(size);
        let run = if weight == Weight::Bold { run.bold() } else { run };
        let mut paragraph = Paragraph::new().add_run(run);
        paragraph.id = self.next_id();
        if self.direction == Direction::RightToLeft {
            paragraph.property = paragraph.property.bidi(true);
        }
        paragraph
    }

    fn table(&mut self, widths: &[usize], rows: &[Vec<String>]) -> Table {
        let widths: Vec<usize> = widths.iter().map(|part| part * WIDTH / 100).collect();
        let mut made = Vec::with_capacity(rows.len());
        for (at, row) in rows.iter().enumerate() {
            let weight = if at == 0 { Weight::Bold } else { Weight::Plain };
            let cells = row.iter().zip(&widths).map(|(cell, width)| self.cell(cell, *width, weight)).collect();
            made.push(TableRow::new(cells).cant_split());
        }
        Table::new(made)
            .set_grid(widths.clone())
            .layout(TableLayoutType::Fixed)
            .width(widths.iter().sum(), WidthType::Dxa)
            .margins(TableCellMargins::new().margin(60, 90, 60, 90))
    }

    /// A cell; lines after the first are smaller.
    fn cell(&mut self, text: &str, width: usize, weight: Weight) -> TableCell {
        let mut cell = TableCell::new().width(width, WidthType::Dxa);
        if weight == Weight::Bold {
            cell = cell.shading(Shading::new().fill(GROUND));
        }
        for (at, line) in text.split('\n').enumerate() {
            let size = if at == 0 { BODY } else { SMALL };
            cell = cell.add_paragraph(self.line(line, size, weight));
        }
        cell
    }
}
