//! A cell that is taken over, as the field that it sets or as the task of the body that answers.

use super::settable::Settable;
use crate::domain::exchange::{SheetColumn, SheetPart, is_clearing};
use crate::domain::plan::{Acceptance, Measure, PlanFact, Responsibility};
use crate::plan::exchange::ChangedCell;
use crate::text::plan_words::answer_of;
use crate::view::{Refusal, View};

/// The field that a cell of a measure sets, and to what; `None` for cells of the task of a body.
pub(super) fn settable(cell: &ChangedCell) -> Option<(Settable, String)> {
    let field = match cell.field {
        SheetColumn::Measure => Settable::Text,
        SheetColumn::From => Settable::From,
        SheetColumn::Until => Settable::Until,
        SheetColumn::Status => Settable::Status,
        SheetColumn::Obstacles => Settable::Obstacles,
        SheetColumn::Budget => Settable::Budget,
        SheetColumn::Assistance => Settable::Assistance,
        _ => return None,
    };
    Some((field, written(cell)))
}

/// What is to stand there: nothing where the cell says that it is to be cleared.
fn written(cell: &ChangedCell) -> String {
    let text = cell.theirs.trim();
    if is_clearing(text) { String::new() } else { text.to_owned() }
}

/// The task of a body after what it has answered; `None` where it has not. One that another body has handed on to it is
/// a task of its own from then on.
///
/// # Errors
/// When it names a body that is not known.
pub(super) fn task_after(
    measure: &Measure,
    body: &str,
    cells: &[&ChangedCell],
    reason: Option<&str>,
    view: &View,
) -> Result<Option<PlanFact>, Refusal> {
    let of_task = [SheetColumn::Answer, SheetColumn::Reason, SheetColumn::Instead, SheetColumn::Contact];
    let own: Vec<&&ChangedCell> = cells.iter().filter(|cell| of_task.contains(&cell.field)).collect();
    let Some(part) = own.first().map(|cell| cell.part) else { return Ok(None) };
    let stands = match part {
        SheetPart::Support => measure.support.get(body),
        _ => measure.lead.get(body),
    };
    let mut task =
        stands.cloned().unwrap_or_else(|| Responsibility { acceptance: Acceptance::Sent, ..Responsibility::default() });
    for cell in own {
        match cell.field {
            SheetColumn::Answer => answered(&mut task, answer_of(&cell.theirs), reason),
            SheetColumn::Reason if task.acceptance == Acceptance::Refused => task.reason = written(cell),
            SheetColumn::Instead if task.acceptance == Acceptance::Refused => {
                let named = written(cell);
                task.instead = if named.is_empty() { named } else { view.body_code(&named)? };
            }
            SheetColumn::Contact => task.contact = written(cell),
            _ => {}
        }
    }
    let fact = if part == SheetPart::Support { PlanFact::Support } else { PlanFact::Lead };
    Ok(Some(fact(body.to_owned(), task)))
}

fn answered(task: &mut Responsibility, answer: Option<Acceptance>, reason: Option<&str>) {
    match answer {
        Some(Acceptance::Refused) => {
            task.acceptance = Acceptance::Refused;
            task.reason = reason.unwrap_or_default().to_owned();
        }
        Some(accepted) => {
            task.acceptance = accepted;
            task.reason.clear();
            task.instead.clear();
        }
        None => {}
    }
}
