//! The plan as a Word document: A3 landscape, a shaded line for each cluster, one row an ask.

use std::io::{Cursor, Write};

use docx_rs::{
    AlignmentType, Docx, Footer, PageMargin, PageNum, PageOrientationType, Paragraph, Run, RunFonts, Shading, Table,
    TableCell, TableCellMargins, TableLayoutType, TableRow, VAlignType, WidthType,
};

use super::ExportError;
use super::plan::{PlanWriter, cells};
use crate::plan::{COLUMNS, PlanTable};

/// Widths of the columns after number and title, in twentieths of a point; together the printable
/// width of A3 landscape.
const WIDTHS: [usize; 14] = [2500, 3200, 1300, 1300, 1600, 2100, 1500, 1500, 1300, 1700, 1200, 1200, 1000, 1150];
/// A3 landscape in twentieths of a point.
const PAGE: (u32, u32) = (23_811, 16_838);
const MARGIN: i32 = 620;
/// Font sizes in half points.
const SMALL: usize = 14;
const LARGE: usize = 28;

/// The plan as DOCX.
#[derive(Debug, Clone, Copy)]
pub struct PlanDocx;

impl PlanWriter for PlanDocx {
    fn write(&self, plan: &PlanTable, out: &mut dyn Write) -> Result<(), ExportError> {
        let title = Paragraph::new().add_run(Run::new().add_text(&plan.title).size(LARGE).bold());
        let document = Docx::new()
            .page_size(PAGE.0, PAGE.1)
            .page_orient(PageOrientationType::Landscape)
            .page_margin(PageMargin {
                top: MARGIN,
                left: MARGIN,
                bottom: MARGIN,
                right: MARGIN,
                header: 300,
                footer: 300,
                gutter: 0,
            })
            .default_fonts(RunFonts::new().ascii("Calibri").hi_ansi("Calibri").cs("Arial"))
            .default_size(SMALL)
            .footer(
                Footer::new().add_paragraph(Paragraph::new().align(AlignmentType::Right).add_page_num(PageNum::new())),
            )
            .add_paragraph(title)
            .add_table(table(plan));
        let mut bytes = Cursor::new(Vec::new());
        let mut parts = document.build();
        parts.document = with_repeated_header(parts.document);
        parts.pack(&mut bytes).map_err(|e| ExportError::Docx(e.to_string()))?;
        out.write_all(bytes.get_ref())?;
        Ok(())
    }
}

/// Marks the first row as heading of every page, which the library has no name for: its row property
/// comes first in the document.
fn with_repeated_header(xml: Vec<u8>) -> Vec<u8> {
    const KEPT: &str = "<w:cantSplit";
    match String::from_utf8(xml) {
        Ok(text) => text.replacen(KEPT, &format!("<w:tblHeader/>{KEPT}"), 1).into_bytes(),
        Err(error) => error.into_bytes(),
    }
}

fn table(plan: &PlanTable) -> Table {
    let mut rows = vec![header()];
    let mut current = None;
    for row in &plan.rows {
        if current != Some(&row.cluster) {
            rows.push(cluster_line(&row.cluster, &row.title));
            current = Some(&row.cluster);
        }
        let texts = cells(row);
        let body = texts.iter().skip(2).zip(WIDTHS).map(|(text, width)| cell(text, width, false, None)).collect();
        rows.push(TableRow::new(body).cant_split());
    }
    Table::new(rows)
        .set_grid(WIDTHS.to_vec())
        .layout(TableLayoutType::Fixed)
        .width(WIDTHS.iter().sum(), WidthType::Dxa)
        .margins(TableCellMargins::new().margin(40, 60, 40, 60))
}

fn header() -> TableRow {
    let headings = COLUMNS.iter().skip(2).zip(WIDTHS);
    let heading =
        |(text, width): (&&str, usize)| cell(text, width, true, Some("D9E2F3")).vertical_align(VAlignType::Center);
    TableRow::new(headings.map(heading).collect()).cant_split()
}

fn cluster_line(number: &str, title: &str) -> TableRow {
    let line = cell(&format!("{number}  {title}"), WIDTHS.iter().sum(), true, Some("F2F2F2"));
    TableRow::new(vec![line.grid_span(WIDTHS.len())])
}

fn cell(text: &str, width: usize, bold: bool, fill: Option<&str>) -> TableCell {
    let mut cell = TableCell::new().width(width, WidthType::Dxa);
    if let Some(colour) = fill {
        cell = cell.shading(Shading::new().fill(colour));
    }
    for line in text.split('\n') {
        let run = Run::new().add_text(line).size(SMALL);
        cell = cell.add_paragraph(Paragraph::new().add_run(if bold { run.bold() } else { run }));
    }
    cell
}
