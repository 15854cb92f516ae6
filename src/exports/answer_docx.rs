//! Answers as a Word document: what they are, then a table for each.

use std::io::{Cursor, Write};

use docx_rs::{
    AlignmentType, Docx, Footer, PageMargin, PageNum, PageOrientationType, Paragraph, Pic, Run, RunFonts, Shading,
    Table, TableCell, TableCellMargins, TableLayoutType, TableRow, WidthType,
};

use super::ExportError;
use super::about_line::AboutLine;
use super::answer_picture::AnswerPicture;
use super::answer_tables::{AnswerCell, AnswerTable, AnswerTables, AnswerWriter};
use super::docx_stream::{described, paragraph_of, turned};
use crate::domain::Direction;
use crate::i18n::Words;
use crate::text::printable::printable;

/// A4 across: width, height, margins, in twentieths of a point.
const PAPER: (u32, u32) = (16_838, 11_906);
const MARGIN: i32 = 1000;
/// What is left between the margins.
const WIDTH: usize = 14_800;
/// What a figure may take of a page, in pixels of 96 to an inch; the heading of a table has room under it.
const FIGURE: (u32, u32) = (980, 600);
/// English metric units to a pixel of 96 to an inch.
const EMU: f64 = 9_525.0;
/// Width of the names of what tables are.
const NAMES: usize = 2600;
/// Font sizes in half points.
const SMALL: usize = 17;
const BODY: usize = 20;
const LARGE: usize = 30;
/// What a letter of small print takes, and what stands beside the text of a cell.
const LETTER: usize = 90;
const BESIDE: usize = 180;
/// Longer words are broken, and longer texts make a column no wider, in letters.
const LONGEST_WORD: usize = 11;
const WIDEST: usize = 80;
/// Ground of headings.
const GROUND: &str = "D9E2F3";

/// Answers as DOCX.
#[derive(Debug, Clone, Copy)]
pub struct AnswerDocx;

impl AnswerWriter for AnswerDocx {
    fn write(&self, tables: &AnswerTables, words: &Words, out: &mut dyn Write) -> Result<(), ExportError> {
        let margins = PageMargin {
            top: MARGIN,
            left: MARGIN,
            bottom: MARGIN,
            right: MARGIN,
            header: 400,
            footer: 400,
            gutter: 0,
        };
        let footer = Paragraph::new().align(AlignmentType::Right).add_page_num(PageNum::new());
        let mut document = Docx::new()
            .page_size(PAPER.0, PAPER.1)
            .page_orient(PageOrientationType::Landscape)
            .page_margin(margins)
            .default_fonts(RunFonts::new().ascii("Calibri").hi_ansi("Calibri").cs("Arial"))
            .default_size(BODY)
            .footer(Footer::new().add_paragraph(footer))
            .add_paragraph(paragraph_of(&tables.title).add_run(written(&tables.title).size(LARGE).bold()))
            .add_table(about(tables));
        for (number, picture) in (1..).zip(&tables.pictures) {
            document = document.add_paragraph(figure(number, picture));
        }
        for table in &tables.tables {
            let heading = paragraph_of(&table.name).keep_next(true).add_run(written(&table.name).size(BODY).bold());
            document = document.add_paragraph(Paragraph::new()).add_paragraph(heading).add_table(laid_out(table));
        }
        let mut bytes = Cursor::new(Vec::new());
        let mut frame = document.build();
        let descriptions = tables.pictures.iter().map(|picture| picture.description.as_str());
        frame.document = described(turned(frame.document, Direction::of(words.language())), descriptions);
        frame.pack(&mut bytes).map_err(|error| ExportError::Docx(error.to_string()))?;
        out.write_all(bytes.get_ref())?;
        Ok(())
    }
}

/// A figure in a paragraph of its own. Its number is that in this document: the library counts on over documents.
fn figure(number: usize, picture: &AnswerPicture) -> Paragraph {
    let extent = picture.within(FIGURE.0, FIGURE.1);
    let drawn = Pic::new_with_dimensions(picture.png.clone(), picture.width, picture.height)
        .id(format!("rIdFigure{number}"))
        .size((extent.width * EMU) as u32, (extent.height * EMU) as u32);
    Paragraph::new().align(AlignmentType::Center).add_run(Run::new().add_image(drawn))
}

