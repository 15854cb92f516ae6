//! Review of duplicates: one ask that several records make, its members with why they were put together, and for each the
//! same two answers.

use maud::{Markup, html};

use super::parts::{beyond, files_of_list, hidden, queues, record_address, seen, thread_of_reference};
use super::review_later::{forget, later, set_aside};
use super::same_ask::one_cluster;
use crate::domain::{Coded, RelationKind};
use crate::reports::{AskLine, AskPlaces, DuplicateList, DuplicateQueue, DuplicateQueueAnswer, MemberLine, PairLine};
use crate::ui::answer::Download;
use crate::ui::page::{Page, Place, Shown};
use crate::ui::twin;
use crate::ui::visit::Visit;
use crate::view::{Noun, Refusal};
use crate::workspace::commands::RelateRecords;
use crate::workspace::{ListTable, WorkspaceError};

pub(in crate::ui) fn answer(visit: &Visit<'_>) -> Result<DuplicateQueueAnswer, WorkspaceError> {
    visit.ask(&DuplicateQueue { at: visit.form.number("at", 0), aside: visit.desk.notes.aside("duplicates") })
}

/// All asks that are made more than once with their records, decided ones too, as a table.
pub(in crate::ui) fn files(visit: &Visit<'_>) -> Result<Download, WorkspaceError> {
    let answer = visit.ask(&DuplicateList { state: None, limit: usize::MAX })?;
    let row = |ask: &AskLine, member: &MemberLine| {
        let own = ask.relations.iter().find(|pair| pair.a == member.id || pair.b == member.id);
        let said = own.map_or_else(String::new, |pair| visit.words.coded(&pair.reason));
        let kind = own.map_or("", |pair| pair.kind.code());
        vec![
            ask.id.to_string().into(),
            member.id.to_string().into(),
            member.reference.as_str().into(),
            ask.state.as_str().into(),
            kind.into(),
            said.into(),
            member.text.as_str().into(),
        ]
    };
    let rows = answer.asks.iter().flat_map(|ask| ask.members.iter().map(move |member| row(ask, member))).collect();
    let columns = vec!["ask_id", "id", "reference", "state", "relation", "why", "text"];
    twin::saved("duplicates", ListTable { title: visit.say("review-title"), columns, rows }, visit)
}

pub(in crate::ui) fn page(visit: &Visit<'_>) -> Shown {
    let answer = answer(visit)?;
    let at = answer.at;
    let main = html! {
        (queues("duplicates", visit))
        p.soft data-total=(answer.open) {
            (visit.with("review-place", &[("at", (at + usize::from(answer.open > 0)).into()), ("all", answer.open.into())]))
            " · " (visit.with("review-decided", &[("decided", (answer.all - answer.open).into()), ("all", answer.all.into())]))
        }
        (set_aside("duplicates", answer.aside, at, answer.open, visit))
        @if answer.ask.is_some() { p { a href="/review/identical" { (visit.say("identical-link")) } } }
        @match &answer.ask {
            None => p { (visit.say("queue-done")) },
            Some(ask) => (of_ask(ask, &one_cluster(&visit.ask(&AskPlaces { record: ask.id })?, visit), &answer, visit)),
        }
        (files_of_list(&visit.with("save-asks", &[("count", answer.all.into())]), &["xlsx", "csv"], visit))
        nav.actions aria-label=(visit.say("pages")) {
            @if at > 0 { a.button href={ "/review/duplicates?at=" (at - 1) } data-key="Backspace" { (visit.say("earlier")) } }
            @if let Some(ask) = answer.ask.as_ref().filter(|_| answer.open > 1) { (later("duplicates", ask.id, at, "3", visit)) }
        }
    };
    Ok(Page { place: Some(Place::Review), title: visit.say("review-title"), main })
}

