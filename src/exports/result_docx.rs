//! Search results as a Word document: what they are on the first page, then record by record.

use std::io::Write;

use docx_rs::{
    AlignmentType, BreakType, BuildXML, Docx, Footer, PageNum, Paragraph, Run, RunFonts, Shading, Table, TableCell,
    TableCellMargins, TableLayoutType, TableRow, WidthType,
};

use super::ExportError;
use super::caption::Caption;
use super::docx_stream::{self, directed, paragraph, paragraph_of};
use super::hits::HitRow;
use super::result_set::{ResultSet, ResultWriter};
use crate::domain::{Direction, Kind, Position};
use crate::i18n::Words;
use crate::text::printable::printable;

/// Widths of the two columns, in twentieths of a point; together A4 less its margins.
const WIDTHS: [usize; 2] = [2400, 6600];
/// Font sizes in half points.
const SMALL: usize = 18;
const BODY: usize = 21;
const LARGE: usize = 32;
/// Values of a field in the counts of the first page.
const VALUES: usize = 8;

/// Before this the records are written: the layout of the last pages ends a body.
const END_OF_BODY: &str = "<w:sectPr";

/// Results as DOCX.
#[derive(Debug, Clone, Copy)]
pub struct ResultDocx;

impl ResultWriter for ResultDocx {
    fn write(&self, set: &ResultSet, words: &Words, out: &mut dyn Write) -> Result<(), ExportError> {
        let direction = Direction::of(words.language());
        let document = Docx::new()
            .default_fonts(RunFonts::new().ascii("Calibri").hi_ansi("Calibri").cs("Arial"))
            .default_size(BODY)
            .footer(
                Footer::new().add_paragraph(Paragraph::new().align(AlignmentType::Right).add_page_num(PageNum::new())),
            )
            .add_paragraph(paragraph(direction).add_run(written(&set.title).size(LARGE).bold()))
            .add_table(about(set, words))
            .add_paragraph(Paragraph::new().add_run(Run::new().add_break(BreakType::Page)));
        let paragraphs = set.records.iter().flat_map(|row| record(row, words));
        let mut frame = document.build();
        frame.document = directed(frame.document, direction);
        let paragraphs = paragraphs.map(|paragraph| directed(paragraph.build(), direction));
        docx_stream::write(frame, END_OF_BODY, paragraphs, out)
    }
}

fn about(set: &ResultSet, words: &Words) -> Table {
    let mut rows: Vec<TableRow> = set.about.iter().map(|about| line(&about.name, &about.value)).collect();
    for (field, mut values) in counts_by_field(set, words) {
        let count = values.len();
        values.truncate(VALUES);
        if count > VALUES {
            values.push(words.say(&Caption::MoreValues { count }));
        }
        let name = words.say(&Caption::RecordsBy { field: field.replace('_', " ") });
        rows.push(line(&name, &values.join(", ")));
    }
    Table::new(rows)
        .set_grid(WIDTHS.to_vec())
        .layout(TableLayoutType::Fixed)
        .width(WIDTHS.iter().sum(), WidthType::Dxa)
        .margins(TableCellMargins::new().margin(60, 90, 60, 90))
}

/// The counts of each field, those of one level together; most frequent values first, as they come.
fn counts_by_field(set: &ResultSet, words: &Words) -> Vec<(String, Vec<String>)> {
    let mut fields: Vec<(String, Vec<String>)> = Vec::new();
    for line in &set.counts {
        let level = line.level_shown(words);
        let field = if level.is_empty() { line.field.clone() } else { format!("{}, {level}", line.field) };
        let counted = format!("{} {}", line.shown(words), line.records);
        // Records without a value are told of behind the last level of their field.
        let of_field = format!("{}, ", line.field);
        let is_it = |known: &str| known == field || (line.value.is_empty() && known.starts_with(&of_field));
        match fields.iter_mut().rev().find(|(known, _)| is_it(known)) {
            Some((_, values)) => values.push(counted),
            None => fields.push((field, vec![counted])),
        }
    }
    fields
}

fn line(name: &str, value: &str) -> TableRow {
    let cell = |text: &str, width: usize| {
        let run = written(text).size(SMALL);
        TableCell::new().width(width, WidthType::Dxa).add_paragraph(paragraph_of(text).add_run(run))
    };
    let name = cell(name, WIDTHS[0]).shading(Shading::new().fill("D9E2F3"));
    TableRow::new(vec![name, cell(value, WIDTHS[1])]).cant_split()
}

/// The date of a record; where it has none its session and year, as far as they are known.
fn occasion(row: &HitRow, words: &Words) -> String {
    let (session, year) = (row.session.clone(), row.year.clone());
    match (row.date.as_str(), row.session.as_str(), row.year.as_str()) {
        ("", "", year) => year.to_owned(),
        ("", _, "") => words.say(&Caption::Session { session }),
        ("", ..) => words.say(&Caption::SessionOfYear { session, year }),
        (date, ..) => date.to_owned(),
    }
}

/// A run of text; what a document could not hold is left out of it.
fn written(text: &str) -> Run {
    Run::new().add_text(printable(text))
}

/// A record: its reference and facts, then its text.
fn record(row: &HitRow, words: &Words) -> [Paragraph; 3] {
    let states = row.recommending_states.replace('|', ", ");
    let by = if states.is_empty() { String::new() } else { words.say(&Caption::By { states }) };
    let number = || Caption::Cluster { number: row.cluster.clone() };
    let cluster = if row.cluster.is_empty() { String::new() } else { words.say(&number()) };
    // On a pledge no position is due.
    let is_due = row.kind == Kind::Recommendation.code();
    let position = Position::from_words(&row.position).filter(|position| is_due || *position != Position::None);
    let position = position.map_or_else(String::new, |position| words.coded(&position.brief()));
    let occasion = occasion(row, words);
    let facts = [row.state.as_str(), position.as_str(), occasion.as_str(), by.as_str(), cluster.as_str()];
    let facts: Vec<&str> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
    let head = paragraph(Direction::of(words.language()))
        .keep_next(true)
        .add_run(written(&row.reference).bold())
        .add_run(written(&format!("   {}", facts.join(", "))).size(SMALL).color("595959"));
    let text = paragraph_of(&row.text).add_run(written(&row.text));
    [head, text, Paragraph::new()]
}
