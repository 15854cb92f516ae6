//! OHCHR's thematic lists and matrices, and any other table of recommendations in a document.
//!
//! Columns are recognised by their header words and not by position, so the four layouts that OHCHR
//! has used, and tables that ministries made of them, are one reader. The first cell of a row holds
//! number, text, recommending States and the source of the position; the cell of themes may hold
//! affected persons and SDGs under lines of their own. A recommendation that stands under several
//! themes is one record.

use std::collections::HashMap;

use super::cell_words::is_everyone;
use super::items::Numbers;
use super::label::{Label, label};
use super::page::Page;
use crate::domain::vocabulary::fold;
use crate::ingest::columns::{Column, Layout};
use crate::ingest::context::Context;
use crate::ingest::document::{Document, Row};
use crate::ingest::error::IngestError;
use crate::ingest::intake::Intake;
use crate::ingest::raw_record::RawRecord;
use crate::ingest::rejection_reason::RejectionReason;
use crate::ingest::remark::Remark;
use crate::ingest::values::issues;
use crate::text::phrasebook::Phrase;

/// The header stands among the first rows of a table.
const HEADER_ROWS: usize = 6;

/// What the tables of a document look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Recommendations with positions or themes, in the first column of which numbers stand.
    Matrix,
    /// Some other table with a column of texts.
    Table,
}

/// Looks for a table of recommendations.
pub(super) fn shape(document: &Document, context: &Context<'_>) -> Option<Shape> {
    let header = headers(document, context).into_iter().next()?;
    let is_matrix = header.layout.has(Column::Position) || header.layout.has(Column::Themes);
    let is_numbered =
        document.rows().any(|row| row.cells.first().is_some_and(|c| matches!(label(&c.text()).0, Label::Item { .. })));
    Some(if is_matrix && is_numbered { Shape::Matrix } else { Shape::Table })
}

/// A header row.
struct Header {
    table: usize,
    place: String,
    layout: Layout,
}

/// The header of each table that has one with a column of texts.
fn headers(document: &Document, context: &Context<'_>) -> Vec<Header> {
    let mut found: HashMap<usize, (usize, Option<Header>)> = HashMap::new();
    for row in document.rows() {
        let entry = found.entry(row.table).or_default();
        entry.0 += 1;
        if entry.0 > HEADER_ROWS || entry.1.is_some() {
            continue;
        }
        let cells: Vec<String> = row.columns().iter().map(|cell| cell.text()).collect();
        let layout = Layout::of(&cells, context.columns);
        // A merged heading over the whole table repeats itself in every column.
        let is_header = layout.has(Column::Text) && layout.recognised() > 1 && row.cells.len() > 1;
        entry.1 = is_header.then(|| Header { table: row.table, place: row.place.clone(), layout });
    }
    let mut headers: Vec<Header> = found.into_values().filter_map(|(_, header)| header).collect();
    headers.sort_by_key(|header| header.table);
    headers
}

/// Reads all tables of recommendations.
pub(super) fn read(page: &Page<'_>, intake: &mut Intake<'_>) -> Result<(), IngestError> {
    let mut reader = Reader { page, theme: String::new(), rows: Vec::new(), by_number: HashMap::new(), comments: 0 };
    let headers = headers(page.document, page.context);
    headers.iter().try_for_each(|header| header.layout.check(page.context.columns))?;
    headers.iter().for_each(|header| remark_unused(page.document, header, intake));
    let mut header: Option<&Header> = None;
    for row in page.document.rows() {
        let own = headers.iter().find(|h| h.table == row.table);
        // A table that goes on after a break has no header of its own but the same columns.
        header = own.or(header.filter(|h| h.layout.headers.len() == row.columns().len()));
        if let Some(header) = header.filter(|h| h.place != row.place) {
            reader.row(row, &header.layout, intake);
        }
    }
    if reader.comments > 0 {
        intake.remark(Remark::Assessments { count: reader.comments });
    }
    let mut numbers = Numbers::default();
    for (place, raw) in reader.rows {
        numbers.note(&raw.paragraph);
        intake.offer(place, raw);
    }
    numbers.remarks().into_iter().for_each(|remark| intake.remark(remark));
    Ok(())
}

