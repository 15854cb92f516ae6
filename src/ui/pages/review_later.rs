//! What is set aside in review: it goes to the end of its queue and stays there at the next start, until somebody decides.

use maud::{Markup, html};

use super::parts::hidden;
use crate::domain::RecordId;
use crate::ui::visit::Visit;
use crate::view::{Noun, Refusal};
use crate::workspace::WorkspaceError;

/// Queues in which something can be set aside.
const QUEUES: [&str; 3] = ["duplicates", "sdg", "entities"];

/// The button that sets an item aside.
pub(super) fn later(queue: &str, of: RecordId, at: usize, key: &str, visit: &Visit<'_>) -> Markup {
    html! {
        form.inline method="post" action="/review/later" {
            (hidden("queue", queue)) (hidden("of", of)) (hidden("at", at))
            button data-key=(key) { (visit.say("later-on")) " " kbd { (key) } }
        }
    }
}

/// How many items of a queue were set aside, and whether the one that is shown is among them.
pub(super) fn set_aside(queue: &str, count: usize, at: usize, open: usize, visit: &Visit<'_>) -> Markup {
    html! {
        @if count > 0 {
            p.small.soft {
                (visit.with("aside", &[("count", count.into())]))
                " · "
                @if at + count >= open {
                    strong { (visit.say("aside-this")) } " · "
                    a href={ "/review/" (queue) } { (visit.say("aside-first")) }
                } @else {
                    a href={ "/review/" (queue) "?at=" (open - count) } { (visit.say("aside-show")) }
                }
            }
        }
    }
}

/// Takes up again what was set aside: somebody decides on it.
pub(super) fn forget(queue: &str, of: &str, visit: &Visit<'_>) -> Result<(), WorkspaceError> {
    let Ok(of) = of.parse::<RecordId>() else { return Ok(()) };
    if !visit.desk.notes.aside(queue).contains(&of) {
        return Ok(());
    }
    visit.desk.notes.change(|kept| {
        kept.aside.entry(queue.to_owned()).or_default().remove(&of);
    })
}

/// Sets an item aside, and goes on with the next; what was aside already is passed over.
pub(in crate::ui) fn decide(visit: &Visit<'_>) -> Result<String, WorkspaceError> {
    let form = &visit.form;
    let wanted = form.get("queue");
    let unknown = |given: &str| Refusal::unknown(Noun::Value, given);
    let queue = QUEUES.into_iter().find(|own| *own == wanted).ok_or_else(|| unknown(wanted))?;
    let of: RecordId = form.get("of").parse().map_err(|_| unknown(form.get("of")))?;
    let was_aside = visit.desk.notes.aside(queue).contains(&of);
    visit.desk.notes.change(|kept| {
        kept.aside.entry(queue.to_owned()).or_default().insert(of);
    })?;
    Ok(format!("/review/{queue}?at={}", form.number("at", 0) + usize::from(was_aside)))
}
