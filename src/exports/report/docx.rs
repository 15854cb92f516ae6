//! A report as a Word document: real headings, numbered paragraphs, notes at the end, tables with repeated headings.

use std::io::{Cursor, Write};

use docx_rs::{
    AlignmentType, Docx, Footer, PageMargin, PageNum, Paragraph, Run, RunFonts, Shading, Style, StyleType, Table,
    TableCell, TableCellMargins, TableLayoutType, TableRow, VertAlignType, WidthType,
};

use super::{ReportWriter, WordedBlock, WordedReport, WordedSection};
use crate::domain::{Coded, Direction, Values};
use crate::exports::ExportError;
use crate::exports::docx_stream::{is_arabic, paragraph, turned, unnumbered};
use crate::i18n::Words;

/// A4, in twentieths of a point, and what is left between its margins.
const PAPER: (u32, u32) = (11_906, 16_838);
const MARGIN: i32 = 1_200;
const ACROSS: usize = 9_500;
/// Font sizes in half points.
const SMALL: usize = 17;
const BODY: usize = 21;
/// Ground of headings of tables.
const GROUND: &str = "D9E2F3";

/// The report as DOCX.
#[derive(Debug, Clone, Copy)]
pub struct ReportDocx;

impl ReportWriter for ReportDocx {
    fn write(&self, report: &WordedReport, words: &Words, out: &mut dyn Write) -> Result<(), ExportError> {
        let page = Page { words, direction: Direction::of(words.language()) };
        let mut document = page.front(report);
        let mut number = 0;
        for section in &report.sections {
            document = page.section(document, section, &mut number);
        }
        document = page.listed(document, "report-text-notes", &report.notes, Some(1));
        document = page.listed(document, "report-text-left-out", &report.left_out, None);
        let mut frame = document.build();
        frame.document = turned(unnumbered(frame.document), page.direction);
        frame.footers = frame.footers.into_iter().map(unnumbered).collect();
        let mut bytes = Cursor::new(Vec::new());
        frame.pack(&mut bytes).map_err(|error| ExportError::Docx(error.to_string()))?;
        out.write_all(bytes.get_ref())?;
        Ok(())
    }
}

struct Page<'w> {
    words: &'w Words,
    direction: Direction,
}

