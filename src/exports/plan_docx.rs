//! The plan as a Word document: A3 landscape, a shaded line for each cluster, one row an ask.

use std::io::Write;

use docx_rs::{
    AlignmentType, BuildXML, Docx, Footer, PageMargin, PageNum, PageOrientationType, Paragraph, Run, RunFonts, Shading,
    Table, TableCell, TableCellMargins, TableLayoutType, TableRow, VAlignType, WidthType,
};
use strum::VariantArray;

use super::ExportError;
use super::docx_stream::{self, directed, is_arabic, paragraph};
use super::plan::{PlanWriter, ShownLine, about, heading, lines, text, title};
use crate::domain::{Direction, PlanColumn};
use crate::i18n::Words;
use crate::plan::{PlanRow, PlanTable};

/// A3 landscape in twentieths of a point.
const PAGE: (u32, u32) = (23_811, 16_838);
const MARGIN: i32 = 620;
/// Font sizes in half points.
const SMALL: usize = 14;
const MEDIUM: usize = 18;
const LARGE: usize = 28;
/// Keys are for programs: as small and pale as can still be read.
const SMALLEST: usize = 9;
const PALE: &str = "808080";

/// Width of a column in twentieths of a point, together the printable width of A3 landscape; none for
/// number and title of the cluster, which have a line of their own.
const fn width(column: PlanColumn) -> Option<usize> {
    Some(match column {
        PlanColumn::Cluster | PlanColumn::Title => return None,
        PlanColumn::Recommendations => 2350,
        PlanColumn::MergedText => 2950,
        PlanColumn::Themes | PlanColumn::Groups | PlanColumn::TimeFrame => 1300,
        PlanColumn::SdgTargets => 1500,
        PlanColumn::Measure => 1950,
        PlanColumn::Lead => 1440,
        PlanColumn::Supporting => 1430,
        PlanColumn::Indicator => 1600,
        PlanColumn::Budget | PlanColumn::Assistance => 1200,
        PlanColumn::Status => 1000,
        PlanColumn::Remarks => 1150,
        PlanColumn::Key => 900,
    })
}

/// The columns of the table with their widths.
fn columns() -> Vec<(PlanColumn, usize)> {
    PlanColumn::VARIANTS.iter().filter_map(|column| Some((*column, width(*column)?))).collect()
}

/// The plan as DOCX.
#[derive(Debug, Clone, Copy)]
pub struct PlanDocx;

impl PlanWriter for PlanDocx {
    fn write(&self, plan: &PlanTable, words: &Words, out: &mut dyn Write) -> Result<(), ExportError> {
        let direction = Direction::of(words.language());
        let title = paragraph(direction).add_run(Run::new().add_text(title(plan, words)).size(LARGE).bold());
        let about = paragraph(direction).add_run(Run::new().add_text(about(plan, words)).size(MEDIUM));
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
            .add_paragraph(about)
            .add_table(table_of_headings(words));
        let mut frame = document.build();
        frame.document = directed(with_repeated_header(frame.document), direction);
        let rows = rows(plan, words).map(|row| directed(row.build(), direction));
        docx_stream::write(frame, END_OF_TABLE, rows, out)
    }
}

/// Before this the rows are written.
const END_OF_TABLE: &str = "</w:tbl>";

/// Marks the first row as heading of every page, which the library has no name for: its row property
/// comes first in the document.
fn with_repeated_header(xml: Vec<u8>) -> Vec<u8> {
    const KEPT: &str = "<w:cantSplit";
    match String::from_utf8(xml) {
        Ok(text) => text.replacen(KEPT, &format!("<w:tblHeader/>{KEPT}"), 1).into_bytes(),
        Err(error) => error.into_bytes(),
    }
}

/// The table with its headings alone.
fn table_of_headings(words: &Words) -> Table {
    let columns = columns();
    let widths: Vec<usize> = columns.iter().map(|(_, width)| *width).collect();
    Table::new(vec![header(&columns, words)])
        .set_grid(widths.clone())
        .layout(TableLayoutType::Fixed)
        .width(widths.iter().sum(), WidthType::Dxa)
        .margins(TableCellMargins::new().margin(40, 60, 40, 60))
}