/// Names the columns of a table that are not kept, with how many of their cells hold something.
fn remark_unused(document: &Document, header: &Header, intake: &mut Intake<'_>) {
    for (at, heading) in header.layout.unused() {
        let below = document.rows().filter(|row| row.table == header.table && row.place != header.place);
        let cells = below.filter(|row| row.columns().get(at).is_some_and(|cell| !cell.text().trim().is_empty()));
        let cells = cells.count() as u64;
        if cells > 0 {
            intake.remark_at(header.place.clone(), Remark::UnusedColumn { heading: heading.to_owned(), cells });
        }
    }
}

struct Reader<'a> {
    page: &'a Page<'a>,
    /// The theme that the rows stand under.
    theme: String,
    rows: Vec<(String, RawRecord)>,
    by_number: HashMap<String, usize>,
    comments: u64,
}

impl Reader<'_> {
    fn row(&mut self, row: &Row, layout: &Layout, intake: &mut Intake<'_>) {
        let filled: Vec<String> =
            row.cells.iter().map(|cell| cell.text()).filter(|text| !text.trim().is_empty()).collect();
        let Some(first) = filled.first() else { return };
        if let Some((_, end)) = Phrase::ThemeRow.find(first.trim()).filter(|_| filled.len() == 1) {
            self.theme = first.trim()[end..].trim().to_owned();
            return;
        }
        if is_header_again(row, layout) {
            return;
        }
        let raw = self.raw_record(row, layout);
        if filled.len() == 1 && raw.paragraph.is_empty() {
            if row.cells.len() > 1 && super::items::looks_like_one(first, self.page.context.states) {
                intake.reject(row.place.clone(), &RejectionReason::LoneText, first.clone());
            }
            return;
        }
        let key =
            [&raw.symbol, &raw.session, &raw.body, &raw.states.join(","), &raw.paragraph].map(String::as_str).join("|");
        match self.by_number.get(&key).copied().filter(|_| !raw.paragraph.is_empty()) {
            Some(at) if fold(&self.rows[at].1.text) == fold(&raw.text) => add_themes(&mut self.rows[at].1, raw),
            Some(at) => {
                let (number, place) = (raw.paragraph, self.rows[at].0.clone());
                intake.reject(row.place.clone(), &RejectionReason::NumberTaken { number, place }, raw.text);
            }
            None => {
                self.by_number.insert(key, self.rows.len());
                self.rows.push((row.place.clone(), raw));
            }
        }
    }

    fn raw_record(&mut self, row: &Row, layout: &Layout) -> RawRecord {
        let columns = row.columns();
        let lines =
            |column: Column| layout.place(column).and_then(|at| columns.get(at)).map_or(&[][..], |cell| &cell.lines);
        let cell = |column: Column| lines(column).join(" ").trim().to_owned();
        let (text, source) = split_source(lines(Column::Text));
        let (text, remark) = split_comment(&text);
        let themes = ThemeCell::of(lines(Column::Themes));
        let (number, rest) = label(&text);
        let paragraph = match number {
            Label::Item { main, item } => format!("{main}.{item}"),
            Label::Main(number) => number.to_string(),
            _ => cell(Column::Paragraph),
        };
        let text = if paragraph.is_empty() { text.clone() } else { rest.to_owned() };
        let comment = [remark.as_str(), &cell(Column::Assessment)].join(" ").trim().to_owned();
        self.comments += u64::from(!comment.is_empty());
        let head = self.page.head;
        let mut raw = RawRecord {
            kind: cell(Column::Kind),
            body: head.body.as_ref().map(ToString::to_string).unwrap_or_default(),
            symbol: head.symbol.as_ref().map(ToString::to_string).unwrap_or_default(),
            states: head.state.map(String::from).into_iter().collect(),
            session: head.session.map(|s| s.to_string()).unwrap_or_default(),
            recommending: lines(Column::RecommendingStates).to_vec(),
            position: lines(Column::Position).join("/"),
            position_source: source,
            is_read: true,
            neighbours: head.language,
            published: String::new(),
            source_id: cell(Column::SourceId),
            paragraph,
            text,
            comment,
            themes: themes.themes,
            persons: [themes.persons, items(lines(Column::Persons))].concat(),
            sdgs: [themes.sdgs, items(lines(Column::Sdgs))].concat(),
            ..RawRecord::default()
        };
        if raw.themes.is_empty() && !self.theme.is_empty() {
            raw.themes.push(self.theme.clone());
        }
        own_columns(&mut raw, &cell);
        raw
    }
}

