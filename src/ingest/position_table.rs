//! Tables of numbers and positions without texts, as people keep them beside a report: positions of
//! recommendations that are known already.

use super::columns::Column;
use super::document_kind::DocumentKind;
use super::error::IngestError;
use super::intake::Intake;
use super::official::leading_numbers;
use super::paragraph_cells::ReadNumber;
use super::rejection_reason::RejectionReason;
use super::remark::Remark;
use super::table::Table;
use crate::domain::{Position, PositionList, PositionStatement, Session, StateCode};

/// Hands over the positions of a table, a list for each State and session.
///
/// # Errors
/// When a row names no State and nobody says which one is meant.
pub(super) fn take(table: &Table, intake: &mut Intake<'_>) -> Result<(), IngestError> {
    let Some(field) = table.number_field() else { return Ok(()) };
    table.remark(intake);
    let is_silent = intake.context.given.state.is_none() && !table.layout.has(Column::State);
    let assumed = intake.context.default_state.filter(|_| is_silent);
    let mut lists: Vec<PositionList> = Vec::new();
    for ((number, row), read) in table.below().zip(table.numbers(field)) {
        let place = table.place(number);
        let written = table.layout.cell(row, field);
        let taken = match statement(table, row, &place, written, read) {
            Ok(statement) => review(table, row, &place, intake)?.map(|review| (review, statement)),
            Err(reason) => Err(reason),
        };
        match taken {
            Ok(((state, session), statement)) => {
                match lists.iter_mut().find(|list| (list.state, list.session) == (state, session)) {
                    Some(list) => list.statements.push(statement),
                    None => {
                        let report = intake.context.given.symbol.clone();
                        lists.push(PositionList { report, symbol: None, state, session, statements: vec![statement] });
                    }
                }
            }
            Err(reason) => intake.reject(place, &reason, row.join(", ")),
        }
    }
    let rows: u64 = lists.iter().map(|list| list.statements.len() as u64).sum();
    if let Some(state) = assumed.filter(|_| rows > 0) {
        let state = intake.context.states.name(state);
        intake.remark_at(table.whole(), Remark::WorkspaceState { state, rows });
    }
    lists.into_iter().for_each(|list| intake.positions(list));
    Ok(())
}

fn statement(
    table: &Table,
    row: &[String],
    place: &str,
    written: &str,
    read: ReadNumber,
) -> Result<PositionStatement, RejectionReason> {
    let number = match read {
        ReadNumber::AsWritten => written.to_owned(),
        ReadNumber::Mended(number) => number,
        ReadNumber::InDoubt | ReadNumber::Unread => {
            return Err(RejectionReason::UnclearNumber { number: written.to_owned() });
        }
    };
    let (numbers, rest) = leading_numbers(&number);
    if numbers.is_empty() || !rest.is_empty() {
        return Err(RejectionReason::UnclearNumber { number });
    }
    let position = Position::from_words(table.layout.cell(row, Column::Position));
    let position = Some(position.ok_or(RejectionReason::UnclearPosition)?);
    let comment = table.layout.cell(row, Column::Assessment).to_owned();
    Ok(PositionStatement { place: place.to_owned(), position, numbers, comment })
}

/// The review that a row is about.
type Review = (StateCode, Option<Session>);

/// The State and the session of a row: its own, else those that the user says, else the workspace's. Inside,
/// why a row whose own are not understood is not taken: its position would go to another review.
///
/// # Errors
/// When the row names no State and nobody says which one is meant.
fn review(
    table: &Table,
    row: &[String],
    place: &str,
    intake: &mut Intake<'_>,
) -> Result<Result<Review, RejectionReason>, IngestError> {
    let context = intake.context;
    let name = table.layout.cell(row, Column::State);
    let state = if name.is_empty() {
        let path = || intake.file.path.clone();
        let said = context.given.state.or(context.default_state);
        said.ok_or_else(|| IngestError::NoState { path: path(), kind: DocumentKind::Addendum })?
    } else {
        let Some(named) = named(name, place, intake) else {
            return Ok(Err(RejectionReason::UnknownState { name: name.to_owned() }));
        };
        named
    };
    let words = table.layout.cell(row, Column::Session);
    match Session::from_words(words).or(context.given.session) {
        None if !words.is_empty() => Ok(Err(RejectionReason::UnclearSession { words: words.to_owned() })),
        session => Ok(Ok((state, session))),
    }
}

/// The State that a cell names; a remark tells which one a misspelt name was taken for.
fn named(name: &str, place: &str, intake: &mut Intake<'_>) -> Option<StateCode> {
    let states = intake.context.states;
    states.find(name).or_else(|| {
        let code = states.find_misspelt(name)?;
        intake.remark_at(place.to_owned(), Remark::Misspelt { name: name.to_owned(), state: states.name(code) });
        Some(code)
    })
}
