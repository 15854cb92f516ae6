//! Tables of numbers and positions without texts, as people keep them beside a report: positions of
//! recommendations that are known already.

use super::columns::Column;
use super::document_kind::DocumentKind;
use super::error::IngestError;
use super::intake::Intake;
use super::official::leading_numbers;
use super::paragraph_cells::ReadNumber;
use super::rejection_reason::RejectionReason;
use super::table::Table;
use crate::domain::{Position, PositionList, PositionStatement, Session, StateCode};

/// Hands over the positions of a table, a list for each State and session.
///
/// # Errors
/// When a row names no State and nobody says which one is meant.
pub(super) fn take(table: &Table, intake: &mut Intake<'_>) -> Result<(), IngestError> {
    let Some(field) = table.number_field() else { return Ok(()) };
    table.remark(intake);
    let mut lists: Vec<PositionList> = Vec::new();
    for ((number, row), read) in table.below().zip(table.numbers(field)) {
        let place = table.place(number);
        let written = table.layout.cell(row, field);
        match statement(table, row, &place, written, read) {
            Ok(statement) => {
                let (state, session) = review(table, row, intake)?;
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

/// The State and the session of a row: its own, else those that the user says, else the workspace's.
fn review(table: &Table, row: &[String], intake: &Intake<'_>) -> Result<(StateCode, Option<Session>), IngestError> {
    let context = intake.context;
    let name = table.layout.cell(row, Column::State);
    let named = context.states.find(name).or_else(|| context.states.find_misspelt(name));
    let state = if name.is_empty() { context.given.state.or(context.default_state) } else { named };
    let path = || intake.file.path.clone();
    let state = state.ok_or_else(|| IngestError::NoState { path: path(), kind: DocumentKind::Addendum })?;
    let session = Session::from_words(table.layout.cell(row, Column::Session)).or(context.given.session);
    Ok((state, session))
}