/// The rows below the headings, made when they are asked for: all at once would take gigabytes.
fn rows<'a>(plan: &'a PlanTable, words: &'a Words) -> impl Iterator<Item = TableRow> + 'a {
    let columns = columns();
    let mut current = None;
    plan.rows.iter().flat_map(move |row| {
        let cluster = row.lines(PlanColumn::Cluster);
        let is_new = current != Some(cluster);
        current = Some(cluster);
        let line = is_new.then(|| cluster_line(row, &columns, words));
        line.into_iter().chain([plan_row(row, &columns, words)])
    })
}

fn plan_row(row: &PlanRow, columns: &[(PlanColumn, usize)], words: &Words) -> TableRow {
    let cell = |(column, width): &(PlanColumn, usize)| {
        let lines = lines(row, *column, words);
        cell(lines.iter().flat_map(ShownLine::pieces), *width, Look::of(*column), Direction::of(words.language()))
    };
    TableRow::new(columns.iter().map(cell).collect()).cant_split()
}

fn header(columns: &[(PlanColumn, usize)], words: &Words) -> TableRow {
    let head = |(column, width): &(PlanColumn, usize)| {
        let direction = Direction::of(words.language());
        cell([said(&heading(*column, words))], *width, Look::Strong("D9E2F3"), direction)
            .vertical_align(VAlignType::Center)
    };
    TableRow::new(columns.iter().map(head).collect()).cant_split()
}

fn cluster_line(row: &PlanRow, columns: &[(PlanColumn, usize)], words: &Words) -> TableRow {
    let [number, title] = [PlanColumn::Cluster, PlanColumn::Title].map(|column| text(row, column, words));
    let width = columns.iter().map(|(_, width)| width).sum();
    let direction = Direction::of(words.language());
    let line = cell([said(&format!("{number}  {title}"))], width, Look::Strong("F2F2F2"), direction);
    TableRow::new(vec![line.grid_span(columns.len())])
}

/// How the text of a cell looks.
#[derive(Debug, Clone, Copy)]
enum Look {
    /// As text does.
    Plain,
    /// Bold on a ground of that colour.
    Strong(&'static str),
    /// Small and pale.
    Faint,
}

impl Look {
    const fn of(column: PlanColumn) -> Self {
        if matches!(column, PlanColumn::Key) { Self::Faint } else { Self::Plain }
    }
}

/// A line that is no proposal.
fn said(text: &str) -> ShownLine {
    ShownLine { text: text.to_owned(), is_proposed: false }
}

impl ShownLine {
    /// The paragraphs of a line whose text has several.
    fn pieces(&self) -> impl Iterator<Item = Self> + '_ {
        self.text.split('\n').map(|text| Self { text: text.to_owned(), is_proposed: self.is_proposed })
    }
}

fn cell(lines: impl IntoIterator<Item = ShownLine>, width: usize, look: Look, direction: Direction) -> TableCell {
    let mut cell = TableCell::new().width(width, WidthType::Dxa);
    if let Look::Strong(ground) = look {
        cell = cell.shading(Shading::new().fill(ground));
    }
    let mut is_empty = true;
    for ShownLine { text, is_proposed } in lines {
        is_empty = false;
        let shown = text.clone();
        let run = Run::new().add_text(text);
        let run = if is_proposed { run.italic() } else { run };
        let run = match look {
            Look::Plain => run.size(SMALL),
            Look::Strong(_) => run.size(SMALL).bold(),
            Look::Faint => run.size(SMALLEST).color(PALE),
        };
        // A text that is read from the left stays so in a table that is not.
        let own = if is_arabic(&shown) { direction } else { Direction::LeftToRight };
        cell = cell.add_paragraph(paragraph(own).add_run(run));
    }
    // A cell without a paragraph is none that Word opens.
    if is_empty { cell.add_paragraph(Paragraph::new()) } else { cell }
}

#[cfg(test)]
mod tests {
    use super::{MARGIN, PAGE, columns};

    #[test]
    fn the_columns_fill_the_page_and_no_more() {
        let printable = PAGE.0 as usize - 2 * MARGIN as usize;
        let used: usize = columns().iter().map(|(_, width)| *width).sum();
        assert!((printable - 100..=printable).contains(&used), "{used} of {printable}");
    }
}
