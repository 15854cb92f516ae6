//! History: every event, newest first, with the way back; what rests on it is told before anything is taken back.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::parts::{encoded, hidden, record_address, save_list, seen as seen_of, wide};
use crate::domain::{Change, CommandId, RecordId};
use crate::ui::answer::Download;
use crate::ui::frame::can_be_undone;
use crate::ui::page::{Page, Place, Shown};
use crate::ui::twin;
use crate::ui::visit::{Visit, back};
use crate::view::{Noun, Refusal};
use crate::workspace::lookups::History;
use crate::workspace::{Consent, HistoryAnswer, HistoryLine, ListTable, TakenBack, UndoRequest, WorkspaceError};

/// Events that are shown besides when more are asked for.
const MORE: usize = 400;
/// Events on one page.
const PAGE: usize = 100;
/// Events of one command that are shown, and of those that are folded.
const SHOWN: usize = 3;
const MOST_FOLDED: usize = 200;

pub(in crate::ui) fn answer(visit: &Visit<'_>) -> Result<HistoryAnswer, WorkspaceError> {
    visit.look(&wanted(visit.form.number("most", PAGE), visit)?)
}

/// All events, or as many as the address asks for.
pub(in crate::ui) fn data(visit: &Visit<'_>) -> Result<HistoryAnswer, WorkspaceError> {
    visit.look(&wanted(visit.form.number("most", usize::MAX), visit)?)
}

/// What the address asks for: all events, those of a record, those of a person.
fn wanted(most: usize, visit: &Visit<'_>) -> Result<History, Refusal> {
    let of = visit.form.get("record");
    let record = (!of.is_empty()).then(|| of.parse().map_err(|_| Refusal::unknown(Noun::Record, of))).transpose()?;
    Ok(History { most, record, who: visit.form.get("who").to_owned() })
}

/// The address of a part of the history.
fn address(most: usize, wanted: &History) -> String {
    let record = wanted.record.map_or_else(String::new, |id| format!("&record={id}"));
    let who = if wanted.who.is_empty() { String::new() } else { format!("&who={}", encoded(&wanted.who)) };
    format!("/history?most={most}{record}{who}")
}

/// All events as a table, the newest first.
pub(in crate::ui) fn files(visit: &Visit<'_>) -> Result<Download, WorkspaceError> {
    let answer = visit.look(&wanted(usize::MAX, visit)?)?;
    let row = |line: &HistoryLine| {
        let taken_back = if line.is_taken_back { "taken-back" } else { "" };
        let (event, said) = (&line.event, visit.words.coded(&line.said));
        let cells = [event.at.to_string(), event.who.clone(), event.command.to_string(), said, taken_back.to_owned()];
        cells.map(Into::into).to_vec()
    };
    let columns = vec!["at", "who", "command", "what", "state"];
    let rows = answer.lines.iter().rev().map(row).collect();
    twin::saved("history", ListTable { title: visit.say("place-history"), columns, rows }, visit)
}

pub(in crate::ui) fn page(visit: &Visit<'_>) -> Shown {
    let (answer, wanted) = (answer(visit)?, wanted(PAGE, visit)?);
    // One that has ended has no reference any more: its identifier is all there is.
    let reference = |id: RecordId| {
        let named = visit.workspace.view().map(|view| view.named(&BTreeSet::from([id])));
        let found = named.ok().and_then(Result::ok).and_then(|mut found| found.remove(&id));
        found.map_or_else(|| id.to_string(), |found| found.reference)
    };
    let counts = [("shown", answer.lines.len().into()), ("all", answer.total.into())];
    let main = html! {
        @if answer.lines.is_empty() { p { (visit.say("no-change")) } }
        @if wanted.record.is_some() || !wanted.who.is_empty() {
            p {
                @if let Some(id) = wanted.record { (visit.say("history-of-record")) ": " a href=(record_address(id)) { bdi { (reference(id)) } } }
                @if !wanted.who.is_empty() { " " (visit.say("who")) ": " bdi { (wanted.who) } }
                " · " a href="/history" { (visit.say("history-all")) }
            }
        }
        p.soft data-total=(answer.total) { (visit.with("history-shown", &counts)) }
        (save_list(answer.total, visit))
        (wide(&visit.say("place-history"), &table(&answer, visit)))
        @if answer.lines.len() < answer.total {
            p { a.button href=(address(answer.lines.len() + MORE, &wanted)) { (visit.say("history-more")) } }
        }
    };
    Ok(Page { place: Some(Place::History), title: visit.say("place-history"), main })
}

fn table(answer: &HistoryAnswer, visit: &Visit<'_>) -> Markup {
    html! {
        table {
            thead { tr { @for head in ["when", "who", "what", "undo"] { th scope="col" { (visit.say(head)) } } } }
            tbody { @for of_command in newest_first(&answer.lines) { (command_row(of_command, visit)) }
                @if is_cut(answer) { tr { td colspan="4" class="soft" { (visit.say("history-cut")) } } } }
        }
    }
}