impl Page<'_> {
    fn front(&self, report: &WordedReport) -> Docx {
        let heading = |id: &str, name: &str, size: usize, level: usize| {
            let style = Style::new(id, StyleType::Paragraph).name(name).size(size).bold().color("1F4E79");
            style.based_on("Normal").next("Normal").outline_lvl(level)
        };
        let margins = PageMargin {
            top: MARGIN,
            left: MARGIN,
            bottom: MARGIN,
            right: MARGIN,
            header: 500,
            footer: 500,
            gutter: 0,
        };
        let foot = Paragraph::new().align(AlignmentType::Center).add_page_num(PageNum::new());
        let title = self.plain().add_run(Run::new().add_text(&report.title).size(36).bold());
        let document = Docx::new()
            .page_size(PAPER.0, PAPER.1)
            .page_margin(margins)
            .default_fonts(RunFonts::new().ascii("Calibri").hi_ansi("Calibri").cs("Arial"))
            .default_size(BODY)
            .add_style(heading("Heading1", "heading 1", 28, 0))
            .add_style(heading("Heading2", "heading 2", 24, 1))
            .footer(Footer::new().add_paragraph(foot))
            .add_paragraph(title);
        report
            .head
            .iter()
            .fold(document, |document, line| document.add_paragraph(self.line(line).add_run(Run::new().add_text(line))))
    }

    fn section(&self, document: Docx, section: &WordedSection, number: &mut usize) -> Docx {
        let style = if section.level == 1 { "Heading1" } else { "Heading2" };
        let mut heading = self.spaced(240).style(style).keep_next(true).add_run(Run::new().add_text(&section.heading));
        if let Some(note) = section.note {
            heading = heading.add_run(raised(note));
        }
        section
            .blocks
            .iter()
            .fold(document.add_paragraph(heading), |document, block| self.block(document, block, number))
    }

    fn block(&self, document: Docx, block: &WordedBlock, number: &mut usize) -> Docx {
        let run = |text: &str| Run::new().add_text(text);
        match block {
            WordedBlock::Paragraph(text) => {
                *number += 1;
                document.add_paragraph(self.spaced(120).add_run(run(&format!("{number}. {text}"))))
            }
            WordedBlock::Quote(text) => {
                document.add_paragraph(self.line(text).indent(Some(500), None, None, None).add_run(run(text).italic()))
            }
            WordedBlock::Item(text) => document
                .add_paragraph(self.plain().indent(Some(500), None, None, None).add_run(run(&format!("– {text}")))),
            WordedBlock::Gap(text) => {
                let marked = run(text).bold().highlight("yellow");
                document.add_paragraph(self.plain().indent(Some(500), None, None, None).add_run(marked))
            }
            WordedBlock::Table { columns, rows } => {
                document.add_table(self.table(columns, rows)).add_paragraph(Paragraph::new())
            }
        }
    }

    fn table(&self, columns: &[String], rows: &[Vec<Vec<String>>]) -> Table {
        let widths = widths(columns.len(), rows);
        let head = columns.iter().zip(&widths).map(|(column, width)| {
            let run = Run::new().add_text(column).size(SMALL).bold();
            let cell = TableCell::new().width(*width, WidthType::Dxa).shading(Shading::new().fill(GROUND));
            cell.add_paragraph(self.plain().add_run(run))
        });
        let mut all = vec![TableRow::new(head.collect()).cant_split()];
        for row in rows {
            let cells = row.iter().zip(&widths).map(|(lines, width)| {
                let cell = TableCell::new().width(*width, WidthType::Dxa);
                let filled = lines.iter().fold(cell.clone(), |cell, line| {
                    cell.add_paragraph(self.line(line).add_run(Run::new().add_text(line).size(SMALL)))
                });
                // A cell without a paragraph makes a document that Word calls damaged.
                if lines.is_empty() { cell.add_paragraph(Paragraph::new()) } else { filled }
            });
            all.push(TableRow::new(cells.collect()));
        }
        Table::new(all)
            .set_grid(widths.clone())
            .layout(TableLayoutType::Fixed)
            .width(widths.iter().sum(), WidthType::Dxa)
            .margins(TableCellMargins::new().margin(40, 70, 40, 70))
    }

    /// A list at the end; notes with their numbers.
    fn listed(&self, document: Docx, code: &str, lines: &[String], first: Option<usize>) -> Docx {
        if lines.is_empty() {
            return document;
        }
        let heading = self.words.coded(&Coded { code: code.to_owned(), values: Values::new() });
        let heading = self.spaced(360).style("Heading1").keep_next(true).add_run(Run::new().add_text(heading));
        lines.iter().enumerate().fold(document.add_paragraph(heading), |document, (at, line)| {
            let mark = first.map_or_else(|| "– ".to_owned(), |first| format!("{}. ", first + at));
            let run = Run::new().add_text(format!("{mark}{line}")).size(SMALL);
            document.add_paragraph(self.plain().add_run(run))
        })
    }

    fn spaced(&self, before: u32) -> Paragraph {
        self.plain().line_spacing(docx_rs::LineSpacing::new().before(before).after(60))
    }

    /// A paragraph for a text that may be in another script than the page.
    fn line(&self, text: &str) -> Paragraph {
        match self.direction {
            Direction::RightToLeft if !is_arabic(text) => Paragraph::new().align(AlignmentType::Right),
            _ => self.plain(),
        }
    }

    fn plain(&self) -> Paragraph {
        paragraph(self.direction)
    }
}

/// The number of a note, raised.
fn raised(note: usize) -> Run {
    let mut run = Run::new().add_text(format!(" {note}"));
    run.run_property = run.run_property.vert_align(VertAlignType::SuperScript);
    run
}

/// Widths of columns by how much stands in them, none narrower than a word.
fn widths(columns: usize, rows: &[Vec<Vec<String>>]) -> Vec<usize> {
    let letters = |at: usize| -> f64 {
        let cells = rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.iter().map(String::len).sum::<usize>());
        (cells.sum::<usize>() as f64).sqrt().max(1.0)
    };
    let shares: Vec<f64> = (0..columns).map(letters).collect();
    let all: f64 = shares.iter().sum();
    let least = ACROSS as f64 * 0.11;
    let free = ACROSS as f64 - least * columns as f64;
    shares.iter().map(|share| (least + share / all * free).floor() as usize).collect()
}
