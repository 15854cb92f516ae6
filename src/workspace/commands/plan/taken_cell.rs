//! A cell that is taken over, as the field that it sets.

use super::settable::Settable;
use crate::domain::exchange::{SheetColumn, SheetPart, is_clearing};
use crate::domain::plan::{Acceptance, PlanFact, PlanKey, Responsibility};
use crate::plan::exchange::ChangedCell;
use crate::text::plan_words::answer_of;
use crate::view::View;

/// The field that a cell of a measure sets, and to what; `reason` is why the body refuses. `None` for what goes with
/// another cell.
pub(super) fn settable(cell: &ChangedCell, body: &str, reason: Option<&str>) -> Option<(Settable, String)> {
    let text = cell.theirs.trim();
    let own = || if is_clearing(text) { String::new() } else { text.to_owned() };
    let of_body = || format!("{body}: {}", own());
    Some(match cell.field {
        SheetColumn::Measure => (Settable::Text, own()),
        SheetColumn::From => (Settable::From, own()),
        SheetColumn::Until => (Settable::Until, own()),
        SheetColumn::Status => (Settable::Status, own()),
        SheetColumn::Obstacles => (Settable::Obstacles, own()),
        SheetColumn::Budget => (Settable::Budget, own()),
        SheetColumn::Assistance => (Settable::Assistance, own()),
        SheetColumn::Answer => match answer_of(text)? {
            Acceptance::Refused => (Settable::Refused, format!("{body}: {}", reason.unwrap_or_default())),
            _ => (Settable::Accepted, body.to_owned()),
        },
        // With the refusal itself the reason is set already.
        SheetColumn::Reason if reason.is_none() => (Settable::Refused, of_body()),
        SheetColumn::Instead if !own().is_empty() => (Settable::Instead, of_body()),
        SheetColumn::Contact => (Settable::Contact, of_body()),
        _ => return None,
    })
}

/// The task that a body gets where it answers for one that another has handed on to it; `None` where it has one, or has
/// not answered.
pub(super) fn task_of(key: PlanKey, body: &str, cells: &[&ChangedCell], view: &View) -> Option<PlanFact> {
    let measure = view.plan().measures.get(&key)?;
    let has_one = measure.lead.contains_key(body) || measure.support.contains_key(body);
    let of_body = |cell: &&&ChangedCell| {
        let fields = [SheetColumn::Answer, SheetColumn::Reason, SheetColumn::Instead, SheetColumn::Contact];
        fields.contains(&cell.field)
    };
    let first = cells.iter().find(of_body).filter(|_| !has_one)?;
    let task = Responsibility { acceptance: Acceptance::Sent, ..Responsibility::default() };
    Some(match first.part {
        SheetPart::Support => PlanFact::Support(body.to_owned(), task),
        _ => PlanFact::Lead(body.to_owned(), task),
    })
}
