//! The rows of a table as rows of the intake: each by its columns, with what the column says of its cells.

use super::body_signs::may_name_body;
use super::columns::{Column, Layout};
use super::intake::Intake;
use super::number_cell::{self, holds_spans, span};
use super::paragraph_cells::ReadNumber;
use super::raw_record::RawRecord;
use super::rejection_reason::RejectionReason;
use super::remark::Remark;
use super::row_checks::{is_error, is_note, is_total};
use super::table::Table;
use super::values::{issues, lines};
use crate::domain::vocabulary::{PositionWord, position_words};
use crate::domain::{Doubt, DoubtReason, Language, StateCode, Symbol};
use crate::text::language::common;
use crate::text::phrasebook::Phrase;

/// The column by which UHRI's sheet is told from others.
const UHRI_ID: &str = "OHCHR Annotation Id";
/// Texts of a column that are looked at to tell its language, and the longest of them.
const SAMPLE: usize = 300;
const LONGEST_OF_SAMPLE: usize = 10_000;
/// How sure a number is that may have lost a zero, or that is a day.
const UNSURE_NUMBER: f32 = 0.5;

/// Offers all rows of a table.
pub(super) fn take(mut table: Table, intake: &mut Intake<'_>) {
    table.remark(intake);
    let neighbours = language(&table);
    let numbers = table.numbers(Column::Paragraph);
    let fields = table.layout.fields();
    let is_uhri = table.layout.headers.iter().any(|header| header.trim() == UHRI_ID);
    let (unnamed, mut assumed) = (Unnamed::of(&table), Assumed::of(&table, intake));
    let holds_spans = holds_spans(table.below().map(|(_, row)| table.layout.cell(row, Column::Paragraph)));
    let status = StatusColumn::of(&table);
    for ((number, mut row), read) in table.take_rows().zip(numbers) {
        let place = table.place(number);
        if let Some(reason) = no_record(&row, &table.layout) {
            intake.reject(place, &reason, filled(&row).join(", "));
            continue;
        }
        clear_errors(&mut row, &fields, &place, intake);
        let lists_states = assumed.rows_say_theirs;
        let mut raw = RawRecord { neighbours, lists_states, ..raw_record(&row, &table.layout, status) };
        let read = if holds_spans && span(&raw.paragraph).is_some() { ReadNumber::Unread } else { read };
        set_number(&mut raw, read, &place, intake);
        unnamed.complete(&mut raw, &row);
        assumed.count(&raw);
        // In UHRI's sheet no column holds an action; a table's own "Action" may be anything.
        if is_uhri {
            raw.action.clear();
        }
        intake.offer(place, raw);
    }
    assumed.remark(&table, intake);
}

/// Columns that only tables of the review have.
const OF_REVIEW: [Column; 4] = [Column::RecommendingStates, Column::Session, Column::Cycle, Column::Position];

/// Where the body of a row may be named that has none in its own columns.
struct Unnamed {
    /// Columns that hold no field, or one in which bodies are named in passing.
    free: Vec<usize>,
    sheet: String,
    is_of_review: bool,
}

impl Unnamed {
    fn of(table: &Table) -> Self {
        let in_passing = |column| matches!(column, Column::Aside | Column::SourceId | Column::Symbol);
        let fields = table.layout.fields();
        let is_free = |at: &usize| !fields.iter().any(|(column, place)| place == at && !in_passing(*column));
        Self {
            free: (0..table.layout.headers.len()).filter(is_free).collect(),
            sheet: table.name().to_owned(),
            is_of_review: OF_REVIEW.iter().any(|column| table.layout.has(*column)),
        }
    }

    fn complete(&self, raw: &mut RawRecord, row: &[String]) {
        if !raw.body.is_empty() {
            return;
        }
        let cells = self.free.iter().filter_map(|at| row.get(*at)).map(|cell| cell.trim());
        raw.elsewhere = cells.filter(|cell| !cell.is_empty() && may_name_body(cell)).map(str::to_owned).collect();
        raw.sheet.clone_from(&self.sheet);
        raw.is_of_review = self.is_of_review;
    }
}

/// What the column of a table holds that is headed "Status".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum StatusColumn {
    /// How far the State has come.
    Progress,
    /// What the State has said to the recommendation.
    Positions,
}

impl StatusColumn {
    /// Positions where some cell accepts or notes, no cell speaks of implementation alone, and no other column
    /// holds them: "in progress" is no answer of the State.
    fn of(table: &Table) -> Self {
        let cells = || table.below().map(|(_, row)| table.layout.cell(row, Column::Status));
        let answers = |cell: &str| {
            let words = position_words(cell);
            words.iter().any(|word| matches!(word, PositionWord::Support | PositionWord::Note))
        };
        let is_progress = |cell: &str| position_words(cell).contains(&PositionWord::Implemented) && !answers(cell);
        let is_free = !table.layout.has(Column::Position) && table.layout.has(Column::Status);
        if is_free && cells().any(answers) && !cells().any(is_progress) { Self::Positions } else { Self::Progress }
    }
}

/// Rows of a table that names no State, which are taken for those of the workspace's own.
struct Assumed {
    /// Whether rows of the table name theirs: one that names none is then about none alone.
    rows_say_theirs: bool,
    /// The State of the workspace; `None` when rows say theirs.
    state: Option<StateCode>,
    rows: u64,
}

