//! Tables that go out as a Word document: A3 across, the key of each row in sight and as a bookmark, the codes of the
//! columns as bookmarks of their headings, the number of the dispatch in title, foot and properties.

use std::io::{Cursor, Write};

use docx_rs::{
    Docx, Footer, PageMargin, PageOrientationType, Paragraph, Run, RunFonts, Shading, Style, StyleType, Table,
    TableCell, TableCellMargins, TableLayoutType, TableRow, WidthType,
};

use super::DispatchFile;
use super::cells::{frame, is_open, shown, width};
use crate::domain::Direction;
use crate::domain::exchange::{Sheet, SheetColumn, part_title};
use crate::exports::ExportError;
use crate::exports::docx_stream::{paragraph, turned, unnumbered};

/// A3 across, in twentieths of a point.
const PAPER: (u32, u32) = (23_811, 16_838);
const MARGIN: i32 = 800;
/// What is left between the margins.
const ACROSS: f64 = 22_200.0;
/// Font sizes in half points.
const SMALL: usize = 16;
/// Grounds of headings, and of what is only shown.
const HEAD: &str = "D9E2F3";
const GREY: &str = "EDEDED";

/// Writes tables as DOCX.
///
/// # Errors
/// When the document cannot be made or written.
pub fn write_dispatch_docx(file: &DispatchFile<'_>, out: &mut dyn Write) -> Result<(), ExportError> {
    let page = Page { file, direction: Direction::of(file.language) };
    let mut document = page.front();
    let mut marks = 1;
    for sheet in file.sheets {
        let title = Run::new().add_text(part_title(sheet.part, file.language));
        document = document.add_paragraph(page.plain().style("Heading1").keep_next(true).add_run(title));
        document = document.add_table(page.table(sheet, &mut marks)).add_paragraph(Paragraph::new());
    }
    let mut frame = document.build();
    frame.document = turned(unnumbered(frame.document), page.direction);
    frame.footers = frame.footers.into_iter().map(unnumbered).collect();
    let mut bytes = Cursor::new(Vec::new());
    frame.pack(&mut bytes).map_err(|error| ExportError::Docx(error.to_string()))?;
    out.write_all(bytes.get_ref())?;
    Ok(())
}

struct Page<'f> {
    file: &'f DispatchFile<'f>,
    direction: Direction,
}

impl Page<'_> {
    /// Styles, title, and what is said to those who fill the tables in.
    fn front(&self) -> Docx {
        let margins = PageMargin {
            top: MARGIN,
            left: MARGIN,
            bottom: MARGIN,
            right: MARGIN,
            header: 400,
            footer: 400,
            gutter: 0,
        };
        let heading = Style::new("Heading1", StyleType::Paragraph).name("heading 1").size(28).bold().color("1F4E79");
        let foot = self.plain().add_run(Run::new().add_text(frame(self.file).dispatch()).size(SMALL));
        let title = Run::new().add_text(frame(self.file).title()).size(36).bold();
        let mut document = Docx::new()
            .page_size(PAPER.0, PAPER.1)
            .page_orient(PageOrientationType::Landscape)
            .page_margin(margins)
            .default_fonts(RunFonts::new().ascii("Calibri").hi_ansi("Calibri").cs("Arial"))
            .default_size(20)
            .add_style(heading.based_on("Normal").next("Normal").outline_lvl(0))
            .footer(Footer::new().add_paragraph(foot))
            .custom_property("Weft dispatch", self.file.number.to_string())
            .add_paragraph(self.plain().add_run(title));
        let is_there =
            |column: SheetColumn| self.file.sheets.iter().any(|sheet| sheet.part.access(column).is_some_and(is_open));
        let frame = frame(self.file);
        for line in frame.about().into_iter().chain(frame.offers(is_there)) {
            document = document.add_paragraph(self.plain().add_run(Run::new().add_text(line)));
        }
        document
    }

    fn table(&self, sheet: &Sheet, marks: &mut usize) -> Table {
        let columns = sheet.part.columns();
        let all: f64 = columns.iter().map(|(column, _)| width(*column)).sum();
        let widths: Vec<usize> =
            columns.iter().map(|(column, _)| (width(*column) / all * ACROSS).floor() as usize).collect();
        let mut marked = |paragraph: Paragraph, name: String| {
            let id = *marks;
            *marks += 1;
            paragraph.add_bookmark_start(id, name).add_bookmark_end(id)
        };
        let cell = |width: usize, ground: Option<&str>, paragraphs: Vec<Paragraph>| {
            let cell = TableCell::new().width(width, WidthType::Dxa);
            let cell = ground.map_or_else(|| cell.clone(), |fill| cell.clone().shading(Shading::new().fill(fill)));
            paragraphs.into_iter().fold(cell, TableCell::add_paragraph)
        };
        let head = columns.iter().zip(&widths).map(|((column, _), width)| {
            let run = Run::new().add_text(column.heading(self.file.language)).size(SMALL).bold();
            let paragraph = marked(self.plain(), format!("_wc_{}", column.code())).add_run(run);
            cell(*width, Some(HEAD), vec![paragraph])
        });
        let mut rows = vec![TableRow::new(head.collect()).cant_split()];
        for (key, sent) in &sheet.rows {
            let cells = columns.iter().zip(&widths).map(|((column, access), width)| {
                let ground = (!is_open(*access)).then_some(GREY);
                if *column == SheetColumn::Key {
                    let run = Run::new().add_text(key.to_string()).size(SMALL);
                    let name = format!("_w{}", key.to_string().replace('-', ""));
                    return cell(*width, ground, vec![marked(Paragraph::new(), name).add_run(run)]);
                }
                let text = shown(*column, sent, self.file.language);
                let lines = text.lines().map(|line| self.plain().add_run(Run::new().add_text(line).size(SMALL)));
                let lines: Vec<Paragraph> = lines.collect();
                // A cell without a paragraph makes a document that Word calls damaged.
                cell(*width, ground, if lines.is_empty() { vec![self.plain()] } else { lines })
            });
            rows.push(TableRow::new(cells.collect()));
        }
        Table::new(rows)
            .set_grid(widths.clone())
            .layout(TableLayoutType::Fixed)
            .width(widths.iter().sum(), WidthType::Dxa)
            .margins(TableCellMargins::new().margin(40, 60, 40, 60))
    }

    /// A paragraph in the direction of the language.
    fn plain(&self) -> Paragraph {
        paragraph(self.direction)
    }
}