fn about(tables: &AnswerTables) -> Table {
    let widths = vec![NAMES, WIDTH - NAMES];
    let row = |AboutLine { name, value }: &AboutLine| {
        let name = cell(name, widths[0], AlignmentType::Left).shading(Shading::new().fill(GROUND));
        TableRow::new(vec![name, cell(value, widths[1], AlignmentType::Left)])
    };
    framed(tables.about.iter().map(row).collect(), widths.clone())
}

fn laid_out(table: &AnswerTable) -> Table {
    let columns = table.columns_for_people();
    let widths = widths(table, &columns);
    let heading = |(at, width): (&usize, &usize)| {
        cell(table.columns[*at], *width, AlignmentType::Left).shading(Shading::new().fill(GROUND))
    };
    let mut rows = vec![TableRow::new(columns.iter().zip(&widths).map(heading).collect()).cant_split()];
    for row in &table.rows {
        let cells = columns.iter().zip(&widths).map(|(at, width)| match &row[*at] {
            AnswerCell::Text(text) => cell(text, *width, AlignmentType::Left),
            number => cell(&number.shown(), *width, AlignmentType::Right),
        });
        rows.push(TableRow::new(cells.collect()));
    }
    framed(rows, widths)
}

/// Widths of columns: each has room for its longest word, and what is left goes to long texts.
fn widths(table: &AnswerTable, columns: &[usize]) -> Vec<usize> {
    let least: Vec<usize> =
        columns.iter().map(|at| table.longest_word(*at).min(LONGEST_WORD) * LETTER + BESIDE).collect();
    let parts: Vec<usize> = columns.iter().map(|at| table.usual_length(*at).clamp(1, WIDEST)).collect();
    let (taken, all) = (least.iter().sum::<usize>().max(1), parts.iter().sum::<usize>().max(1));
    if taken > WIDTH {
        return least.iter().map(|own| WIDTH * own / taken).collect();
    }
    least.iter().zip(&parts).map(|(own, part)| own + (WIDTH - taken) * part / all).collect()
}

fn framed(rows: Vec<TableRow>, widths: Vec<usize>) -> Table {
    let whole = widths.iter().sum();
    Table::new(rows)
        .set_grid(widths)
        .layout(TableLayoutType::Fixed)
        .width(whole, WidthType::Dxa)
        .margins(TableCellMargins::new().margin(40, 80, 40, 80))
}

fn cell(text: &str, width: usize, align: AlignmentType) -> TableCell {
    let paragraph = paragraph_of(text).align(align).add_run(written(text).size(SMALL));
    TableCell::new().width(width, WidthType::Dxa).add_paragraph(paragraph)
}

/// A run of text; what a document could not hold is left out of it.
fn written(text: &str) -> Run {
    Run::new().add_text(printable(text))
}

#[cfg(test)]
mod tests {
    use super::{AnswerCell, AnswerDocx, AnswerTable, AnswerTables, AnswerWriter, WIDTH, widths};
    use crate::exports::AboutLine;
    use crate::i18n::Words;

    #[test]
    fn the_same_answer_makes_the_same_document_and_columns_fill_the_page() {
        let table = AnswerTable {
            name: "Shares".to_owned(),
            columns: vec!["row", "n", "share"],
            rows: vec![vec![
                AnswerCell::Text("Build schools in all villages".to_owned()),
                AnswerCell::Count(2),
                AnswerCell::Number(Some(12.5)),
            ]],
        };
        let found = widths(&table, &table.columns_for_people());
        assert!(found[0] > found[1] && found.iter().sum::<usize>() <= WIDTH, "{found:?}");
        let (title, about) = ("Shares".to_owned(), vec![AboutLine::of("Unit", "pairs")]);
        let tables =
            AnswerTables { title, about, answer: serde_json::Value::Null, pictures: Vec::new(), tables: vec![table] };
        let bytes = || {
            let mut out = Vec::new();
            AnswerDocx.write(&tables, Words::english(), &mut out).unwrap();
            out
        };
        assert!(bytes() == bytes() && bytes().starts_with(b"PK"));
    }
}