impl Assumed {
    fn of(table: &Table, intake: &Intake<'_>) -> Self {
        let rows_say_theirs = table.below().any(|(_, row)| !table.layout.cell(row, Column::State).is_empty());
        Self { rows_say_theirs, state: intake.context.default_state.filter(|_| !rows_say_theirs), rows: 0 }
    }

    /// Counts a row, unless the symbol of its document says its State.
    fn count(&mut self, raw: &RawRecord) {
        let says_state = || Symbol::parse(&raw.symbol).is_some_and(|symbol| symbol.state().is_some());
        if self.state.is_some() && !raw.text.is_empty() && !says_state() {
            self.rows += 1;
        }
    }

    fn remark(&self, table: &Table, intake: &mut Intake<'_>) {
        let Some(state) = self.state.filter(|_| self.rows > 0) else { return };
        let state = intake.context.states.name(state);
        intake.remark_at(table.whole(), Remark::WorkspaceState { state, rows: self.rows });
    }
}

/// The cells of a row that hold something.
fn filled(row: &[String]) -> Vec<&str> {
    row.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect()
}

/// Why a row is none of the table's own.
fn no_record(row: &[String], layout: &Layout) -> Option<RejectionReason> {
    let text = layout.cell(row, Column::Text);
    if is_error(text) {
        return Some(RejectionReason::ErrorValue { value: text.to_owned() });
    }
    if is_note(row, text) {
        return Some(RejectionReason::Note);
    }
    is_total(row, text).then_some(RejectionReason::Total)
}

/// Empties the cells of known columns in which a formula failed, and names them.
fn clear_errors(row: &mut [String], fields: &[(Column, usize)], place: &str, intake: &mut Intake<'_>) {
    for (column, at) in fields {
        if let Some(cell) = row.get_mut(*at).filter(|cell| is_error(cell)) {
            let words = std::mem::take(cell);
            intake.remark_at(place.to_owned(), Remark::NotUnderstood { field: column.name().to_owned(), words });
        }
    }
}

/// Sets the number that the column tells, which is said where another stands in the cell; with a doubt where the
/// column does not tell it.
fn set_number(raw: &mut RawRecord, read: ReadNumber, place: &str, intake: &mut Intake<'_>) {
    let reason = match read {
        ReadNumber::AsWritten => return,
        ReadNumber::Mended(number) => {
            let written = std::mem::replace(&mut raw.paragraph, number.clone());
            intake.remark_at(place.to_owned(), Remark::NumberMended { written, number });
            return;
        }
        ReadNumber::InDoubt => DoubtReason::LostZero { number: raw.paragraph.clone() },
        ReadNumber::Unread => {
            let (field, words) = (Column::Paragraph.name().to_owned(), std::mem::take(&mut raw.paragraph));
            intake.remark_at(place.to_owned(), Remark::NotUnderstood { field: field.clone(), words: words.clone() });
            DoubtReason::NotUnderstood { field, words }
        }
    };
    raw.doubts.push(Doubt::new(reason, UNSURE_NUMBER));
}

/// The language of the texts of a table: that of most which tell theirs, else of all of them and the headings
/// together.
fn language(table: &Table) -> Option<Language> {
    let texts = || {
        let texts = table.below().map(|(_, row)| table.layout.cell(row, Column::Text));
        texts.filter(|text| !text.is_empty() && text.len() < LONGEST_OF_SAMPLE).take(SAMPLE)
    };
    common(texts()).or_else(|| {
        let all: Vec<&str> = table.layout.headers.iter().map(String::as_str).chain(texts()).collect();
        common(std::iter::once(all.join(" ").as_str()))
    })
}

fn raw_record(row: &[String], layout: &Layout, column: StatusColumn) -> RawRecord {
    let cell = |column| layout.cell(row, column).to_owned();
    let list = |column| lines(layout.cell(row, column));
    let status = layout.cell(row, Column::Status);
    let is_position = column == StatusColumn::Positions;
    RawRecord {
        source_id: cell(Column::SourceId),
        kind: cell(Column::Kind),
        is_headed: Phrase::RecommendationWord.is_in(layout.heading(Column::Text)),
        body: cell(Column::Body),
        mechanism: cell(Column::Mechanism),
        symbol: cell(Column::Symbol),
        paragraph: number_cell::spelt(layout.cell(row, Column::Paragraph)),
        states: list(Column::State),
        recommending: list(Column::RecommendingStates),
        session: cell(Column::Session),
        cycle: cell(Column::Cycle),
        position: if is_position { status.to_owned() } else { list(Column::Position).join("/") },
        published: cell(Column::Published),
        language: cell(Column::Language),
        text: cell(Column::Text),
        issues: issues(layout.cell(row, Column::Issues)),
        themes: list(Column::Themes),
        persons: list(Column::Persons),
        sdgs: list(Column::Sdgs),
        comment: comment(row, layout, Some(Column::Status).filter(|_| !is_position)),
        action: cell(Column::Action),
        responsible: cell(Column::Responsible),
        ..RawRecord::default()
    }
}

/// The assessment of a row, and under their headings who is responsible and how far it is.
fn comment(row: &[String], layout: &Layout, status: Option<Column>) -> String {
    let noted = |column: Column| {
        let cell = layout.cell(row, column);
        (!cell.is_empty()).then(|| format!("{}: {cell}", layout.heading(column)))
    };
    let assessment = Some(layout.cell(row, Column::Assessment).to_owned()).filter(|cell| !cell.is_empty());
    let all = [assessment, noted(Column::Responsible), status.and_then(noted)];
    all.into_iter().flatten().collect::<Vec<_>>().join("; ")
}