/// What a table says in columns of its own, where the document does not say it for all rows.
fn own_columns(raw: &mut RawRecord, cell: &dyn Fn(Column) -> String) {
    let own = |field: &mut String, column: Column| {
        let value = cell(column);
        if !value.is_empty() {
            *field = value;
        }
    };
    own(&mut raw.symbol, Column::Symbol);
    own(&mut raw.session, Column::Session);
    own(&mut raw.body, Column::Body);
    raw.mechanism = cell(Column::Mechanism);
    // A row that names its mechanism is not of the body that the document is named after.
    if !raw.mechanism.is_empty() && cell(Column::Body).is_empty() {
        raw.body.clear();
    }
    raw.published = cell(Column::Published);
    raw.language = cell(Column::Language);
    raw.action = cell(Column::Action);
    raw.issues = issues(&cell(Column::Issues));
    let state = cell(Column::State);
    if !state.is_empty() {
        raw.states = vec![state];
    }
}

/// Headers are repeated on every page in some documents.
fn is_header_again(row: &Row, layout: &Layout) -> bool {
    let cells: Vec<String> = row.columns().iter().map(|cell| fold(&cell.text())).collect();
    cells.len() == layout.headers.len() && cells.iter().zip(&layout.headers).all(|(cell, header)| *cell == fold(header))
}

fn add_themes(known: &mut RawRecord, again: RawRecord) {
    let fields =
        [(&mut known.themes, again.themes), (&mut known.persons, again.persons), (&mut known.sdgs, again.sdgs)];
    for (field, values) in fields {
        values.into_iter().for_each(|value| {
            if !field.contains(&value) {
                field.push(value);
            }
        });
    }
}

/// The text of the first cell, and the source of the position that stands under it.
fn split_source(lines: &[String]) -> (String, String) {
    let source = lines.iter().position(|line| Phrase::SourceOfPosition.is_in(line));
    let (text, source) = lines.split_at(source.unwrap_or(lines.len()));
    let source = source.join(" ");
    let end = Phrase::SourceOfPosition.find(&source).map_or(0, |(_, end)| end);
    (text.join(" ").trim().to_owned(), source[end..].trim().to_owned())
}

/// A remark of the editors after the recommending States: "(Latvia); Comments: …".
fn split_comment(text: &str) -> (String, String) {
    let found =
        Phrase::CommentLine.find(text).filter(|(start, _)| text[..*start].trim_end().ends_with([';', ')', '.']));
    match found {
        Some((start, end)) => (text[..start].trim().to_owned(), text[end..].trim().to_owned()),
        None => (text.to_owned(), String::new()),
    }
}

/// The cell of themes, with persons and SDGs under lines of their own.
#[derive(Default)]
struct ThemeCell {
    themes: Vec<String>,
    persons: Vec<String>,
    sdgs: Vec<String>,
}

impl ThemeCell {
    fn of(lines: &[String]) -> Self {
        let mut cell = Self::default();
        let mut part = 0;
        for line in lines {
            let heads = [(Phrase::PersonsLine, 1), (Phrase::SdgsLine, 2)];
            let found = heads.iter().find_map(|(phrase, part)| Some((*part, phrase.find(line.trim())?.1)));
            let rest = match found {
                Some((next, end)) => {
                    part = next;
                    &line.trim()[end..]
                }
                None => line.as_str(),
            };
            let item = rest.trim().trim_start_matches(['-', '–', '•']).trim();
            let is_everyone = part == 1 && is_everyone(item);
            if !item.is_empty() && !is_everyone {
                [&mut cell.themes, &mut cell.persons, &mut cell.sdgs][part].push(item.to_owned());
            }
        }
        cell
    }
}

fn items(lines: &[String]) -> Vec<String> {
    let bare = lines.iter().map(|line| line.trim().trim_start_matches(['-', '–', '•']).trim().to_owned());
    bare.filter(|item| !item.is_empty()).collect()
}