/// Whether the oldest events that are shown may be a part of their command.
fn is_cut(answer: &HistoryAnswer) -> bool {
    answer.lines.len() < answer.total
}

/// The events of each command together, the newest command first.
fn newest_first(lines: &[HistoryLine]) -> Vec<&[HistoryLine]> {
    let mut commands: Vec<&[HistoryLine]> = lines.chunk_by(|a, b| a.event.command == b.event.command).collect();
    commands.reverse();
    commands
}

/// What one command did, with the way back; of many things the first, and the others folded.
fn command_row(lines: &[HistoryLine], visit: &Visit<'_>) -> Markup {
    let first = &lines[0];
    // What a command was stands before what came of it.
    let is_whole = |line: &&HistoryLine| matches!(line.event.what, Change::Imported { .. } | Change::Removed { .. });
    let (whole, parts): (Vec<&HistoryLine>, Vec<&HistoryLine>) = lines.iter().partition(is_whole);
    let lines: Vec<&HistoryLine> = whole.into_iter().chain(parts).collect();
    let said = visit.words.coded(&lines[0].said);
    let (shown, folded) = lines.split_at(lines.len().min(SHOWN));
    html! {
        tr {
            td.num { time { (first.event.at.strftime("%Y-%m-%d %H:%M")) } }
            td { a href={ "/history?who=" (encoded(&first.event.who)) } { bdi { (first.event.who) } } }
            td {
                @for line in shown { div { bdi { (visit.words.coded(&line.said)) } } }
                @if !folded.is_empty() {
                    details {
                        summary { (visit.with("history-folded", &[("count", folded.len().into())])) }
                        @for line in folded.iter().take(MOST_FOLDED) { div { bdi { (visit.words.coded(&line.said)) } } }
                        @if folded.len() > MOST_FOLDED { div.soft { (visit.with("history-folded", &[("count", (folded.len() - MOST_FOLDED).into())])) } }
                    }
                }
            }
            td {
                @if first.is_taken_back { span.soft { (visit.say("taken-back")) } }
                @else if can_be_undone(first) {
                    form.inline method="post" action="/history/undo" {
                        (seen_of(visit)) (hidden("command", first.event.command))
                        button.plain aria-label={ (visit.say("undo")) ": " (said) } { (visit.say("undo")) }
                    }
                }
            }
        }
    }
}

/// What taking a command back would do, where it is not done at once: what rests on it is named, and goes with it only
/// when somebody says so.
pub(in crate::ui) fn told(visit: &Visit<'_>) -> Shown {
    let (command, seen) = (command(visit)?, visit.workspace.seen()?);
    let request = UndoRequest { command: Some(command), consent: Consent::Preview };
    let main = match visit.workspace.undo(&visit.asker, seen, &request)? {
        TakenBack::Import(told) => html! {
            p { (visit.with("undo-import", &[("file", told.file.file.clone().into())])) }
            p { a.button href={ "/sources/" (told.file.file_hash) } { (visit.say("take-out")) } }
        },
        TakenBack::Decisions(told) => html! {
            p { (visit.with("undo-resting", &[("count", told.resting.len().into())])) }
            ul { @for line in &told.resting { li { @for said in &line.said { bdi { (visit.words.coded(said)) } " " } } } }
            div.actions {
                form.inline method="post" action="/history/undo" {
                    (seen_of(visit)) (hidden("command", command)) (hidden("resting", "yes"))
                    button { (visit.with("undo-all", &[("count", (told.resting.len() + 1).into())])) }
                }
                a.button href="/history" { (visit.say("undo-none")) }
            }
        },
    };
    Ok(Page { place: Some(Place::History), title: visit.say("undo"), main })
}

fn command(visit: &Visit<'_>) -> Result<CommandId, Refusal> {
    let wanted = visit.form.get("command");
    wanted.parse().map_err(|_| Refusal::unknown(Noun::Value, wanted))
}

/// Takes a command back; where others rest on it or it is an import, what would go is told first.
pub(in crate::ui) fn undo(visit: &Visit<'_>) -> Result<String, WorkspaceError> {
    let command = command(visit)?;
    let consent = if visit.form.get("resting") == "yes" { Consent::WithResting } else { Consent::Alone };
    let seen = match visit.form.seen() {
        Some(seen) => seen,
        None => visit.workspace.seen()?,
    };
    let done = visit.workspace.undo(&visit.asker, seen, &UndoRequest { command: Some(command), consent })?;
    match done.written() {
        Some(_) => Ok(back(visit.form.get("back"), "/history")),
        None => Ok(format!("/history/undo?command={command}")),
    }
}