fn of_ask(ask: &AskLine, one_cluster: &Markup, answer: &DuplicateQueueAnswer, visit: &Visit<'_>) -> Markup {
    html! {
        div.pair {
            section.card {
                h2 { (visit.say("review-text")) }
                @for line in &ask.text { p { bdi { (line) } } }
                (one_cluster)
            }
            section {
                h2 { (visit.with("review-group", &[("count", ask.members.len().into())])) }
                p.small.soft { (visit.say("review-answers")) }
                @for place in 0..ask.members.len() { (of_member(ask, place, answer, visit)) }
            }
        }
    }
}

/// A member with why it is here, and the two answers where nobody has given one.
fn of_member(ask: &AskLine, place: usize, queue: &DuplicateQueueAnswer, visit: &Visit<'_>) -> Markup {
    let member = &ask.members[place];
    let is_decided = queue.decided.contains(&member.id);
    let is_open = queue.main != Some(member.id) && !is_decided;
    let of_both = |pair: &&PairLine| queue.main.is_some_and(|main| pair.a == main || pair.b == main);
    let own = || ask.relations.iter().filter(|pair| pair.a == member.id || pair.b == member.id);
    // Why it stands with the text for all; where the two are joined by a third, why with that.
    let main = ask.members.iter().find(|other| queue.main == Some(other.id) && other.id != member.id);
    let pair = own().find(of_both).or_else(|| own().next()).filter(|_| queue.main != Some(member.id));
    html! {
        article class={ "record " (thread_of_reference(&member.reference)) } data-record=(member.id) data-keys[is_open] tabindex=[is_open.then_some("-1")] {
            div.ref {
                a href=(record_address(member.id)) data-key="4" { bdi dir="ltr" { (member.reference) } }
                @if queue.main == Some(member.id) { span.tag { (visit.say("stands-for-all")) } }
                @if is_decided { span.tag.sure { (visit.say("same")) } }
            }
            @match main { Some(main) => (beyond(&member.text, &main.text)), None => p { bdi { (member.text) } } }
            @if let Some(pair) = pair { p.small.soft { (visit.words.coded(&Coded::word("relation", pair.kind.code()))) ": " (visit.words.coded(&pair.reason)) } }
            @if is_open {
                div.actions {
                    (choice("same", "1", ask, place, queue, visit))
                    (choice("not-same", "2", ask, place, queue, visit))
                }
            }
        }
    }
}

/// One of the two answers, which look alike.
fn choice(
    what: &str,
    key: &str,
    ask: &AskLine,
    place: usize,
    queue: &DuplicateQueueAnswer,
    visit: &Visit<'_>,
) -> Markup {
    let member = &ask.members[place];
    // The same as what stands for all; not the same as any of them.
    let is_meant = |id| if what == "same" { queue.main == Some(id) } else { id != member.id };
    let others: Vec<_> = ask.members.iter().filter(|other| is_meant(other.id)).collect();
    html! {
        form.inline method="post" action="/review/answer" {
            (seen(visit)) (hidden("ask", ask.id)) (hidden("record", member.id)) (hidden("at", queue.at)) (hidden("answer", what))
            @for other in others { (hidden("other", other.id)) }
            button aria-label={ (visit.say(what)) ": " (member.reference) } data-key=(key) { (visit.say(what)) " " kbd { (key) } }
        }
    }
}

/// Says that a record asks the same as the others of the group, or does not.
pub(in crate::ui) fn decide(visit: &Visit<'_>) -> Result<String, WorkspaceError> {
    let form = &visit.form;
    let kind = match form.get("answer") {
        "same" => Some(RelationKind::SameAsk),
        "not-same" => None,
        other => return Err(Refusal::unknown(Noun::Value, other).into()),
    };
    visit.decide(&RelateRecords { record: form.get("record").to_owned(), others: form.all("other"), kind })?;
    forget("duplicates", form.get("ask"), visit)?;
    Ok(format!("/review/duplicates?at={}", form.number("at", 0)))
}
