//! History: every event, newest first, with the way back; what rests on it is told before anything is taken back.

use maud::html;

use super::parts::{hidden, seen};
use crate::domain::CommandId;
use crate::ui::page::{Page, Place, Shown};
use crate::ui::visit::Visit;
use crate::view::{Noun, Refusal};
use crate::workspace::lookups::History;
use crate::workspace::{Consent, HistoryAnswer, UndoRequest, WorkspaceError};

/// Events on one page.
const PAGE: usize = 100;

pub(in crate::ui) fn answer(visit: &Visit<'_>) -> Result<HistoryAnswer, WorkspaceError> {
    visit.look(&History { most: visit.form.number("most", PAGE) })
}

pub(in crate::ui) fn page(visit: &Visit<'_>) -> Shown {
    let answer = answer(visit)?;
    let main = html! {
        @if answer.lines.is_empty() { p { (visit.say("no-change")) } }
        p.soft data-total=(answer.total) { (visit.with("history-shown", &[("shown", answer.lines.len().into()), ("all", answer.total.into())])) }
        table {
            thead { tr { th scope="col" { (visit.say("when")) } th scope="col" { (visit.say("who")) } th scope="col" { (visit.say("what")) } th scope="col" { (visit.say("undo")) } } }
            tbody {
                @for line in answer.lines.iter().rev() {
                    tr {
                        td.num { time { (line.event.at.strftime("%Y-%m-%d %H:%M")) } }
                        td { bdi { (line.event.who) } }
                        td { bdi { (visit.words.coded(&line.said)) } }
                        td {
                            @if line.is_taken_back { span.soft { (visit.say("taken-back")) } }
                            @else {
                                form.inline method="post" action="/history/undo" {
                                    (seen(visit)) (hidden("command", line.event.command))
                                    button.plain aria-label={ (visit.say("undo")) ": " (visit.words.coded(&line.said)) } { (visit.say("undo")) }
                                }
                            }
                        }
                    }
                }
            }
        }
    };
    Ok(Page { place: Place::History, title: visit.say("place-history"), main })
}

/// Takes a command back. What rests on it is named, and goes with it only when the form says so.
pub(in crate::ui) fn undo(visit: &Visit<'_>) -> Result<String, WorkspaceError> {
    let wanted = visit.form.get("command");
    let command: CommandId = wanted.parse().map_err(|_| Refusal::unknown(Noun::Value, wanted))?;
    let consent = if visit.form.get("resting") == "yes" { Consent::WithResting } else { Consent::Alone };
    let seen = match visit.form.seen() {
        Some(seen) => seen,
        None => visit.workspace.seen()?,
    };
    visit.workspace.undo(&visit.asker, seen, &UndoRequest { command: Some(command), consent })?;
    Ok("/history".to_owned())
}
